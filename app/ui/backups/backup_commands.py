"""The command that leads to the backups."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.commands.command import Command


def backup_commands(show: Callable[[], object]) -> list[Command]:
    """One entry of the Library menu."""
    return [Command("backups", "Backups…", "Library", (), show, icon="history", section=True)]
