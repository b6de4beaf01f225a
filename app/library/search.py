"""The full-text index: which passages hold which words. Ranks by bm25 alone, explains nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.library.signing import PASSAGE
from app.library.sources import RECORD, passage_of, source_of
from app.library.store import Store
from app.model.source import Passage, Source
from app.model.work import Work

if TYPE_CHECKING:
    from app.library.word_cache import WordCache

#: So many terms of one query are looked up; they come with the rarest-looking first.
MOST_TERMS = 64

#: Up to so many passages the index ranks every term that is asked for.
FEW_PASSAGES = 50_000
#: Beyond, the rarest terms are taken until they occur so often, and at least so many of them.
MOST_POSTINGS, LEAST_TERMS = 15_000, 3

#: A term longer than this is no word.
LONGEST_TERM = 200

Found = tuple[Passage, Source, float]


class Search:
    """The passages of one library by their words."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._words: WordCache | None = None

    def best_passages(self, terms: Sequence[str], limit: int = 100) -> list[Found]:
        """The passages that hold any of these terms, with their bm25 as a positive number.

        The best first, equal ones in the order they were added. Terms are data and never read as
        a query language; only the first 64 different ones count. Raises LibraryError.
        """
        wanted = clean_terms(terms)
        if not wanted or limit <= 0:
            return []
        best = self._cache().best(wanted, limit)
        found = [] if best is None else self._fetched(best.found)
        if best is not None and best.last is None:
            return found
        # What the cache does not know yet was added last; the index weighs its words alike.
        after = 0 if best is None or best.last is None else best.last
        rare = " OR ".join(map(quoted, self._rare_enough(wanted, after)))
        found += self._match(rare, limit, after)
        return sorted(found, key=lambda one: (-one[2], one[0].id))[:limit]

    def prepare(self, work: Work) -> None:
        """Bring the word cache up to date, which makes matching in a large library quick.

        Answers are much the same without it, and as far as it goes it is used while it is made.
        Raises Cancelled (what was made is kept), LibraryError.
        """
        self._cache().refresh(work)

    def close(self) -> None:
        """Let go of the word cache."""
        if self._words is not None:
            self._words.close()

    def _cache(self) -> WordCache:
        if self._words is None:
            # Loaded on first use: it brings NumPy, and a window without a match needs none.
            from app.library.word_cache import WordCache

            self._words = WordCache(self._store)
        return self._words

    def _fetched(self, best: list[tuple[int, float]]) -> list[Found]:
        """The passages of these ids with their sources, in this order; gone ones left out."""
        rows = self._store.rows(
            f"SELECT {columns_of('p', PASSAGE)}, {columns_of('s', RECORD)} "
            "FROM json_each(?) AS wanted JOIN passages p ON p.id = wanted.value "
            "JOIN sources s ON s.id = p.source_id",
            (json.dumps([one for one, _ in best]),),
        )
        with self._store.understanding():
            found = {row[0]: (passage_of(row[:6]), source_of(row[6:])) for row in rows}
        return [(*found[one], score) for one, score in best if one in found]

    def _rare_enough(self, terms: list[str], after: int) -> list[str]:
        """The terms without the most frequent ones where too many passages follow id `after`."""
        # Counting would read every passage; at most so many lie between two ids.
        if (self._store.value("SELECT max(id) FROM passages") or 0) - after <= FEW_PASSAGES:
            return terms
        counted = sorted((self._frequency(term, after), place) for place, term in enumerate(terms))
        kept: list[str] = []
        postings = 0
        for frequency, place in counted:
            if len(kept) >= LEAST_TERMS and postings + frequency > MOST_POSTINGS:
                break
            kept.append(terms[place])
            postings += frequency
        return kept

    def _frequency(self, term: str, after: int) -> int:
        """How many passages have the term; counting stops where it is too many anyway."""
        count: int = self._store.value(
            "SELECT count(*) FROM (SELECT 1 FROM passages_fts "
            "WHERE passages_fts MATCH ? AND rowid > ? LIMIT ?)",
            (quoted(term), after, MOST_POSTINGS),
        )
        return count

    def _match(self, expression: str, limit: int, after: int) -> list[Found]:
        """The best passages of ids above `after`."""
        if not expression or limit <= 0:
            return []
        rows = self._store.rows(
            f"SELECT {columns_of('p', PASSAGE)}, {columns_of('s', RECORD)}, found.score FROM ("
            "SELECT rowid AS passage_id, -rank AS score FROM passages_fts "
            "WHERE passages_fts MATCH ? AND rowid > ? ORDER BY rank LIMIT ?) AS found "
            "JOIN passages p ON p.id = found.passage_id JOIN sources s ON s.id = p.source_id "
            "ORDER BY found.score DESC, p.id",
            (expression, after, limit),
        )
        with self._store.understanding():
            return [(passage_of(row[:6]), source_of(row[6:-1]), row[-1]) for row in rows]


def columns_of(table: str, columns: str) -> str:
    """These columns ("id, text") as those of a table in a query."""
    return ", ".join(f"{table}.{column}" for column in columns.split(", "))


def clean_terms(terms: Iterable[str]) -> list[str]:
    """The different terms as they can be asked for; those with no letter or digit are dropped."""
    kept: dict[str, None] = {}
    for term in terms:
        # What cannot be encoded, and NUL, which would end the expression, stand in no passage.
        clean = term.encode("utf-8", "ignore").decode().replace("\0", " ")[:LONGEST_TERM]
        if any(character.isalnum() for character in clean):
            kept[clean] = None
            if len(kept) == MOST_TERMS:
                break
    return list(kept)


def quoted(term: str) -> str:
    """A term as one FTS5 string: data, and never read as a query."""
    return '"' + term.replace('"', '""') + '"'
