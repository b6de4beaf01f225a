"""A person at the window, as the journeys tell it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.wiring import Wiring


class Reviewer:
    """A person at the window: presses keys and waits until the desk has answered."""

    def __init__(self, qtbot: QtBot, wiring: Wiring) -> None:
        self.qtbot = qtbot
        self.wiring = wiring
        self.window = wiring.window
        self.article = wiring.article
        self.candidates = wiring.candidates
        self.session = wiring.session

    def press(self, key: str) -> None:
        """Press this key ("A", "3", "Ctrl+Z") where the focus is and wait for what it starts."""
        name = key[key.rfind("+", 0, -1) + 1 :]
        modifiers = key.removesuffix(name).split("+")[:-1]
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= {
                "Ctrl": Qt.KeyboardModifier.ControlModifier,
                "Shift": Qt.KeyboardModifier.ShiftModifier,
            }[modifier]
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, _key(name), held)
        self.settle()

    def type(self, text: str) -> None:
        """Type this text where the focus is."""
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        if self.session.busy:
            with self.qtbot.waitSignal(self.session.idle, timeout=20_000):
                pass
        if self.session.busy:
            self.settle()

    def open_sample(self) -> None:
        """Open the sample as the button on the welcome page does."""
        with self.qtbot.waitSignal(self.article.opened, timeout=20_000):
            self.qtbot.mouseClick(self.window.welcome.sample, Qt.MouseButton.LeftButton)
        self.settle()

    def claim_with(self, words: str) -> int:
        """Make the claim that holds these words current and answer its id."""
        claim = next(c for c in self.article.claims if words in c.statement)
        self.article.choose(claim.id)
        self.settle()
        return claim.id


def _key(name: str) -> Qt.Key:
    named = {"[": "BracketLeft", "]": "BracketRight", "/": "Slash", "?": "Question",
             "Esc": "Escape", "+": "Plus", "-": "Minus", "Del": "Delete", ",": "Comma"}  # fmt: skip
    return getattr(Qt.Key, f"Key_{named.get(name, name)}")  # type: ignore[no-any-return]
