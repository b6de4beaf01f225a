"""The menus that open under a button of the window, made of its commands."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from app.ui.commands.command import Commands
from app.ui.commands.review_commands import STANCE_COMMANDS
from app.ui.evidence.candidates import Candidates
from app.ui.window import Window

#: The ways in which a source comes in.
ADD_COMMANDS = ("add-sources", "add-folder", "paste-source", "write-source")


def ask_how_to_add(window: Window, commands: Commands, button: QWidget) -> None:
    """Open the ways in which a source comes in, under this button."""
    menu = QMenu(window)
    menu.addActions([commands.action(name) for name in ADD_COMMANDS])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def open_menu(window: Window, commands: Commands, which: str) -> None:
    """Open the filters ("filter") or the orders ("sort") of the list, the chosen one ticked."""
    menu = QMenu(window)
    for command in commands.all():
        if command.name.startswith(f"{which}-"):
            action = commands.action(command.name)
            action.setChecked(bool(command.checked and command.checked()))
            menu.addAction(action)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(window.claims_pane.place_below(0 if which == "filter" else 1))


def ask_stance(window: Window, commands: Commands, candidates: Candidates, row: int) -> None:
    """Open the stances that the link in this row may take."""
    if row < len(candidates.rows()):
        candidates.highlight(row)
        menu = QMenu(window)
        menu.addActions([commands.action(name) for name in STANCE_COMMANDS])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(window.evidence_pane.list.stance_place(row))
