"""One act, one name, one key: in a menu, in the palette, and bound as shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.commands.command import MENUS, Command, Commands
from tests.journeys.reviewer import Reviewer


def command(name: str, *keys: str, menu: str = "Go") -> Command:
    return Command(name, name.title(), menu, keys, lambda: None)


@pytest.fixture
def commands(qtbot: QtBot) -> Commands:
    window = QMainWindow()
    qtbot.addWidget(window)
    return Commands(window)


def test_two_commands_of_one_name_or_key_are_refused(commands: Commands) -> None:
    commands.add([command("next", "J", "Ctrl+J")])
    with pytest.raises(ValueError, match="called next"):
        commands.add([command("next", "K")])
    with pytest.raises(ValueError, match="share the key"):
        commands.add([command("other", "Ctrl+J")])
    with pytest.raises(ValueError, match="share the key"):
        commands.add([command("spelled-otherwise", "ctrl+j")])


def test_a_command_that_makes_no_sense_now_does_nothing(commands: Commands) -> None:
    done: list[str] = []
    commands.add(
        [Command("no", "No", "Go", (), lambda: done.append("no"), available=lambda: False)]
    )
    commands.run("no")
    commands.action("no").trigger()
    assert done == []


def menus(reviewer: Reviewer) -> list[QMenu]:
    return [action.menu() for action in reviewer.window.menuBar().actions()]


def test_bar_05_every_command_stands_in_its_menu_with_its_key(
    reviewer: Reviewer,
) -> None:
    commands = reviewer.wiring.commands
    shown = {
        action.objectName(): (menu.title().replace("&", ""), action)
        for menu in menus(reviewer)
        for action in menu.actions()
        if not action.isSeparator()
    }
    for one in commands.all():
        assert one.menu in MENUS
        menu, action = shown.pop(one.name)
        assert menu == one.menu
        assert action.text().replace("&", "") == one.title
        bound = [sequence.toString() for sequence in action.shortcuts()]
        assert bound == [QKeySequence(key).toString() for key in one.keys]
        assert all(bound), f"{one.name} has a key that Qt does not know"
    assert shown == {}


def test_bar_05_every_command_that_makes_sense_is_in_the_palette(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    commands = reviewer.wiring.commands
    reviewer.press("Ctrl+K")
    reviewer.type(">")
    model = reviewer.wiring.palette.list.model()
    entries = [model.index(row).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    shown = {(entry.title, entry.where, entry.key) for entry in entries}
    for one in commands.all():
        if one.name != "palette":
            assert one.available() == ((one.title, one.menu, commands.key(one.name)) in shown)
    assert len(shown) > 40


def test_first_letters_of_the_menus_differ(reviewer: Reviewer) -> None:
    titles = [menu.title() for menu in menus(reviewer)]
    letters = [title[title.index("&") + 1].casefold() for title in titles]
    assert len(set(letters)) == len(letters)


def panes(reviewer: Reviewer) -> dict[str, QWidget]:
    window = reviewer.window
    return {
        "article": window.article_pane.view,
        "claims": window.claims_pane.list,
        "candidates": window.evidence_pane.list,
        "dock": window.dock.buttons[2],
    }


@pytest.mark.parametrize("pane", ["article", "claims", "candidates", "dock"])
def test_bar_07_single_keys_work_in_every_pane(reviewer: Reviewer, pane: str) -> None:
    reviewer.open_sample()
    article = reviewer.article
    first = article.current

    def press(key: str) -> None:
        panes(reviewer)[pane].setFocus()
        assert QApplication.focusWidget() is panes(reviewer)[pane]
        reviewer.press(key)

    press("B")
    assert len(article.review(first.id).evidence) == 1
    press("J")
    assert article.current is article.claims[1]
    press("K")
    assert article.current is article.claims[0]
    press("]")
    assert reviewer.candidates.highlighted == 1
    press("F")
    assert article.review(first.id).state.value == "flagged"
    press("Ctrl+Z")
    assert article.review(first.id).state.value == "to review"
    press("4")
    assert article.review(first.id).verdict.rating == "not_enough_evidence"
    assert article.current is article.claims[1]
    press("?")
    assert reviewer.wiring.keys.isVisible()
    reviewer.press("Esc")
    assert not reviewer.wiring.keys.isVisible()
    press("R")
    assert QApplication.focusWidget() is reviewer.window.dock.rationale


def test_space_and_enter_press_the_button_that_has_the_focus(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first, second = reviewer.article.claims[:2]
    for claim, key in ((first, "Space"), (second, "Return")):
        reviewer.window.dock.buttons[4].setFocus()
        reviewer.press(key)
        assert reviewer.article.review(claim.id).verdict.rating == "not_checkable"
        assert reviewer.article.review(claim.id).evidence == ()
    assert not reviewer.window.article_pane.in_context


def test_a_button_of_its_own_is_pressed_by_enter(qtbot: QtBot, commands: Commands) -> None:
    button = QPushButton("Press", commands.parent())
    commands.leave_typing_alone(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_menu_that_was_opened_swallows_no_key(reviewer: Reviewer) -> None:
    menu = next(menu for menu in menus(reviewer) if "Go" in menu.title())
    menu.aboutToShow.emit()
    assert not reviewer.wiring.commands.action("next-claim").isEnabled()
    menu.aboutToHide.emit()
    reviewer.open_sample()
    reviewer.press("J")
    assert reviewer.article.current is reviewer.article.claims[1]
