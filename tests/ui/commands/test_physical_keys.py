"""Keys that no command has work by their place; bound or typed letters stay what they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.ui.commands import physical_keys
from tests.journeys.reviewer import Reviewer

#: What X11 tells of the keys of these names on a US keyboard.
X11 = {"1": 10, "4": 13, "A": 38, "J": 44, "N": 57, "F": 41, "Y": 29, "[": 34, "/": 61}


@pytest.fixture(autouse=True)
def on_x11(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(physical_keys.sys, "platform", "linux")


def type_at(reviewer: Reviewer, place: str, written: str, shift: bool = False) -> None:
    """Press the key at the place of this US key, which writes something else."""
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    key = Qt.Key(ord(written.upper())) if written.isascii() else Qt.Key.Key_unknown
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, X11[place], 0, 0, written)
    QApplication.sendEvent(reviewer.window.windowHandle(), event)
    reviewer.settle()


def test_a_cyrillic_keyboard_links_moves_and_flags(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first = reviewer.article.current
    type_at(reviewer, "A", "ф")
    assert len(reviewer.article.review(first.id).evidence) == 1
    type_at(reviewer, "F", "а")
    assert reviewer.article.review(first.id).state.value == "flagged"
    type_at(reviewer, "J", "о")
    assert reviewer.article.current is reviewer.article.claims[1]
    type_at(reviewer, "A", "Ф", shift=True)
    [evidence] = reviewer.article.review(reviewer.article.current.id).evidence
    assert evidence.stance.value == "contradicts"


def test_a_french_keyboard_decides_without_shift(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first, second = reviewer.article.claims[:2]
    type_at(reviewer, "4", "'")
    assert reviewer.article.review(first.id).verdict.rating == "not_enough_evidence"
    type_at(reviewer, "1", "&")
    assert reviewer.article.review(second.id).verdict.rating == "supported"


def test_latin_letters_are_never_taken_for_others(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first = reviewer.article.current
    type_at(reviewer, "A", "q")  # a French keyboard: Q stands where A does
    type_at(reviewer, "Y", "z")
    assert not reviewer.article.review(first.id).has_work


def test_nothing_happens_while_typing_or_where_it_is_switched_off(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first = reviewer.article.current
    reviewer.press("R")
    type_at(reviewer, "A", "ф")
    assert reviewer.window.dock.rationale.text() == "ф"
    reviewer.press("Esc")
    reviewer.wiring.preferences.set(physical_keys=False)
    type_at(reviewer, "A", "ф")
    reviewer.wiring.preferences.set(physical_keys=True)
    reviewer.wiring.commands.set_single_keys(False)
    type_at(reviewer, "A", "ф")
    assert not reviewer.article.review(first.id).evidence
