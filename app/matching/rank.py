"""Puts the passages that an index found for a claim in order, and says of each why it is there.

Knows no database. Names, numbers and dates are shown beside a match and never move it: a source
that differs is often the most valuable one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from app.matching.differences import find_differences
from app.matching.query import asked_words, is_common
from app.matching.shared import shared_words
from app.matching.side import read_side
from app.model.match import Difference, DifferenceKind, Match, Relation
from app.model.source import Passage, Source
from app.text.words import fold_text

#: The version of the score; kept with every link, and raised whenever a figure here changes.
SCORER = "3"

RARE = "rare words in common"
COVERAGE = "coverage of the claim's wording"
COMPANY = "likeness to better matches"
NAMES = "names in common"

#: How much each part counts for the order. Few constants, chosen on three public sets together and
#: not learned: weights learned on some sets were no better on others, and any near these do.
WEIGHTS = {RARE: 1 / 3, COVERAGE: 2 / 3}
#: A passage rises so much of the way to the matches that it is most like, so many of them.
LIFT, NEIGHBOURS = 0.4, 3

#: So many of the found passages are weighed with care; below them few rose to the first ten.
WEIGHED = 50
#: Wording is compared by all its stretches of so many letters, across words.
STRETCH = 5
#: A claim's words that only the title has, and not the passage below it, count so much of theirs.
TITLE = 0.5
#: How the weighed sum becomes a score: exponents of the sum and of what the best matches have in
#: common with the claim, and where the middle of the scale lies. `calibrated` tells how measured.
OWN, REACH, MIDDLE = 2.4, 1.8, 0.0055
#: Among the first five shown, at most so many passages of one source.
FIRST, PER_SOURCE = 5, 2
#: So many other passages of its source a match names at most.
MORE = 5
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

    The order is that of two parts: the bm25 as a share of the best one; and the share of the
    claim's wording that the passage has (a source's first one with its title, as in the index), by
    stretches of five letters, each weighing by how few of the found passages have it. A passage
    that is much like better matches rises some of the way to them; none falls. The score tells
    that on a scale from 0 to 100 (`calibrated`), so that a copy of the claim is near 100 and a
    passage that shares two common words is near 0 even when nothing better was found.

    Of the first five, at most two are of one source; its others follow after, and each match names
    in `more` what else was found of its source and is not shown by itself.
    Method: character n-grams for wording (McNamee and Mayfield, Character n-gram tokenization,
    2004); weights by Robertson and Spärck Jones, 1976; likeness in `lifts`.
    """
    if limit < 1:
        return ()
    ordered = _several_sources(_weigh(query, found, max(WEIGHED, limit)))
    return tuple(
        _explain(query, query_day, one, more)
        for one, more in zip(ordered[:limit], _more(ordered, limit), strict=True)
    )


def calibrated(weighed: float, reach: float) -> float:
    """The score, from 0 to 100, of parts that add up to `weighed` (0 to 1).

    `reach` is how much the best matches and the claim have in common (0 to 1): one factor for all
    passages of a query, so that their order stays. The three constants were set on judged pairs of
    three public sets (claims and web pages, claims and an encyclopedia, posts and checked claims):
    of the true matches among the first five seven in ten stand at 45 and above, where the meter
    shows three steps of five; of the best that a library about other things has to offer nearly
    nine in ten stand below.
    """
    told = float(weighed**OWN * reach**REACH)
    return 100 * (1 + MIDDLE) * told / (told + MIDDLE)


def _weigh(query: str, found: Found, most: int) -> list[_Weighed]:
    """The first `most` found passages with score and parts, best first.

    How rare a stretch is shows in all of them.
    """
    # Loaded on first use: it brings NumPy, and a window without a match needs none.
    from app.matching.likeness import lifts

    asked = _asked(query[:_LONGEST_QUERY])
    if all(is_common(word) for word in asked.split()) or not found:
        return []
    worded = [_Worded(asked, passage, source) for passage, source, _ in found[:most]]
    weights = _weights(_stretches(asked), [one.told for one in worded])
    covered = [one.covered(weights) for one in worded]
    best = max(bm25 for _, _, bm25 in found) or 1.0
    shares = [max(bm25, 0.0) / best for _, _, bm25 in found[:most]]
    sums = [
        WEIGHTS[RARE] * share + WEIGHTS[COVERAGE] * coverage
        for share, coverage in zip(shares, covered, strict=True)
    ]
    lifted = [LIFT * one for one in lifts([one.text for one in worded], sums, NEIGHBOURS)]
    first = sorted(range(len(sums)), key=lambda place: -sums[place])[:3]
    reach = max(worded[place].in_common for place in first)
    weighed: list[_Weighed] = []
    for place, (passage, source, _) in enumerate(found[:most]):
        values = {
            # Alone the share of the best bm25 would be 100 for the best of the worst.
            RARE: shares[place] * max(covered),
            COVERAGE: covered[place],
            COMPANY: lifted[place],
        }
        parts = tuple((name, 100 * value) for name, value in values.items())
        score = calibrated(sums[place] + lifted[place], reach)
        weighed.append(_Weighed(passage, source, parts, score))
    return sorted(weighed, key=lambda one: -one.score)


class _Worded:
    """Which stretches of the query a passage has, and which only the title above it."""

    def __init__(self, asked: str, passage: Passage, source: Source) -> None:
        text = _run_on(passage.text[:_LONGEST_PASSAGE])
        # As in the index: the first passage of a source stands below its title.
        title = _run_on(source.title) if passage.span.start == 0 else ""
        wanted, own = _stretches(asked), _stretches(text)
        self.text = title + text
        self.said = wanted & own
        self.told = self.said | (wanted & _stretches(title))
        self.in_common = sqrt(
            len(self.told) / (len(wanted) or 1) * len(self.said) / (len(own) or 1)
        )

    def covered(self, weights: dict[str, float]) -> float:
        """The share of the query's stretches, by weight, that it has."""
        total = sum(weights.values()) or 1.0
        said = sum(map(weights.__getitem__, self.said))
        return (said + TITLE * sum(map(weights.__getitem__, self.told - self.said))) / total


def _asked(query: str) -> str:
    """The query's folded words with one space around each, web addresses left out."""
    return _run_on(" ".join(span.of(query) for span in asked_words(query)))


def _run_on(text: str) -> str:
    """The folded words of a text with one space around each: what stretches are taken from."""
    return f" {' '.join(_TOKEN.findall(fold_text(text)))} "


def _stretches(text: str) -> set[str]:
    """All stretches of a text."""
    return {text[at : at + STRETCH] for at in range(len(text) - STRETCH + 1)}


def _weights(stretches: Iterable[str], having: Sequence[Set[str]]) -> dict[str, float]:
    """How rare each stretch is among the found passages; one that none has is rarest."""
    often = Counter(stretch for one in having for stretch in one)
    count = len(having)
    return {
        stretch: log(1 + (count - often[stretch] + 0.5) / (often[stretch] + 0.5))
        for stretch in stretches
    }


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


def _more(ordered: list[_Weighed], limit: int) -> list[tuple[Passage, ...]]:
    """For each shown match what else was found of its source, best first; told once a source."""
    shown = {one.passage.id for one in ordered[:limit]}
    others: dict[int, list[Passage]] = {}
    for one in ordered[limit:]:
        if one.passage.id not in shown:
            others.setdefault(one.source.id, []).append(one.passage)
    return [tuple(others.pop(one.source.id, ())[:MORE]) for one in ordered[:limit]]


def _explain(query: str, query_day: date | None, one: _Weighed, more: tuple[Passage, ...]) -> Match:
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
    score = round(one.score, 1)
    return Match(one.passage, one.source, score, told, shared, differences, more)


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
