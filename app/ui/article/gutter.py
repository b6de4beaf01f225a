"""The gutter of the article: the number and verdict of each claim beside its first line.

Knows the open article and where its lines stand; changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model.claim import Claim
from app.model.span import Span
from app.ui.article.claim_marks import BAR
from app.ui.look.appearance import Appearance
from app.ui.look.paint import paint_verdict
from app.ui.open_article import OpenArticle

#: Free to the left and right of what stands in the gutter, in pixels.
LEFT, RIGHT = 10, 8


class Gutter:
    """One entry a claim. `head` answers where the line of a place stands in the document, and
    `laid_out` what of the text stands there at all."""

    def __init__(
        self,
        article: OpenArticle,
        appearance: Appearance,
        head: Callable[[int], QRectF | None],
        laid_out: Callable[[], Span],
    ) -> None:
        self._article, self._appearance = article, appearance
        self._head, self._laid_out = head, laid_out
        self._entries: list[tuple[Claim, QRectF]] | None = None

    @property
    def width(self) -> int:
        """In pixels."""
        return round(64 * max(1.0, self._appearance.percent / 100))

    @property
    def icon(self) -> float:
        """The side of an icon in the gutter."""
        return 15 * self._appearance.percent / 100

    def forget(self) -> None:
        """Claims or lines stand elsewhere than before."""
        self._entries = None

    def entries(self) -> list[tuple[Claim, QRectF]]:
        """Each claim's place in the gutter; where two begin in one line, the later stands lower."""
        if self._entries is None:
            self._entries = list(self._place())
        return self._entries

    def claim_at(self, point: QPointF) -> Claim | None:
        """The claim whose entry holds this point of the document; None where none does."""
        if point.x() > self.width:
            return None
        for claim, rect in self.entries():
            if rect.top() <= point.y() <= rect.bottom():
                return claim
        return None

    def paint(self, painter: QPainter, visible: QRectF) -> None:
        """Draw the entries in sight, in document coordinates."""
        for claim, rect in self.entries():
            if rect.intersects(visible):
                self._paint_entry(painter, claim, rect)

    def _place(self) -> Iterator[tuple[Claim, QRectF]]:
        free = 0.0
        for span, claim in self._article.claim_places.within(self._laid_out()):
            head = self._head(span.start) if span == claim.span else None
            if head is not None:
                top = max(head.top(), free)
                yield claim, QRectF(LEFT, top, self.width - LEFT - RIGHT, head.height())
                free = top + head.height()

    def _paint_entry(self, painter: QPainter, claim: Claim, rect: QRectF) -> None:
        theme = self._appearance.theme
        current = claim is self._article.current
        painter.setFont(self._appearance.font("meta", bold=current))
        painter.setPen(QPen(theme.accent if current else theme.text_3))
        icon = self.icon
        # Up to the bar of the current claim: numbers can have four figures.
        room = rect.width() - icon - 6 + LEFT - BAR
        number = QRectF(BAR, rect.top(), room, rect.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right.value, str(claim.position))
        top = rect.center().y() - icon / 2
        place = QRectF(rect.right() - icon, top, icon, icon)
        paint_verdict(painter, place, self._article.verdicts.look(claim.id), theme)
