"""How one claim looks in the list: silhouette, sentence, number, verdict word, sources, flag."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.model.claim import Claim
from app.model.review import Review, ReviewState
from app.ui.claims.claims_model import (
    ClaimRole,
    CurrentRole,
    OtherRole,
    ReviewRole,
    VerdictRole,
)
from app.ui.look.appearance import Appearance
from app.ui.look.paint import (
    WrappedText,
    isolate,
    paint_focus_ring,
    paint_icon,
    paint_line,
    paint_verdict,
)
from app.ui.look.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2, SPACE_3

Index = QModelIndex | QPersistentModelIndex

#: Lines of a claim in the list, and of the current one.
LINES, CURRENT_LINES = 2, 4


class ClaimDelegate(QStyledItemDelegate):
    """Paints a claim. Heights come from font metrics and from nothing else."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.even = False  # the current claim takes no more lines than the others
        self._wrapped = lru_cache(maxsize=512)(self._wrap)
        appearance.changed.connect(self._wrapped.cache_clear)

    def _wrap(self, text: str, width: int, lines: int, bold: bool) -> WrappedText:
        return WrappedText(text, self._appearance.font("body", bold=bold), width, lines)

    def _lead(self) -> int:
        return self._appearance.icon_size(16) + self._appearance.space(SPACE_3)

    def _text_of(self, index: Index, width: int) -> WrappedText:
        claim: Claim = index.data(ClaimRole)
        current = bool(index.data(CurrentRole))
        inside = width - self._lead() - 2 * self._appearance.space(SPACE_3)
        lines = CURRENT_LINES if current and not self.even else LINES
        return self._wrapped(claim.statement, max(40, inside), lines, current)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        space, line = self._appearance.space, self._appearance.metrics("body").lineSpacing()
        # All but the current claim are equally high, so that a long list need not be measured.
        text = LINES * line
        if not self.even and index.data(CurrentRole):
            text = max(text, self._text_of(index, option.rect.width()).height)
        meta = self._appearance.metrics("meta").height()
        height = 2 * space(SPACE_2) + text + space(SPACE_1) + meta
        return QSize(option.rect.width(), round(height) + 1)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, space = self._appearance.theme, self._appearance.space
        _, look = index.data(VerdictRole)
        current = bool(index.data(CurrentRole))
        box = QRectF(option.rect).adjusted(space(SPACE_1), 1, -space(SPACE_1), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option, current)
        icon = self._appearance.icon_size(16)
        left, top = box.left() + space(SPACE_2), box.top() + space(SPACE_2) - 1
        line = self._appearance.metrics("body").lineSpacing()
        paint_verdict(painter, QRectF(left, top + (line - icon) / 2, icon, icon), look, theme)
        text = self._text_of(index, option.rect.width())
        text_left = left + self._lead()
        tone = theme.text_2 if look and not current else theme.text
        text.draw(painter, QPointF(text_left, top), tone)
        shown = max(text.height, 0 if current else LINES * line)
        meta = QRectF(text_left, top + shown + space(SPACE_1), box.right() - text_left,
                      self._appearance.metrics("meta").height())  # fmt: skip
        self._paint_meta(painter, meta, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box, theme, RADIUS_CONTROL)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, current: bool
    ) -> None:
        theme = self._appearance.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if current:
            painter.setBrush(theme.accent_tint)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
            painter.setBrush(theme.accent)
            painter.drawRoundedRect(QRectF(box.left(), box.top(), 4, box.height()), 2, 2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_meta(
        self,
        painter: QPainter,
        box: QRectF,
        index: Index,
    ) -> None:
        claim: Claim = index.data(ClaimRole)
        review: Review = index.data(ReviewRole)
        others: tuple[int, ...] = index.data(OtherRole)
        told, look = index.data(VerdictRole)
        theme, space = self._appearance.theme, self._appearance.space
        plain = self._appearance.font("meta")
        strong = self._appearance.font("meta", bold=True)
        x = box.left()

        def word(text: str, font: object, colour: object) -> None:
            nonlocal x
            room = QRectF(x, box.top(), box.right() - x, box.height())
            x += paint_line(painter, room, text, font, colour) + space(SPACE_2)  # type: ignore[arg-type]

        painter.setPen(QPen(theme.text_3))
        word(str(claim.position), strong, theme.text_3)
        word(told, strong if review.verdict else plain, theme.verdict(look).colour)
        size = self._appearance.icon_size(13)
        if review.evidence:
            paint_icon(painter, QRectF(x, box.top(), size, box.height()), "link", theme.text_3)
            x += size + space(SPACE_1)
            word(str(len(review.evidence)), plain, theme.text_3)
        if review.state is ReviewState.FLAGGED:
            paint_icon(painter, QRectF(x, box.top(), size, box.height()), "flag", theme.text_2)
            x += size + space(SPACE_2)
        if others:
            paint_icon(painter, QRectF(x, box.top(), size, box.height()), "warning", theme.text_2)
            x += size + space(SPACE_1)
            word(f"see {', '.join(map(str, others))}", plain, theme.text_2)
        if claim.speaker:
            word(f"says {isolate(claim.speaker)}", plain, theme.text_3)
