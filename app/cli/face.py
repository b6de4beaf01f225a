"""What every command is given: which library, who reviews, and how to answer. Knows no verb.

The desk is imported only when a command needs it, so that help comes at once.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from app.model.errors import InputError, LibraryError

if TYPE_CHECKING:
    from app.desk.desk import Desk
    from app.host.settings import Settings

F = TypeVar("F", bound=Callable[..., Any])

#: SQLite's largest id; a larger number on the command line names nothing.
LARGEST_ID = 2**63 - 1


@dataclass
class Face:
    """The options that stand for every verb, before it or after it."""

    library: Path | None = None
    reviewer: str | None = None
    as_json: bool = False

    @contextmanager
    def desk(self, scale: str = "") -> Iterator[Desk]:
        """The library open for writing, made where it is absent.

        New verdicts are given on `scale`, else on that of the settings. Raises LibraryError, and
        InputError for a scale that is not there.
        """
        desk = self._opened(scale)
        try:
            if desk.ended_uncleanly:
                for finding in desk.check():
                    note(f"claimdesk: The last run was cut off. {finding.sentence}")
            yield desk
            self._back_up(desk)
        finally:
            desk.close()

    def _opened(self, scale: str) -> Desk:
        from app.desk.desk import Desk

        kept = self._settings()

        def on(scale: str) -> Desk:
            return Desk.open(
                self.path(),
                *_shipped(),
                reviewer=kept.reviewer,
                house_scales=_house_scales(),
                scale=scale,
            )

        try:
            return on(scale or kept.scale)
        except InputError:
            if scale or not kept.scale:
                raise
            # The house file may be damaged instead; then the usual scale fails the same way.
            desk = on("")
            note(f"There is no rating scale “{kept.scale}” any more; the usual one is used.")
            return desk

    def _back_up(self, desk: Desk) -> None:
        # The work is done and kept: a backup that fails is told, and fails nothing.
        try:
            desk.backups.make_if_due()
        except LibraryError as error:
            note(f"claimdesk: {error.advice}")

    @contextmanager
    def reader(self) -> Iterator[Desk]:
        """The library open to read, so that a window at work keeps its undo.

        Raises InputError where there is no library, LibraryError.
        """
        from app.desk.desk import Desk

        path = self.path()
        if not is_there(path):
            raise InputError(
                f"There is no library at {path}; “claimdesk sample” or “claimdesk article add” "
                "makes one."
            )
        desk = Desk.open_read_only(path, *_shipped(), house_scales=_house_scales())
        try:
            yield desk
        finally:
            desk.close()

    def path(self) -> Path:
        """The library's file, which need not be there."""
        from app.host import paths

        return self.library if self.library is not None else paths.default_library()

    def _settings(self) -> Settings:
        """The settings, with the reviewer that was named here."""
        from app.host import settings

        kept, notice = settings.load()
        if notice:
            note(notice)
        if self.reviewer is None:
            return kept
        # Bytes that are no text come from the terminal as halves of characters.
        return replace(kept, reviewer=self.reviewer.encode("utf-8", "replace").decode("utf-8"))


def _shipped() -> tuple[Path, Path]:
    from app.host import paths

    try:
        return paths.resources_folder(), paths.seeds_folder()
    except FileNotFoundError as error:
        raise LibraryError(str(error), "Install it again.") from error


def _house_scales() -> Path:
    from app.desk.scales import HOUSE_FILE
    from app.host import paths

    return paths.settings_folder() / HOUSE_FILE


def _keep(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def keep(context: click.Context, _: click.Parameter, value: Any) -> None:
        # An option given before the verb stands until the same is given after it.
        face = context.ensure_object(Face)
        if value not in (None, False):
            setattr(face, name, value)

    return keep


def shared_options(command: F) -> F:
    """Give a command `--library`, `--reviewer` and `--json`, kept on its Face."""
    options = (
        click.option(
            "--json",
            is_flag=True,
            expose_value=False,
            callback=_keep("as_json"),
            help="Answer in JSON, by the published schema.",
        ),
        click.option(
            "--reviewer",
            metavar="NAME",
            expose_value=False,
            callback=_keep("reviewer"),
            help="Who signs verdicts; else the name in the settings.",
        ),
        click.option(
            "--library",
            metavar="FILE",
            type=click.Path(path_type=Path, readable=False),
            expose_value=False,
            callback=_keep("library"),
            help="The library to work on; else your own.",
        ),
    )
    for option in options:
        command = option(command)
    return command


def is_there(path: Path) -> bool:
    """Whether a file lies there, or may lie there where that cannot be seen."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        pass  # whoever opens it tells why it cannot be opened
    return True


def day(value: str) -> date:
    """A calendar day as an option's value, written 2016-09-21; fails with one sentence."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        sentence = f"“{value}” is not a day; write it like 2016-09-21."
        raise click.BadParameter(sentence) from error


def say(text: str = "") -> None:
    """Write one line, or several, to the standard output."""
    click.echo(text)


def say_json(value: Any) -> None:
    """Write one JSON value on one line, at once, so that a reader on the other end can go on."""
    click.echo(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def note(text: str) -> None:
    """Write a line beside the answer, to the standard error."""
    click.echo(text, err=True)
