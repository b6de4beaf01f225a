"""Reading what can be read of a damaged file, row by row, around the pages that are gone.

Works on a copy; must not be given a library itself. Knows no row's meaning.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]

#: After a torn stretch the reading goes on behind gaps of these many rows, one after the other.
_LEAPS = (1, 8, 64, 512, 4096, 32768)


@dataclass
class Salvaged:
    """Rows by table and rowid; which tables could not be read to the end; the highest ids given.

    `unvouched` says that the file is of a schema whose claims and passages had no digests yet.
    """

    rows: dict[str, dict[int, Row]] = field(default_factory=dict)
    torn: set[str] = field(default_factory=set)
    last_ids: dict[str, int] = field(default_factory=dict)
    unvouched: bool = False

    @property
    def complete(self) -> bool:
        """Whether every table was read to its end."""
        return not self.torn


def salvage(copy: Path, tables: Iterable[str]) -> Salvaged:
    """Read these tables of a file that may be damaged in any way; never raises for damage."""
    found = Salvaged()
    with closing(sqlite3.connect(copy, isolation_level=None)) as conn:
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "writable_schema=ON"):
            with suppress(sqlite3.Error):
                conn.execute(f"PRAGMA {pragma}")
        for table in tables:
            rows, whole = _read(conn, table)
            found.rows[table] = rows
            if not whole:
                found.torn.add(table)
        with suppress(sqlite3.Error):
            found.last_ids = dict(conn.execute("SELECT name, seq FROM sqlite_sequence"))
        with suppress(sqlite3.Error):
            columns = [row[1] for row in conn.execute("PRAGMA table_info(claims)")]
            found.unvouched = bool(columns) and "row_digest" not in columns
    return found


def _read(conn: sqlite3.Connection, table: str) -> tuple[dict[int, Row], bool]:
    rows: dict[int, Row] = {}
    whole = True
    for order in ("ASC", "DESC"):
        whole = _walk(conn, table, order, rows)
        if whole:
            break
    if not whole:
        _leap(conn, table, rows)
    return rows, whole


def _walk(conn: sqlite3.Connection, table: str, order: str, rows: dict[int, Row]) -> bool:
    """Read from one end up to the first page that cannot be read."""
    try:
        cursor = conn.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid {order}")
        names = [column[0] for column in cursor.description[1:]]
        for rowid, *values in cursor:
            rows.setdefault(rowid, dict(zip(names, values, strict=True)))
    except sqlite3.Error as error:
        return "no such table" in str(error) and table == "excuses"
    return True


def _leap(conn: sqlite3.Connection, table: str, rows: dict[int, Row]) -> None:
    """Read what lies between torn pages, by leaping over them."""
    try:
        names = [row[1] for row in conn.execute(f"PRAGMA table_info({table})")]
    except sqlite3.Error:
        return
    at, leap, last, tries = min(rows, default=0), 0, max(rows, default=1 << 20), 0
    while at < last and tries < 4000:
        tries += 1
        try:
            for rowid, *values in conn.execute(
                f"SELECT rowid, * FROM {table} WHERE rowid > ? ORDER BY rowid", (at,)
            ):
                rows.setdefault(rowid, dict(zip(names, values, strict=True)))
                at, leap = rowid, 0
            return
        except sqlite3.Error:
            at += _LEAPS[min(leap, len(_LEAPS) - 1)]
            leap += 1
