"""An article is put on another rating scale and back, by keys alone and by the mouse alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from tests.journeys.reviewer import Reviewer

TITLE = "Put this article on another rating scale…"
FIVE_WAY = [("five_way", "not_checkable"), ("five_way", "not_enough_evidence")]


def verdicts(reviewer: Reviewer) -> list[tuple[str, str]]:
    """Scale and rating of every verdict in force, in the order of the claims."""
    reviews = (reviewer.article.review(claim.id) for claim in reviewer.article.claims)
    return [(one.verdict.scale, one.verdict.rating) for one in reviews if one.verdict]


@pytest.fixture
def desk(reviewer: Reviewer) -> Iterator[Reviewer]:
    """The sample with two verdicts."""
    reviewer.open_sample()
    reviewer.press("5")
    reviewer.press("4")
    assert verdicts(reviewer) == FIVE_WAY
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)  # a list just opened takes a click for a double click
    yield reviewer
    QApplication.setDoubleClickInterval(usual)


def test_by_keys_alone(desk: Reviewer) -> None:
    place = QApplication.focusWidget()
    desk.press("Ctrl+K")
    desk.type("another rating scale")
    desk.press("Return")
    page = desk.wiring.rescaling
    assert desk.window.page is page
    assert QApplication.focusWidget() is page.scale
    desk.type("AV")
    desk.settle()
    assert page.scale.currentText() == "AVeriTeC four-way scale"
    desk.press("Tab")
    assert QApplication.focusWidget() is page.rows.rows[1].choice
    desk.press("Down")
    desk.press("Down")
    desk.press("Tab")
    assert QApplication.focusWidget() is page.change
    desk.press("Return")
    assert desk.window.page is None
    assert QApplication.focusWidget() is place
    assert (
        verdicts(desk)
        == [
            ("averitec", "averitec_not_enough_evidence"),
            ("averitec", "averitec_conflicting"),
        ][::-1]
    )
    desk.press("Ctrl+Z")
    assert desk.window.status.said.text() == "Undone: Change scale."
    assert verdicts(desk) == FIVE_WAY


def test_esc_leaves_from_every_control_and_nothing_has_changed(desk: Reviewer) -> None:
    page = desk.wiring.rescaling
    for control in (
        lambda: page.back, lambda: page.scale, lambda: page.rows.rows[1].choice, lambda: page.change
    ):  # fmt: skip
        desk.wiring.commands.run("rescale")
        desk.press("Down")
        page.rows.rows[1].choice.setFocus()
        desk.press("Down")
        control().setFocus()
        desk.press("Esc")
        assert desk.window.page is None
    assert verdicts(desk) == FIVE_WAY


def test_by_the_mouse_alone(desk: Reviewer, qtbot: QtBot) -> None:
    click_in_menu(desk, qtbot, "Verdict", TITLE)
    page = desk.wiring.rescaling
    assert desk.window.page is page
    pick(qtbot, page.scale, "FEVER three-way scale")
    desk.settle()
    pick(qtbot, page.rows.rows[1].choice, "Refutes")
    qtbot.mouseClick(page.change, Qt.MouseButton.LeftButton)
    desk.settle()
    assert verdicts(desk) == [("fever", "refutes"), ("fever", "not_enough_info")]
    qtbot.mouseClick(desk.window.status.undo, Qt.MouseButton.LeftButton)
    desk.settle()
    assert verdicts(desk) == FIVE_WAY


def click_in_menu(reviewer: Reviewer, qtbot: QtBot, title: str, entry: str) -> None:
    """Open this menu and click its entry."""
    bar = reviewer.window.menuBar()
    head = next(one for one in bar.actions() if one.text().replace("&", "") == title)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(head).center())
    menu = head.menu()
    action = next(one for one in menu.actions() if one.text() == entry)
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    reviewer.settle()


def pick(qtbot: QtBot, box: QComboBox, entry: str) -> None:
    """Open this list and click its entry."""
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    shown = box.view()
    place = shown.visualRect(shown.model().index(box.findText(entry), 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
