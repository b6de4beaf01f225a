"""All keys on one card: what is shown is what is bound, and the card keeps the keys to itself."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from shiboken6 import isValid

from app.ui.overlays.key_overview import _caps_of
from tests.journeys.reviewer import Reviewer
from tests.window import bury


@pytest.mark.parametrize(
    ("key", "caps"),
    [
        ("Ctrl+Shift+Z", ["Ctrl", "Shift", "Z"]), ("Ctrl++", ["Ctrl", "+"]), ("J", ["J"]),
        ("Return", ["Enter"]), ("?", ["?"]),
    ],
)  # fmt: skip
def test_a_key_is_drawn_as_caps(key: str, caps: list[str]) -> None:
    assert _caps_of(key) == caps


def test_every_command_with_a_heading_stands_on_the_card(reviewer: Reviewer) -> None:
    reviewer.press("?")
    keys = reviewer.wiring.keys
    shown = {label.text() for label in keys.card.findChildren(QLabel)}
    for command in reviewer.wiring.commands.all():
        if command.group and command.keys:
            assert command.title.rstrip("…") in shown


def test_keys_do_not_reach_the_window_under_it(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    claim = reviewer.article.current
    reviewer.press("?")
    for key in ("A", "4", "J", "F6", "Tab", "Ctrl+Z"):
        reviewer.press(key)
        assert QApplication.focusWidget() is reviewer.wiring.keys
    assert reviewer.article.current.id == claim.id
    assert reviewer.article.reviewed == 0
    reviewer.press("Esc")
    assert not reviewer.wiring.keys.isVisible()
    assert QApplication.focusWidget() is reviewer.window.evidence_pane.list


def test_keys_that_are_written_anew_live_on_until_what_was_pressed_is_done(
    reviewer: Reviewer,
) -> None:
    keys = reviewer.wiring.keys
    for end in (keys.open, keys.close_overlay):
        keys.open()
        pressed = next(one for one in keys.card.findChildren(QLabel) if one.text() == "Next claim")
        end()
        assert isValid(pressed)
        bury()
        assert not isValid(pressed)


def test_keys_that_nobody_sees_take_no_part_in_a_change_of_theme(reviewer: Reviewer) -> None:
    keys = reviewer.wiring.keys
    before = len(keys.findChildren(QLabel))
    keys.open()
    assert len(keys.findChildren(QLabel)) > before + 50
    keys.close_overlay()
    bury()
    assert len(keys.findChildren(QLabel)) == before
