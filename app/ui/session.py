"""The window's road to the desk: which thread does what, and how the answer comes back.

The library lane (one worker) owns the writing connection. The search, find, count, report, import,
add and prepare lanes have a read-only connection each: matching never waits for an import, what is
typed never waits for claims that are matched ahead, none of them for a count of all words, and long
looks at the library go on behind everything. What an import has read it hands to the library lane
in small parts, so that a verdict waits for one of them at most, and a single source is added while
thousands come in. Pure work that never sees the library runs in a small pool.
Knows no widget.
"""

from __future__ import annotations

import itertools
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.errors import ClaimdeskError, ReadingOnly
from app.model.work import Cancelled, Work

#: So many seconds an import waits at most, between two files, for what the reviewer asked for.
MOST_GIVEN_WAY = 0.2

#: After so many seconds a lane hands Python over to the window's thread, which asks for it once for
#: every event that Python looks at: with the usual 5 ms the window was away for a second beside a
#: long article that was read.
HAND_OVER = 0.0005

T = TypeVar("T")
Then = Callable[[Any], None]


class Write(Protocol):
    """Runs a verb that may write in the library lane and waits for its answer."""

    def __call__(self, verb: Callable[[Desk], T]) -> T: ...


@dataclass(frozen=True, slots=True)
class _Handed:
    """What was handed to a lane, held in the window's thread until it is answered.

    The lane itself holds neither the job nor the callbacks: theirs might be the last hold on a
    widget, which must not die in a lane.
    """

    job: Callable[[], Any]
    then: Then | None
    otherwise: Callable[[ClaimdeskError], None] | None
    work: Work | None
    urgent: bool


class Session(QObject):
    """One library open in one window.

    Every method is called from the GUI thread, and every callback is called there, in the order in
    which the lanes finished. An error that a user can cause goes to the caller's `otherwise`, or to
    `failed` where there is none; any other exception is a bug and is raised in the GUI thread.
    """

    changed = Signal(object)  # Changes, after each committed step
    failed = Signal(object)  # ClaimdeskError nobody else took
    idle = Signal()  # nothing is under way any more

    _delivered = Signal(object, object)

    def __init__(self, desk: Desk, library_lane: ThreadPoolExecutor, reads_only: str = "") -> None:
        super().__init__()
        sys.setswitchinterval(HAND_OVER)
        self._desk = desk
        self.reads_only = reads_only  # why nothing can be changed, empty where it can
        self._library_lane = library_lane
        self._search_lane = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._find_lane = ThreadPoolExecutor(1, thread_name_prefix="find")
        self._count_lane = ThreadPoolExecutor(1, thread_name_prefix="count")
        self._report_lane = ThreadPoolExecutor(1, thread_name_prefix="report")
        self._import_lane = ThreadPoolExecutor(1, thread_name_prefix="import")
        self._add_lane = ThreadPoolExecutor(1, thread_name_prefix="add")
        self._prepare_lane = ThreadPoolExecutor(1, thread_name_prefix="prepare")
        self._preparing: Work | None = None
        self._pool = ThreadPoolExecutor(2, thread_name_prefix="work")
        self._reader = threading.local()
        self._works: set[Work] = set()
        self._handed: dict[int, _Handed] = {}
        self._numbers = itertools.count()
        self._under_way = self._urgent = 0
        self._nobody_waits = threading.Event()
        self._nobody_waits.set()
        self._closed = False
        self.read = desk.reader()
        # Queued also where a quick lane is done before it is listened to: nothing is answered
        # inside the call that asked, and nothing overtakes what was told before.
        self._delivered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        desk.on_change(lambda changes: self._delivered.emit(self._tell, changes))

    @classmethod
    def open(
        cls,
        library: Path,
        resources: Path,
        seeds: Path,
        reviewer: str = "",
        house_scales: Path | None = None,
        scale: str = "",
    ) -> Session:
        """Open or create the library in its own lane. Raises LibraryError, and InputError for
        rating scales that cannot be used or a `scale` that is none."""
        lane = ThreadPoolExecutor(1, thread_name_prefix="library")
        try:
            desk = lane.submit(
                Desk.open, library, resources, seeds, reviewer=reviewer,
                house_scales=house_scales, scale=scale,
            ).result()  # fmt: skip
        except BaseException:
            lane.shutdown()
            raise
        return cls(desk, lane)

    @classmethod
    def open_read_only(
        cls, library: Path, resources: Path, seeds: Path, why: str, house_scales: Path | None = None
    ) -> Session:
        """Open a library that is there only to read; every verb that writes is answered with `why`,
        one sentence. Raises LibraryError, and InputError for rating scales that cannot be used."""
        lane = ThreadPoolExecutor(1, thread_name_prefix="library")
        try:
            desk = lane.submit(
                Desk.open_read_only, library, resources, seeds, house_scales=house_scales
            ).result()
        except BaseException:
            lane.shutdown()
            raise
        return cls(desk, lane, why)

    @property
    def ended_uncleanly(self) -> bool:
        """Whether whoever wrote here before was killed or lost its power."""
        return self._desk.ended_uncleanly

    @property
    def busy(self) -> bool:
        """Whether anything handed to a lane has not come back yet."""
        return self._under_way > 0

    def do(
        self,
        verb: Callable[[Desk], T],
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[ClaimdeskError], None] | None = None,
    ) -> None:
        """Run a verb that may write, in the library lane; returns at once."""
        self._hand_over(self._library_lane, lambda: verb(self._desk), then, otherwise)

    def sign_as(self, reviewer: str) -> None:
        """Sign what is done from now on with this name."""
        self.read.sign_as(reviewer)
        self.do(lambda desk: desk.sign_as(reviewer))

    def search(
        self,
        question: Callable[[Desk], T],
        then: Callable[[T], None],
        otherwise: Callable[[ClaimdeskError], None] | None = None,
    ) -> None:
        """Ask something of the library without writing, in the search lane; returns at once."""
        self._hand_over(self._search_lane, lambda: question(self._reader_here()), then, otherwise)

    def find(
        self,
        question: Callable[[Desk], T],
        then: Callable[[T], None],
        otherwise: Callable[[ClaimdeskError], None] | None = None,
    ) -> None:
        """Ask what the reviewer waits for while typing, in the find lane; returns at once."""
        self._hand_over(self._find_lane, lambda: question(self._reader_here()), then, otherwise)

    def count(
        self,
        question: Callable[[Desk], T],
        then: Callable[[T], None],
        otherwise: Callable[[ClaimdeskError], None] | None = None,
    ) -> None:
        """Ask what takes a look at a whole article, in the count lane; returns at once."""
        self._hand_over(self._count_lane, lambda: question(self._reader_here()), then, otherwise)

    def work(
        self,
        job: Callable[[Work], T],
        then: Callable[[T], None],
        otherwise: Callable[[ClaimdeskError], None] | None = None,
        on_tick: Callable[[int, int, str], None] | None = None,
    ) -> Work:
        """Run a long pure job in the pool; the Work returned can cancel it. A cancelled job answers
        nothing."""

        work = self._begin(on_tick)
        self._hand_over(self._pool, lambda: job(work), then, otherwise, work)
        return work

    def report(
        self,
        question: Callable[[Desk, Work], T],
        then: Callable[[T], None],
        otherwise: Callable[[ClaimdeskError], None] | None = None,
        on_tick: Callable[[int, int, str], None] | None = None,
    ) -> Work:
        """Ask for a report, in the report lane, as soon as all that was done before stands in the
        library; the Work returned can cancel it. A cancelled job answers nothing."""
        work = self._begin(on_tick)

        def ask(_: object) -> None:
            self._hand_over(
                self._report_lane, lambda: question(self._reader_here(), work), then, otherwise,
                work,
            )  # fmt: skip

        self.do(lambda _: None, ask)
        return work

    def bring(
        self,
        job: Callable[[Desk, Write], T],
        work: Work,
        then: Callable[[T], None],
        otherwise: Callable[[ClaimdeskError], None] | None = None,
        *,
        many: bool = False,
    ) -> None:
        """Read sources and hand them to the library lane in parts; returns at once.

        `many` are brought one import after the other, behind everything; a source or two never wait
        for them. `work` is cancelled when the library is closed. Unlike other jobs a cancelled one
        does answer: what it kept until then. The job answers for its own Cancelled.
        """
        self._works.add(work)

        def finished(answer: T) -> None:
            self._works.discard(work)
            then(answer)

        def failed(error: ClaimdeskError) -> None:
            self._works.discard(work)
            (otherwise or self.failed.emit)(error)

        lane = self._import_lane if many else self._add_lane
        self._hand_over(lane, lambda: job(self._reader_here(), self._write), finished, failed)

    def _write(self, verb: Callable[[Desk], T]) -> T:
        return self._library_lane.submit(lambda: verb(self._desk)).result()

    def give_way(self) -> None:
        """Wait a moment while the reviewer waits for an answer: for an import, between two files.

        From any thread; an import gets on all the same while answers never end.
        """
        self._nobody_waits.wait(MOST_GIVEN_WAY)

    def prepare(self) -> None:
        """Make the search of a large library ready in the background, from the start if that is
        under way."""
        if self._preparing is not None:
            self._preparing.cancel()
        work = self._preparing = self._begin(None)
        self._hand_over(
            self._prepare_lane,
            lambda: self._reader_here().matching.prepare(work),
            None,
            lambda _: None,  # without it every search still answers, only later
            work,
        )

    def behind(
        self,
        look: Callable[[Desk], T],
        then: Callable[[T], None],
        otherwise: Callable[[ClaimdeskError], None],
    ) -> None:
        """Look at the whole library without writing to it, behind everything else."""
        self._hand_over(self._prepare_lane, lambda: look(self._reader_here()), then, otherwise)

    def _begin(self, on_tick: Callable[[int, int, str], None] | None) -> Work:
        def tell(done: int, total: int, note: str) -> None:
            if on_tick is not None and not work.cancelled:
                on_tick(done, total, note)

        def ticked(*how_far: Any) -> None:
            self._delivered.emit(lambda _: tell(*how_far), None)

        work = Work(ticked if on_tick is not None else None)
        self._works.add(work)
        return work

    def close(self) -> None:
        """Finish what was handed over, then close every connection. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        for work in self._works:
            work.cancel()
        self._pool.shutdown(wait=True)
        for lane in (
            self._search_lane, self._find_lane, self._count_lane, self._report_lane,
            self._import_lane, self._add_lane, self._prepare_lane,
        ):  # fmt: skip
            lane.submit(self._close_reader)
            lane.shutdown(wait=True)
        self.read.close()
        self._library_lane.submit(self._desk.close)
        self._library_lane.shutdown(wait=True)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)

    def _reader_here(self) -> Desk:
        # A connection belongs to the thread that opened it, so each lane makes its own.
        if not hasattr(self._reader, "desk"):
            self._reader.desk = self._desk.reader()
        desk: Desk = self._reader.desk
        return desk

    def _close_reader(self) -> None:
        if hasattr(self._reader, "desk"):
            self._reader.desk.close()

    def _hand_over(
        self,
        lane: ThreadPoolExecutor,
        job: Callable[[], T],
        then: Callable[[T], None] | None,
        otherwise: Callable[[ClaimdeskError], None] | None,
        work: Work | None = None,
    ) -> None:
        if self._closed:
            return
        self._under_way += 1
        urgent = lane in (self._library_lane, self._search_lane, self._find_lane)
        if urgent:
            self._urgent += 1
            self._nobody_waits.clear()
        number = next(self._numbers)
        self._handed[number] = _Handed(job, then, otherwise, work, urgent)

        def run() -> T:
            answer: T = self._handed[number].job()
            return answer

        def finished(future: Future[T]) -> None:
            self._delivered.emit(self._conclude, (number, future))

        lane.submit(run).add_done_callback(finished)

    def _conclude(self, answer: tuple[int, Future[Any]]) -> None:
        number, future = answer
        handed = self._handed.pop(number)
        self._under_way -= 1
        self._urgent -= handed.urgent
        if not self._urgent:
            self._nobody_waits.set()
        if handed.work is not None:
            self._works.discard(handed.work)
        try:
            error = future.exception()
            if isinstance(error, ReadingOnly) and self.reads_only:
                error = ReadingOnly(self.reads_only)
            called_off = handed.work is not None and handed.work.cancelled
            if isinstance(error, ClaimdeskError):
                if not called_off:
                    (handed.otherwise or self.failed.emit)(error)
            elif error is not None and not isinstance(error, Cancelled):
                raise error
            elif error is None and handed.then is not None and not called_off:
                handed.then(future.result())
        finally:
            if not self._under_way:
                self.idle.emit()

    def _deliver(self, callback: Then, value: object) -> None:
        # What comes back after closing has no window to go to.
        if not self._closed:
            callback(value)
