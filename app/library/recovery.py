"""A damaged library made into a working one: what can be read of it, the rest from a backup.

The damaged files are read from copies and set aside untouched. A row counts as read where its
digest vouches for it. Must not know a window or a verb.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from app.library import backups
from app.library.check import check
from app.library.connection import open_writer
from app.library.digests import FIRST, chained_digest
from app.library.reviews import VERDICT
from app.library.salvage import Salvaged, salvage
from app.library.schema import vouch_again
from app.library.store import Store, marks, utc_now
from app.model.errors import LibraryError
from app.model.library import Recovery

#: What is carried over, owners before what they own; undo is not, it speaks of what was there.
TABLES = (
    *("articles", "article_texts", "zones", "excuses", "claims", "parts", "mentions"),
    *("batches", "sources", "source_records", "copies", "passages"),
    *("verdicts", "evidence", "reviews", "journal"),
)

#: The table of what a finding is about, and the column with its id.
_OF_NOUN = {
    "evidence": ("evidence", "id"),
    "claim": ("claims", "id"),
    "passage": ("passages", "id"),
    "source": ("sources", "id"),
    "article": ("articles", "id"),
}

#: What a verdict that nobody can read any more is replaced by, so that the log stays a chain.
LOST = "lost to damage"


def recover(path: Path, now: datetime) -> Recovery:
    """Put a working library in the place of a damaged one that nobody has open.

    Raises LibraryError, and leaves everything as it was, where there is no room for it.
    """
    try:
        with tempfile.TemporaryDirectory(prefix=path.name + ".", dir=path.parent) as folder:
            return _recover(path, Path(folder), now)
    except (OSError, sqlite3.Error) as error:
        raise LibraryError(
            f"The library {path} could not be recovered, and was left as it is.",
            "Check that its folder may be written to and has room, or restore a backup.",
        ) from error


def _recover(path: Path, folder: Path, now: datetime) -> Recovery:
    found = salvage(_copied(path, folder / "damaged"), TABLES)
    backup = next((one.path for one in backups.all_of(path) if backups.is_good(one.path)), None)
    saved = Salvaged()
    if backup is not None:
        shutil.copyfile(backup, folder / "backup")
        open_writer(folder / "backup").close()  # Brings an older one up to date.
        saved = salvage(folder / "backup", TABLES)
    fresh = folder / "fresh"
    with closing(open_writer(fresh)) as store:
        lost = _Merge(store, found, saved).run()
        if backup is None and not found.complete:
            lost.append("There is no backup to take the rest from.")
        store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    aside = backups.put_in_place(path, fresh, now, "damaged")
    return Recovery(aside, backup, tuple(lost))


def _copied(path: Path, folder: Path) -> Path:
    folder.mkdir()
    for ending in ("", "-wal"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            shutil.copyfile(beside, folder / ("library" + ending))
    return folder / "library"


class _Merge:
    """One new library filled from what was read of the damaged one, and from a backup."""

    def __init__(self, store: Store, found: Salvaged, saved: Salvaged) -> None:
        self._store = store
        self._found = found
        self._saved = saved
        self._bad: dict[str, set[int]] = {}
        self._lost: list[str] = []

    def run(self) -> list[str]:
        """Fill the library; answers what is lost, one sentence each."""
        store = self._store
        store.db.conn.execute("PRAGMA foreign_keys=OFF")
        with store.transaction():
            for table in TABLES:
                if table != "verdicts":
                    self._put(table, self._found)
            self._log()
            if self._found.unvouched:
                vouch_again(store.db)
            self._drop_bad()
            for table in TABLES:
                if table != "verdicts" and (table in self._bad or table in self._found.torn):
                    self._put(table, self._saved)
            missing = self._drop_bad(tell=True)
            self._lost += missing + self._drop_orphans()
            for table, last in self._found.last_ids.items():
                self._never_again(table, last)
            store.run("INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')")
        self._count_what_is_gone()
        store.db.conn.execute("PRAGMA foreign_keys=ON")
        return self._lost

    def _put(self, table: str, origin: Salvaged) -> None:
        rows = origin.rows.get(table, {})
        names = {row[1] for row in self._store.rows(f"PRAGMA table_info({table})")}
        for row in rows.values():
            kept = {name: value for name, value in row.items() if name in names}
            columns = ", ".join(f'"{name}"' for name in kept)
            with suppress(sqlite3.Error, LibraryError):
                # Where STRICT or a NOT NULL refuses a value, the row is not what was written.
                self._store.run(
                    f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks(len(kept))})",
                    tuple(kept.values()),
                )

    def _log(self) -> None:
        """The log of verdicts: each from where it is as it was given, chained anew over gaps."""
        found, saved = (one.rows.get("verdicts", {}) for one in (self._found, self._saved))
        last = max([*found, *saved, self._found.last_ids.get("verdicts", 0)], default=0)
        before, unsure = FIRST, False
        names = VERDICT.split(", ")
        for number in range(1, last + 1):
            values, doubt = None, unsure
            for row, known in ((found.get(number), found), (saved.get(number), saved)):
                if row is None:
                    continue
                previous = known.get(number - 1, {}).get("row_digest", FIRST)
                told = [row.get(name) for name in names]
                sure = row["row_digest"] == chained_digest(previous, told)
                if sure:
                    values, doubt = told, False
                    break
                if values is None and number - 1 not in known and number > 1:
                    values, doubt = told, True
            if values is None:
                self._lost.append(f"Verdict {number} could not be read.")
                values = [number, 0, "", LOST, LOST, "", utc_now(), "[]", "", "", ""]
            elif doubt:
                self._lost.append(f"Verdict {number} was read but nothing vouches for it.")
            before = chained_digest(before, values)
            self._store.run(
                f"INSERT INTO verdicts ({VERDICT}, row_digest) VALUES ({marks(12)})",
                (*values, before),
            )

    def _drop_bad(self, *, tell: bool = False) -> list[str]:
        """Take out the rows that nothing vouches for, with what belongs to them."""
        lost = []
        for finding in self._findings():
            noun, number = finding
            table, key = _OF_NOUN[noun]
            self._bad.setdefault(table, set()).add(number)
            self._delete(table, key, number)
            if tell:
                lost.append(f"{noun.capitalize()} {number} is not as it was written; it was left.")
        return lost

    def _findings(self) -> Iterator[tuple[str, int]]:
        seen = set()
        for finding in check(self._store, deep=False):
            one = (finding.noun, finding.id)
            if finding.noun in _OF_NOUN and one not in seen:
                seen.add(one)
                yield one

    def _delete(self, table: str, key: str, number: int) -> None:
        owned = {
            "claims": ("parts", "mentions", "reviews"),
            "articles": ("article_texts",),
            "sources": ("copies",),
        }
        self._store.run(f"DELETE FROM {table} WHERE {key} = ?", (number,))
        for other in owned.get(table, ()):
            self._bad.setdefault(other, set())
            column = {"claims": "claim_id", "articles": "article_id", "sources": "source_id"}[table]
            self._store.run(f"DELETE FROM {other} WHERE {column} = ?", (number,))

    def _drop_orphans(self) -> list[str]:
        lost = []
        while orphans := self._store.rows("PRAGMA foreign_key_check"):
            for table, rowid, missing, _ in orphans:
                if table in ("claims", "evidence", "passages", "sources", "reviews"):
                    noun = table.rstrip("s") if table != "evidence" else table
                    lost.append(f"{noun.capitalize()} {rowid} lost its place in {missing}.")
                self._store.run(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
        return list(dict.fromkeys(lost))

    def _never_again(self, table: str, last: int) -> None:
        if table == "verdicts" or table not in TABLES:
            return
        known = self._store.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        if known is None:
            self._store.run("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, last))
        elif known < last:
            self._store.run("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (last, table))

    def _count_what_is_gone(self) -> None:
        for table in sorted(self._found.torn - {"verdicts"}):
            rows = self._store.value(f"SELECT count(*) FROM {table}")
            self._lost.append(
                f"The table of {table} is torn: {rows:,} rows of it were saved, and what was "
                "written there after the last backup may be missing."
            )
