"""A text to be read: one column, places in code points, rectangles of any stretch of it.

A view and never the source: what is shown stands in the same places as in the stored text, so a
selection gives the stored characters back. Knows neither claims nor sources.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.model.span import Span
from app.ui.article.text_places import TextPlaces
from app.ui.article.typesetting import Typesetting
from app.ui.look.appearance import Appearance
from app.ui.look.offsets import Utf16Map
from app.ui.look.paint import line_scale, paint_focus_ring, paint_underline
from app.ui.look.tokens import SPACE_5, Underline

#: Where the eye rests: a stretch to be read is brought to this part of the height.
READING_HEIGHT = 0.36

#: A longer run without a blank is no word: Qt looks for the end of a word so slowly that one of a
#: million characters would take it more than a minute. Scripts that write no blanks break anywhere.
LONGEST_WORD = 5_000
_WORD = re.compile("[^\\s\u2e80-\uffef]+")


@dataclass(frozen=True)
class Eye:
    """A place of reading: a line by a place in Qt's own count, its height in the window."""

    line: int
    height: int
    at_top: bool


class ReadingView(QTextEdit):
    """A read-only text in one reading column. Subclasses lay colour under and marks over it."""

    pressed_at = Signal(int)  # code point under a click that selected nothing
    selected = Signal(object)  # Span, or None: another selection, once the mouse has let go
    laid_out = Signal()  # lines may stand elsewhere than before

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._text = ""
        self._map = Utf16Map("")
        self._places = TextPlaces(self.document())
        self._typesetting = Typesetting(self.document(), appearance)
        self._at_right: QWidget | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("variant", "reading")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._dragging = False
        self.selectionChanged.connect(self._tell_selection)
        appearance.changed.connect(self.restyle)

    # The text

    @property
    def text(self) -> str:
        """The stored text that is shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show this text from its beginning."""
        self._text, self._map = text, Utf16Map(text)
        self._places.take(self._map)
        self.lines_moved()
        wrap = QTextOption.WrapMode
        endless = any(len(word[0]) > LONGEST_WORD for word in _WORD.finditer(text))
        self.setWordWrapMode(wrap.WrapAnywhere if endless else wrap.WrapAtWordBoundaryOrAnywhere)
        self.setPlainText(text)
        self.restyle()

    def selection(self) -> Span | None:
        """What the reader has selected, in code points of the text; None for nothing."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start = self._map.to_text(cursor.selectionStart())
        return Span(start, self._map.to_text(cursor.selectionEnd()))

    def select(self, span: Span) -> None:
        """Select this stretch, as the reader could."""
        start, length = self._map.range_to_qt(span.start, span.end)
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(scrolled)

    def unselect(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def caret(self) -> int:
        """Where the caret stands, in code points of the text."""
        return self._map.to_text(self.textCursor().position())

    def put_caret(self, place: int) -> None:
        """Put the caret before this code point without scrolling there."""
        self.select(Span(place, place))

    def _tell_selection(self) -> None:
        if not self._dragging:
            self.selected.emit(self.selection())

    def place_at(self, point: QPoint) -> int:
        """The code point under this point of the viewport."""
        return self._map.to_text(self.cursorForPosition(point).position())

    def copy(self) -> None:
        """Put the stored characters of the selection on the clipboard.

        Qt would hand out plain spaces for no-break spaces. Its own hook for that
        (createMimeDataFromSelection) leaves the clipboard with an object that Python owns too,
        and the process dies at its end.
        """
        span = self.selection()
        if span is not None:
            QGuiApplication.clipboard().setText(span.of(self._text))

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

    def lines_moved(self) -> None:
        """Lines may stand elsewhere than before; subclasses drop what they derived from them."""
        self._places.forget()
        self.laid_out.emit()

    def rects(self, span: Span) -> tuple[QRectF, ...]:
        """The rectangles of this stretch in document coordinates, one a line and direction."""
        return self._places.rects(span)

    def head(self, place: int) -> QRectF | None:
        """The top and height of the line that holds this code point, in document coordinates; None
        where there is none."""
        return self._places.head(place)

    def visible_span(self) -> Span:
        """The characters in sight, with some lines more on either side."""
        more, area = 1000, self.viewport().rect()
        # While the text is being laid out anew the corners can come in either order.
        start, end = sorted((self.place_at(area.topLeft()), self.place_at(area.bottomRight())))
        return Span(max(0, start - more), min(len(self._text), end + more))

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
        if self.hasFocus():
            painter.translate(0, top)
            paint_focus_ring(painter, QRectF(self.viewport().rect()), self._appearance.theme, 1)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._tell_selection()
            if not self.textCursor().hasSelection():
                self.pressed_at.emit(self.place_at(event.position().toPoint()))

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
