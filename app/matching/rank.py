"""Puts the passages that an index found for a claim in order, and says of each why it is there.

Knows no database. Names, numbers and dates are shown beside a match and never move it: a source
that differs is often the most valuable one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from rapidfuzz import fuzz

from app.matching.differences import find_differences
from app.matching.query import is_common
from app.matching.shared import shared_words
from app.matching.side import read_side
from app.model.match import Difference, DifferenceKind, Match, Relation
from app.model.source import Passage, Source
from app.text.words import fold_text, stem

#: The version of the score; kept with every link, and raised whenever a figure here changes.
SCORER = "1"

RARE = "rare words in common"
WORDING = "wording"
COVERAGE = "coverage of the claim's words"
NAMES = "names in common"

#: How much each part counts. Few constants, chosen on three public sets together and not learned:
#: weights learned on some sets were no better than the index's own order on others.
WEIGHTS = {RARE: 0.50, WORDING: 0.25, COVERAGE: 0.25}

#: So many of the found passages are weighed with care; below them none rose to the first ten.
WEIGHED = 30
#: Letters in any order are alike to this degree: two texts that share nothing.
CHANCE = 0.40
#: Among the first five shown, at most so many passages of one source.
FIRST, PER_SOURCE = 5, 2
#: Longer texts than this are compared by their beginning.
_LONGEST_QUERY, _LONGEST_PASSAGE = 1_000, 2_000

Found = Sequence[tuple[Passage, Source, float]]

# Words as an index cuts them, numbers whole. Linear: each step takes what no other can.
_TOKEN = re.compile(r"[^\W_]+(?:(?<=\d)[.,:]\d[^\W_]*)*")


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A found passage with its parts, each from 0 to 100, and the score they add up to."""

    passage: Passage
    source: Source
    parts: tuple[tuple[str, float], ...]
    score: float


def rank(
    query: str, found: Found, *, query_day: date | None = None, limit: int = 5
) -> tuple[Match, ...]:
    """The best `limit` of the found passages for `query`, explained, best first.

    `found` gives each passage with its source and its bm25 as a positive number, best first.
    `query_day` is when the claim's article was published.

    The score runs from 0 to 100 and is the weighted sum of its parts (WEIGHTS), so that a copy of
    the claim is near 100 and a passage that shares two common words is near 0 even when nothing
    better was found: the bm25 counts as a share of the best one, times how much of the claim that
    best one covers. Of the first five, at most two are of one source; its others follow after.
    Method: bm25 with rapidfuzz's partial ratio as the second opinion; words weigh by how few of
    the found passages have them (Robertson and Spärck Jones, 1976).
    """
    if limit < 1:
        return ()
    ordered = _several_sources(_weigh(query, found, max(WEIGHED, limit)))
    return tuple(_explain(query, query_day, one) for one in ordered[:limit])


def _weigh(query: str, found: Found, most: int) -> list[_Weighed]:
    """The first `most` found passages with score and parts, best first.

    How rare a word is shows in all of them, so all are looked through for the claim's words.
    """
    asked = fold_text(query[:_LONGEST_QUERY])
    terms = {stem(word) for word in _TOKEN.findall(asked) if not is_common(word)}
    if not terms or not found:
        return []
    folded = [fold_text(passage.text[:_LONGEST_PASSAGE]) for passage, _, _ in found]
    shared = [_shared_terms(terms, text) for text in folded]
    weights = _weights(terms, shared)
    total = sum(weights.values())
    covered = [sum(weights[term] for term in terms_of) / total for terms_of in shared]
    best = max(bm25 for _, _, bm25 in found) or 1.0
    # bm25 has no scale of its own: how much of the claim the index's best ones cover gives it one.
    reach = max(covered[:3])
    weighed: list[_Weighed] = []
    for (passage, source, bm25), text, coverage in list(zip(found, folded, covered, strict=True))[
        :most
    ]:
        alike = fuzz.partial_ratio(asked, text) / 100
        parts = (
            (RARE, 100 * reach * max(bm25, 0.0) / best),
            (WORDING, 100 * max(0.0, alike - CHANCE) / (1 - CHANCE)),
            (COVERAGE, 100 * coverage),
        )
        score = sum(WEIGHTS[name] * value for name, value in parts)
        weighed.append(_Weighed(passage, source, parts, score))
    return sorted(weighed, key=lambda one: -one.score)


def _shared_terms(terms: set[str], text: str) -> set[str]:
    """Which of the stems a folded text has; only words that begin like one of them are stemmed."""
    beginnings = {term[:2] for term in terms}
    words = {word for word in _TOKEN.findall(text) if word[:2] in beginnings}
    return {stem(word) for word in words} & terms


def _weights(terms: set[str], shared: list[set[str]]) -> dict[str, float]:
    """How rare each stem is among the found passages; one that none has is rarest."""
    having = Counter(term for terms_of in shared for term in terms_of)
    count = len(shared)
    return {term: log(1 + (count - having[term] + 0.5) / (having[term] + 0.5)) for term in terms}


def _several_sources(ordered: list[_Weighed]) -> list[_Weighed]:
    """The same order, but of the first five at most two are of one source."""
    first: list[_Weighed] = []
    later: list[_Weighed] = []
    per_source: Counter[int] = Counter()
    for place, one in enumerate(ordered):
        if len(first) == FIRST:
            return [*first, *later, *ordered[place:]]
        if per_source[one.source.id] < PER_SOURCE:
            per_source[one.source.id] += 1
            first.append(one)
        else:
            later.append(one)
    return [*first, *later]


def _explain(query: str, query_day: date | None, one: _Weighed) -> Match:
    """The match with its shared words and differences."""
    passage_day = _day_of(one.source)
    text = one.passage.text
    differences = find_differences(query, text, query_day, passage_day, title=one.source.title)
    shared = shared_words(read_side(query, query_day), read_side(text, passage_day))
    parts = [*one.parts]
    names = _names_in_common(differences)
    if names is not None:
        parts.append((NAMES, names))
    told = tuple((name, round(value, 1)) for name, value in parts)
    return Match(one.passage, one.source, round(one.score, 1), told, shared, differences)


def _names_in_common(differences: tuple[Difference, ...]) -> float | None:
    """The share of the claim's names that the passage or its title gives; None without names."""
    names = [one.relation for one in differences if one.kind is DifferenceKind.NAME]
    if not names:
        return None
    return 100 * names.count(Relation.SAME) / len(names)


def _day_of(source: Source) -> date | None:
    """The day of publication, None where only a month or year is known."""
    try:
        return date.fromisoformat(source.published)
    except ValueError:
        return None
