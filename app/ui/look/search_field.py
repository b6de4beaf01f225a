"""A line to search in, with its glass. Qt's own leading icon sits askew under a style sheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.paint import paint_icon
from app.ui.look.tokens import SPACE_2


class SearchField(QLineEdit):
    """A line edit that shows what it is for."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setMaxLength(2000)
        appearance.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setTextMargins(self._appearance.icon_size(16) + SPACE_2, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = self._appearance.icon_size(16)
        left = self._appearance.space(SPACE_2) + 2
        painter = QPainter(self)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, "search", self._appearance.theme.text_3)
