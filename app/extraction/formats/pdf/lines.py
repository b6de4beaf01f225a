"""The lines of a PDF page as they are printed: words, place and size. Knows no reading order.

The one module that asks PDFium for characters.
"""

from __future__ import annotations

import re
import unicodedata
from ctypes import byref, c_double
from dataclasses import dataclass, field
from math import hypot
from typing import Any

Box = tuple[float, float, float, float]  # left, right, bottom, top

#: A wider blank between two words, in sizes of type, parts columns or cells.
WIDE = 1.8
#: PDFium's sign for a hyphen at the end of a line, and the others that show only there.
_LINE_HYPHENS = {0x02, 0xFFFE, 0xAD}
_LINE_ENDS = {0x0A, 0x0D}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: Where the foot of a raised figure stands at least, in sizes of type above the baseline.
_LIFTED = 0.2
_RTL = {"R", "AL"}
_LAM, _ALEFS = "ل", "اأإآ"
_NUMBER = re.compile(r"([^\w\s]{0,3})(\d(?:[\d.,:/-]{0,20}\d)?)([^\w\s]{0,3})")


@dataclass(slots=True, eq=False)
class Line:
    """A printed line, or a piece of one. `edges` are left and right of each character of `text`.

    Measures are points of the page, `y` that of the baseline, upward; `size` is the height of the
    type. `hyphen` says that the line ends in a hyphen, which `text` does not hold.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    edges: list[tuple[float, float]] = field(repr=False, default_factory=list)
    hyphen: bool = False
    page: int = 0

    @property
    def rtl(self) -> bool:
        """Whether it is read from right to left."""
        return is_rtl(self.text)

    def overlaps(self, other: Line) -> bool:
        """Whether one stands above the other, at least in part."""
        return min(self.right, other.right) > max(self.left, other.left)


def is_rtl(text: str) -> bool:
    """Whether most letters of a text are of a script that is read from right to left."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(char) for char in text]
    return sum(kind in _RTL for kind in kinds) > kinds.count("L")


def read_lines(textpage: Any, page: int) -> list[Line]:
    """The lines of a page in the order of its file; a wide blank ends a line. Linear."""
    import pypdfium2.raw as pdfium

    lines: list[Line] = []
    page_raw = textpage.raw
    open_ = _Open(page, page_raw)
    box = pdfium.FS_RECTF()
    where = byref(box)
    # Asked for once: they are called for every character of a book.
    unicode, loose_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    for index in range(pdfium.FPDFText_CountChars(page_raw)):
        code = unicode(page_raw, index)
        if code in _LINE_ENDS:
            open_.close(lines)
        elif code in _LINE_HYPHENS:
            # Inside a line such a hyphen is not seen; what follows on another line closes this.
            open_.hyphen_waits = bool(open_.chars)
        elif code == 0x20:
            open_.take_blank(index)
        elif code > 0x20 and not 0xD800 <= code < 0xDC00:
            if 0xDC00 <= code < 0xE000:
                code = _whole(unicode(page_raw, index - 1), code)
            char = chr(code)
            if char.isspace():
                open_.take_blank(index)
                continue
            loose_box(page_raw, index, where)
            place = (box.left, box.right, box.bottom, box.top)
            if open_.chars and open_.parts(char, place):
                open_.close(lines)
            open_.take(index, char, place)
    open_.close(lines)
    return lines


def _whole(high: int, low: int) -> int:
    """The character that two halves of UTF-16 mean."""
    if not 0xD800 <= high < 0xDC00:
        return 0xFFFD
    return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)


def _baseline_and_size(textpage: Any, index: int) -> tuple[float, float]:
    """Where the character at `index` stands, and the size of its type, in points of the page."""
    import pypdfium2.raw as pdfium

    x, y, matrix = c_double(), c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(textpage, index, byref(x), byref(y))
    size = float(pdfium.FPDFText_GetFontSize(textpage, index))
    # Many files set type of size 1 and enlarge it.
    if pdfium.FPDFText_GetMatrix(textpage, index, byref(matrix)):
        size *= hypot(matrix.c, matrix.d) or 1.0
    return float(y.value), max(abs(size), 0.1)


def _foot(textpage: Any, index: int) -> float:
    """Where the ink of the character at `index` ends below."""
    import pypdfium2.raw as pdfium

    left, right, bottom, top = (c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(
        textpage, index, byref(left), byref(right), byref(bottom), byref(top)
    )
    return float(bottom.value)


class _Open:
    """The line that is being read."""

    def __init__(self, page: int, textpage: Any) -> None:
        self._page = page
        self._textpage = textpage
        self._clear()

    def _clear(self) -> None:
        self.chars: list[str] = []
        self.boxes: list[Box] = []
        self._indices: list[int] = []
        self._has_rtl = False
        self.hyphen_waits = False

    def parts(self, char: str, box: Box) -> bool:
        """Whether a character with this box begins another line."""
        left, right, bottom, top = box
        last_left, last_right, last_bottom, last_top = self.boxes[-1]
        size = max(top - bottom, last_top - last_bottom, 1.0)
        if (left - last_right > WIDE * size or last_left - right > WIDE * size) and (
            bottom > last_top or top < last_bottom or not self._turns(char)
        ):
            return True
        if self.hyphen_waits:
            # A hyphen stood before it, which shows only where a line ends.
            if abs((bottom + top) - (last_bottom + last_top)) / 2 > 0.5 * size:
                return True
            self.hyphen_waits = False
        return False

    def _turns(self, char: str) -> bool:
        """Whether reading turns at `char` from right to left or back, and so leaps over a number
        or a foreign word.
        """
        last = self.chars[-1 - (self.chars[-1] == " ")]
        both = {unicodedata.bidirectional(last), unicodedata.bidirectional(char)}
        return not both <= _RTL and (bool(both & _RTL) or self._has_rtl)

    def take(self, index: int, char: str, box: Box) -> None:
        """Put the page's character `index` to the line."""
        if char > "\u0590":
            self._has_rtl = self._has_rtl or unicodedata.bidirectional(char) in _RTL
            for one in _plain(char):
                self._put(index, one, box)
        else:
            self._put(index, char, box)

    def take_blank(self, index: int) -> None:
        """Put one blank to the line, however many follow one another."""
        if self.chars and self.chars[-1] != " ":
            self._put(index, " ", self.boxes[-1])

    def _put(self, index: int, char: str, box: Box) -> None:
        if char == _LAM and self.boxes[-1:] == [box] and self.chars[-1] in _ALEFS:
            # One sign for two letters: turned with its line it came out backwards.
            self.chars[-1], char = char, self.chars[-1]
        self.chars.append(char)
        self.boxes.append(box)
        self._indices.append(index)

    def close(self, lines: list[Line]) -> None:
        """Put the line that was read to the others."""
        while self.chars and self.chars[-1] == " ":
            self.chars.pop()
            self.boxes.pop()
            self._indices.pop()
        if self.chars:
            lines.append(self._line())
        self._clear()

    def _line(self) -> Line:
        # The middle one: the first may be an initial of many lines.
        y, size = _baseline_and_size(self._textpage, self._indices[len(self.chars) // 2])
        self._raise_figures(y, size)
        edges = [(left, right) for left, right, _, _ in self.boxes]
        text = "".join(self.chars)
        if not text.isascii() and is_rtl(text):
            text, edges = _numbers_put_right(text, edges)
        left, right = min(edge[0] for edge in edges), max(edge[1] for edge in edges)
        return Line(text, left, right, y, size, edges, self.hyphen_waits, self._page)

    def _raise_figures(self, y: float, size: float) -> None:
        # "2016" with a note's small raised 1 behind it must not become the number 20161.
        for place, index in enumerate(self._indices):
            char = self.chars[place]
            if char.isdigit() and _foot(self._textpage, index) > y + _LIFTED * size:
                self.chars[place] = char.translate(_RAISED)


def _plain(char: str) -> str:
    """Ligatures and shaped letters as the letters that they stand for, so that words are found."""
    if "\ufb00" <= char <= "\ufdfb" or "\ufe70" <= char <= "\ufefc":
        return unicodedata.normalize("NFKC", char).replace(" ", "") or char
    return char


def _numbers_put_right(
    text: str, edges: list[tuple[float, float]]
) -> tuple[str, list[tuple[float, float]]]:
    """Signs beside a number in a line from right to left, put to the side where they are printed.

    PDFium keeps them with the number: ".2016" for a number and the full stop after it.
    """
    order: list[int] = []
    at = 0
    for match in _NUMBER.finditer(text):
        first, last = match.span(2)
        right = max(edges[index][1] for index in range(first, last))
        beside = [*range(match.start(1), first), *range(last, match.end(3))]
        middle = {index: sum(edges[index]) / 2 for index in beside}
        before = [index for index in beside if middle[index] >= right]
        after = [index for index in beside if middle[index] < right]
        order += [*range(at, match.start()), *before, *range(first, last), *after]
        at = match.end()
    order += range(at, len(text))
    return "".join(text[index] for index in order), [edges[index] for index in order]
