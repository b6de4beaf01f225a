"""Finds the quotations of an article, across its sentences and paragraphs. Knows no speaker."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.model.span import Span

#: No quotation is longer: what runs on beyond this was never closed.
LONGEST = 4_000
#: So many apostrophes may stand in a quotation between plain single marks.
_MOST_APOSTROPHES = 8
_MARK = re.compile("[\"“”„«»‘’']")
_CLOSES = {"“": "”", "„": "“", "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'"}
_OPENING_BEFORE = ' \t\n\u00a0([{—–-:“"‘/>*_'
_ENDS = ".,!?…;:)"


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: `span` with its marks, and whether it was closed.

    `reopens` says that it goes on with the quotation before it, left open at a paragraph's end.
    """

    span: Span
    closed: bool
    reopens: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    reopens: bool = False


def find_quotations(text: str, sentences: Sequence[Span]) -> list[Quotation]:
    """The quotations of the text's `sentences`, in order, none inside another. Linear.

    A quotation left open at the end of a paragraph ends there; the next paragraph's opening mark
    goes on with it, as newspapers do. An apostrophe opens and closes nothing.
    """
    if not sentences:
        return []
    return _Scan(text, sentences).quotations()


class _Scan:
    """One pass over the marks of one text."""

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self._text = text
        self._first, self._last = sentences[0].start, sentences[-1].end
        self._found: list[Quotation] = []
        self._open: _Open | None = None
        #: Ends of paragraphs: the sentences after which a line breaks.
        self._ends = [
            one.end
            for one, other in pairwise(sentences)
            if "\n" in text[one.end : min(other.start, one.end + 8)]
        ]
        self._ends.append(self._last)

    def quotations(self) -> list[Quotation]:
        for found in _MARK.finditer(self._text, self._first, self._last):
            self._read(found.start(), found.group())
        if self._open is not None:
            self._cut(self._open)
        return self._found

    def _read(self, at: int, mark: str) -> None:
        opened = self._open
        if opened is None:
            if self._opens(at, mark):
                self._open = _Open(mark, at)
            return
        paragraph_end = self._paragraph_end(opened.start)
        if at >= paragraph_end and (mark == opened.mark and self._opens(at, mark)):
            begins = not self._text[paragraph_end:at].strip()
            self._cut(opened)
            self._open = _Open(mark, at, reopens=begins)
        elif at - opened.start > LONGEST:
            self._cut(opened)
            self._open = None
            self._read(at, mark)
        elif mark == _CLOSES[opened.mark] and self._closes(at, mark):
            self._found.append(Quotation(Span(opened.start, at + 1), True, opened.reopens))
            self._open = None
        elif mark == opened.mark and mark in "“„«" and at < paragraph_end:
            self._cut(_Open(mark, opened.start, opened.reopens), at)
            self._open = _Open(mark, at)

    def _cut(self, opened: _Open, before: int | None = None) -> None:
        """Ends a quotation that nothing closes, at the end of its paragraph."""
        end = before if before is not None else self._paragraph_end(opened.start)
        end = opened.start + len(
            self._text[opened.start : min(end, opened.start + LONGEST)].rstrip()
        )
        if opened.mark not in "‘'" and end > opened.start + 1:
            self._found.append(Quotation(Span(opened.start, end), False, opened.reopens))

    def _paragraph_end(self, at: int) -> int:
        place = bisect_right(self._ends, at)
        return self._ends[place] if place < len(self._ends) else self._last

    def _opens(self, at: int, mark: str) -> bool:
        text = self._text
        if mark in "”’":
            return False
        if mark in "“„":
            return True
        before = text[at - 1] if at > self._first else " "
        after = text[at + 1 : at + 2]
        if mark in "«»":
            return before in _OPENING_BEFORE or mark == "«"
        opens = before in _OPENING_BEFORE and bool(after) and not after.isspace()
        return opens and (mark != "'" or self._is_paired(at))

    def _is_paired(self, at: int) -> bool:
        """Whether a plain apostrophe that could open is closed like a quotation further on."""
        end = min(self._paragraph_end(at), at + 600)
        closing = at + 1
        for _ in range(_MOST_APOSTROPHES):
            closing = self._text.find("'", closing + 1, end)
            if closing == -1:
                return False
            if self._closes(closing, "'"):
                return self._text[closing - 1] in _ENDS or closing - at > 3
        return False

    def _closes(self, at: int, mark: str) -> bool:
        text = self._text
        before, after = text[at - 1], text[at + 1 : at + 2]
        if mark == '"':
            return not before.isspace() or not after or after.isspace()
        if mark not in "’'":
            return True
        if after.isalnum() or before.isspace():
            return False
        # "the ministers’ view": a plural's apostrophe, where a better closing mark follows.
        if before == "s" and after == " " and text[at + 2 : at + 3].islower():
            following = text.find(mark, at + 1, min(self._paragraph_end(at), at + 400))
            opening = text.find("‘", at + 1, min(self._paragraph_end(at), at + 400))
            return following == -1 or (opening != -1 and opening < following)
        return True


def within(quotations: Sequence[Quotation], sentence: Span) -> list[tuple[int, Span]]:
    """The indexes of the quotations that reach into a sentence, each with its stretch there."""
    first = bisect_left(quotations, sentence.start + 1, key=lambda one: one.span.end)
    found = []
    for index in range(first, len(quotations)):
        span = quotations[index].span
        if span.start >= sentence.end:
            break
        found.append((index, Span(max(span.start, sentence.start), min(span.end, sentence.end))))
    return found
