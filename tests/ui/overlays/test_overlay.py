"""A card over the window: it gives the focus back, where what had it is still there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTabBar

from tests.journeys.reviewer import Reviewer
from tests.window import bury


def test_the_focus_goes_back_to_where_it_was(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    before = QApplication.focusWidget()
    reviewer.wiring.palette.open()
    assert QApplication.focusWidget() is reviewer.wiring.palette.field
    reviewer.wiring.palette.close_overlay()
    assert QApplication.focusWidget() is before


def test_what_had_the_focus_may_be_gone_when_a_card_or_a_page_is_left(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    tabs, pages = reviewer.window.article_pane.tabs, reviewer.wiring.pages
    for lay, leave in (
        (reviewer.wiring.palette.open, reviewer.wiring.palette.close_overlay),
        (pages.show_settings, reviewer.window.leave_page),
    ):
        for name in ("read-in-context", "keep-source"):
            reviewer.wiring.commands.run(name)
        tabs.tabButton(1, QTabBar.ButtonPosition.RightSide).setFocus()
        lay()
        tabs.close_source(tabs.kept[0])
        bury()
        leave()
        assert tabs.count() == 1


def test_a_click_beside_the_card_closes_it_though_what_had_the_focus_is_gone(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    for name in ("read-in-context", "keep-source"):
        reviewer.wiring.commands.run(name)
    tabs, palette = reviewer.window.article_pane.tabs, reviewer.wiring.palette
    tabs.tabButton(1, QTabBar.ButtonPosition.RightSide).setFocus()
    palette.open()
    tabs.close_source(tabs.kept[0])
    bury()
    # An error here ended the process: PySide cannot carry it out of one event inside another.
    reviewer.qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert not palette.isVisible()
