"""A text to be read: set in one column, kept at its place, with room for marks of any stretch.

Knows the look; neither claims nor sources.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QWidget

from app.model.span import Span
from app.ui.article.extent import Extent
from app.ui.article.shown_text import near
from app.ui.article.text_view import TextView
from app.ui.article.typesetting import Typesetting
from app.ui.look.appearance import Appearance
from app.ui.look.hidden import hidden_in, paint_badge
from app.ui.look.paint import line_scale, paint_focus_ring, paint_underline
from app.ui.look.tokens import SPACE_5, Underline

#: Where the eye rests: a stretch to be read is brought to this part of the height.
READING_HEIGHT = 0.36

#: With Shift these keys select on from the caret.
_SELECTING = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
}  # fmt: skip

#: More badges at once would hide the text, and take their time.
MOST_BADGES = 300


@dataclass(frozen=True)
class Eye:
    """A place of reading: a line by a place of the text, its height in the window."""

    line: int
    height: int
    at_top: bool


class ReadingView(TextView):
    """A read-only text in one reading column. Subclasses lay colour under and marks over it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._typesetting = Typesetting(self.document(), appearance)
        self._extent = Extent()
        self._settling = False  # what is scrolled meanwhile is no reading
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._go_on)
        self._at_right: QWidget | None = None
        self._hidden: tuple[tuple[int, str], ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("variant", "reading")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._follow())
        appearance.changed.connect(self.restyle)

    def show_text(self, text: str) -> None:
        """Show this text from its beginning."""
        super().show_text(text)
        self._dress()
        self._extent.forget()
        self._lay_out(0)
        self._scroll(0)
        self.viewport().update()

    # How it looks

    def gutter_width(self) -> int:
        """The width left free before the column, in pixels."""
        return self._appearance.space(SPACE_5)

    def restyle(self) -> None:
        """Lay the text out again in the present theme and text size, at the same place."""
        self._dress()
        self._extent.forget()
        with self._keeping_place() as eye:
            self._lay_out(eye.line)
        self.viewport().update()

    def _dress(self) -> None:
        palette = self.palette()
        theme = self._appearance.theme
        palette.setColor(QPalette.ColorRole.Base, theme.surface)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.Highlight, theme.accent)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.on_accent)
        self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        # Qt would lay the text out in the application's font first, and lose its place.
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    @contextmanager
    def _keeping_place(self) -> Iterator[Eye]:
        """Lay out anew within this: the line where the eye rests stays at its height."""
        eye = self.eye()
        yield eye
        self.show_eye(eye)

    def eye(self) -> Eye:
        """The line where the eye rests, and how high it stands in the window."""
        bar, viewport = self.verticalScrollBar(), self.viewport()
        point = QPoint(viewport.width() // 2, round(viewport.height() * READING_HEIGHT))
        line = self.cursorForPosition(point)
        place = self._shown.to_text(line.position())
        return Eye(place, self.cursorRect(line).top(), bar.value() == 0)

    def show_eye(self, eye: Eye) -> None:
        """Show that line at that height again, however the text is laid out now."""
        if not self._shown.holds(eye.line):
            self._lay_out(eye.line)
        line = QTextCursor(self.document())
        line.setPosition(min(self._shown.to_qt(eye.line), self.document().characterCount() - 1))
        scrolled = self.verticalScrollBar().value() + self.cursorRect(line).top() - eye.height
        self._scroll(0 if eye.at_top else scrolled)

    def _scroll(self, to: int) -> None:
        """Scroll without laying anything else out."""
        settling, self._settling = self._settling, True
        self.verticalScrollBar().setValue(to)
        self._settling = settling

    def _lay_out(self, place: int) -> None:
        """Set the text that is near this place, or all of a short one, and nothing else."""
        settling, self._settling = self._settling, True
        stretches = near(self.text, place, self.folded())
        if stretches != self._shown.stretches:
            # Of a long text the bar is always there: were it to go while the document is filled,
            # the column would for a moment be another.
            policy = Qt.ScrollBarPolicy
            long = len(stretches) > 1
            self.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOn if long else policy.ScrollBarAsNeeded
            )
            self._fill(stretches, self._whole_ends())
        self._extent.take(self._shown)
        shown = [hidden_in(self.text[span.start : span.end]) for span in stretches]
        self._hidden = tuple(
            (span.start + at, name)
            for span, found in zip(stretches, shown, strict=True)
            for at, name in found
        )
        self._typesetting.set(self._shown, self)
        self._fit_column()
        self._settling = settling

    def _follow(self) -> None:
        """Lay out what comes into sight, and soon what will."""
        if self._settling or self._shown.is_whole:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        over, under = top - self._extent.top, self._extent.bottom - top - height
        first, last = self._shown.before == 0, self._shown.behind == 0
        if (over < 0 and not first) or (under < 0 and not last):
            self._go_on()
        elif (over < height and not first) or (under < height and not last):
            # Not while Qt is still about the very press or drag that scrolled.
            self._soon.start(0)

    def _go_on(self) -> None:
        """Lay out what is near the place that is read now."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        at_top, at_end = bar.value() == 0, bar.value() == bar.maximum()
        rests = bar.value() + height * READING_HEIGHT
        seen = self._extent.top <= rests <= self._extent.bottom
        eye = self.eye() if seen else Eye(self._extent.place(rests), 0, at_top=False)
        if near(self.text, eye.line, self.folded()) == self._shown.stretches:
            return
        self._lay_out(eye.line)
        if seen:
            self.show_eye(eye)
        elif at_top or at_end:
            self._scroll(0 if at_top else bar.maximum())
        elif (head := self.head(eye.line)) is not None:
            self._scroll(round(head.top() - height * READING_HEIGHT))
        self.viewport().update()

    def style_spans(self, within: Span) -> Iterable[tuple[Span, QTextCharFormat]]:  # noqa: ARG002
        """What stands in another font or colour than running text within this stretch; for
        subclasses."""
        return ()

    def block_style(self, paragraph: Span) -> QTextBlockFormat | None:  # noqa: ARG002
        """The format of this paragraph, None for running text; for subclasses."""
        return None

    def _fit_column(self) -> None:
        known = self._extent.is_known
        self._fit()
        if not known:
            # Only what was laid out tells how much room the rest would take.
            self._extent.measure(self._places)
            self._fit()
        if not self._shown.is_whole:
            self._extent.measure(self._places)
        self.lines_moved()

    def _fit(self) -> None:
        extent, size = self._extent, self.viewport().size()
        self._typesetting.fit_column(size, self.gutter_width(), extent.above, extent.below)
        self._places.forget()

    def height_of(self, place: int) -> float | None:
        """At which height of the whole text this place stands, or would once it is laid out; None
        where it stands nowhere."""
        return self._extent.height(place, self._places)

    def column_left(self) -> int:
        """Where the words of the column begin, in pixels from the left."""
        return round(self.document().rootFrame().frameFormat().leftMargin())

    def keep_right(self, widget: QWidget, width: int) -> None:
        """Keep `width` pixels free between the text and its scroll bar for this child."""
        self._at_right = widget
        self.setViewportMargins(0, 0, width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self._keeping_place():
            self._settling = True
            super().resizeEvent(event)
            self._extent.forget()
            self._fit_column()
            self._settling = False
        self._follow()
        if self._at_right is not None:
            text = self.viewport().geometry()
            self._at_right.setGeometry(text.right() + 1, text.top(), self._at_right.width(),
                                       text.height())  # fmt: skip

    # Where a stretch stands

    def bring(
        self,
        span: Span,
        fraction: float = READING_HEIGHT,
        *,
        only_when_outside: bool = True,
        from_the_top: bool = False,
    ) -> None:
        """Scroll so that the stretch begins at this fraction of the height.

        With `only_when_outside`, a stretch already in the middle of the window stays where it is.
        With `from_the_top`, no more is scrolled than it takes to see the stretch whole.
        """
        if not self._shown.holds(span.start):
            self._lay_out(span.start)
            self.viewport().update()
        rects = self.rects(span)
        if not rects:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top, bottom = rects[0].top(), rects[-1].bottom()
        if from_the_top and bottom - top < height:
            bar.setValue(max(0, round(bottom - height * 0.9)))
            return
        inside = bar.value() + height * 0.12 <= top and bottom <= bar.value() + height * 0.88
        if not (only_when_outside and inside):
            bar.setValue(round(top - height * fraction))

    def mark(self, painter: QPainter, rect: QRectF, pattern: Underline, colour: QColor) -> None:
        """Draw an underline at the foot of one of the text's rectangles."""
        scale = line_scale(self._appearance.font("article"))
        foot = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 3)
        paint_underline(painter, foot, pattern, colour, scale)

    # What is painted

    def paint_under(self, painter: QPainter, visible: QRectF) -> None:
        """Paint behind the text, in document coordinates; for subclasses."""

    def paint_over(self, painter: QPainter, visible: QRectF) -> None:
        """Paint over the text, in document coordinates; for subclasses."""

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self.verticalScrollBar().value()
        visible = QRectF(event.rect()).translated(0, top)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        self.paint_under(painter, visible)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        self.paint_over(painter, visible)
        self._paint_badges(painter)
        if self.hasFocus():
            painter.translate(0, top)
            paint_focus_ring(painter, QRectF(self.viewport().rect()), self._appearance.theme, 1)
        painter.end()

    def _paint_badges(self, painter: QPainter) -> None:
        """Show the characters that are not seen and change what is."""
        if not self._hidden:
            return
        seen, ink = self.visible_span(), self._appearance.theme.conflict
        first = bisect_left(self._hidden, (seen.start, ""))
        last = min(first + MOST_BADGES, bisect_left(self._hidden, (seen.end, "")))
        for place, name in self._hidden[first:last]:
            before = self.rects(Span(max(0, place - 1), place)) if place else ()
            after = self.rects(Span(place + 1, place + 2)) if place + 1 < len(self.text) else ()
            if before or after:
                at = before[-1].topRight() if before else after[0].topLeft()
                height = (before or after)[0].height()
                paint_badge(painter, at, height, name, self._appearance.font("meta"), ink)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        for key, act in (
            (keys.Copy, self.copy),
            (keys.SelectAll, self.selectAll),
            (keys.MoveToStartOfDocument, partial(self._go, 0)),
            (keys.MoveToEndOfDocument, partial(self._go, len(self.text))),
        ):
            if event.matches(key):
                act()
                return
        # Up and down belong to the reading, not to a caret that nobody sees.
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        bar = self.verticalScrollBar()
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            bar.setValue(bar.value() + step * 3 * self.fontMetrics().height())
            return
        if event.key() in _SELECTING and not self._shown.holds(self.caret()):
            self.show_eye(Eye(self.caret(), round(bar.pageStep() * READING_HEIGHT), at_top=False))
        super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self.put_caret(place)
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if place else 0)
