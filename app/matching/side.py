"""One side of a comparison, read once: its words, dates, amounts, names and denials.

Knows nothing of the other side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from app.matching.query import is_common, plain_words
from app.model.match import Excerpt
from app.model.reading import DateMention, NameMention, Quantity
from app.model.span import Span
from app.text.dates.find import find_dates
from app.text.names.find import find_names
from app.text.negation import find_negations
from app.text.quantities import find_quantities
from app.text.sentences import sentences
from app.text.words import fold, stem

#: More dates, amounts or names than this are not compared: no reviewer reads so many chips, and
#: pairing is quadratic in them.
MOST_COMPARED = 60

_CLAUSE_ENDS = frozenset(',;:()[]—–"“”«»')


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place: folded, stemmed; in which sentence and clause, counted from 0."""

    span: Span
    plain: str
    stem: str
    common: bool
    sentence: int
    clause: int


class Side:
    """A text and what was read out of it. `day` is when it was published, or None.

    Everything is read on first use and kept, so that a claim compared with five passages is read
    once.
    """

    def __init__(self, text: str, day: date | None) -> None:
        self.text = text
        self.day = day

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words, stop words too, what a hyphen joins apart."""
        starts = [span.start for span in sentences(self.text)]
        found: list[Word] = []
        clause, end = 0, 0
        for span in plain_words(self.text):
            word = span.of(self.text)
            sentence = max(0, bisect_right(starts, span.start) - 1)
            fresh = bool(found) and sentence != found[-1].sentence
            if fresh or not _CLAUSE_ENDS.isdisjoint(self.text[end : span.start]):
                clause += 1
            plain, end = fold(word), span.end
            found.append(Word(span, plain, stem(word), is_common(word), sentence, clause))
        return tuple(found)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where in `words` each stem stands, stop words left out."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            if not word.common:
                found.setdefault(word.stem, []).append(at)
        return found

    @cached_property
    def _all_dates(self) -> tuple[DateMention, ...]:
        return find_dates(self.text, self.day)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The first dates, settled by `day`."""
        return self._all_dates[:MOST_COMPARED]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The amounts, dates left out."""
        days = [mention.span for mention in self._all_dates]
        return find_quantities(self.text, days)[:MOST_COMPARED]

    @cached_property
    def names(self) -> tuple[NameMention, ...]:
        """The names. A handle or a tag is none: how its words are told apart is a guess."""
        found = find_names(self.text)
        return tuple(one for one in found if not self._is_tag(one.span))[:MOST_COMPARED]

    def _is_tag(self, span: Span) -> bool:
        return self.text[max(0, span.start - 1) : span.start] in ("#", "@")

    @cached_property
    def negations(self) -> tuple[Span, ...]:
        """The words that deny."""
        return find_negations(self.text)[:MOST_COMPARED]

    @cached_property
    def _starts(self) -> list[int]:
        return [word.span.start for word in self.words]

    def first_at(self, place: int) -> int:
        """The index of the first word that starts at or after this offset."""
        return bisect_left(self._starts, place)

    def sentence_at(self, place: int) -> int:
        """The number of the sentence in which this offset lies."""
        at = min(self.first_at(place), len(self.words) - 1)
        return self.words[at].sentence if at >= 0 else 0

    def between(self, span: Span) -> range:
        """The indexes of the words that start within `span`."""
        return range(self.first_at(span.start), self.first_at(span.end))

    def excerpt(self, span: Span) -> Excerpt:
        """What stands at `span`."""
        return Excerpt(span.of(self.text), span)


@lru_cache(maxsize=512)
def read_side(text: str, day: date | None) -> Side:
    """The side of this text, read before if it was asked for lately."""
    return Side(text, day)
