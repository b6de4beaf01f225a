"""A text whose places count code points, as the stored text does, whatever Qt counts.

A view and never the source: what is shown stands in the same places as in the stored text, so a
selection gives the stored characters back. Knows no look, neither claims nor sources.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from app.model.span import Span
from app.ui.article.text_places import TextPlaces
from app.ui.look.offsets import Utf16Map

#: A longer run without a blank is no word: Qt looks for the end of a word so slowly that one of a
#: million characters would take it more than a minute. Scripts that write no blanks break anywhere.
LONGEST_WORD = 5_000
_WORD = re.compile("[^\\s\u2e80-\uffef]+")


class TextView(QTextEdit):
    """A text that can be read and selected, by mouse and by keys, and never typed into."""

    pressed_at = Signal(int)  # code point under a click that selected nothing
    selected = Signal(object)  # Span, or None: another selection, once the mouse has let go
    laid_out = Signal()  # lines may stand elsewhere than before

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._map = Utf16Map("")
        self._places = TextPlaces(self.document())
        self._dragging = False
        self._quiet = False
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.selectionChanged.connect(self._tell_selection)

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
        bar, before = self.verticalScrollBar(), self.selection()
        scrolled, self._quiet = bar.value(), True
        self.setTextCursor(cursor)
        bar.setValue(scrolled)
        self._quiet = False
        if self.selection() != before:
            # Told only now: who hears it may scroll.
            self._tell_selection()

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
        if not self._dragging and not self._quiet:
            self.selected.emit(self.selection())

    def place_at(self, point: QPoint) -> int:
        """The code point under this point of the viewport."""
        there = self._straight(QPointF(point)).toPoint()
        return self._map.to_text(self.cursorForPosition(there).position())

    def _straight(self, point: QPointF) -> QPointF:
        """This point of the viewport, moved to where Qt finds the place that is seen there."""
        scrolled = QPointF(0, self.verticalScrollBar().value())
        return point + QPointF(self._places.drift(point + scrolled), 0)

    def _straightened(self, event: QMouseEvent) -> QMouseEvent:
        point = self._straight(event.position())
        return QMouseEvent(
            event.type(), point, event.scenePosition(), event.globalPosition(), event.button(),
            event.buttons(), event.modifiers(), event.pointingDevice(),
        )  # fmt: skip

    def copy(self) -> None:
        """Put the stored characters of the selection on the clipboard.

        Qt would hand out plain spaces for no-break spaces. Its own hook for that
        (createMimeDataFromSelection) leaves the clipboard with an object that Python owns too,
        and the process dies at its end.
        """
        span = self.selection()
        if span is not None:
            QGuiApplication.clipboard().setText(span.of(self._text))

    def rects(self, span: Span) -> tuple[QRectF, ...]:
        """The rectangles of this stretch in document coordinates, one a line and direction."""
        return self._places.rects(span)

    def head(self, place: int) -> QRectF | None:
        """The top and height of the line that holds this code point, in document coordinates; None
        where there is none."""
        return self._places.head(place)

    def lines_moved(self) -> None:
        """Lines may stand elsewhere than before; subclasses drop what they derived from them."""
        self._places.forget()
        self.laid_out.emit()

    def visible_span(self) -> Span:
        """The characters in sight, with some lines more on either side."""
        more, area = 1000, self.viewport().rect()
        # While the text is being laid out anew the corners can come in either order.
        start, end = sorted((self.place_at(area.topLeft()), self.place_at(area.bottomRight())))
        return Span(max(0, start - more), min(len(self._text), end + more))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(self._straightened(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._straightened(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._straightened(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._straightened(event))
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._tell_selection()
            if not self.textCursor().hasSelection():
                self.pressed_at.emit(self.place_at(event.position().toPoint()))
