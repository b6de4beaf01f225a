"""Stretches of an article that a reviewer chooses: whole words, and zones cut at their edges.

Knows text and zones, no claim and no store.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.model.article import Zone
from app.model.span import Span
from app.text.words import words

#: No word is longer (characters); further off no edge of one is looked for.
_LONGEST_WORD = 200
_LOOSE = " \t\n\r\x0b\x0c\u00a0\u2028\u2029\u202f\u3000\ufeff,;:–—|"
_LINE_ENDS = "\n\u2028\u2029\x0c"


def whole_words(text: str, span: Span) -> Span | None:
    """The stretch grown to the words it cuts, without blanks and commas at its edges.

    Quotation marks and full stops that were chosen stay. None where no word is in it.
    """
    start, end = span.start, min(span.end, len(text))
    if start >= end:
        return None
    low, high = _back_to_blank(text, start), _on_to_blank(text, end)
    inside = [
        found.shifted(low)
        for found in words(text[low:high])
        if found.start + low < end and found.end + low > start
    ]
    if not inside:
        return None
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    return Span(min(start, inside[0].start), max(end, inside[-1].end))


def word_start(text: str, at: int) -> int:
    """Where the word begins that is cut at `at`; `at` itself where none is."""
    at = min(at, len(text))
    low, high = _back_to_blank(text, at), _on_to_blank(text, at)
    for found in words(text[low:high]):
        if found.start + low < at < found.end + low:
            return found.start + low
    return at


def same_words(text: str, one: Span, other: Span) -> bool:
    """Whether two stretches hold the same words, whatever signs stand at their edges."""
    return one == other or (
        abs(one.start - other.start) < 8
        and abs(one.end - other.end) < 8
        and _core(text, one) == _core(text, other)
    )


def set_included(
    text: str, zones: Sequence[Zone], span: Span, *, included: bool
) -> tuple[Zone, ...]:
    """The zones with this stretch put in or left out, cut at its edges where need be.

    They partition the text as before; a rest without a word goes along. A cut inside a line is
    healed where both sides have become alike again.
    """
    cut: list[Zone] = []
    for zone in zones:
        if zone.included is included or not zone.span.overlaps(span):
            cut.append(zone)
            continue
        within = _without_slivers(text, zone.span, span)
        for piece, state in (
            (Span(zone.span.start, within.start), zone.included),
            (within, included),
            (Span(within.end, zone.span.end), zone.included),
        ):
            if len(piece):
                cut.append(replace(zone, span=piece, included=state))
    healed: list[Zone] = []
    for zone in cut:
        last = healed[-1] if healed else None
        edge = zone.span.start
        if (
            last is not None
            and span.start <= edge <= span.end
            and (last.kind, last.included) == (zone.kind, zone.included)
            and text[edge - 1] not in _LINE_ENDS
        ):
            healed[-1] = replace(last, span=Span(last.span.start, zone.span.end))
        else:
            healed.append(zone)
    return tuple(healed)


def _without_slivers(text: str, zone: Span, span: Span) -> Span:
    """The part of `zone` that lies in `span`, with what is left over where that has no word."""
    start, end = max(zone.start, span.start), min(zone.end, span.end)
    if not words(text[zone.start : start]):
        start = zone.start
    if not words(text[end : zone.end]):
        end = zone.end
    return Span(start, end)


def _core(text: str, span: Span) -> Span:
    found = words(span.of(text))
    return Span(found[0].start, found[-1].end).shifted(span.start) if found else span


def _back_to_blank(text: str, at: int) -> int:
    low = at
    while low > 0 and at - low < _LONGEST_WORD and not text[low - 1].isspace():
        low -= 1
    return low


def _on_to_blank(text: str, at: int) -> int:
    high = at
    while high < len(text) and high - at < _LONGEST_WORD and not text[high].isspace():
        high += 1
    return high
