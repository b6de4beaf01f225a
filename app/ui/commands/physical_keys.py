"""Single keys on keyboards whose letters are others: what is bound to no command, but stands where
a bound one stands, runs that.

On a Cyrillic keyboard the key that writes “ф” stands where A does; on a French one the digits need
Shift. Letters and digits of the Latin alphabet are never taken for others.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.ui.commands.command import Commands

# The rows of a keyboard from the left, as a US keyboard writes them, by the number of their first
# key: X11 and Wayland tell evdev's number and 8, Windows the scan code, macOS numbers of its own.
_ROWS = ((2, "1234567890"), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"), (53, "/"))
_SCAN_CODES = {first + at: key for first, row in _ROWS for at, key in enumerate(row)}
_MAC = dict(zip(
    (0, 11, 8, 2, 14, 3, 5, 4, 34, 38, 40, 37, 46, 45, 31, 35, 12, 15, 1, 17, 32, 9, 13, 7, 16, 6,
     29, 18, 19, 20, 21, 23, 22, 26, 28, 25, 33, 30, 44),
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789[]/", strict=True,
))  # fmt: skip


class PhysicalKeys(QObject):
    """Listens where keys arrive that no command took. `on` switches it."""

    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self._commands = commands
        self.on = True
        window.winId()  # keys arrive at the native window, which is made only now
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.on and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            name = self.command_of(event)
            if name and not _is_typing():
                self._commands.run(name)
                return True
        return super().eventFilter(watched, event)

    def command_of(self, event: QKeyEvent) -> str:
        """The command that this key stands for by its place; empty where there is none."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier:
            return ""
        written = event.text()
        if not written.strip() or (written.isascii() and written.isalnum()):
            return ""
        if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
            return ""
        key = us_key(event)
        if not key or not self._commands.single_keys:
            return ""
        shift = "Shift+" if held else ""
        return "" if self._commands.holder(written) else self._commands.holder(f"{shift}{key}")


def us_key(event: QKeyEvent) -> str:
    """What a US keyboard writes with the key at this place; empty for other keys."""
    if sys.platform == "darwin":
        return _MAC.get(event.nativeVirtualKey(), "") if event.nativeVirtualKey() else ""
    code = event.nativeScanCode()
    return _SCAN_CODES.get(code if sys.platform == "win32" else code - 8, "")


def _is_typing() -> bool:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit):
        return not focus.isReadOnly()
    return isinstance(focus, QComboBox | QDateEdit)
