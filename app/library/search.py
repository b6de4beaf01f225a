"""The full-text index: which passages hold which words. Ranks by bm25 alone, explains nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.library.sources import PASSAGE, RECORD, passage_of, source_of
from app.library.store import Store
from app.model.source import Passage, Source

#: So many terms of one query are looked up; they come with the rarest-looking first.
MOST_TERMS = 64

#: A term longer than this is no word.
LONGEST_TERM = 200

Found = tuple[Passage, Source, float]


class Search:
    """The passages of one library by their words."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def best_passages(self, terms: Sequence[str], limit: int = 100) -> list[Found]:
        """The passages that hold any of these terms, with their bm25 as a positive number.

        The best first, equal ones in the order they were added. Terms are data and never read as
        a query language; only the first 64 different ones count. Raises LibraryError.
        """
        return self._match(" OR ".join(_quoted(terms)), limit)

    def contains(self, text: str, limit: int = 100) -> list[Found]:
        """The passages that hold every word of `text`, the last one also as a beginning.

        As `best_passages` otherwise.
        """
        words = _quoted(text.split())
        return self._match(" AND ".join(words) + "*" if words else "", limit)

    def _match(self, expression: str, limit: int) -> list[Found]:
        if not expression or limit <= 0:
            return []
        rows = self._store.rows(
            f"SELECT {_of('p', PASSAGE)}, {_of('s', RECORD)}, found.score FROM ("
            "SELECT rowid AS passage_id, -rank AS score FROM passages_fts "
            "WHERE passages_fts MATCH ? ORDER BY rank LIMIT ?) AS found "
            "JOIN passages p ON p.id = found.passage_id JOIN sources s ON s.id = p.source_id "
            "ORDER BY found.score DESC, p.id",
            (expression, limit),
        )
        with self._store.understanding():
            return [(passage_of(row[:6]), source_of(row[6:20]), row[20]) for row in rows]


def _of(table: str, columns: str) -> str:
    return ", ".join(f"{table}.{column}" for column in columns.split(", "))


def _quoted(terms: Iterable[str]) -> list[str]:
    """The different terms, each as one FTS5 string; those with no letter or digit are dropped."""
    quoted: dict[str, None] = {}
    for term in terms:
        # What cannot be encoded, and NUL, which would end the expression, stand in no passage.
        clean = term.encode("utf-8", "ignore").decode().replace("\0", " ")[:LONGEST_TERM]
        if any(character.isalnum() for character in clean):
            quoted['"' + clean.replace('"', '""') + '"'] = None
            if len(quoted) == MOST_TERMS:
                break
    return list(quoted)
