"""What the reviewer types, looked up in the full-text index. User text never is a query language.

Every word becomes one quoted string of FTS5, every value is bound. Knows no ranking but bm25.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.library.search import Found, Search, clean_terms, columns_of, quoted
from app.library.signing import PASSAGE
from app.library.sources import RECORD, UNSEEN, passage_of, source_of
from app.library.store import Store
from app.library.unspaced import is_unspaced
from app.model.search import MOST_COUNTED, FreeQuery, Wanted

#: More passages than this are not put in order by bm25: a word that is everywhere tells none apart.
MOST_RANKED = 2_000
#: So many passages that may have a word of Chinese or Japanese are looked through for it.
MOST_UNSPACED = 1_000

_SOURCES = "JOIN sources s ON s.id = p.source_id"
_SEEN = f"p.source_id NOT IN ({UNSEEN})"
_FROM = f"FROM passages p {_SOURCES}"
_FROM_INDEX = f"FROM passages_fts JOIN passages p ON p.id = passages_fts.rowid {_SOURCES}"


class FreeSearch:
    """The passages of one library by typed words and filters."""

    def __init__(self, store: Store, search: Search) -> None:
        self._store = store
        self._search = search

    def find(self, query: FreeQuery, limit: int) -> list[Found]:
        """The passages that have all that is asked for, the best first, with their bm25.

        Beyond MOST_RANKED passages, and where only filters are given, their bm25 is 0
        and they come as they were added.
        Raises LibraryError.
        """
        conditions, values = _filters(query)
        spaced = [one for one in query.wanted if not is_unspaced(one.text)]
        for one in query.wanted:
            if one not in spaced:
                conditions.append("p.id IN (SELECT value FROM json_each(?))")
                conditions.append("instr(p.text, ?) > 0")
                values += [self._with_pairs(one.text), _storable(one.text)]
        expression = " AND ".join(filter(None, map(_expression, spaced)))
        if limit <= 0 or not (expression or conditions):
            return []
        if not expression:
            return self._rows(f"0.0 {_FROM}", conditions, values, "p.id", limit)
        conditions.insert(0, "passages_fts MATCH ?")
        values.insert(0, expression)
        if self._count(conditions, values, MOST_RANKED + 1) > MOST_RANKED:
            return self._rows(f"0.0 {_FROM_INDEX}", conditions, values, "passages_fts.rowid", limit)
        return self._rows(f"-rank {_FROM_INDEX}", conditions, values, "rank, p.id", limit)

    def holding(self, phrases: Sequence[str], limit: int) -> tuple[int, ...]:
        """The ids of sources with a passage that has one of these phrases, `limit` at most."""
        found = self._store.rows(
            "SELECT DISTINCT p.source_id FROM passages_fts JOIN passages p "
            f"ON p.id = passages_fts.rowid WHERE passages_fts MATCH ? AND {_SEEN} LIMIT ?",
            (" OR ".join(map(quoted, phrases)), limit),
        )
        return tuple(row[0] for row in found)

    def occurring(self, wanted: Wanted) -> int:
        """In how many passages one word or phrase stands; counting stops at MOST_COUNTED."""
        if is_unspaced(wanted.text):
            found = self._search.best_passages([wanted.text], MOST_UNSPACED)
            return sum(wanted.text in passage.text for passage, _, _ in found)
        expression = _expression(wanted)
        if not expression:
            return 0
        return self._count(["passages_fts MATCH ?"], [expression], MOST_COUNTED)

    def _with_pairs(self, text: str) -> str:
        found = self._search.best_passages([text], MOST_UNSPACED)
        return "[" + ",".join(str(passage.id) for passage, _, _ in found) + "]"

    def _count(self, conditions: list[str], values: list[Any], most: int) -> int:
        count: int = self._store.value(
            f"SELECT count(*) FROM (SELECT 1 {_FROM_INDEX} "
            f"WHERE {' AND '.join((*conditions, _SEEN))} LIMIT ?)",
            (*values, most),
        )
        return count

    def _rows(
        self, what: str, conditions: list[str], values: list[Any], order: str, limit: int
    ) -> list[Found]:
        rows = self._store.rows(
            f"SELECT {columns_of('p', PASSAGE)}, {columns_of('s', RECORD)}, {what} "
            f"WHERE {' AND '.join((*conditions, _SEEN))} ORDER BY {order} LIMIT ?",
            (*values, limit),
        )
        with self._store.understanding():
            return [(passage_of(row[:6]), source_of(row[6:-1]), row[-1]) for row in rows]


def _filters(query: FreeQuery) -> tuple[list[str], list[Any]]:
    """The conditions on the source, and the values bound in them."""
    given = (
        ("instr(lower(s.kind), ?) > 0", query.kind),
        ("s.published >= ?", query.after),
        ("s.published <> '' AND s.published < ?", query.before),
        ("lower(s.language) = ?", query.language),
        ("instr(lower(s.publisher), ?) > 0", query.publisher),
        ("instr(lower(s.title), ?) > 0", query.title),
    )
    kept = [(condition, value) for condition, value in given if value]
    return [condition for condition, _ in kept], [_storable(value) for _, value in kept]


def _storable(value: str) -> str:
    return value.encode("utf-8", "ignore").decode()


def _expression(wanted: Wanted) -> str:
    """One word or phrase as FTS5 reads it, or "" where it has no letter."""
    [*terms] = clean_terms([wanted.text])
    return quoted(terms[0]) + ("*" if wanted.prefix else "") if terms else ""
