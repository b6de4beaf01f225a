"""The reviewer's own claims that have a verdict in force, found by their words. Ranks by bm25."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from app.library.statements import Statements
from app.library.store import Row, Store
from app.model.match import Judged

_JUDGED = (
    "SELECT c.id, c.statement, a.id, a.title, a.published, "
    "v.rating, v.scale, v.rationale, v.reviewer, v.given "
    "FROM reviews r JOIN verdicts v ON v.id = r.verdict_id "
    "JOIN claims c ON c.id = r.claim_id JOIN articles a ON a.id = c.article_id ORDER BY c.id"
)


class JudgedClaims:
    """The judged claims of one library. They are few: their words are kept in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._statements = Statements()
        self._rows: list[Row] = []
        self._seen = (-1, -1)

    def best(self, terms: Sequence[str], limit: int, *, but: int = 0) -> list[tuple[Judged, float]]:
        """The claims with any of these terms and their bm25, the best first; never claim `but`.

        Raises LibraryError.
        """
        with self._lock:
            self._catch_up()
            found = self._statements.best(terms, limit + 1)
            judged = [(Judged(*self._rows[place]), score) for place, score in found]
        return [one for one in judged if one[0].claim_id != but][:limit]

    def close(self) -> None:
        """Let go of the memory."""
        with self._lock:
            self._statements.close()
            self._rows, self._seen = [], (-1, -1)

    def _catch_up(self) -> None:
        """Take notice of verdicts given since the last look."""
        version = self._store.value("PRAGMA data_version")
        seen = (version, self._store.db.conn.total_changes)
        if seen != self._seen:
            self._rows = self._store.rows(_JUDGED)
            self._statements.hold([row[1] for row in self._rows])
            self._seen = seen
