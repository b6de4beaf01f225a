"""Pictures of pages, one below the other, as wide as the room allows. Knows no report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.paint import paint_focus_ring
from app.ui.look.tokens import SPACE_4, SPACE_5

#: The widest that a page is shown, in pixels at a text size of 100 %.
WIDEST = 760

#: So many pages are kept as pixels; a page of A4 at 144 dots to the inch takes 8 MB.
KEPT = 6

_SIZE_IN_PNG = slice(16, 24)  # width and height, four bytes each


class PagesView(QAbstractScrollArea):
    """Shows pages that are PNG files; decodes only what is seen."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._pages: tuple[bytes, ...] = ()
        self._rects: list[QRectF] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._decoded = lru_cache(maxsize=KEPT)(self._decode)
        appearance.changed.connect(self._lay_out)
        self._name()

    def show_pages(self, pages: Sequence[bytes]) -> None:
        """Show these pages, at the place that is shown now where there is one."""
        self._pages = tuple(pages)
        self._decoded.cache_clear()
        self._lay_out()
        self._name()

    def _name(self) -> None:
        count = len(self._pages)
        self.setAccessibleName(f"Preview, {count} page{'' if count == 1 else 's'}")
        self.setAccessibleDescription("Pictures of the pages. The exported file can be read aloud.")

    def _lay_out(self) -> None:
        space, room = self._appearance.space, self.viewport().size()
        width = min(WIDEST * self._appearance.percent / 100, room.width() - 2 * space(SPACE_5))
        self._rects, top = [], float(space(SPACE_5))
        for page in self._pages:
            size = _size_of(page)
            height = max(1.0, width * size.height() / max(1.0, size.width()))
            self._rects.append(QRectF((room.width() - width) / 2, top, width, height))
            top += height + space(SPACE_4)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(top + space(SPACE_4)) - room.height()))
        bar.setPageStep(round(room.height() * 0.9))
        bar.setSingleStep(3 * self.fontMetrics().height())
        self.viewport().update()

    def _decode(self, number: int) -> QPixmap:
        made = QPixmap()
        made.loadFromData(QByteArray(self._pages[number]), "PNG")
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        super().resizeEvent(event)
        self._lay_out()
        bar.setValue(round(part * bar.maximum()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, painter = self._appearance.theme, QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), theme.canvas)
        seen = QRectF(self.viewport().rect())
        for number, rect in enumerate(self._rects):
            here = rect.translated(QPointF(0, -self.verticalScrollBar().value()))
            if here.intersects(seen):
                picture = self._decoded(number)
                painter.drawPixmap(here, picture, QRectF(picture.rect()))
                painter.setPen(QPen(theme.hairline, 1))
                painter.drawRect(here)
        if self.hasFocus():
            paint_focus_ring(painter, seen, theme, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {
            Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
            Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
            Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
        }
        action = ends.get(Qt.Key(event.key()))
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)


def _size_of(page: bytes) -> QSizeF:
    """The size that a PNG file gives in its head."""
    head = page[_SIZE_IN_PNG]
    return QSizeF(int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big"))
