"""A card over the dimmed window, closed by Esc, by a click beside it, or by its own end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground


class Overlay(QWidget):
    """Lies over `window`; the focus goes back to where it was when it closes."""

    closed = Signal()

    def __init__(self, window: QWidget, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._appearance = window, appearance
        self._focus_before: QWidget | None = None
        self.card = QFrame(self)
        ground(self.card, "overlay")
        window.installEventFilter(self)
        self.installEventFilter(_KeepsKeys(self))
        self.hide()

    def card_rect(self) -> QRect:
        """Where the card lies; subclasses say."""
        return QRect(0, 0, self.width() // 2, self.height() // 2)

    def open(self) -> None:
        """Show it over the whole window."""
        if not self.isVisible():
            self._focus_before = QApplication.focusWidget()
        self._fit()
        self.show()
        self.raise_()

    def close_overlay(self) -> None:
        """Hide it and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        focus, self._focus_before = self._focus_before, None
        # What had it may be gone: a tab that was closed meanwhile.
        if focus is not None and isValid(focus):
            focus.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self.card.setGeometry(self.card_rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: ARG002
        # Tab does not lead to what lies dimmed underneath.
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_overlay()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), self._appearance.theme.scrim)


class _KeepsKeys(QObject):
    """Keys that an overlay understands must not reach the window's commands."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)
