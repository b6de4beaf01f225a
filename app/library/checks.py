"""The claims that others checked, as sources of the library tell of them. Ranks by bm25."""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence

from app.library.source_records import CHECKED
from app.library.sources import UNSEEN
from app.library.statements import Statements
from app.library.store import Row, Store
from app.model.match import Check

_CHECKS = (
    'SELECT r.source_id, s."key", r.csl, s.publisher, s.published, s.url '
    "FROM source_records r JOIN sources s ON s.id = r.source_id "
    f"WHERE r.source_id > ? AND substr(r.csl, 1, {len(CHECKED)}) = ? "
    f"AND s.id NOT IN ({UNSEEN}) ORDER BY r.source_id"
)


class Checks:
    """The checks of one library, their claims kept in memory. May be called from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._statements = Statements()
        self._checks: list[Check] = []
        self._seen = (0, 0)

    def best(self, terms: Sequence[str], limit: int) -> list[tuple[Check, float]]:
        """The checked claims with any of these terms and their bm25, the best first.

        Raises LibraryError.
        """
        with self._lock:
            self._catch_up()
            found = self._statements.best(terms, limit)
            return [(self._checks[place], score) for place, score in found]

    def close(self) -> None:
        """Let go of the memory."""
        with self._lock:
            self._statements.close()
            self._checks, self._seen = [], (0, 0)

    def _catch_up(self) -> None:
        """Take notice of sources that came or went; those that only came are looked at alone."""
        count: int = self._store.value("SELECT count(*) FROM sources")
        last: int = self._store.value("SELECT coalesce(max(id), 0) FROM sources")
        if (count, last) == self._seen:
            return
        before, top = self._seen
        fresh = count - before
        came: int = self._store.value("SELECT count(*) FROM sources WHERE id > ?", (top,))
        if fresh != came:
            self._checks, top = [], 0
        rows = self._store.rows(_CHECKS, (top, CHECKED))
        with self._store.understanding():
            self._checks += [_check(row) for row in rows]
        self._statements.hold([one.statement for one in self._checks])
        self._seen = (count, last)


def _check(row: Row) -> Check:
    source_id, key, csl, publisher, published, url = row
    told = json.loads(csl)["checked"]
    return Check(
        source_id, key, told["text"], told["rating"], told["why"],
        publisher, published, url, told["claimed_by"],
    )  # fmt: skip
