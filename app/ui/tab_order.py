"""The order in which Tab visits a window: as its layouts lie, whenever its widgets were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QMainWindow, QScrollArea, QSplitter, QWidget


def order_tab_stops(window: QMainWindow) -> None:
    """Let Tab go through everything in the window in the order of its layouts."""
    for before, after in pairwise(_stops(window.centralWidget())):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if isinstance(widget, QSplitter):
        for number in range(widget.count()):
            yield from _stops(widget.widget(number))
    elif isinstance(widget, QScrollArea):
        yield from _stops(widget.widget())
    elif layout is not None:
        yield from _stops_in(layout)


def _stops_in(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        inside = item.layout() if item else None
        if inside is not None:
            yield from _stops_in(inside)
        elif item is not None:
            yield from _stops(item.widget())
