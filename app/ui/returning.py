"""Where the reviewer was reading when each step was done, so that undo leads back to it.

Knows the session and the article's view; does no step itself.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.model.changes import Changes
from app.ui.article.reading_view import Eye, ReadingView
from app.ui.session import Session

#: So many steps are remembered: as many as are promised to be taken back.
MOST = 200


class Returning(QObject):
    """Made before anything else follows the session: it notes the place before a pane moves on."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._view: ReadingView | None = None
        self._done: list[Eye] = []
        self._undone: list[Eye] = []
        self._wanted: Eye | None = None
        session.changed.connect(self._follow)

    def watch(self, view: ReadingView) -> None:
        """The text whose place is remembered."""
        self._view = view

    def arrive(self) -> None:
        """The claim of the step is current again: show the lines that were read then."""
        if self._view is not None and self._wanted is not None:
            self._view.show_eye(self._wanted)
        self._wanted = None

    def _follow(self, changes: Changes) -> None:
        if self._view is None:
            return
        here = self._view.eye()
        if changes.kind == "undo":
            self._wanted = self._done.pop() if self._done else None
            self._undone.append(here)
        elif changes.kind == "redo":
            self._wanted = self._undone.pop() if self._undone else None
            self._done.append(here)
        else:
            self._done.append(here)
            self._undone.clear()
        del self._done[:-MOST]
