"""Where the words of a claim stand in another wording of it. Knows two texts and no claim."""

from __future__ import annotations

import re
from bisect import bisect_right
from difflib import SequenceMatcher

from app.model.span import Span

#: What `statement` supplies stands in square brackets, as editors write what is theirs.
_SUPPLIED = re.compile(r" \[[^\[\]]{1,40}\]")
_WORD = re.compile(r"\w+|[^\w\s]")
#: Longer wordings are not compared word by word (words and signs).
_MOST_WORDS = 1_500

Run = tuple[int, int, int]


class Places:
    """Maps stretches of `wording` to stretches of `statement`."""

    def __init__(self, wording: str, statement: str) -> None:
        self._runs = _with_supplied(wording, statement) or _by_words(wording, statement)
        self._starts = [run[0] for run in self._runs]

    def of(self, span: Span) -> Span | None:
        """Where the words at `span` stand in the statement; None where one of its ends is gone."""
        if not len(span):
            return None
        first, last = self._at(span.start), self._at(span.end - 1)
        if first is None or last is None or last < first:
            return None
        return Span(first, last + 1)

    def _at(self, at: int) -> int | None:
        index = bisect_right(self._starts, at) - 1
        if index < 0:
            return None
        start, theirs, length = self._runs[index]
        return theirs + at - start if at < start + length else None


def _with_supplied(wording: str, statement: str) -> list[Run]:
    """The runs of equal characters where the statement only adds supplied words; else empty."""
    runs: list[Run] = []
    at = theirs = 0
    for supplied in _SUPPLIED.finditer(statement):
        length = supplied.start() - theirs
        if wording.startswith(supplied.group(), at + length):
            continue
        if wording[at : at + length] != statement[theirs : supplied.start()]:
            return []
        runs.append((at, theirs, length))
        at, theirs = at + length, supplied.end()
    if wording[at:] != statement[theirs:]:
        return []
    return [*runs, (at, theirs, len(wording) - at)]


def _by_words(wording: str, statement: str) -> list[Run]:
    """The runs of equal words, each as long as its word."""
    ours, theirs = list(_WORD.finditer(wording)), list(_WORD.finditer(statement))
    if max(len(ours), len(theirs)) > _MOST_WORDS:
        return []
    pairs = SequenceMatcher(
        None,
        [word.group().casefold() for word in ours],
        [word.group().casefold() for word in theirs],
        autojunk=False,
    ).get_matching_blocks()
    return [
        (ours[first + step].start(), theirs[second + step].start(), len(ours[first + step].group()))
        for first, second, length in pairs
        for step in range(length)
    ]
