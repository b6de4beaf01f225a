"""The full-text index kept in step with the passages. Knows no ranking.

It takes its words from the table of passages and has to be told of every change there, before a
passage goes and after one comes. Whoever changes passages does that in the same transaction.
"""

from __future__ import annotations

import json
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


def learn(store: Store, passage_ids: Iterable[int]) -> None:
    """Take in these passages, as far as they are there."""
    # One statement for all: the index writes itself to the file after each one.
    store.run(_LEARN + "id IN (SELECT value FROM json_each(?)) ORDER BY id", _list(passage_ids))


def forget(store: Store, passage_ids: Iterable[int]) -> None:
    """Let go of these passages, which are about to change or go, as far as they are there."""
    store.run(_FORGET + "id IN (SELECT value FROM json_each(?))", _list(passage_ids))


def forget_sources(store: Store, source_ids: Iterable[int]) -> None:
    """Let go of the passages of sources that are about to go."""
    store.run(_FORGET + "source_id IN (SELECT value FROM json_each(?))", _list(source_ids))


def _list(ids: Iterable[int]) -> tuple[str]:
    return (json.dumps(list(ids)),)


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
