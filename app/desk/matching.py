"""Matching: which passages of the library speak of a claim, and how. It links nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from time import perf_counter
from typing import TypeVar

from app.library.library import Library
from app.matching.differences import find_differences
from app.matching.free_query import parse_query, places_of
from app.matching.query import query_terms
from app.matching.rank import SCORER, WEIGHED, rank
from app.model.claim import Claim
from app.model.errors import NotFound
from app.model.match import Check, Earlier, Judged, Match, Matches
from app.model.search import Hit, Searched
from app.model.source import Passage, Source
from app.model.span import Span
from app.model.work import Work
from app.text.normal import normalise

#: Among so many of the best a linked passage is looked for.
POOL = 100

#: So many judged claims are compared with a claim, and so many shown at most: of the reviewer's
#: own, and of those that others checked.
JUDGED_POOL, MOST_EARLIER = 20, 3
#: A judged claim of a lower score says something else.
MUCH_THE_SAME = 60.0

#: A longer text is asked by its beginning (characters): no claim is longer, and a page without
#: full stops would keep the reviewer waiting.
LONGEST_QUERY = 5_000

Key = TypeVar("Key")
Found = Sequence[tuple[Passage, Source, float]]


class Matching:
    """Matches of claims and texts against one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def for_claim(self, claim_id: int, limit: int = 5) -> Matches:
        """The passages that speak of this claim, best first. Raises NotFound, LibraryError.

        Offsets count the claim's `wording`: the days that its `statement` supplies are the
        matcher's to settle, and would be told as differences of their own.
        """
        claim = self._library.claims.get(claim_id)
        searched = self._library.sources.count()
        return self._match(claim.wording, limit, self._day_of(claim), searched, claim.id)

    def for_text(self, text: str, limit: int = 5, day: date | None = None) -> Matches:
        """The passages that speak of this text, best first.

        `day` is when the text was published, for its "on Wednesday". Offsets in the answer count
        its `query`, which is the text as it can be stored, cut where it is endless. Raises
        LibraryError.
        """
        return self._match(text, limit, day, self._library.sources.count())

    def batch(
        self, queries: Iterable[tuple[Key, str]], limit: int, work: Work
    ) -> Iterator[tuple[Key, Matches]]:
        """The matches of many (id, text), one by one in their order. Raises Cancelled."""
        self.prepare(work)
        searched = self._library.sources.count()
        for done, (name, text) in enumerate(queries, 1):
            work.tick(done)
            yield name, self._match(text, limit, None, searched)

    def search(self, text: str, limit: int = 20) -> Searched:
        """The passages that have all that `text` asks for, the best first.

        Words, "phrases", prefixes ("dipl*") and filters of the source: kind: after: before: lang:
        publisher: in: (its title). Where nothing is found the answer tells which of the words do
        occur. Raises LibraryError.
        """
        begun = perf_counter()
        query = parse_query(normalise(text)[0])
        found = self._library.free_search.find(query, limit)
        self._library.passages.must_be_as_written(passage for passage, _, _ in found)
        hits = tuple(
            Hit(passage, source, places_of(query, passage.text)) for passage, source, _ in found
        )
        occurring: tuple[tuple[str, int], ...] = ()
        if not hits:
            occurring = tuple(
                (one.text, self._library.free_search.occurring(one)) for one in query.wanted
            )
        return Searched(query, hits, occurring, (perf_counter() - begun) * 1000)

    def prepare(self, work: Work) -> None:
        """Make ready what lets a large library be searched at once, as far as it is not.

        Kept beside the library and made again whenever it is missing: for after an import and for
        the start, in the background. A million passages take about half a minute. Raises Cancelled
        (what was made is kept), LibraryError.
        """
        self._library.search.prepare(work)

    def of_passage(self, claim_id: int, passage_id: int) -> tuple[Match, str]:
        """The match of a claim with one passage, and the scorer that ranked it.

        The scorer is empty, and the score 0, where the index does not suggest that passage for
        this claim; what differs is told all the same. Raises NotFound.
        """
        claim = self._library.claims.get(claim_id)
        passage = self._library.passages.get(passage_id)
        day = self._day_of(claim)
        query = _query(claim.wording)
        found = self._found(query, POOL)
        if any(one.id == passage_id for one, _, _ in found):
            # Most linked passages stand on top; explaining all of them is for the rest. Up to
            # WEIGHED a longer list leaves the scores as they were when the passage was suggested.
            for limit in (10, WEIGHED, POOL):
                for match in rank(query, found, query_day=day, limit=limit):
                    if match.passage.id == passage_id:
                        return match, SCORER
        source = self._library.sources.get(passage.source_id)
        differences = find_differences(
            query, passage.text, day, passage_day(source), title=source.title
        )
        return Match(passage, source, 0.0, (), (), tuple(differences)), ""

    def of_source(self, claim_id: int, source_id: int) -> Match:
        """The match of a claim with that passage of a source that speaks of it most, or with its
        first one where none does. Raises NotFound, LibraryError."""
        claim = self._library.claims.get(claim_id)
        source = self._library.sources.get(source_id)
        passages = self._library.passages.of_source(source_id)
        if not passages:
            raise NotFound(f"“{source.title}” has no passage.")
        query, day = _query(claim.wording), self._day_of(claim)
        in_index = [one for one in self._found(query, POOL) if one[1].id == source_id]
        # A source of many passages is weighed by its beginning where the index knows none of them.
        found = in_index or [(one, source, 1.0) for one in passages[:POOL]]
        best = next(iter(rank(query, found, query_day=day, limit=1)), None)
        return self.of_passage(claim_id, best.passage.id if best else passages[0].id)[0]

    def _match(
        self, text: str, limit: int, day: date | None, searched: int, claim_id: int = 0
    ) -> Matches:
        begun = perf_counter()
        query = _query(text)
        found = self._found(query, max(WEIGHED, limit))
        candidates = rank(query, found, query_day=day, limit=limit)
        self._library.passages.must_be_as_written(match.passage for match in candidates)
        earlier = self._earlier(query, day, claim_id)
        elapsed = (perf_counter() - begun) * 1000
        return Matches(query, SCORER, candidates, elapsed, searched, earlier)

    def _earlier(self, query: str, day: date | None, claim_id: int) -> tuple[Earlier, ...]:
        """The claims judged before, `claim_id` left aside, that say much the same as `query`."""
        terms = query_terms(query)
        own = self._library.judged.best(terms, JUDGED_POOL, but=claim_id)
        checks = self._library.checks.best(terms, JUDGED_POOL)
        found = (*_much_the_same(query, day, own), *_much_the_same(query, day, checks))
        return tuple(sorted(found, key=lambda one: -one.score))

    def _found(self, query: str, most: int) -> Found:
        terms = query_terms(query)
        found = self._library.search.best_passages(terms, most) if terms else []
        unseen = self._library.unfinished.ids()
        return [one for one in found if one[1].id not in unseen] if unseen else found

    def _day_of(self, claim: Claim) -> date | None:
        return self._library.articles.get(claim.article_id).publication.date


def _much_the_same(
    query: str, day: date | None, found: Sequence[tuple[Judged | Check, float]]
) -> tuple[Earlier, ...]:
    """Those of the judged claims found that say much the same as `query`, the most alike first."""
    ranked = rank(
        query,
        [_as_passage(place, *one) for place, one in enumerate(found)],
        query_day=day,
        limit=MOST_EARLIER,
    )
    return tuple(
        Earlier(found[match.passage.id][0], match.score, match.differences)
        for match in ranked
        if match.score >= MUCH_THE_SAME
    )


def _as_passage(place: int, judged: Judged | Check, bm25: float) -> tuple[Passage, Source, float]:
    """A judged claim in the form of what is ranked, each one its own source."""
    text = judged.statement
    source = Source(place, str(place), "", published=judged.published)
    return Passage(place, place, Span(0, len(text)), text, ""), source, bm25


def _query(text: str) -> str:
    return normalise(text)[0][:LONGEST_QUERY]


def passage_day(source: Source) -> date | None:
    """The day on which a source was published, None where only a year or month is known."""
    try:
        return date.fromisoformat(source.published)
    except ValueError:
        return None
