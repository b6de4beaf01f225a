"""The command that leads to the page on which an article is put on another rating scale."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.commands.command import Command


def rescale_commands(
    show: Callable[[], object], article_is_open: Callable[[], bool]
) -> list[Command]:
    """Among the verdicts, as it is they that change."""
    return [
        Command("rescale", "Put this article on another rating scale…", "Verdict", (), show,
                icon="sort", available=article_is_open, section=True),
    ]  # fmt: skip
