"""The library: one SQLite file, everything a reviewer has. Knows no verb of the trade."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.library import backups
from app.library.articles import Articles
from app.library.check import check
from app.library.checks import Checks
from app.library.claims import Claims
from app.library.connection import open_reader, open_writer, schema_number
from app.library.free_search import FreeSearch
from app.library.history import History
from app.library.judged import JudgedClaims
from app.library.passages import Passages
from app.library.reviews import Reviews
from app.library.search import Search
from app.library.source_records import SourceRecords
from app.library.sources import Sources
from app.library.steps import Steps
from app.library.store import Store
from app.library.unfinished import UnfinishedSources
from app.library.writers import Mark
from app.model.changes import Changes
from app.model.errors import LibraryError
from app.model.library import Backup, Finding, LibraryInfo


class Library:
    """An open library. Its methods may be called from any thread, one at a time is served."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._mark = None if store.read_only else Mark(store)
        self._steps = Steps(store)
        self.claims = Claims(store, self._steps)
        self.articles = Articles(store, self._steps, self.claims)
        self.sources = Sources(store, self._steps)
        self.source_records = SourceRecords(store, self._steps)
        self.passages = Passages(store)
        self.unfinished = UnfinishedSources(store, self._steps)
        self.search = Search(store)
        self.free_search = FreeSearch(store, self.search)
        self.judged = JudgedClaims(store)
        self.checks = Checks(store)
        self.reviews = Reviews(store, self._steps)
        self.history = History(store, self._steps)
        if self._mark is not None and self._mark.is_alone:
            # They are seen by nobody in any case, on a disk that is full as well.
            with suppress(LibraryError):
                self.unfinished.take_out_all()

    @classmethod
    def create_or_open(cls, path: Path) -> Library:
        """Open the library at `path` for writing, or make it where there is none.

        Raises LibraryError for a file that is not ours, is newer, read-only, damaged or locked;
        that file is left as it is.
        """
        backups.finish(path)
        return cls._of(open_writer(path))

    @classmethod
    def open_read_only(cls, path: Path) -> Library:
        """Open a library that is there, only to read; verbs that write raise LibraryError.

        Raises LibraryError where there is none or it cannot be read.
        """
        return cls._of(open_reader(path))

    @classmethod
    def _of(cls, store: Store) -> Library:
        try:
            return cls(store)
        except BaseException:
            store.close()
            raise

    @property
    def path(self) -> Path:
        """The library's file, as an absolute path."""
        return self._store.path

    def reader(self) -> Library:
        """A connection of its own that only reads and sees every commit at once, for any thread.

        Raises LibraryError.
        """
        return self._of(open_reader(self.path))

    def step(self, label: str, claim_id: int = 0) -> AbstractContextManager[None]:
        """One transaction that can be undone as one; within another step it joins that.

        On commit listeners get its Changes; nothing is kept, and nobody told, when an exception
        leaves it. Raises LibraryError.
        """
        return self._steps.step(label, claim_id)

    def batch(self, label: str, batch_id: int = 0) -> AbstractContextManager[int]:
        """One transaction outside the undo log, for imports; answers the id of the batch.

        Call `back_up_before_batch` before the first of them, and pass on its id to add to the same
        batch; `sources.of_batch` names what belongs to it.
        Its Changes name sources and not their passages. Raises LibraryError.
        """
        return self._steps.batch(label, batch_id)

    def back_up_before_batch(self) -> None:
        """Back up a library that holds work, for a batch is not undone step by step.

        Reads only, so that it can be done on a reader's connection. Raises LibraryError.
        """
        if self.changed_since(None):
            self.back_up(datetime.now(UTC))

    def back_up(self, now: datetime) -> Backup:
        """Back the library up beside itself, with every row verified. Raises LibraryError."""
        with self._store.lock, self._store.telling():
            return backups.make(self._store, now)

    def changed_since(self, moment: datetime | None) -> bool:
        """Whether a step was done after `moment` (UTC), or ever where that is None."""
        last = self._store.value("SELECT at FROM journal ORDER BY id DESC LIMIT 1")
        if last is None or moment is None:
            return last is not None
        with self._store.understanding():
            return datetime.fromisoformat(last) > moment

    def on_change(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after each commit, in the thread that wrote."""
        self._steps.on_change(listener)

    def info(self) -> LibraryInfo:
        """The library in figures."""
        with self._store.snapshot():
            return LibraryInfo(
                path=self.path,
                schema=schema_number(self._store.db),
                sources=self.sources.count(),
                passages=self._count("passages") - self.unfinished.passages(),
                articles=self._count("articles"),
                claims=self._count("claims"),
                reviewed=self._count("reviews WHERE verdict_id IS NOT NULL"),
                verdicts=self._count("verdicts"),
                bytes=self._store.value("PRAGMA page_count")
                * self._store.value("PRAGMA page_size"),
                sqlite=self._store.value("SELECT sqlite_version()"),
            )

    def check(self) -> list[Finding]:
        """Look at every row that vouches for another; answers what was changed, or nothing."""
        return check(self._store)

    @property
    def ended_uncleanly(self) -> bool:
        """Whether a process that wrote here before was killed or lost its power: check then."""
        return self._mark is not None and self._mark.others_ended_uncleanly

    def close(self) -> None:
        """Close the connection. Safe to call twice."""
        self.search.close()
        self.judged.close()
        self.checks.close()
        if self._mark is not None:
            self._mark.take_back()
        self._store.close()

    def _count(self, what: str) -> int:
        count: int = self._store.value(f"SELECT count(*) FROM {what}")
        return count
