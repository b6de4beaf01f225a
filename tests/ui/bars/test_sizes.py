"""Bars 12, 13, 14 and 29: whatever the window shows, at any text size it can be read, hit, named.

Each state is drawn at each text size; CLAIMDESK_PICTURES=FOLDER keeps the pictures to look at.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import (
    STATES,
    focus_takers,
    in_scroll_area,
    lay_out,
    place_in,
    told,
    visible,
)

#: The least side of what can be pressed, in pixels.
TARGET = 24


@pytest.mark.parametrize("state", STATES)
def test_bars_12_13_14_and_29_nothing_is_clipped_too_small_or_without_a_name(
    reviewer: Reviewer, appearance: Appearance, state: str
) -> None:
    reviewer.window.resize(1280, 800)
    STATES[state](reviewer)
    faults = []
    for percent in (100, 150, 200):
        appearance.set_percent(percent)
        lay_out()
        keep_picture(reviewer, f"{state}-{percent}")
        assert (reviewer.window.width(), reviewer.window.height()) == (1280, 800)
        found = [*clipped_ones(reviewer), *small_ones(reviewer), *nameless_ones(reviewer)]
        faults += [f"at {percent} %: {fault}" for fault in found]
    assert faults == []


def clipped_ones(reviewer: Reviewer) -> list[str]:
    """What words cannot be seen whole."""
    shown = [
        widget
        for widget in (*visible(reviewer, QLabel), *visible(reviewer, QAbstractButton))
        # The arrows that Qt puts at the end of many tabs hold no words, and ask for three pixels
        # more than the width that the style gives them.
        if not (isinstance(widget, QToolButton) and isinstance(widget.parentWidget(), QTabBar))
    ]
    faults = [fault for widget in shown for fault in clipped(reviewer.window, widget)]
    faults += [
        f"{told(widget)}: {widget.height()} of {needed} px high for what it paints"
        for widget in painters(reviewer)
        if widget.height() < (needed := height_wanted(widget)) - 1
    ]
    return [*faults, *cut_off(reviewer)]


def painters(reviewer: Reviewer) -> list[QWidget]:
    """What paints its words itself, so that no label inside it tells when they are cut."""
    return [
        widget
        for widget in visible(reviewer, QWidget)
        if type(widget).paintEvent is not QWidget.paintEvent
        and type(widget).__module__.startswith("app.ui")
        and not isinstance(widget, QLabel | QAbstractButton | QAbstractScrollArea | QFrame)
    ]


def height_wanted(widget: QWidget) -> int:
    """How high a widget must be for what it paints at its width."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()


def cut_off(reviewer: Reviewer) -> list[str]:
    """What paints its words and is itself cut by what it stands in, unless that scrolls."""
    window = reviewer.window
    return [
        f"{told(widget)} is cut to {seen.height()} of {widget.height()} px"
        for widget in painters(reviewer)
        if not in_scroll_area(widget)
        and (seen := widget.visibleRegion().boundingRect()).height() < widget.height()
        and not covered(window, widget)
    ]


def covered(window: QWidget, widget: QWidget) -> bool:
    """Whether a card lies over it on purpose."""
    top = window.childAt(place_in(window, widget).center())
    return top is not None and top is not widget and not widget.isAncestorOf(top)


def clipped(window: QWidget, widget: QWidget) -> list[str]:
    faults = []
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        # Qt rounds a line's height twice.
        if widget.height() < needed - 1:
            faults.append(f"{told(widget)}: {widget.height()} of {needed} px high")
    elif not isinstance(widget, QLabel) or widget.text():
        least = widget.minimumSizeHint()
        if widget.width() < least.width():
            faults.append(f"{told(widget)}: {widget.width()} of {least.width()} px wide")
        if widget.height() < least.height():
            faults.append(f"{told(widget)}: {widget.height()} of {least.height()} px high")
    outside = not window.rect().contains(place_in(window, widget))
    if widget.window() is window and not in_scroll_area(widget) and outside:
        faults.append(f"{told(widget)} reaches out of the window")
    return faults


def small_ones(reviewer: Reviewer) -> list[str]:
    """What is too small to be hit."""
    small = [
        f"{told(target)} is {target.width()}x{target.height()}"
        for kind in (QAbstractButton, QLineEdit, QDateEdit, QComboBox)
        for target in visible(reviewer, kind)
        if min(target.width(), target.height()) < TARGET
    ]
    for bar in visible(reviewer, QTabBar):
        rects = [bar.tabRect(tab) for tab in range(bar.count())]
        small += [f"tab {r}" for r in rects if min(r.width(), r.height()) < TARGET]
    return small


def nameless_ones(reviewer: Reviewer) -> list[str]:
    """What takes the focus and tells a screen reader nothing."""
    return [
        f"{told(widget)} has no name"
        for widget in focus_takers(reviewer)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def keep_picture(reviewer: Reviewer, name: str) -> None:
    if folder := os.environ.get("CLAIMDESK_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        path = Path(folder) / f"{name.replace(' ', '-')}.png"
        assert reviewer.window.grab().save(str(path))


@pytest.mark.slow
def test_bar_13_a_screen_of_twice_the_pixels_draws_twice_as_fine(
    root: Path, tmp_path: Path
) -> None:
    """The scale of the screen is chosen before the application begins, so in a process of its own.

    Every widget has the size in points that it has on a plain screen, so that what is not clipped
    there is not clipped here; drawn small again, the pictures show the same.
    """
    pictures = []
    for scale in ("1", "2"):
        folder = tmp_path / scale
        folder.mkdir()
        subprocess.run(
            [sys.executable, "tests/ui/pictures.py", str(folder), "main-light-1280"],
            cwd=root, check=True, timeout=100, capture_output=True,
            env={**os.environ, "QT_SCALE_FACTOR": scale, "PYTHONPATH": str(root)},
        )  # fmt: skip
        pictures.append(QImage(str(folder / "main-light-1280.png")))
    plain, fine = pictures
    assert (plain.width(), plain.height()) == (1280, 800)
    assert fine.size() == 2 * plain.size()
