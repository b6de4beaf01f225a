"""Which stretches of a text stand in a document, and where: its code points and Qt's places.

A short text stands there whole, of a long one what is near the reader: laying out all of ten
million characters takes Qt a quarter of a minute. Knows strings only.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from app.model.span import Span
from app.ui.look.offsets import Utf16Map

#: A text of this weight is laid out whole; see `_weight`.
WHOLE = 60_000
#: Of a longer one so much is laid out before and behind the place that is read.
BEFORE, BEHIND = 12_000, 16_000
#: A longer text is parted about so often, in characters, always at the same places: a line must not
#: be broken elsewhere when other words above it are laid out.
PIECE = 4_000
#: A piece ends so many characters before its full length at the earliest.
EARLIEST = 1_000
#: The end of a line weighs as much as so many characters.
LINE = 60
#: No character is made of more code points than one would ask for.
_LONGEST_CHARACTER = 32

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}\s{1,9}|[。！？][”’»」』)]{0,3}")
_BLANK = re.compile(r"\s{1,9}")


class ShownText:
    """Some stretches of a text, each in a paragraph of its own at least, one after the other.

    Places are converted as by `Utf16Map`; what does not stand in the document lies where it would
    begin.
    """

    def __init__(
        self, text: str, stretches: tuple[Span, ...], folded: tuple[Span, ...] = ()
    ) -> None:
        """`stretches` are in order; `folded` is what of the text is to stand nowhere."""
        self.stretches, self.folded = stretches or (Span(0, 0),), folded
        words: list[str] = []
        self._starts = [span.start for span in self.stretches]
        self._maps: list[Utf16Map] = []
        self._firsts: list[int] = []
        first = 0
        for number, span in enumerate(self.stretches, 1):
            part = span.of(text)
            self._maps.append(Utf16Map(part))
            self._firsts.append(first)
            if number < len(self.stretches) and not part.endswith("\n"):
                part += "\n"
                first += 1
            first += self._maps[-1].qt_length
            words.append(part)
        #: What the document is to hold.
        self.words = "".join(words)
        self.start, self.end = self.stretches[0].start, self.stretches[-1].end
        self.before = self.unfolded(0, self.start)
        self.behind = self.unfolded(self.end, len(text))

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to be laid out before or behind."""
        return not (self.before or self.behind)

    @property
    def length(self) -> int:
        """So many code points of the text stand in the document."""
        return sum(len(span) for span in self.stretches)

    def holds(self, place: int) -> bool:
        """Whether this place stands in the document, its end included."""
        span = self.stretches[self._row(place)]
        return span.start <= place <= span.end

    def unfolded(self, start: int, end: int) -> int:
        """How many code points from `start` to `end` are not folded."""
        hidden = (min(one.end, end) - max(one.start, start) for one in self.folded)
        return max(0, end - start) - sum(max(0, length) for length in hidden)

    def nth(self, start: int, count: int) -> int:
        """The place behind `count` code points from `start` on that are not folded."""
        for one in self.folded:
            if one.start >= start and one.start <= start + count:
                count -= one.start - start
                start = one.end
        return start + count

    def to_qt(self, at: int) -> int:
        """Qt's place of the code point offset `at`."""
        row = self._row(at)
        return self._firsts[row] + self._maps[row].to_qt(at - self._starts[row])

    def to_text(self, at: int) -> int:
        """The code point offset of Qt's place `at`; inside a pair, the pair's beginning."""
        row = max(0, bisect_right(self._firsts, at) - 1)
        return self._starts[row] + self._maps[row].to_text(at - self._firsts[row])

    def range_to_qt(self, start: int, end: int) -> tuple[int, int]:
        """Qt's start and length of the code points from `start` to `end`."""
        first = self.to_qt(start)
        row = max(0, bisect_left(self._starts, end) - 1)  # an end belongs to what it ends
        last = self._firsts[row] + self._maps[row].to_qt(end - self._starts[row])
        return first, max(0, last - first)

    def _row(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)


def near(text: str, place: int, folded: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The stretches to be laid out for who reads at this place; all of a short text.

    `folded` are stretches, in order, that are to stand nowhere.
    """
    if not _outweighs(text, Span(0, len(text)), WHOLE):
        return tuple(_without(Span(0, len(text)), folded))
    start = end = _cut_before(text, place)
    room = BEFORE
    while room > 0 and start > 0:
        span = _shown(Span(_cut_before(text, start - 1), start), folded)
        start, room = span.start, room - _weight(text, span)
    room = BEHIND
    while room > 0 and end < len(text):
        span = _shown(Span(end, _cut_behind(text, end)), folded, ahead=True)
        end, room = span.end, room - _weight(text, span)
    stretches: list[Span] = []
    at = start
    while at < end:
        upto = min(end, _cut_behind(text, at))
        stretches += _without(Span(at, upto), folded)
        at = upto
    return tuple(stretches)


def _shown(span: Span, folded: Sequence[Span], *, ahead: bool = False) -> Span:
    """The stretch next to one of its own ends; where that is folded, an empty one at the other end
    of the fold."""
    for one in folded:
        if ahead and one.start <= span.start < one.end:
            return Span(one.end, one.end)
        if not ahead and one.start < span.end <= one.end:
            return Span(one.start, one.start)
    return span


def _without(span: Span, folded: Sequence[Span]) -> Iterator[Span]:
    start = span.start
    for one in folded:
        if one.overlaps(span):
            if start < one.start:
                yield Span(start, one.start)
            start = max(start, one.end)
    if start < span.end:
        yield Span(start, span.end)


def _weight(text: str, span: Span) -> int:
    """What it costs to lay this stretch out, in characters of running text."""
    return len(span) + LINE * text.count("\n", span.start, span.end)


def _outweighs(text: str, span: Span, most: int) -> bool:
    return len(span) > most or _weight(text, span) > most


def _cut_before(text: str, place: int) -> int:
    """The last place at or before this one where the text is parted."""
    number = place // PIECE
    after = _cut(text, number + 1)
    return after if after <= place else _cut(text, number)


def _cut_behind(text: str, place: int) -> int:
    """The first place behind this one where the text is parted."""
    number = place // PIECE
    return next(cut for cut in (_cut(text, n) for n in range(number, number + 3)) if cut > place)


def _cut(text: str, number: int) -> int:
    """Where the piece of this number begins: behind a line or a sentence, if need be a word."""
    most = number * PIECE
    if number <= 0 or most >= len(text):
        return 0 if number <= 0 else len(text)
    least = most - EARLIEST
    line = text.rfind("\n", least, most)
    if line >= 0:
        return line + 1
    for end in (_SENTENCE_END, _BLANK):
        found = 0
        for match in end.finditer(text, least, most):
            found = match.end()
        if found:
            return found
    return _between_characters(text, most)


def _between_characters(text: str, at: int) -> int:
    """This place, or the one before it that stands in the middle of no character."""
    for place in range(at, at - _LONGEST_CHARACTER, -1):
        joined = text[place - 1] == "\u200d" or text[place] in "\u200d\ufe0e\ufe0f"
        if not joined and not unicodedata.combining(text[place]):
            return place
    return at
