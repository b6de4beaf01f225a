"""The full-text index kept in step with the passages. Knows no ranking.

It takes its words from the table of passages and has to be told of every change there, before a
passage goes and after one comes. Whoever changes passages does that in the same transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from app.library.store import Store
from app.model.errors import LibraryError

_LEARN = "INSERT INTO passages_fts (rowid, text) SELECT id, text FROM passages WHERE "
_FORGET = (
    "INSERT INTO passages_fts (passages_fts, rowid, text) "
    "SELECT 'delete', id, text FROM passages WHERE "
)


def learn_from(store: Store, first_id: int) -> None:
    """Take in the passages of this id and above, which are new."""
    store.run(_LEARN + "id >= ? ORDER BY id", (first_id,))


def learn(store: Store, passage_id: int) -> None:
    """Take in one passage; nothing where there is none."""
    store.run(_LEARN + "id = ?", (passage_id,))


def forget(store: Store, passage_id: int) -> None:
    """Let go of one passage that is about to change or go; nothing where there is none."""
    store.run(_FORGET + "id = ?", (passage_id,))


def forget_sources(store: Store, source_ids: Iterable[int]) -> None:
    """Let go of the passages of sources that are about to go."""
    store.run_many(_FORGET + "source_id = ?", ((one,) for one in source_ids))


def index_is_whole(store: Store) -> bool:
    """Whether the index holds exactly the words of the passages. Needs a writing connection."""
    try:
        with store.transaction():
            store.run("INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)")
    except LibraryError as error:
        cause = error.__cause__
        code = cause.sqlite_errorcode if isinstance(cause, sqlite3.Error) else 0
        if code & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True
