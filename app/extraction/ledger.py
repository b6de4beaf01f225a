"""Every word of an article accounted for. Counts only; finds no claim by itself."""

from __future__ import annotations

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
    open_since = -1
    for word in words(text):
        sentence = -1
        if claimed.holding(word.start) >= 0:
            place = "claimed"
        elif included.holding(word.start) < 0:
            place = "furniture"
        else:
            sentence = asserting.holding(word.start)
            place = "excused" if sentence < 0 else "open"
        counts[place] += 1
        if sentence >= 0 and sentence == open_since:
            open_spans[-1] = Span(open_spans[-1].start, word.end)
        elif sentence >= 0:
            open_spans.append(word)
        open_since = sentence
    return Ledger(words=sum(counts.values()), **counts, open_spans=tuple(open_spans))


class _Cover:
    """A set of stretches that answers, for places asked in order, whether they lie in one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[tuple[int, int]] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1][1]:
                start, end = self._spans[-1]
                self._spans[-1] = (start, max(end, span.end))
            else:
                self._spans.append((span.start, span.end))
        self._spans.reverse()

    def holding(self, at: int) -> int:
        """Where the stretch begins that holds the character at `at`; -1 if none does."""
        spans = self._spans
        while spans and spans[-1][1] <= at:
            spans.pop()
        return spans[-1][0] if spans and spans[-1][0] <= at else -1
