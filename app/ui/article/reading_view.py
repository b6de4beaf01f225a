"""A text to be read: set in one column, kept at its place, with room for marks of any stretch.

Knows the look; neither claims nor sources.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
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
from app.ui.article.text_view import TextView
from app.ui.article.typesetting import Typesetting
from app.ui.look.appearance import Appearance
from app.ui.look.hidden import hidden_in, paint_badge
from app.ui.look.paint import line_scale, paint_focus_ring, paint_underline
from app.ui.look.tokens import SPACE_5, Underline

#: Where the eye rests: a stretch to be read is brought to this part of the height.
READING_HEIGHT = 0.36

#: More badges at once would hide the text, and take their time.
MOST_BADGES = 300


@dataclass(frozen=True)
class Eye:
    """A place of reading: a line by a place in Qt's own count, its height in the window."""

    line: int
    height: int
    at_top: bool


class ReadingView(TextView):
    """A read-only text in one reading column. Subclasses lay colour under and marks over it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._typesetting = Typesetting(self.document(), appearance)
        self._at_right: QWidget | None = None
        self._hidden: tuple[tuple[int, str], ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("variant", "reading")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        appearance.changed.connect(self.restyle)

    def show_text(self, text: str) -> None:
        """Show this text from its beginning."""
        self._hidden = hidden_in(text)
        super().show_text(text)
        self.restyle()

    # How it looks

    def gutter_width(self) -> int:
        """The width left free before the column, in pixels."""
        return self._appearance.space(SPACE_5)

    def restyle(self) -> None:
        """Lay the text out again in the present theme and text size, at the same place."""
        palette = self.palette()
        theme = self._appearance.theme
        palette.setColor(QPalette.ColorRole.Base, theme.surface)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.Highlight, theme.accent)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.on_accent)
        self.setPalette(palette)
        with self._keeping_place():
            self._typesetting.set(self._map, self)
            self._fit_column()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        # Qt would lay the text out in the application's font first, and lose its place.
        if event.type() not in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            super().changeEvent(event)

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        """Lay out anew within this: the line where the eye rests stays at its height."""
        eye = self.eye()
        yield
        self.show_eye(eye)

    def eye(self) -> Eye:
        """The line where the eye rests, and how high it stands in the window."""
        bar, viewport = self.verticalScrollBar(), self.viewport()
        point = QPoint(viewport.width() // 2, round(viewport.height() * READING_HEIGHT))
        line = self.cursorForPosition(point)
        return Eye(line.position(), self.cursorRect(line).top(), bar.value() == 0)

    def show_eye(self, eye: Eye) -> None:
        """Show that line at that height again, however the text is laid out now."""
        line = QTextCursor(self.document())
        line.setPosition(min(eye.line, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(0 if eye.at_top else bar.value() + self.cursorRect(line).top() - eye.height)

    def style_spans(self) -> Iterable[tuple[Span, QTextCharFormat]]:
        """What stands in another font or colour than running text; for subclasses."""
        return ()

    def block_style(self, paragraph: Span) -> QTextBlockFormat | None:  # noqa: ARG002
        """The format of this paragraph, None for running text; for subclasses."""
        return None

    def _fit_column(self) -> None:
        self._typesetting.fit_column(self.viewport().size(), self.gutter_width())
        self.lines_moved()

    def column_left(self) -> int:
        """Where the words of the column begin, in pixels from the left."""
        return round(self.document().rootFrame().frameFormat().leftMargin())

    def keep_right(self, widget: QWidget, width: int) -> None:
        """Keep `width` pixels free between the text and its scroll bar for this child."""
        self._at_right = widget
        self.setViewportMargins(0, 0, width, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        with self._keeping_place():
            super().resizeEvent(event)
            self._fit_column()
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
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        # Up and down belong to the reading, not to a caret that nobody sees.
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + step * 3 * self.fontMetrics().height())
            return
        super().keyPressEvent(event)
