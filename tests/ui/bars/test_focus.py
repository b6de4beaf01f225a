"""Bars 10 and 11: Tab goes everywhere in order, F6 round, Esc back, and the focus is seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import STATES, focus_takers, lay_out, place_in, told


def walk(reviewer: Reviewer, key: str) -> list[QWidget]:
    """What has the focus at each press, until it is where it was."""
    start = QApplication.focusWidget()
    seen = [start]
    for _ in range(300):
        reviewer.press(key)
        if QApplication.focusWidget() is start:
            return seen
        seen.append(QApplication.focusWidget())
    pytest.fail(f"{key} never comes back to {told(start)}")


@pytest.mark.parametrize(
    "state", ["welcome", "deciding", "every bar", "settings", "report", "other scale"]
)
def test_bar_10_tab_visits_everything_and_comes_back(reviewer: Reviewer, state: str) -> None:
    STATES[state](reviewer)
    lay_out()
    if QApplication.focusWidget() is None:
        reviewer.press("Tab")
    seen = walk(reviewer, "Tab")
    # Of radio buttons that belong together Tab visits the chosen one, the arrows the others.
    left = [w for w in focus_takers(reviewer) if w not in seen and not is_other_radio(w)]
    assert [told(widget) for widget in left] == []
    assert walk(reviewer, "Shift+Backtab") == [seen[0], *reversed(seen[1:])]


def is_other_radio(widget: QWidget) -> bool:
    return getattr(widget, "autoExclusive", bool)() and not widget.isChecked()


def test_bar_10_tab_goes_from_pane_to_pane_as_one_reads(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    window = reviewer.window
    panes = (window.header, window.article_pane, window.claims_pane, window.evidence_pane,
             window.dock, window.status)  # fmt: skip
    window.header.palette_button.setFocus()
    visited = []
    for widget in walk(reviewer, "Tab"):
        pane = next(n for n, one in enumerate(panes) if one is widget or one.isAncestorOf(widget))
        if not visited or visited[-1] != pane:
            visited.append(pane)
    assert visited == sorted(set(visited)), "Tab jumps back and forth between the panes"


def test_bar_10_f6_goes_round_and_comes_back(reviewer: Reviewer) -> None:
    reviewer.press("F6")  # with nothing open there is nowhere to go
    reviewer.open_sample()
    panes = [pane for pane in reviewer.window.focus_panes() if pane.isVisible()]
    panes[0].setFocus()
    seen = []
    for _ in panes:
        reviewer.press("F6")
        seen.append(panes.index(QApplication.focusWidget()))
    assert seen == [1, 2, 3, 0]
    reviewer.press("Shift+F6")
    assert QApplication.focusWidget() is panes[3]
    reviewer.press("R")
    reviewer.press("F6")
    assert QApplication.focusWidget() is panes[0]


def test_bar_10_f6_reaches_a_source_read_in_context(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("Space")
    source = reviewer.window.article_pane.source.text
    for key in ("F6", "Shift+F6", "Ctrl+3", "Ctrl+1"):
        reviewer.press(key)
    assert QApplication.focusWidget() is source


def test_bar_10_esc_always_leads_back_to_the_candidates(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    window = reviewer.window
    window.article_pane.dates.ask()
    places = focus_takers(reviewer)
    assert len(places) > 10
    for place in places:
        if not place.isVisible():
            continue
        place.setFocus()
        for _ in range(2):
            reviewer.press("Esc")
        assert QApplication.focusWidget() is window.evidence_pane.list, told(place)


@pytest.mark.parametrize(
    "mode",
    ["light", *(pytest.param(mode, marks=pytest.mark.slow) for mode in ("dark", "contrast"))],
)
def test_bar_11_the_focus_is_seen_on_everything_that_takes_it(
    reviewer: Reviewer, appearance: Appearance, mode: str
) -> None:
    appearance.set_mode(mode)
    STATES["every bar"](reviewer)
    reviewer.press("F2")
    lay_out()
    unseen = []
    for widget in focus_takers(reviewer):
        if not widget.isVisible():
            continue
        widget.setFocus()
        lay_out()
        keep_picture(reviewer, f"focus-{mode}-{told(widget)[:40]}")
        with_focus = reviewer.window.grab().toImage()
        other = reviewer.window.dock.buttons[0]
        (other if widget is not other else reviewer.window.dock.buttons[1]).setFocus()
        lay_out()
        without = reviewer.window.grab().toImage()
        # On a button that has the accent's own colour the ring has the text's.
        rings = (appearance.theme.accent, appearance.theme.text)
        place = place_in(reviewer.window, widget)
        if max(ring_pixels(with_focus, without, place, ring) for ring in rings) < 20:
            unseen.append(told(widget))
    assert unseen == []
    appearance.set_mode("light")


def ring_pixels(focused: QImage, plain: QImage, place: QRect, ring: QColor) -> int:
    """How many pixels in and near a widget have the colour of the ring with the focus alone."""
    near = place.adjusted(-2, -2, 2, 2).intersected(focused.rect())
    return sum(
        focused.pixelColor(x, y) == ring != plain.pixelColor(x, y)
        for x in range(near.left(), near.right() + 1)
        for y in range(near.top(), near.bottom() + 1)
        # The edges of a widget, not its inside: a large one has a million pixels.
        if min(x - near.left(), near.right() - x, y - near.top(), near.bottom() - y) < 8
    )


def keep_picture(reviewer: Reviewer, name: str) -> None:
    if folder := os.environ.get("CLAIMDESK_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        safe = "".join(letter if letter.isalnum() else "-" for letter in name)
        reviewer.window.grab().save(str(Path(folder) / f"{safe}.png"))
