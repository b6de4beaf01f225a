"""The article's text line by line, cut where a claim begins or ends. Knows no markup.

For formats that put a text together from runs; every character but the line breaks stands in
exactly one piece.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.model.article import Article, ZoneKind
from app.reports.marked_article import Mark, placed


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one line that no claim's edge cuts; `marks` are those that it lies in."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds words: the zone it begins in, and whether that is the article's own."""

    kind: ZoneKind
    included: bool
    pieces: tuple[Piece, ...]


def article_lines(article: Article, marks: Sequence[Mark]) -> tuple[Line, ...]:
    """The lines of the article that hold more than white space, without that at their ends.

    Marks beyond the text are left out. Time grows with the text, the marks and their overlap.
    """
    text = article.text
    drawn = sorted(
        (mark for mark in marks if placed(mark.span, text)),
        key=lambda mark: (mark.span.start, -mark.span.end, mark.number, mark.which),
    )
    edges = sorted({edge for mark in drawn for edge in (mark.span.start, mark.span.end)})
    zones = sorted(article.zones, key=lambda zone: zone.span)
    starts = [zone.span.start for zone in zones]
    lines: list[Line] = []
    active: list[Mark] = []
    following = at = 0
    for raw in text.split("\n"):
        begin = at + len(raw) - len(raw.lstrip())
        end = at + len(raw.rstrip())
        at += len(raw) + 1
        if begin >= end:
            continue
        cuts = [begin, *edges[bisect_right(edges, begin) : bisect_left(edges, end)], end]
        pieces = []
        for start, stop in pairwise(cuts):
            active = [mark for mark in active if mark.span.end > start]
            while following < len(drawn) and drawn[following].span.start <= start:
                if drawn[following].span.end > start:
                    active.append(drawn[following])
                following += 1
            pieces.append(Piece(text[start:stop], tuple(active)))
        place = bisect_right(starts, begin) - 1
        within = place >= 0 and zones[place].span.end > begin
        kind = zones[place].kind if within else ZoneKind.FURNITURE
        lines.append(Line(kind, within and zones[place].included, tuple(pieces)))
    return tuple(lines)


def runs_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction of its own runs from right to left."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False
