"""A button of the verdict dock: silhouette, key and word. Knows its rating, not what it does."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.model.rating import Rating
from app.ui.look.appearance import Appearance
from app.ui.look.fonts import Role
from app.ui.look.keycap import KeyOf
from app.ui.look.labels import plain_tip
from app.ui.look.paint import (
    WrappedText,
    measure_keycap,
    paint_focus_ring,
    paint_keycap,
    paint_verdict,
)
from app.ui.look.tokens import RADIUS_CONTROL, SPACE_1, SPACE_2

#: The sizes of the word, the second where the first does not fit.
ROLES: tuple[Role, ...] = ("meta", "caption")


class VerdictButton(QAbstractButton):
    """One rating. Checked while it is the verdict in force."""

    def __init__(
        self, rating: Rating, key: str, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rating = rating
        self._key, self._appearance = key, appearance
        self._compact = False
        self.setText(rating.name)
        self.setCheckable(True)
        self.setAccessibleName(rating.name)
        self.setAccessibleDescription(rating.definition)
        self._tell()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        appearance.changed.connect(self.updateGeometry)

    def follow_keys(self, key: KeyOf) -> None:
        """Print the key that gives this rating now."""
        self._key = key(f"verdict-{self.rating.key}")
        self._tell()
        self.updateGeometry()
        self.update()

    def _tell(self) -> None:
        key = f" ({self._key})" if self._key else ""
        self.setToolTip(plain_tip(f"{self.rating.name}{key}: {self.rating.definition}"))

    def set_compact(self, on: bool) -> None:
        """Leave the word to tool tip and screen reader."""
        if on != self._compact:
            self._compact = on
            self.updateGeometry()

    def nextCheckState(self) -> None:
        """A click asks; only the library says whether the verdict stands."""

    def sizeHint(self) -> QSize:
        space = self._appearance.space
        word = self._appearance.metrics("meta", bold=True)
        top = measure_keycap(self._key or "1", self._appearance.font("meta", bold=True)).height()
        # Room for two lines: the longest names need them.
        words = 0.0 if self._compact else 2 * word.lineSpacing() + space(SPACE_1)
        height = space(SPACE_2) + top + space(SPACE_1) + words
        return QSize(round(word.averageCharWidth() * 12), round(height))

    def minimumSizeHint(self) -> QSize:
        return QSize(56, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, space = self._appearance.theme, self._appearance.space
        look = theme.verdict(self.rating.look)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        painter.setPen(QPen(look.colour if chosen else theme.control_border, 2 if chosen else 1))
        ground = look.tint if chosen or self.isDown() else theme.surface
        painter.setBrush(theme.hover if self.underMouse() and not chosen else ground)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        strong = self._appearance.font("meta", bold=True)
        cap = measure_keycap(self._key or "1", strong)
        icon = self._appearance.icon_size(16)
        lead = (box.width() - icon - (space(SPACE_2) + cap.width() if self._key else 0)) / 2
        top = box.top() + space(SPACE_2)
        left = box.left() + lead
        paint_verdict(
            painter,
            QRectF(left, top + (cap.height() - icon) / 2, icon, icon),
            self.rating.look,
            theme,
        )
        if self._key:
            at = QPointF(left + icon + space(SPACE_2), top)
            paint_keycap(painter, at, self._key, theme, strong)
        if not self._compact:
            self._paint_word(painter, box, top + cap.height() + space(SPACE_1))
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), theme, RADIUS_CONTROL)

    def _paint_word(self, painter: QPainter, box: QRectF, top: float) -> None:
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        room = QRectF(box.left() + 6, top, box.width() - 12, box.bottom() - top - 2)
        painter.setFont(self._fitting_font(room.width()))
        painter.setPen(self._appearance.theme.text)
        painter.drawText(room, int(flags), self.text())

    def _fitting_font(self, width: float) -> QFont:
        """The larger of two sizes in which no word is wider than the button."""
        fonts = [self._appearance.font(role, bold=True) for role in ROLES]
        longest = max(self.text().split(), key=len)
        for font in fonts:
            words = WrappedText(self.text(), font, width, 2)
            if not words.elided and QFontMetricsF(font).horizontalAdvance(longest) <= width:
                return font
        return fonts[-1]
