"""Steps: one transaction each, written down for undo, and told to listeners after the commit.

Must not know what a verb does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass

from app.library.recorder import Recorder
from app.library.store import Store, utc_now
from app.model.changes import Changes
from app.model.errors import LibraryError, ReadingOnly

#: So many steps can be undone; older ones are forgotten.
UNDO_DEPTH = 500

Listener = Callable[[Changes], None]


@dataclass
class OpenStep:
    """The step under way. `kind` is "do", "undo", "redo", "batch" or "quiet"."""

    kind: str
    label: str
    claim_id: int
    undo_id: int = 0
    batch_id: int = 0


class Steps:
    """Every change of a library goes through here."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._recorder = None if store.read_only else Recorder(store)
        self._listeners: list[Listener] = []
        self._open: OpenStep | None = None
        self._seen = self._data_version()

    def on_change(self, listener: Listener) -> None:
        """Call `listener` after each commit, in the thread that wrote."""
        self._listeners.append(listener)

    @property
    def under_way(self) -> bool:
        """Whether a step has begun and not ended."""
        return self._open is not None

    @property
    def batch_id(self) -> int | None:
        """The batch under way, or None."""
        return (self._open.batch_id or None) if self._open else None

    @contextmanager
    def step(self, label: str, claim_id: int = 0) -> Iterator[None]:
        """One transaction that can be undone as one. Within another step it joins that.

        Nothing is kept when an exception leaves it. Raises LibraryError.
        """
        with self._within(OpenStep("do", label, claim_id)):
            yield

    @contextmanager
    def batch(self, label: str, batch_id: int = 0) -> Iterator[int]:
        """One transaction outside the undo log; answers the batch that its sources belong to.

        A long import makes many of them: it passes on the id that the first one answered. What
        can be undone before can be undone after. Raises LibraryError.
        """
        with self._within(OpenStep("batch", label, 0)) as opened:
            if not batch_id:
                batch_id = opened.batch_id or self._store.run(
                    "INSERT INTO batches (label, added) VALUES (?, ?)", (label, utc_now())
                )
            opened.batch_id = batch_id
            yield batch_id

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """One transaction outside the undo log that nobody is told of: for what is not seen yet.

        Raises LibraryError.
        """
        with self._within(OpenStep("quiet", "", 0)):
            yield

    def joined(self, label: str) -> AbstractContextManager[None]:
        """What is under way, or else a step of its own: all or nothing with it, where `step` would
        be so by itself.

        A savepoint within makes each row with a trigger many times dearer. Raises LibraryError.
        """
        return nullcontext() if self.under_way else self.step(label)

    def note_added(self, table: str, row_id: int) -> None:
        """Let undo take this row away, which came in before the step that it belongs to."""
        self._writing().note_added(table, row_id)

    def replay(self, kind: str) -> Changes | None:
        """Undo the last step done, or redo the last one undone; None where there is none.

        Raises LibraryError.
        """
        try:
            changes = self._replay(kind)
        except sqlite3.IntegrityError as error:
            # An import outside the undo log took a key or a place that the step needs again.
            with self._store.transaction():
                self._forget()
            done = "undone" if kind == "undo" else "redone"
            raise LibraryError(
                f"This can no longer be {done}: the library has changed since."
            ) from error
        self._tell(changes)
        return changes

    def label_of_next(self, kind: str) -> str:
        """The label of the step that `replay` would take; empty where there is none."""
        found = self._next_to(kind)
        return found[1] if found else ""

    def _replay(self, kind: str) -> Changes | None:
        recorder = self._writing()
        with self._store.transaction():
            if self._open is not None:
                raise RuntimeError("a step is under way")
            self._forget_when_another_wrote()
            found = self._next_to(kind)
            if found is None:
                return None
            step = OpenStep(kind, found[1], found[2], found[0])
            recorder.start(step.undo_id, recording=True)
            recorder.replay(step.undo_id)
            self._store.run(
                "UPDATE undo_steps SET undone = ? WHERE id = ?", (kind == "undo", step.undo_id)
            )
            return self._tell_journal(step)

    @contextmanager
    def _within(self, wanted: OpenStep) -> Iterator[OpenStep]:
        recorder = self._writing()
        with self._store.lock:
            if self._open is not None:
                self._open.claim_id = self._open.claim_id or wanted.claim_id
                with self._store.transaction():
                    yield self._open
                return
            with self._store.transaction():
                self._forget_when_another_wrote()
                self._open = wanted
                try:
                    wanted.undo_id = 1 + self._store.value(
                        "SELECT coalesce(max(id), 0) FROM undo_steps"
                    )
                    recorder.start(wanted.undo_id, recording=wanted.kind == "do")
                    yield wanted
                    changes = self._keep(wanted)
                finally:
                    self._open = None
        self._tell(changes)

    def _keep(self, step: OpenStep) -> Changes | None:
        """Make what was written down one step to undo, and forget what could be redone."""
        if self._store.value("SELECT 1 FROM undo_rows WHERE step_id = ?", (step.undo_id,)):
            for sql in (
                "DELETE FROM undo_rows WHERE step_id IN (SELECT id FROM undo_steps WHERE undone)",
                "DELETE FROM undo_steps WHERE undone",
            ):
                self._store.run(sql)
            self._store.run(
                "INSERT INTO undo_steps (id, label, claim_id, at) VALUES (?, ?, ?, ?)",
                (step.undo_id, step.label, step.claim_id, utc_now()),
            )
            self._forget_oldest()
        return self._tell_journal(step)

    def _tell_journal(self, step: OpenStep) -> Changes | None:
        touched = self._writing().touched()
        if not touched or step.kind == "quiet":
            return None
        self._store.run(
            "INSERT INTO journal (at, kind, label, claim_id) VALUES (?, ?, ?, ?)",
            (utc_now(), step.kind, step.label, step.claim_id),
        )
        kind = "do" if step.kind == "batch" else step.kind
        return Changes(step.label, touched, step.claim_id, kind)

    def _tell(self, changes: Changes | None) -> None:
        if changes is not None:
            for listener in tuple(self._listeners):
                listener(changes)

    def _next_to(self, kind: str) -> tuple[int, str, int] | None:
        order = "ASC" if kind == "redo" else "DESC"
        found = self._store.row(
            f"SELECT id, label, claim_id FROM undo_steps WHERE undone = ? ORDER BY id {order}",
            (kind == "redo",),
        )
        return (found[0], found[1], found[2]) if found else None

    def _forget_oldest(self) -> None:
        oldest = self._store.value(
            "SELECT id FROM undo_steps ORDER BY id DESC LIMIT 1 OFFSET ?", (UNDO_DEPTH - 1,)
        )
        if oldest is not None:
            self._store.run("DELETE FROM undo_rows WHERE step_id < ?", (oldest,))
            self._store.run("DELETE FROM undo_steps WHERE id < ?", (oldest,))

    def _forget(self) -> None:
        self._store.run("DELETE FROM undo_rows")
        self._store.run("DELETE FROM undo_steps")

    def _forget_when_another_wrote(self) -> None:
        # Another connection's changes may not have been written down, or stand in the way of ours.
        now = self._data_version()
        if now != self._seen:
            self._forget()
            self._seen = now

    def _data_version(self) -> int:
        version: int = self._store.value("PRAGMA data_version")
        return version

    def _writing(self) -> Recorder:
        if self._recorder is None:
            raise ReadingOnly(
                "This library is open for reading only.", "Open it for writing to change it."
            )
        return self._recorder
