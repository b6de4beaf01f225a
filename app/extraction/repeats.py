"""Which sentences of an article say the same, so that they are one claim. Knows no zone.

Strict on purpose: one sentence must hold all words of the other, in much the same order, and add
neither a number nor a name. A repetition that is missed costs a second look; two claims taken for
one would hide the second.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from app.model.span import Span
from app.text.words import STOP_WORDS, fold, stem, words

#: Small words that change what a sentence says.
_WEIGHTY = frozenset(
    [
        *("not", "no", "never", "nor", "neither", "cannot", "without", "if", "unless", "until"),
        *("may", "might", "could", "would", "should", "will", "must", "can"),
        *("before", "after", "under", "over", "above", "below", "against", "more", "less", "most"),
        *("fewer", "than", "only", "since", "between", "all", "few", "none"),
    ]
)
_LIGHT = STOP_WORDS - _WEIGHTY
_LEAST_WORDS = 4
_SHARED = 0.75
_ORDER = 0.75
_MOST_CANDIDATES = 40
_LONGEST = 120
#: Repetitions are looked for among so many sentences; no article has more.
_MOST_SENTENCES = 5_000
_PIECE_END = re.compile(r"[,;:–—|]\s")


class Gist:
    """What words say, as stems: in their order, as a set, and those that must not be added."""

    def __init__(self, quote: str) -> None:
        self.order: list[str] = []
        self.telling: set[str] = set()
        for place in words(quote):
            word = place.of(quote)
            folded = fold(word)
            if folded in _LIGHT:
                continue
            stemmed = stem(word)
            self.order.append(stemmed)
            # Numbers, names (capitals not at the start) and words that turn the sense.
            if folded in _WEIGHTY or not word.islower() or folded.endswith(("n't", "n’t")):
                self.telling.add(stemmed)
        self.words = frozenset(self.order)


@lru_cache(maxsize=_MOST_SENTENCES)
def gist_of(quote: str) -> Gist:
    """The gist of a sentence, of a huge one its beginning's, kept for when the article changes."""
    return Gist(quote[:4000])


def same_claims(text: str, spans: Sequence[Span]) -> list[list[int]]:
    """Groups of indexes into `spans` that say the same; each index is in one group, in order."""
    gists = [gist_of(span.of(text)) for span in spans[:_MOST_SENTENCES]]
    places: dict[str, list[int]] = defaultdict(list)
    for index, gist in enumerate(gists):
        for word in gist.words:
            places[word].append(index)
    leader = list(range(len(gists)))
    for index, gist in enumerate(gists):
        if not _LEAST_WORDS <= len(gist.words) <= _LONGEST:
            continue
        rarest = min(gist.words, key=lambda word: (len(places[word]), word))
        for other in places[rarest][:_MOST_CANDIDATES]:
            if other != index and _repeats(gist, gists[other]):
                one, two = _root(leader, index), _root(leader, other)
                leader[max(one, two)] = min(one, two)
    groups: dict[int, list[int]] = defaultdict(list)
    for index in range(len(gists)):
        groups[_root(leader, index)].append(index)
    alone = ([index] for index in range(len(gists), len(spans)))
    return [*groups.values(), *alone]


def headline_mentions(text: str, headline: Span, spans: Sequence[Span]) -> dict[int, Span]:
    """Which of the claims at `spans` a headline repeats, and with which of its words.

    A headline may say two things ("Talks begin, truce holds"), so its pieces between commas are
    tried too, the longest first. All its words must stand in the claim.
    """
    edges = [headline.start, *(found.end() for found in _PIECE_END.finditer(headline.of(text)))]
    edges[1:] = [headline.start + edge for edge in edges[1:6]]
    ends = [*edges[1:], headline.end]
    pieces = [
        _trimmed(text, Span(start, end))
        for number, start in enumerate(edges)
        for end in ends[number:]
    ]
    gists = [(index, gist_of(span.of(text))) for index, span in enumerate(spans[:_MOST_SENTENCES])]
    found: dict[int, Span] = {}
    for piece in sorted(pieces, key=len, reverse=True):
        told = gist_of(piece.of(text))
        if len(told.words) < _LEAST_WORDS or any(piece.overlaps(span) for span in found.values()):
            continue
        for index, claim in gists:
            if index not in found and told.words <= claim.words and _same_turns(told, claim):
                found[index] = piece
                break
    return found


def _repeats(part: Gist, whole: Gist) -> bool:
    """Whether `whole` says all that `part` says and adds nothing that could be checked."""
    if not part.words <= whole.words or len(part.words) < _SHARED * len(whole.words):
        return False
    if (whole.words - part.words) & whole.telling:
        return False
    return Indel.normalized_similarity(part.order, whole.order) >= _ORDER


def _same_turns(one: Gist, other: Gist) -> bool:
    return one.words & _weighty_stems() == other.words & _weighty_stems()


@cache
def _weighty_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _WEIGHTY)


def _root(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index


def _trimmed(text: str, span: Span) -> Span:
    quote = span.of(text)
    start = span.start + len(quote) - len(quote.lstrip())
    end = span.start + len(quote.rstrip(" \t\n,;:–—|\u00a0"))
    return Span(start, max(start, end))
