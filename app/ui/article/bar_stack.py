"""Bars over a text, one below the other: together they take no more than their share of a pane.

What does not fit is scrolled to. Knows none of the bars.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.look.labels import ground

#: The bars' share of the height of their pane.
SHARE = 0.42


class BarStack(QScrollArea):
    """As high as its bars that are shown, up to its share of `pane`."""

    def __init__(self, pane: QWidget, bars: Iterable[QWidget]) -> None:
        super().__init__(pane)
        self._pane, self._bars = pane, QWidget()
        ground(self._bars, "canvas")
        self._rows = rows = QVBoxLayout(self._bars)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for bar in bars:
            rows.addWidget(bar)
        rows.addStretch(1)
        self.setWidget(self._bars)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bars.installEventFilter(self)
        pane.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.LayoutRequest and watched is self._bars
        if asks or (event.type() == QEvent.Type.Resize and watched is self._pane):
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows, width = self._rows, self.viewport().width()
        needed = (
            rows.heightForWidth(width) if rows.hasHeightForWidth() else rows.sizeHint().height()
        )
        height = min(needed, round(self._pane.height() * SHARE))
        if height != self.height():
            self.setFixedHeight(max(0, height))
        focus = QApplication.focusWidget()
        if height < needed and focus is not None and self._bars.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, 8)
