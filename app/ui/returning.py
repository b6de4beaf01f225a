"""Where the reviewer was reading when each step was done, so that undo leads back to it.

Knows the session, the open article and its view; does no step itself.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.model.changes import Changes
from app.ui.article.reading_view import Eye, ReadingView
from app.ui.open_article import OpenArticle
from app.ui.session import Session

#: The lines that were read, and the id of the claim that was current, 0 for none.
Place = tuple[Eye, int]

#: So many steps are remembered: as many as are promised to be taken back.
MOST = 200


class Returning(QObject):
    """Made before anything else follows the session: it notes the place before a pane moves on."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._view: ReadingView | None = None
        self._article: OpenArticle | None = None
        self._done: list[Place] = []
        self._undone: list[Eye] = []
        self._wanted: Place | None = None
        session.changed.connect(self._follow)

    def watch(self, article: OpenArticle, view: ReadingView) -> None:
        """The article whose current claim, and the text whose place is remembered."""
        self._article, self._view = article, view

    def arrive(self) -> None:
        """The step is taken back: make the claim current that was, and show the lines that were
        read then."""
        if self._view is not None and self._article is not None and self._wanted is not None:
            eye, claim_id = self._wanted
            self._article.choose(claim_id or self._current())
            self._view.show_eye(eye)
        self._wanted = None

    def _follow(self, changes: Changes) -> None:
        if self._view is None:
            return
        here = self._view.eye()
        if changes.kind == "undo":
            self._wanted = self._done.pop() if self._done else None
            self._undone.append(here)
        elif changes.kind == "redo":
            # The step says itself which claim it was about, one that it makes too.
            self._wanted = (self._undone.pop(), 0) if self._undone else None
            self._done.append((here, self._current()))
        else:
            self._done.append((here, self._current()))
            self._undone.clear()
        del self._done[:-MOST]

    def _current(self) -> int:
        current = self._article.current if self._article else None
        return current.id if current else 0
