"""A key as a small widget, printed where it works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.paint import measure_keycap, paint_keycap

#: The key that is bound to the command of this name, as this platform writes it; may be empty.
KeyOf = Callable[[str], str]


@runtime_checkable
class FollowsKeys(Protocol):
    """A widget that prints keys of commands."""

    def follow_keys(self, key: KeyOf) -> None:
        """Print the keys that are bound now."""


class Keycap(QWidget):
    """One key. Decoration for the eye: the control beside it names the key for a screen reader.

    `command` names the command whose key is printed, whatever it is by now; without one `key` never
    changes. A command that has no key has no cap.
    """

    def __init__(
        self,
        key: str,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        command: str = "",
    ) -> None:
        super().__init__(parent)
        self.key, self.command, self._appearance = key, command, appearance
        self._wanted = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        appearance.changed.connect(self.updateGeometry)

    def follow_keys(self, key: KeyOf) -> None:
        """Print the key that the command has now."""
        if self.command:
            self.key = key(self.command)
            super().setVisible(self._wanted and bool(self.key))
            self.updateGeometry()
            self.update()

    def setVisible(self, on: bool) -> None:
        self._wanted = on
        super().setVisible(on and bool(self.key))

    def sizeHint(self) -> QSize:
        size = measure_keycap(self.key, self._appearance.font("caption", bold=True))
        return QSize(round(size.width()) + 1, round(size.height()) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        font = self._appearance.font("caption", bold=True)
        paint_keycap(painter, QPointF(0, 0), self.key, self._appearance.theme, font)
