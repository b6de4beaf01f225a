"""Undo and redo, and the journal of what was done when. Knows no table but the journal."""

from __future__ import annotations

from dataclasses import dataclass

from app.library.steps import Steps
from app.library.store import Store
from app.model.changes import Changes


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal; `kind` is "do", "undo", "redo" or "batch", `at` a time in UTC."""

    id: int
    at: str
    kind: str
    label: str
    claim_id: int


class History:
    """What was done in one library."""

    def __init__(self, store: Store, steps: Steps) -> None:
        self._store = store
        self._steps = steps

    def undo(self) -> Changes | None:
        """Take the last step back, as it is in the file and also after a restart.

        Answers what that touched, with the label and the claim of the step; None where there is
        nothing to undo. A verdict stays in the log, only the review points to the one before.
        Raises LibraryError.
        """
        return self._steps.replay("undo")

    def redo(self) -> Changes | None:
        """Do again what was undone last; None where there is nothing. Raises LibraryError."""
        return self._steps.replay("redo")

    def undo_label(self) -> str:
        """What `undo` would take back ("Give verdict"), or empty."""
        return self._steps.label_of_next("undo")

    def redo_label(self) -> str:
        """What `redo` would do again, or empty."""
        return self._steps.label_of_next("redo")

    def journal(self, limit: int = 100) -> tuple[Entry, ...]:
        """The last entries of the journal, newest first."""
        rows = self._store.rows(
            "SELECT id, at, kind, label, claim_id FROM journal ORDER BY id DESC LIMIT ?", (limit,)
        )
        return tuple(Entry(*row) for row in rows)
