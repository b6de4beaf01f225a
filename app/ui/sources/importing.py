"""Many files on their way into the library: how far they are, and what came of it.

Knows no widget but the status line; what it holds is shown by the import panel.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.desk.source_keeping import Keep, SourceKeeping
from app.model.errors import ClaimdeskError
from app.model.intake import BatchRemoval, ImportChoices, Skipped, SourceImport
from app.model.work import Work
from app.ui.session import Session, Write
from app.ui.sources.pace import Pace
from app.ui.status_line import StatusLine

#: So often it is told how far an import is (milliseconds).
TOLD_EVERY = 100

T = TypeVar("T")


class Phase(Enum):
    """How an import stands."""

    NONE = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()
    OVER = auto()


@dataclass(frozen=True)
class Outcome:
    """What came of an import so far. `stopped` says why it ended early."""

    added: int = 0
    present: int = 0
    failed: int = 0
    batch_id: int = 0
    stopped: str = ""


class Importing(QObject):
    """One import at a time; another waits for it and becomes part of it.

    `changed` tells that it stands otherwise, `ticked` that it is further, `running_changed` that an
    import began or is over. `came` carries the outcome of each and the choices it was made with.
    """

    changed = Signal()
    ticked = Signal()
    running_changed = Signal(bool)
    came = Signal(object, object)

    def __init__(self, session: Session, status: StatusLine) -> None:
        super().__init__()
        self._session, self._status = session, status
        self.phase = Phase.NONE
        self.outcome = Outcome()
        self.skipped: list[Skipped] = []
        self.counts_files = True
        self.progress: tuple[int, int, str] = (0, 0, "")
        self.pace = Pace()
        self._work = Work()
        self._waiting: list[tuple[Sequence[Path], ImportChoices]] = []
        self._resumed = self._spent = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_EVERY)
        self._timer.timeout.connect(self._tell_pace)

    @property
    def running(self) -> bool:
        """Whether an import is under way, paused or not."""
        return self.phase in (Phase.RUNNING, Phase.PAUSED, Phase.STOPPING)

    @property
    def waits(self) -> bool:
        """Whether another import waits for the one under way."""
        return bool(self._waiting)

    @property
    def resting(self) -> bool:
        """Whether the import under way was told to rest."""
        return self.running and self._work.paused

    def bring(self, paths: Sequence[Path], choices: ImportChoices) -> None:
        """Import these files and folders, after the import that is under way."""
        if self.running:
            self._waiting.append((paths, choices))
            self._status.say("It comes in once the import under way is over.")
            return
        self.outcome, self.skipped = Outcome(), []
        self.running_changed.emit(True)
        self._start(paths, choices)

    def pause(self) -> None:
        """Let the import rest, or go on."""
        if self.phase is Phase.RUNNING:
            self._work.pause()
            self._spent += monotonic() - self._resumed
            self._enter(Phase.PAUSED)
        elif self.phase is Phase.PAUSED:
            self._resumed = monotonic()
            self._work.resume()
            self._enter(Phase.RUNNING)

    def cancel(self) -> None:
        """Call the import off; what is finished is kept."""
        if self.running:
            self._waiting.clear()
            self._work.cancel()
            self._enter(Phase.STOPPING)

    def undo(self) -> None:
        """Take out again what the import brought, in one step."""
        batch_id = self.outcome.batch_id
        if batch_id and not self.running:
            self.close()
            self._status.job("Taking the import out…")
            self._session.do(
                lambda desk: desk.sources.remove_batch(batch_id), self._removed, self._fail
            )

    def close(self) -> None:
        """Show the outcome no more."""
        if not self.running:
            self.outcome, self.skipped = Outcome(), []
            self._enter(Phase.NONE)

    def count_in(self, late: SourceImport) -> None:
        """Count in what was first left out and came in after all."""
        before = self.outcome
        self.outcome = replace(
            before, added=before.added + len(late.sources), batch_id=late.batch_id
        )
        self.changed.emit()

    def _start(self, paths: Sequence[Path], choices: ImportChoices) -> None:
        work, told = Work(self._tick, self._session.give_way), self.skipped
        self._work = work
        self.progress, self.pace = (0, 0, ""), Pace()
        self.counts_files = len(paths) > 1 or os.path.isdir(paths[0])
        self._resumed, self._spent = monotonic(), 0.0
        self._timer.start()
        self._session.bring(
            lambda desk, write: desk.sources.import_paths(
                paths, work, choices, keep=through(write), on_skipped=told.append
            ),
            work,
            lambda came: self._finish(came, choices),
            self._fail_import,
            many=True,
        )
        self._enter(Phase.RUNNING)

    def _tick(self, done: int, total: int, note: str) -> None:
        # From the import's own thread: one assignment, which the timer looks at.
        self.progress = (done, total, note)

    def _tell_pace(self) -> None:
        if self.phase is Phase.RUNNING:
            self.pace.tell(self._spent + monotonic() - self._resumed, self.progress[0])
        self.ticked.emit()

    def _finish(self, came: SourceImport, choices: ImportChoices) -> None:
        before = self.outcome
        self.outcome = Outcome(
            before.added + len(came.sources), before.present + came.present,
            before.failed + came.failed, came.batch_id, came.stopped,
        )  # fmt: skip
        self.came.emit(came, choices)
        if self._waiting and not came.stopped:
            paths, wanted = self._waiting.pop(0)
            self._start(paths, replace(wanted, batch_id=came.batch_id))
            return
        self._end()
        told = told_added(self.outcome.added)
        self._status.say(f"{told} {told_skipped(self)}".rstrip())
        if self.outcome.added:
            self._session.prepare()

    def _fail_import(self, error: ClaimdeskError) -> None:
        self.outcome = replace(self.outcome, stopped=error.advice)
        self._end()
        self._status.warn(error.advice)

    def _end(self) -> None:
        self._timer.stop()
        self._waiting.clear()
        self._enter(Phase.OVER)
        self.running_changed.emit(False)

    def _removed(self, removal: BatchRemoval) -> None:
        self._status.job_over()
        self._status.say(removal.sentence, undo=True)
        self._session.prepare()

    def _fail(self, error: ClaimdeskError) -> None:
        self._status.job_over()
        self._status.warn(error.advice)

    def _enter(self, phase: Phase) -> None:
        self.phase = phase
        self.changed.emit()


def told_added(count: int) -> str:
    """ "2,000 sources added. Nothing is linked yet." """
    return f"{count:,} source{'' if count == 1 else 's'} added. Nothing is linked yet."


def told_skipped(importing: Importing) -> str:
    """ "21 files and 3 records were skipped."; empty where nothing was."""
    files = importing.outcome.failed
    records = len(importing.skipped) - files
    if importing.running:  # which of them are files is told at the end
        files, records = (len(importing.skipped), 0)
    told = [
        f"{count:,} {noun}{'' if count == 1 else 's'}"
        for count, noun in ((files, "file"), (records, "record"))
        if count > 0
    ]
    was = "was" if files + records == 1 else "were"
    return f"{' and '.join(told)} {was} skipped." if told else ""


def through(write: Write) -> Keep:
    """How an import in a lane of its own keeps its parts: in the lane that may write."""

    def keep(job: Callable[[SourceKeeping], T]) -> T:
        return write(lambda desk: job(desk.sources.keeping))

    return keep
