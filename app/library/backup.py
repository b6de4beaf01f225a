"""A copy of a library that is whole, verified and on the disk before it bears its name."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from app.library.schema import APPLICATION_ID
from app.library.store import in_plain_words
from app.model.errors import LibraryError


def back_up(db: Database, target: Path, also: Callable[[Path], None] | None = None) -> Path:
    """Copy the library on this connection to `target`, or beside it as "… (2)" where that exists.

    The copy is made in one go, checked, synced and only then given its name; `also` is called with
    the finished copy and raises LibraryError where it finds it wanting. Raises LibraryError,
    and leaves nothing behind then.
    """
    target = _free_name(target)
    unfinished = target.with_name(target.name + ".part")
    try:
        unfinished.unlink(missing_ok=True)
        copy = sqlite3.connect(unfinished)
        try:
            db.conn.backup(copy)
            # Alone in one file, with nothing beside it that belongs to it.
            copy.execute("PRAGMA journal_mode=DELETE")
            _verify(copy, unfinished)
        finally:
            copy.close()
        if also is not None:
            also(unfinished)
        sync(unfinished)
        os.replace(unfinished, target)
        sync(target.parent)
    except (OSError, sqlite3.Error, LibraryError) as error:
        with suppress(OSError):
            unfinished.unlink()
        told = in_plain_words(error, target) if isinstance(error, sqlite3.Error) else None
        raise LibraryError(
            f"The backup {target} could not be made, so nothing was changed.",
            told.action
            if told
            else getattr(error, "action", "")
            or "Check that its folder may be written to and has room.",
        ) from error
    return target


def _free_name(target: Path) -> Path:
    number, name = 1, target
    while name.exists():
        number += 1
        name = target.with_name(f"{target.name} ({number})")
    return name


def _verify(copy: sqlite3.Connection, path: Path) -> None:
    whole = copy.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    if not whole or copy.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LibraryError(f"The backup {path} is not whole.")


def sync(path: Path) -> None:
    """Wait until a file, or a folder's names, are on the disk. Raises OSError.

    Never for a library that is open: see connection.py.
    """
    if path.is_dir() and os.name == "nt":
        return  # Windows has no such thing for folders.
    # The copy is closed in SQLite by now, so that no lock can be lost by this handle.
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
