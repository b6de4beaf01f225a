"""One connection to a library: statements, transactions, and SQLite's errors in plain words.

Must not know what the tables mean.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from app.model.errors import LibraryError

Row = tuple[Any, ...]

#: On a disk with less room than this SQLite cannot even begin to write (bytes).
NO_ROOM = 128 * 1024


class Store:
    """A connection and the lock that lets one thread at a time use it.

    Every method may be called from any thread; a transaction belongs to the thread that began it
    and holds the lock until it ends. Any method raises LibraryError where the world failed it.
    """

    def __init__(
        self, db: Database, path: Path, *, read_only: bool, as_made: Callable[[], bool]
    ) -> None:
        """`as_made` tells whether the tables still are those that our migrations make."""
        self.db = db
        self.path = path
        self.read_only = read_only
        self._as_made = as_made
        self.lock = threading.RLock()
        self._file: os.stat_result | None = None

    def stay_with_file(self) -> None:
        """From now on refuse to write once another file, or none, lies at the path: SQLite would
        go on writing into a file that nobody finds again."""
        with contextlib.suppress(OSError):
            self._file = os.stat(self.path)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with self.lock, self.telling():
            found: list[Row] = self.db.conn.execute(sql, values).fetchall()
            return found

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one after the other, for tables too large to hold at once.

        Within a snapshot or a transaction only, whose lock it needs.
        """
        with self.telling():
            yield from self.db.conn.execute(sql, values)

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first value of the first row of a query, or None."""
        row = self.row(sql, values)
        return row[0] if row else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Change something within a transaction; answers the id of the last row inserted."""
        with self.lock, self.telling():
            self._must_be_in_transaction()
            return self.db.conn.execute(sql, values).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Change something within a transaction, once for each row."""
        with self.lock, self.telling():
            self._must_be_in_transaction()
            self.db.conn.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end, rolls back on any exception.

        Takes the right to write at once, so that no other writer comes between. Within a
        transaction it is a savepoint of it.
        """
        with self.lock, self.telling():
            if self._in_transaction():
                with self.db.atomic():
                    yield
                return
            self._must_be_in_place()
            self.db.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                # SQLite ends a transaction by itself when the disk fails it; whoever caught that
                # error and went on must not believe that anything was kept.
                self._must_be_in_transaction()
                self.db.conn.execute("COMMIT")
            except BaseException:
                if self._in_transaction():
                    self.db.conn.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Several queries that all see the library at one moment."""
        with self.lock, self.telling():
            if self._in_transaction():
                yield
                return
            self.db.conn.execute("BEGIN")
            try:
                yield
            finally:
                if self._in_transaction():
                    self.db.conn.execute("ROLLBACK")

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn SQLite's errors that are the world's fault into LibraryError; bugs stay bugs."""
        try:
            yield
        except sqlite3.Error as error:
            told = in_plain_words(error, self.path)
            if told is None and isinstance(error, sqlite3.OperationalError) and not self._as_made():
                # A query that is right for our tables found others in their place.
                told = _damaged(self.path)
            if told is None:
                raise
            raise told from error
        except UnicodeDecodeError as error:
            # SQLite quotes a schema that is no text any more; ours is.
            raise _damaged(self.path) from error

    @contextmanager
    def understanding(self) -> Iterator[None]:
        """Turn what makes no sense in a row into LibraryError: a value that no noun can have got
        there by a damaged disk or by another program."""
        try:
            yield
        except (ValueError, TypeError, KeyError) as error:
            raise _damaged(self.path) from error

    def changed(self, noun: str, noun_id: int) -> LibraryError:
        """The error for a row that is not what was written: it is told and never shown."""
        sentence = f"The library {self.path} is damaged: {noun} {noun_id} is not as it was written."
        return LibraryError(sentence, _SENTENCES[sqlite3.SQLITE_CORRUPT][1])

    def close(self) -> None:
        """Close the connection. Safe to call twice."""
        with self.lock, self.telling():
            self.db.conn.close()

    def _in_transaction(self) -> bool:
        inside: bool = self.db.conn.in_transaction
        return inside

    def _must_be_in_place(self) -> None:
        if self._file is None:
            return
        try:
            here = os.path.samestat(self._file, os.stat(self.path))
        except OSError:
            here = False
        if not here:
            raise LibraryError(
                f"The library is no longer at {self.path}, so nothing can be written to it.",
                "Put the file back there with those beside it, or close and open it elsewhere.",
            )

    def _must_be_in_transaction(self) -> None:
        if not self._in_transaction():
            raise RuntimeError("the library is written to outside of a transaction")


def in_plain_words(error: sqlite3.Error, path: Path) -> LibraryError | None:
    """The sentence and the action for an error of the world's; None for a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own complaint about a text that is not UTF-8; misuse has other classes.
        return _damaged(path) if isinstance(error, sqlite3.OperationalError) else None
    kind = code & 0xFF
    if kind == sqlite3.SQLITE_IOERR and is_full(path.parent):
        # What SQLite keeps beside the file in shared memory fails in another way than the file.
        kind = sqlite3.SQLITE_FULL
    told = _SENTENCES.get(kind)
    if told is None:
        return None
    sentence, action = told
    return LibraryError(sentence.format(path=path), action)


def is_full(folder: Path) -> bool:
    """Whether the disk of this folder has too little room for SQLite to write."""
    try:
        return shutil.disk_usage(folder).free < NO_ROOM
    except OSError:
        return False


def _damaged(path: Path) -> LibraryError:
    sentence, action = _SENTENCES[sqlite3.SQLITE_CORRUPT]
    return LibraryError(sentence.format(path=path), action)


_SENTENCES = {
    sqlite3.SQLITE_FULL: (
        "The disk is full: the library {path} could not be written.",
        "Free some space on that disk, then try again.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Another program is writing to the library {path}.",
        "Wait until it is done or close it, then try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        "Another program is using the library {path}.",
        "Wait until it is done or close it, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The library {path} cannot be written to.",
        "Allow writing to the file and its folder, or choose another library.",
    ),
    sqlite3.SQLITE_PERM: (
        "The library {path} may not be used by you.",
        "Allow reading and writing the file and its folder, or choose another library.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk failed while the library {path} was read or written.",
        "Check that the disk is connected and sound, then open the library again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The library {path} cannot be opened.",
        "Check that its folder is there and that you may read and write in it.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "The library {path} is damaged.",
        "Restore a backup of it, and keep the damaged file.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a Claimdesk library.",
        "Choose another file; this one was left as it is.",
    ),
}


def utc_now() -> str:
    """The present moment in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def marks(count: int) -> str:
    """So many question marks for bound values: "?, ?, ?"."""
    return ", ".join("?" * count)
