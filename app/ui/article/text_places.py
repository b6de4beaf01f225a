"""Where a stretch of a laid out text stands: rectangles, kept until the text is laid out anew.

Knows a document and what of a text stands in it; no widget, no scroll bar, no colour.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextDocument, QTextLayout, QTextLine

from app.model.span import Span
from app.ui.article.shown_text import ShownText
from app.ui.look.paint import line_runs


class TextPlaces:
    """The places of one text in its document. All rectangles are in document coordinates."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._shown = ShownText("", ())
        self._rects: dict[tuple[int, int], tuple[QRectF, ...]] = {}
        self._heads: dict[int, QRectF | None] = {}

    def take(self, shown: ShownText) -> None:
        """Another text stands in the document, or another part of it."""
        self._shown = shown
        self.forget()

    def forget(self) -> None:
        """Lines may stand elsewhere than before."""
        self._rects.clear()
        self._heads.clear()

    def rects(self, span: Span) -> tuple[QRectF, ...]:
        """The rectangles of this stretch, one a line and direction, from the line's top to its
        foot."""
        key = (span.start, span.end)
        if key not in self._rects:
            self._rects[key] = tuple(self._find_rects(span))
        return self._rects[key]

    def head(self, place: int) -> QRectF | None:
        """The top and height of the line that holds this code point, None where it does not stand
        in the document. Cheap enough to ask for every claim of a book."""
        if not self._shown.holds(place):
            return None
        if place not in self._heads:
            self._heads[place] = self._find_head(self._shown.to_qt(place))
        return self._heads[place]

    def drift(self, point: QPointF) -> float:
        """How far to the left of this point, in document coordinates, Qt looks for a place.

        Where a line that runs from the right was broken at a blank, Qt finds places as if the blank
        stood before the line's first word (seen in Qt 6.10 and 6.11), though it draws, and tells
        the place of a caret, rightly. A selection by mouse would be off by a letter.
        """
        layout = self._document.documentLayout()
        at = layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        block = self._document.findBlock(at)
        if at < 0 or block.textDirection() != Qt.LayoutDirection.RightToLeft:
            return 0.0
        lines = block.layout()
        y = point.y() - layout.blockBoundingRect(block).top()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            if y < line.y() + line.height() or number == lines.lineCount() - 1:
                words = block.text()[line.textStart() : line.textStart() + line.textLength()]
                blanks = words[len(words.rstrip(" ")) :]
                font = self._document.defaultFont()
                return QFontMetricsF(font).horizontalAdvance(blanks) if blanks else 0.0
        return 0.0

    def _find_head(self, place: int) -> QRectF | None:
        block = self._document.findBlock(place)
        origin = self._document.documentLayout().blockBoundingRect(block).topLeft()
        lines = block.layout()
        if not block.isValid() or not lines.lineCount():
            return None
        line = lines.lineAt(_line_of(lines, place - block.position()))
        return QRectF(origin.x(), origin.y() + line.y(), 0, line.ascent() + line.descent())

    def _find_rects(self, span: Span) -> Iterator[QRectF]:
        first, length = self._shown.range_to_qt(span.start, span.end)
        last = first + length
        block = self._document.findBlock(first)
        layout = self._document.documentLayout()
        while block.isValid() and block.position() < last:
            origin = layout.blockBoundingRect(block).topLeft()
            lines = block.layout()
            for number in range(_line_of(lines, first - block.position()), lines.lineCount()):
                line = lines.lineAt(number)
                if line.textStart() >= last - block.position():
                    break
                start = max(first - block.position(), line.textStart())
                end = min(last - block.position(), line.textStart() + line.textLength())
                if start < end:
                    yield from _line_rects(line, start, end, origin)
            block = block.next()


def _line_of(lines: QTextLayout, place: int) -> int:
    """The number of the line that holds this place of its paragraph, by bisection."""
    after = bisect_right(range(lines.lineCount()), place, key=lambda n: lines.lineAt(n).textStart())
    return max(0, after - 1)


def _line_rects(line: QTextLine, start: int, end: int, origin: QPointF) -> Iterator[QRectF]:
    top = origin.y() + line.y()
    foot = line.ascent() + line.descent()
    for left, right in line_runs(line, start, end):
        yield QRectF(origin.x() + left, top, right - left, foot)
