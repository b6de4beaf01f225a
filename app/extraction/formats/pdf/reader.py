"""Reads PDF files: text in reading order, pages, headline, running heads, notes, links, comments.

What it knows of a page it has from `pages`; it puts the text together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from app.extraction.document import Document
from app.extraction.formats.left_out import pages_named
from app.extraction.formats.marked_text import Mark, MarkedText, Point, is_web, marks_for_note
from app.extraction.formats.metadata import stated_title
from app.extraction.formats.pdf.annotations import Rect
from app.extraction.formats.pdf.furniture import running_lines
from app.extraction.formats.pdf.lines import Line
from app.extraction.formats.pdf.order import reading_order
from app.extraction.formats.pdf.pages import MOST_PAGES, PrintedFile, read_pages
from app.extraction.formats.pdf.paragraphs import (
    Joints,
    Printed,
    body_size,
    join_rows,
    joined,
    paragraphs,
)
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.span import Span
from app.model.work import Work

_NOTE_SIZE = 0.92
_NOTE_MARK = re.compile(r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡§]{1,3}|([0-9]{1,3}))\s?\S")
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_HEADLINE_SIZE = 1.15
_LONGEST_HEADLINE = 300
_SHORTEST_HEADLINE = 15
_END_OF_FILE = b"%%EOF"


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:
    """The text of a PDF in reading order.

    The lines of a paragraph are joined, also over the end of a column or page; where it runs over
    the end of a page, that page's furniture stands before the paragraph and the next page's after
    it, and a bound of `pages` lies inside it. What becomes of hyphens at the ends of lines is told
    at `Joints`. Ligatures stand as their letters, raised figures as "²". Running heads, page
    numbers and footnotes are furniture. What a page shows without letters is said in a notice.
    Raises InputError, also for a file of nothing but pictures; Cancelled.
    """
    del folder
    printed = read_pages(data, name, work)
    words = (line.text for page in printed.lines for line in page)
    if not any(char.isalnum() for line in words for char in line):
        raise _nothing(name, printed)
    found = _Assembly(printed).document(name)
    return replace(found, notices=(*found.notices, *_notices(data, printed)))


def _nothing(name: str, printed: PrintedFile) -> InputError:
    if printed.only_pictures:
        return InputError(
            f"{name} holds only pictures of its pages and no text: "
            "have its letters recognised (OCR), or type what you need."
        )
    if printed.unreadable:
        return InputError(f"{name} is damaged: none of its pages can be read. Get another copy.")
    return InputError(f"{name} holds no text.")


def _notices(data: bytes, printed: PrintedFile) -> list[str]:
    told: list[str] = []
    total = printed.total
    if total > MOST_PAGES:
        told.append(f"Only the first {MOST_PAGES:,} of {total:,} pages were read.")
    for numbers, one, many in (
        (printed.only_pictures, "is a picture without text", "are pictures without text"),
        (printed.empty, "is empty", "are empty"),
        (printed.unreadable, "is damaged and was left out", "are damaged and were left out"),
        (
            printed.undecoded,
            "has letters that the file does not explain: compare it with the print",
            "have letters that the file does not explain: compare them with the print",
        ),
        (
            printed.with_pictures,
            "shows pictures, which were left out",
            "show pictures, which were left out",
        ),
    ):
        if numbers:
            told.append(f"{pages_named(numbers)} {one if len(numbers) == 1 else many}.")
    if _END_OF_FILE not in data[-65_536:]:
        told.append("The file breaks off before its end; what it lost is not in the text.")
    return told


@dataclass(slots=True)
class _Place:
    """Where an annotation lies in the text, and the words under it."""

    start: Point
    end: Point | None = None
    words: list[str] = field(default_factory=list)


class _Assembly:
    """Lines of pages on their way to a Document."""

    def __init__(self, printed: PrintedFile) -> None:
        self._printed = printed
        self._builder = TextBuilder()
        self._starts: list[int] = []
        self._places: dict[int, _Place] = {}
        self._heads: list[list[Line]] = []
        self._feet: list[list[Line]] = []
        self._body: list[Line] = []
        furniture = running_lines(printed.lines)
        everything = [line for page in printed.lines for line in page]
        size = body_size(line for line in everything if id(line) not in furniture)
        self._size = size or body_size(everything)
        for page in printed.lines:
            self._sort_out(page, furniture)
        self._joints = Joints(self._body)

    def _sort_out(self, page: list[Line], furniture: set[int]) -> None:
        """The lines of a page: its head, its body in reading order, its foot."""
        rest = reading_order([line for line in page if id(line) not in furniture])
        middle = sum(line.y for line in page) / len(page) if page else 0.0
        if rest:
            middle = (max(line.y for line in rest) + min(line.y for line in rest)) / 2
        running = sorted((line for line in page if id(line) in furniture), key=lambda one: -one.y)
        notes = self._notes(rest)
        kept = {id(line) for line in notes}
        self._heads.append(join_rows([line for line in running if line.y > middle]))
        below = join_rows([line for line in running if line.y <= middle])
        self._feet.append([*join_rows(notes), *below])
        self._body += join_rows([line for line in rest if id(line) not in kept])

    def _notes(self, lines: list[Line]) -> list[Line]:
        """Footnotes: small type that begins with a note's mark and ends a column.

        A plain figure is such a mark only where the page refers to it by a raised one.
        """
        shown = {char for line in lines if not line.text.isascii() for char in line.text}
        referred = {_RAISED[char] for char in shown if char in _RAISED}
        found: list[Line] = []
        run: list[Line] = []
        for number, line in enumerate(lines, start=1):
            if not run and not self._begins_note(line, lines[number - 2 : number - 1], referred):
                continue
            if run and line.size > max(run[0].size, _NOTE_SIZE * self._size) + 0.1:
                run = []
                continue
            run.append(line)
            if number == len(lines) or lines[number].y > line.y + line.size:
                found += run
                run = []
        return found

    def _begins_note(self, line: Line, before: list[Line], referred: set[str]) -> bool:
        """Whether a footnote begins: marked, and in small type or, referred to, well below."""
        mark = _NOTE_MARK.match(line.text)
        if mark is None or (mark[1] and mark[1][-1] not in referred):
            return False
        small = line.size <= _NOTE_SIZE * self._size
        return small or bool(mark[1] and before and before[0].y - line.y > 2 * line.size)

    def document(self, name: str) -> Document:
        found = paragraphs(self._body)
        headline = self._headline(found)
        page = 0
        for printed in found:
            page = self._turn_to(printed.lines[0].page, page)
            last = printed.lines[-1].page
            if last > page:
                self._add_running(self._feet, page)
            self._add(printed, ZoneKind.HEADLINE if printed is headline else None)
            for passed in range(page + 1, last + 1):
                self._add_running(self._heads, passed)
                if passed < last:
                    self._add_running(self._feet, passed)
            page = last
        self._turn_to(len(self._printed.lines), page)
        self._add_running(self._feet, len(self._printed.lines))
        self._propose()
        return self._finished(name, headline)

    def _turn_to(self, wanted: int, page: int) -> int:
        """End this page and begin those up to `wanted`, with their furniture."""
        while page < wanted:
            self._add_running(self._feet, page)
            page += 1
            self._starts.append(self._builder.length)
            self._add_running(self._heads, page)
        return page

    def _add_running(self, rows: list[list[Line]], page: int) -> None:
        """The furniture of a page, once."""
        if page:
            for one in paragraphs(rows[page - 1]):
                self._add(one, ZoneKind.FURNITURE)
            rows[page - 1] = []

    def _add(self, printed: Printed, kind: ZoneKind | None) -> None:
        text = MarkedText()
        breaks: list[Point] = []
        page = printed.lines[0].page
        for line, stands, between in joined(printed, self._joints):
            if line.page != page:
                breaks += [text.point()] * (line.page - page)
                page = line.page
            self._mark(text, line, stands)
            text.write(line.text[:stands] + between)
        text.add_to(self._builder, kind)
        self._starts += [point.place for point in breaks]

    def _mark(self, text: MarkedText, line: Line, stands: int) -> None:
        """Note where the line lies under links and comments of its page."""
        offset = len(text)
        for annotation in self._printed.annotations[line.page - 1]:
            under = [
                index
                for rect in annotation.rects
                if rect[1] <= line.y + 0.3 * line.size <= rect[3]
                for index in _under(line, stands, rect)
            ]
            if under:
                begin, end = min(under), max(under) + 1
                place = self._places.setdefault(id(annotation), _Place(text.point(offset + begin)))
                place.end = text.point(offset + end)
                place.words.append(line.text[begin:end])

    def _propose(self) -> None:
        """One proposal for each link and comment, over all its lines."""
        marks: list[Mark] = []
        for start, on_page in zip(self._starts, self._printed.annotations, strict=True):
            for one in on_page:
                place = self._places.get(id(one))
                if one.kind == "comment":
                    # A note stuck beside the text is about its page.
                    at = place or _Place(Point(start))
                    marks += marks_for_note(at.start, at.end or at.start, "comment", one.text)
                elif place and is_web(one.url):
                    words = " ".join(place.words)
                    marks.append(
                        Mark(place.start, place.end or place.start, "link", words, one.url)
                    )
        for mark in sorted(marks, key=lambda one: one.start.place):
            mark.propose(self._builder)

    def _headline(self, found: list[Printed]) -> Printed | None:
        """The paragraph of the first page in the largest type; a name of few letters is a logo.

        The title that the file's record states decides where it is printed there.
        """
        first = [one for one in found if one.lines[0].page == 1]
        stated = _key(self._printed.title)
        large = [
            one
            for one in first
            if one.size >= _HEADLINE_SIZE * self._size and len(_words(one)) <= _LONGEST_HEADLINE
        ]
        if len(stated) >= _SHORTEST_HEADLINE:
            for one in (*large, *first):
                if _key(_words(one)) == stated:
                    return one
        large.sort(key=lambda one: (len(_words(one)) < _SHORTEST_HEADLINE, -round(one.size)))
        return large[0] if large else None

    def _finished(self, name: str, headline: Printed | None) -> Document:
        stated = stated_title(self._printed.title)
        seen = "" if headline is None else " ".join(self._words_of(headline).split())
        found = self._builder.document(
            name,
            title=seen or stated,
            author=self._printed.author,
            language=self._printed.language,
        )
        bounds = [0, *self._starts[1:], len(found.text)]
        return replace(found, pages=tuple(Span(a, b) for a, b in pairwise(bounds)))

    def _words_of(self, printed: Printed) -> str:
        return "".join(
            line.text[:stands] + between for line, stands, between in joined(printed, self._joints)
        )


def _under(line: Line, stands: int, rect: Rect) -> list[int]:
    """The characters of a line whose middle lies in the rectangle."""
    return [
        index
        for index, (left, right) in enumerate(line.edges[:stands])
        if rect[0] <= (left + right) / 2 <= rect[2] and line.text[index] != " "
    ]


def _words(printed: Printed) -> str:
    return " ".join(line.text for line in printed.lines)


def _key(title: str) -> str:
    """A title's letters and figures alone."""
    return "".join(char for char in title.casefold() if char.isalnum())
