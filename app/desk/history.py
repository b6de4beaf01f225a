"""Taking steps back and doing them again. Knows no step by name."""

from __future__ import annotations

from app.library.library import Library
from app.model.changes import Changes


class History:
    """Undo and redo of every step of the desk, after a restart too."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def undo(self) -> Changes | None:
        """Take the last step back; None when there is none."""
        return self._library.history.undo()

    def redo(self) -> Changes | None:
        """Do the step again that was taken back last; None when there is none."""
        return self._library.history.redo()

    def undo_label(self) -> str:
        """What undo would take back ("Give verdict"), or empty."""
        return self._library.history.undo_label()

    def redo_label(self) -> str:
        """What redo would do again, or empty."""
        return self._library.history.redo_label()
