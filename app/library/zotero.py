"""Reads the library of Zotero, a file that is not ours and not trusted. It never writes there.

A copy in a folder of its own is opened; only tables and columns named here are read, for a time
and memory that are limited.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import Reference
from app.model.work import Cancelled, Work

#: What is read of it: each table with its columns.
TABLES = {
    "items": ("itemID", "itemTypeID", "key"),
    "itemTypes": ("itemTypeID", "typeName"),
    "itemData": ("itemID", "fieldID", "valueID"),
    "itemDataValues": ("valueID", "value"),
    "fields": ("fieldID", "fieldName"),
    "itemCreators": ("itemID", "creatorID", "orderIndex"),
    "creators": ("creatorID", "firstName", "lastName"),
    "itemAttachments": ("itemID", "parentItemID", "path"),
    "deletedItems": ("itemID",),
}
#: Larger libraries are refused (bytes); no query takes longer (seconds); no value is longer.
LARGEST, SECONDS, LONGEST_VALUE = 4 * 1024**3, 60.0, 10_000_000
#: What is read of it may take so much memory, and any value about so much beside its text (bytes).
MOST_HELD, _VALUE = 800_000_000, 100
#: SQLite asks so often whether to go on (steps of its machine).
_STEPS = 20_000
_NO_WORK = ("attachment", "note", "annotation")
_TYPES = {
    "newspaperArticle": "article-newspaper",
    "magazineArticle": "article-magazine",
    "journalArticle": "article-journal",
    "webpage": "webpage",
    "blogPost": "post-weblog",
    "presentation": "speech",
    "interview": "interview",
    "hearing": "hearing",
    "report": "report",
    "book": "book",
}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CONTAINERS = ("publicationTitle", "websiteTitle", "blogTitle", "bookTitle", "proceedingsTitle")
_PUBLISHERS = ("publisher", "institution", "company", "network", "university")

_Items = dict[int, tuple[str, str]]


def read_zotero(path: Path, work: Work) -> Iterator[Reference | Skipped]:
    """The works in a Zotero library, with the files that Zotero stores of them.

    Raises InputError with one sentence for a file that is locked, damaged, too large, no Zotero
    library, or of a Zotero that is not known; Cancelled.
    """
    with tempfile.TemporaryDirectory(prefix="claimdesk-") as folder:
        copy = _copied(path, Path(folder), work)
        try:
            with closing(_opened(copy, work)) as conn:
                _refuse_unknown(conn, path)
                items, data, creators, attached = _all_of(_Rows(conn, path.name))
        except (sqlite3.Error, ValueError, OverflowError) as error:
            if work.cancelled:
                raise Cancelled from None
            raise InputError(_trouble(error, path)) from error
    for item_id, (kind, key) in items.items():
        where = f"{path.name}, item {key}"
        fields = data.get(item_id, {})
        if not fields.get("title") and not fields.get("abstractNote"):
            yield Skipped(where, "The item has neither title nor abstract.")
            continue
        stored = _stored_files(path.parent / "storage", attached.get(item_id, ()))
        yield _reference(where, kind, key, fields, creators.get(item_id, []), stored)


def _copied(path: Path, folder: Path, work: Work) -> Path:
    copy = folder / "zotero.sqlite"
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path.name} is too large to be a Zotero library.")
        # What Zotero has not yet written into the file itself lies beside it.
        for ending in ("", "-wal", "-journal"):
            beside = path.with_name(path.name + ending)
            if ending and not beside.exists():
                continue
            work.tick(0, 0, f"Copying {path.name}")
            shutil.copyfile(beside, copy.with_name(copy.name + ending))
    except OSError as error:
        raise InputError(
            f"{path.name} cannot be copied: {error.strerror}. Close Zotero, then try again."
        ) from error
    return copy


def _opened(copy: Path, work: Work) -> sqlite3.Connection:
    conn = sqlite3.connect(copy, isolation_level=None)
    try:
        conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        conn.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        conn.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0)
        for pragma in ("trusted_schema=OFF", "cell_size_check=ON", "query_only=ON", "mmap_size=0"):
            conn.execute(f"PRAGMA {pragma}")
        conn.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
        end = time.monotonic() + SECONDS
        conn.set_progress_handler(lambda: work.cancelled or time.monotonic() > end, _STEPS)
    except BaseException:
        conn.close()
        raise
    return conn


def _refuse_unknown(conn: sqlite3.Connection, path: Path) -> None:
    """Raise InputError unless every table that is read is a plain table with its columns."""
    plain = {
        name
        for name, sql in conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if isinstance(sql, str) and not re.match(r"\s*CREATE\s+VIRTUAL", sql, re.IGNORECASE)
    }
    missing = set(TABLES) - plain
    if "items" in missing or "itemData" in missing:
        raise InputError(f"{path.name} is not a Zotero library.")
    for table, columns in TABLES.items():
        # Hidden and computed columns have a kind of their own; plain ones have 0.
        here = {row[1] for row in conn.execute(f"PRAGMA table_xinfo({table})") if row[6] == 0}
        if table in missing or not set(columns) <= here:
            raise InputError(
                f"{path.name} was written by a Zotero that Claimdesk does not know. "
                "Export its items as RIS or CSL JSON and add that file."
            )
    conn.set_authorizer(_only_named)


def _only_named(
    action: int, table: str | None, column: str | None, _db: str | None, _by: str | None
) -> int:
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and column in (*TABLES.get(table or "", ()), ""):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


class _Rows:
    """Rows of the copy, for as long as what was read of them fits into memory."""

    def __init__(self, conn: sqlite3.Connection, name: str) -> None:
        self._conn = conn
        self._name = name
        self._held = 0

    def of(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query. Raises InputError where they are too much, sqlite3.Error."""
        for row in self._conn.execute(query):
            for value in row:
                self.hold(value)
            yield row

    def hold(self, value: object) -> None:
        """Count a value that is kept. Raises InputError where it is too much."""
        self._held += _VALUE
        if isinstance(value, (str, bytes)):
            self._held += len(value) * (1 if value.isascii() else 4)
        if self._held > MOST_HELD:
            raise InputError(
                f"{self._name} holds more than can be read at once. "
                "Export its items as RIS in several files and add those."
            )


def _all_of(
    rows: _Rows,
) -> tuple[
    _Items, dict[int, dict[str, str]], dict[int, list[str]], dict[int, list[tuple[str, str]]]
]:
    """Works, their fields, creators and attachments, by the number of the work."""
    gone = {row[0] for row in rows.of("SELECT itemID FROM deletedItems")}
    kinds = dict(rows.of("SELECT itemTypeID, typeName FROM itemTypes"))
    names = dict(rows.of("SELECT fieldID, fieldName FROM fields"))
    keys: dict[int, str] = {}
    items: _Items = {}
    for item_id, kind, key in rows.of("SELECT itemID, itemTypeID, key FROM items"):
        keys[item_id] = str(key)
        if item_id not in gone and kinds.get(kind) not in _NO_WORK:
            items[item_id] = (str(kinds.get(kind, "")), str(key))
    data: dict[int, dict[str, str]] = defaultdict(dict)
    values = dict(rows.of("SELECT valueID, value FROM itemDataValues"))
    for item_id, field, value in rows.of("SELECT itemID, fieldID, valueID FROM itemData"):
        words = " ".join(str(values.get(value, "")).split())
        rows.hold(words)  # a copy for each item that names the value
        data[item_id][str(names.get(field, ""))] = words
    people = {
        number: ", ".join(str(one) for one in (last, first) if one)
        for number, first, last in rows.of("SELECT creatorID, firstName, lastName FROM creators")
    }
    creators: dict[int, list[str]] = defaultdict(list)
    for item_id, number in rows.of(
        "SELECT itemID, creatorID FROM itemCreators ORDER BY itemID, orderIndex"
    ):
        rows.hold(people.get(number, ""))  # once for each item that it is joined for
        creators[item_id].append(people.get(number, ""))
    attached: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for item_id, parent, stored in rows.of(
        "SELECT itemID, parentItemID, path FROM itemAttachments ORDER BY itemID"
    ):
        if item_id not in gone and parent is not None and isinstance(stored, str):
            attached[parent].append((keys.get(item_id, ""), stored))
    return items, data, creators, attached


def _stored_files(storage: Path, attached: object) -> tuple[Path, ...]:
    """The files within Zotero's own folder; what is linked from elsewhere is left alone."""
    found = []
    for key, told in attached if isinstance(attached, list) else ():
        name = told.removeprefix("storage:")
        if told == name or not key.isalnum() or name in ("", ".", "..") or set(name) & set("/\\\0"):
            continue
        path = storage / key / name
        # Not through a link: it could lead anywhere.
        if path.is_file() and os.path.realpath(path) == os.path.join(
            os.path.realpath(storage), key, name
        ):
            found.append(path)
    return tuple(found)


def _reference(
    where: str,
    kind: str,
    key: str,
    fields: dict[str, str],
    creators: list[str],
    stored: tuple[Path, ...],
) -> Reference:
    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    return Reference(
        where,
        id=f"zotero:{key}",
        type=_TYPES.get(kind, ""),
        title=first("title"),
        author="; ".join(name for name in creators if name),
        issued=_day(first("date")),
        container_title=first(*_CONTAINERS),
        publisher=first(*_PUBLISHERS),
        language=first("language"),
        url=first("url"),
        doi=first("DOI"),
        abstract=first("abstractNote"),
        note=first("extra"),
        attachments=stored,
    )


def _day(told: str) -> str:
    """Zotero writes "2021-05-00 May 2021": what is not known is 00."""
    found = _DAY.match(told)
    if found is None:
        return ""
    year, month, day = found.groups()
    if year == "0000":
        return ""
    return "-".join((year, *(() if month == "00" else (month,) if day == "00" else (month, day))))


def _trouble(error: Exception, path: Path) -> str:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return f"{path.name} could not be read within {SECONDS:.0f} seconds; it may be damaged."
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return f"{path.name} is in use. Close Zotero, then try again."
    if code == sqlite3.SQLITE_NOTADB:
        return f"{path.name} is not a Zotero library."
    return f"{path.name} is damaged, so it cannot be read as a Zotero library."
