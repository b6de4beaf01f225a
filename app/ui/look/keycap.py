"""A key as a small widget, printed where it works."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.paint import measure_keycap, paint_keycap


class Keycap(QWidget):
    """One key. Decoration for the eye: the control beside it names the key for a screen reader."""

    def __init__(self, key: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._appearance = key, appearance
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        size = measure_keycap(self._key, self._appearance.font("caption", bold=True))
        return QSize(round(size.width()) + 1, round(size.height()) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        font = self._appearance.font("caption", bold=True)
        paint_keycap(painter, QPointF(0, 0), self._key, self._appearance.theme, font)
