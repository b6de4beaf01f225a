"""A paragraph while it is put together, with points that keep their place. Knows no format."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind
from app.model.span import Span
from app.text.normal import normalise

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]{3,2000}", re.IGNORECASE)
_AFTER_URL = ".,;:!?'’)]}"


class Point:
    """A place in a text. Where its paragraph went into the builder, `place` is final."""

    __slots__ = ("place",)

    def __init__(self, place: int) -> None:
        self.place = place


class MarkedText:
    """The text of one paragraph, written piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._points: list[Point] = []
        self._notices: dict[str, None] = {}

    def __len__(self) -> int:
        return self._length

    def __str__(self) -> str:
        return "".join(self._pieces)

    def write(self, words: str) -> None:
        """Put these words at the end."""
        text, notices = normalise(words)
        self._notices.update(dict.fromkeys(notices))
        self._pieces.append(text)
        self._length += len(text)

    def point(self, place: int | None = None) -> Point:
        """The place where the next word will stand, or that of a character written before."""
        point = Point(self._length if place is None else place)
        self._points.append(point)
        return point

    def append(self, other: MarkedText) -> None:
        """Put another paragraph's words and points at the end."""
        for point in other._points:
            point.place += self._length
        self._points.extend(other._points)
        self._pieces.extend(other._pieces)
        self._length += other._length
        self._notices.update(other._notices)

    def since(self, point: Point) -> str:
        """The words from a point of this text to its end."""
        wanted = self._length - point.place
        found: list[str] = []
        for piece in reversed(self._pieces):
            if wanted <= 0:
                break
            found.append(piece[-wanted:])
            wanted -= len(piece)
        return "".join(reversed(found))

    def strip_left(self) -> None:
        """Drop the blanks at the beginning."""
        text = str(self)
        kept = text.lstrip()
        cut = len(text) - len(kept)
        self._pieces, self._length = [kept], len(kept)
        for point in self._points:
            point.place = max(point.place - cut, 0)

    def is_blank(self) -> bool:
        """Whether nothing but blanks is in it."""
        return not any(piece.strip() for piece in self._pieces)

    def add_to(self, builder: TextBuilder, kind: ZoneKind | None = None) -> Span:
        """Hand the paragraph to the builder, and fix its points to places of the finished text."""
        text = str(self)
        span = builder.add(text, kind)
        for notice in self._notices:
            builder.notice(notice)
        cut = len(text) - len(text.lstrip())
        for point in self._points:
            point.place = min(span.start + max(point.place - cut, 0), span.end)
        return span


@dataclass(slots=True)
class Mark:
    """A source that the file names between two points; see ProposedSource."""

    start: Point
    end: Point
    kind: str
    text: str
    url: str = ""

    def propose(self, builder: TextBuilder) -> None:
        """Hand it to the builder, once the paragraphs of its points are there."""
        first, last = sorted((self.start.place, self.end.place))
        builder.propose(Span(first, last), self.kind, self.text, self.url)


def marks_for_note(
    start: Point, end: Point, kind: str, text: str, targets: tuple[str, ...] = ()
) -> list[Mark]:
    """A note's marks: one for each address that it links to or spells out, or one without any."""
    urls = tuple(dict.fromkeys((*targets, *urls_in(text)))) or ("",)
    return [Mark(start, end, kind, text, url) for url in urls]


def urls_in(text: str) -> tuple[str, ...]:
    """The web addresses that a text spells out, each once."""
    found = (match.group().rstrip(_AFTER_URL) for match in _URL.finditer(text))
    return tuple(dict.fromkeys(found))


def is_web(url: str) -> bool:
    """Whether an address leads to the web and not into the file or to a mailbox."""
    return url.lower().startswith(("http://", "https://", "ftp://", "www."))
