"""Going from pane to pane by F6, always on from where the focus is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from app.ui.window import Window


def walk_panes(window: Window, step: int) -> None:
    """Give the focus to the next pane that is visible, or with -1 to the one before."""
    panes = [pane for pane in window.focus_panes() if pane.isVisible()]
    if not panes:
        return
    focus = QApplication.focusWidget()
    here = -1
    for number, pane in enumerate(panes):
        if focus is not None and (pane is focus or pane.isAncestorOf(focus)):
            here = number
    if here < 0 and focus is not None and window.dock.isAncestorOf(focus):
        here = panes.index(window.dock.buttons[0])
    panes[(here + step) % len(panes)].setFocus()
