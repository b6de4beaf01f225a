"""Every word of an article accounted for. Counts only; finds no claim by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from app.extraction.claims import declarative_sentences
from app.extraction.reading import article_sentences
from app.model.article import Zone
from app.model.claim import Claim
from app.model.ledger import Ledger
from app.model.span import Span
from app.text.words import words


def count_words(text: str, zones: tuple[Zone, ...], claims: Iterable[Claim]) -> Ledger:
    """The ledger of an article: each word in a claim, excused, furniture, or open.

    Claimed is what lies in a claim or a mention, wherever it stands. Of the rest, words outside
    the included zones are furniture; those of a declarative sentence are open; datelines, list
    signs, questions, headings and fragments need no check and are excused. `open_spans` are the
    stretches of neighbouring open words, in order.
    """
    claimed = _Cover(span for claim in claims for span in (claim.span, *claim.mentions))
    included = _Cover(zone.span for zone in zones if zone.included)
    asserting = _Cover(declarative_sentences(text, article_sentences(text, zones)))
    counts = {"claimed": 0, "excused": 0, "furniture": 0, "open": 0}
    open_spans: list[Span] = []
    last = ""
    for word in words(text):
        if claimed.holds(word.start):
            place = "claimed"
        elif not included.holds(word.start):
            place = "furniture"
        elif asserting.holds(word.start):
            place = "open"
        else:
            place = "excused"
        counts[place] += 1
        if place == "open":
            if last == "open" and asserting.same(open_spans[-1].start, word.start):
                open_spans[-1] = Span(open_spans[-1].start, word.end)
            else:
                open_spans.append(word)
        last = place
    return Ledger(words=sum(counts.values()), **counts, open_spans=tuple(open_spans))


class _Cover:
    """A set of stretches that answers whether a place lies in one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def holds(self, at: int) -> bool:
        """Whether the character at `at` lies in one of the stretches."""
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]

    def same(self, one: int, other: int) -> bool:
        """Whether both places lie in one and the same stretch."""
        return bisect_right(self._starts, one) == bisect_right(self._starts, other)
