"""A text whose places count code points, as the stored text does, whatever Qt counts.

A view and never the source: what is shown stands in the same places as in the stored text, so a
selection gives the stored characters back. Of a long text the document holds what is near the
reader; selection and caret are of the whole text all the same. Knows no look, neither claims nor
sources.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from app.model.span import Span
from app.ui.article.shown_text import ShownText, near
from app.ui.article.text_places import TextPlaces

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
        self._shown = ShownText("", ())
        self._places = TextPlaces(self.document())
        self._ends = self._put = (0, 0)  # anchor and caret: in the text, and where Qt was told
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
        before = self.selection()
        self._text = text
        self._fill(near(text, 0, self.folded()), (0, 0))
        if before is not None:
            self._tell_selection()

    def folded(self) -> Sequence[Span]:
        """The stretches that are to stand nowhere, in order; for subclasses."""
        return ()

    def _fill(self, stretches: tuple[Span, ...], ends: tuple[int, int]) -> None:
        """Let these stretches of the text stand in the document, and nothing else, with anchor and
        caret at these places of the text."""
        self._shown = ShownText(self._text, stretches, tuple(self.folded()))
        self._places.take(self._shown)
        words = self._shown.words
        wrap = QTextOption.WrapMode
        endless = any(len(word[0]) > LONGEST_WORD for word in _WORD.finditer(words))
        self._quiet = True
        self.setWordWrapMode(wrap.WrapAnywhere if endless else wrap.WrapAtWordBoundaryOrAnywhere)
        self.setPlainText(words)
        self._put_ends(*ends)
        self._quiet = False

    def selection(self) -> Span | None:
        """What the reader has selected, in code points of the text; None for nothing."""
        start, end = sorted(self._whole_ends())
        return Span(start, end) if start < end else None

    def select(self, span: Span) -> None:
        """Select this stretch, as the reader could."""
        before = self.selection()
        self._quiet = True
        self._put_ends(span.start, span.end)
        self._quiet = False
        if self.selection() != before:
            # Told only now: who hears it may scroll.
            self._tell_selection()

    def selectAll(self) -> None:
        """Select the whole text, wherever it stands."""
        self.select(Span(0, len(self._text)))

    def _put_ends(self, anchor: int, caret: int) -> None:
        """Tell Qt where the selection begins and ends, without scrolling there."""
        start, length = self._shown.range_to_qt(min(anchor, caret), max(anchor, caret))
        first, last = (start, start + length) if anchor <= caret else (start + length, start)
        cursor = self.textCursor()
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        bar = self.verticalScrollBar()
        scrolled = bar.value()
        self._ends, self._put = (anchor, caret), (first, last)
        self.setTextCursor(cursor)
        bar.setValue(scrolled)

    def _whole_ends(self) -> tuple[int, int]:
        """Anchor and caret in the text: what was told, wherever Qt was not told otherwise."""
        cursor = self.textCursor()
        now = (cursor.anchor(), cursor.position())
        ends = [
            told if at == put else self._shown.to_text(at)
            for at, put, told in zip(now, self._put, self._ends, strict=True)
        ]
        return ends[0], ends[1]

    def unselect(self) -> None:
        """Select nothing; the caret stays."""
        self.put_caret(self.caret())

    def caret(self) -> int:
        """Where the caret stands, in code points of the text."""
        return self._whole_ends()[1]

    def put_caret(self, place: int) -> None:
        """Put the caret before this code point without scrolling there."""
        self.select(Span(place, place))

    def _tell_selection(self) -> None:
        if not self._dragging and not self._quiet:
            self.selected.emit(self.selection())

    def place_at(self, point: QPoint) -> int:
        """The code point under this point of the viewport."""
        there = self._straight(QPointF(point)).toPoint()
        return self._shown.to_text(self.cursorForPosition(there).position())

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

    def laid_out_span(self) -> Span:
        """The stretch of the text that stands in the document, folded ones in it included."""
        return Span(self._shown.start, self._shown.end)

    def visible_span(self) -> Span:
        """The characters in sight, with some lines more on either side."""
        more, area = 1000, self.viewport().rect()
        # While the text is being laid out anew the corners can come in either order.
        start, end = sorted((self.place_at(area.topLeft()), self.place_at(area.bottomRight())))
        return Span(max(0, start - more), min(len(self._text), end + more))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        if self._dragging and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._put = (-1, -1)  # whatever was selected out of sight is so no more
        super().mousePressEvent(self._straightened(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._straightened(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(self._straightened(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._straightened(event))
        if event.button() == Qt.MouseButton.LeftButton and self._dragging:
            self._dragging = False
            self._tell_selection()
            if self.selection() is None:
                self.pressed_at.emit(self.place_at(event.position().toPoint()))
