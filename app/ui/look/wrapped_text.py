"""Plain text laid out in lines, with marked ranges. Knows fonts and colours, no widget, no theme.

Ranges are code points of the text as it was given; Qt's UTF-16 counting stays inside.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.ui.look.hidden import hidden_in, paint_badge
from app.ui.look.offsets import Utf16Map, utf16_map
from app.ui.look.tokens import Underline
from app.ui.look.underline import line_scale, paint_underline

#: More characters than this never fit one line of a window: the rest is not even shaped.
_CHARACTERS_A_LINE = 1000

#: More badges in one text would hide it.
MOST_BADGES = 50


@dataclass(frozen=True, slots=True, eq=False)
class TextSpan:
    """A marked range of a text: code points `start` to `end`, and what marks it.

    `tint` is painted behind, `colour` replaces the text's own, `underline` is a pattern drawn in
    `underline_colour` (or `colour`, or the text's own). Later spans lie above earlier ones.
    """

    start: int
    end: int
    tint: QColor | None = None
    colour: QColor | None = None
    bold: bool = False
    underline: Underline | None = None
    underline_colour: QColor | None = None


class WrappedText:
    """A text broken into lines of one width. Lay out once, keep it, draw it often.

    `max_lines` 0 means as many as there are; beyond it the last line ends in “…”. `spacing`
    multiplies the height of a line. A text whose first strong letter runs right to left is
    set flush right. `width` and all measures are logical pixels.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        max_lines: int = 0,
        spans: Sequence[TextSpan] = (),
        *,
        spacing: float = 1.0,
    ) -> None:
        self._font = font
        self._width = max(1.0, width)
        self._spans = tuple(span for span in spans if span.end > span.start)
        self._pitch = QFontMetricsF(font).lineSpacing() * spacing
        self._scale = line_scale(font)
        self.right_to_left = is_right_to_left(text)
        shown = text if not max_lines else text[: max_lines * _CHARACTERS_A_LINE]
        # Qt breaks lines at U+2028 only; both are one unit, so that no offset moves.
        shown = shown.replace("\n", "\u2028")
        self._text = shown
        self._map: Utf16Map = utf16_map(shown)
        #: How many code points of the text are to be seen; fewer than all when it was elided.
        self.visible = len(shown)
        self._layout, self._height = self._lay_out(shown)
        self.elided = len(shown) < len(text)
        if max_lines and (self._layout.lineCount() > max_lines or self.elided):
            self._elide(shown, max_lines)
        self._marks = [(span, self._rects(span.start, span.end)) for span in self._spans]
        self._badges = [
            (before[-1].topRight(), name)
            for place, name in hidden_in(shown[: self.visible], quoted=True)[:MOST_BADGES]
            if (before := self._rects(max(0, place - 1), place))
        ]

    @property
    def line_count(self) -> int:
        """How many lines are shown."""
        return self._layout.lineCount()

    @property
    def height(self) -> float:
        """The height of all shown lines."""
        return self._height

    @property
    def natural_width(self) -> float:
        """The width of the longest line."""
        lines = (self._layout.lineAt(nth) for nth in range(self._layout.lineCount()))
        return max((line.naturalTextWidth() for line in lines), default=0.0)

    def measure(self) -> QSizeF:
        """The size this text takes: the given width and the height of its lines."""
        return QSizeF(self._width, self._height)

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw with the upper left corner `at`, in `colour` where no span says otherwise."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for span, rects in self._marks:
            if span.tint is not None:
                painter.setBrush(span.tint)
                for rect in rects:
                    painter.drawRoundedRect(rect.translated(at).adjusted(-1.5, 0, 1.5, 0), 3, 3)
        painter.setPen(colour)
        self._layout.draw(painter, at)
        for span, rects in self._marks:
            if span.underline is not None:
                ink = span.underline_colour or span.colour or colour
                for rect in rects:
                    paint_underline(painter, rect.translated(at), span.underline, ink, self._scale)
        for place, name in self._badges:
            paint_badge(painter, place + at, self._pitch * 0.9, name, self._font, colour)
        painter.restore()

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Where the code points `start` to `end` stand: one rectangle a line and direction."""
        return self._rects(start, end)

    def position_at(self, point: QPointF) -> int:
        """The code point offset nearest to `point`, counted from this text's upper left corner."""
        for nth in range(self._layout.lineCount()):
            line = self._layout.lineAt(nth)
            last = nth == self._layout.lineCount() - 1
            if point.y() < line.y() + self._pitch or last:
                return min(self._map.to_text(line.xToCursor(point.x())), self.visible)
        return 0

    def _lay_out(self, text: str) -> tuple[QTextLayout, float]:
        layout = QTextLayout(text, self._font)
        option = QTextOption(
            Qt.AlignmentFlag.AlignRight if self.right_to_left else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(self._formats())
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            # Scripts with tall letters (Arabic, Thai) raise their own line; nothing is clipped.
            pitch = max(self._pitch, line.height())
            line.setPosition(QPointF(0, y + (pitch - line.height()) / 2))
            y += pitch
        layout.endLayout()
        return layout, y

    def _formats(self) -> list[QTextLayout.FormatRange]:
        formats = []
        for span in self._spans:
            if span.colour is None and not span.bold:
                continue
            start, length = self._map.range_to_qt(span.start, min(span.end, self.visible))
            if length <= 0:
                continue
            made = QTextLayout.FormatRange()
            look = QTextCharFormat()
            if span.colour is not None:
                look.setForeground(span.colour)
            if span.bold:
                look.setFontWeight(QFont.Weight.Bold)
            made.start, made.length, made.format = start, length, look
            formats.append(made)
        return formats

    def _elide(self, shown: str, max_lines: int) -> None:
        """Cut the text so that it fits `max_lines` and ends in “…”, never inside a letter."""
        self.elided = True
        lines = min(self._layout.lineCount(), max_lines)
        last = self._layout.lineAt(lines - 1)
        first = self._map.to_text(last.textStart())
        cuts = _letter_ends(shown[first : self._map.to_text(last.textStart() + last.textLength())])
        low, high = 0, len(cuts) - 1
        while low < high:  # the longest beginning of the last line that fits with its ellipsis
            middle = (low + high + 1) // 2
            self._cut(shown, first + cuts[middle])
            if self._layout.lineCount() <= max_lines:
                low = middle
            else:
                high = middle - 1
        self._cut(shown, first + cuts[low])

    def _cut(self, shown: str, end: int) -> None:
        kept = shown[:end].rstrip()
        self.visible = len(kept)
        self._layout, self._height = self._lay_out(kept + "…")

    def _rects(self, start: int, end: int) -> list[QRectF]:
        first, length = self._map.range_to_qt(start, min(end, self.visible))
        last = first + length
        found: list[QRectF] = []
        for nth in range(self._layout.lineCount()):
            line = self._layout.lineAt(nth)
            begin = max(first, line.textStart())
            stop = min(last, line.textStart() + line.textLength())
            # The space at which a line was broken is not part of what was marked.
            while stop > begin and self._text[self._map.to_text(stop) - 1].isspace():
                stop -= 1
            if begin < stop:
                found += [
                    QRectF(left, line.y(), right - left, line.height())
                    for left, right in line_runs(line, begin, stop)
                ]
        return found


def is_right_to_left(text: str) -> bool:
    """Whether the first strong letter of `text` outside isolates runs right to left (Unicode
    UAX #9, rule P2)."""
    isolates = 0
    for char in text[:500]:
        direction = unicodedata.bidirectional(char)
        if direction in ("LRI", "RLI", "FSI"):
            isolates += 1
        elif direction == "PDI":
            isolates = max(0, isolates - 1)
        if isolates:
            continue
        if direction == "L":
            return False
        if direction in ("R", "AL"):
            return True
    return False


def line_runs(line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
    """The stretches of x that the UTF-16 units `start` to `end` of a line cover, from the left.

    A range of mixed directions is not one stretch on the screen. Taken from the glyphs: the
    cursor's places are wrong here, as a digit amid Arabic or Hebrew has its cursor elsewhere.
    """
    boxes = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
    edges = sorted((box.left(), box.right()) for box in boxes if box.width() > 0)
    runs: list[tuple[float, float]] = []
    for left, right in edges:
        if runs and left <= runs[-1][1] + 0.75:
            runs[-1] = (runs[-1][0], max(runs[-1][1], right))
        else:
            runs.append((left, right))
    return runs


def _letter_ends(text: str) -> list[int]:
    """The code point offsets at which a letter, as the reader sees it, ends; with 0."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    offsets = utf16_map(text)
    ends = [0]
    while (at := finder.toNextBoundary()) != -1:
        ends.append(offsets.to_text(at))
    return ends
