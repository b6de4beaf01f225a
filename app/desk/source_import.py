"""Many files become sources of one batch: what of them is wanted and not here yet.

Knows no window and no format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from app.desk.duplicates import Duplicates
from app.desk.incoming import Incoming
from app.desk.kept_files import KeptFiles
from app.desk.source_files import OwnFiles, list_files
from app.desk.source_keeping import Keep
from app.desk.source_parts import PASSAGES_AT_ONCE, SourceParts
from app.desk.source_reading import Item, SourceReading, holds_lines, holds_many
from app.extraction.worker import ReadingProcess
from app.library.library import Library
from app.model.errors import InputError, LibraryError
from app.model.intake import (
    AS_IT_COMES,
    Duplicate,
    DuplicatePolicy,
    ImportChoices,
    Skipped,
    SourceImport,
)
from app.model.source import Source
from app.model.work import Cancelled, Work

#: So many records are looked up together.
AT_ONCE = 200

CALLED_OFF = "The import was called off; what was finished is kept."


class SourceImporting:
    """One import into one library, which is only read here: `keep` writes."""

    def __init__(
        self,
        library: Library,
        work: Work,
        keep: Keep,
        choices: ImportChoices = AS_IT_COMES,
        on_skipped: Callable[[Skipped], object] = lambda _: None,
    ) -> None:
        self._library = library
        self._work = work
        self._choices = choices
        self._on_skipped = on_skipped
        self._duplicates = Duplicates(library)
        self._parts = SourceParts(
            library, Work(self._tick, work.rest), keep, choices, self._duplicates
        )
        self._own_files = OwnFiles(library.path)
        self._read: list[tuple[Path, Item]] = []  # of files that are one source each
        self._read_passages = 0
        self._skipped: list[Skipped] = []
        self._alike: list[Duplicate] = []
        self._taken = self._present = self._failed = 0
        self._place, self._of, self._counts_files = 0, 1, False
        self._name = ""
        self._work_on_file = Work(self._tick)

    def run(self, paths: Iterable[Path]) -> SourceImport:
        """Import files and folders. Ticks count files, of a single one its bytes, rows or passages.

        What ends it early (called off, disk full) is told in the outcome's `stopped`.
        """
        stopped = ""
        for stage in (partial(self._take_all, paths), self._finish, self._tell_end):
            try:
                stage()
            except Cancelled:
                stopped = CALLED_OFF
            except LibraryError as error:
                stopped = error.advice
        return self._outcome(stopped)

    def run_written(self, incoming: Incoming) -> SourceImport:
        """Import one source that comes from no file. Raises LibraryError."""
        self._read.append((Path(), (incoming.source.title, incoming)))
        self._finish()
        return self._outcome()

    def _take_all(self, paths: Iterable[Path]) -> None:
        paths = list(paths)
        files, unread = list_files(paths, self._work)
        for one in unread:
            self._skip(one)
        self._failed += len(unread)
        self._of = len(files)
        self._counts_files = len(files) > 1 or any(path not in files for path in paths)
        kept_files = KeptFiles(self._library.path) if self._choices.keep_files else None
        with ReadingProcess() as process:
            reading = SourceReading(process, self._choices.mapping, kept_files)
            for self._place, path in enumerate(files):
                self._take(path, reading)

    def _finish(self) -> None:
        self._sift_read()
        self._parts.commit()

    def _tell_end(self) -> None:
        self._work.tick(self._of, self._of, "")

    def _outcome(self, stopped: str = "") -> SourceImport:
        return SourceImport(
            tuple(self._parts.added),
            self._present,
            tuple(self._skipped),
            tuple(self._alike),
            self._parts.batch_id,
            self._failed,
            stopped,
        )

    def _take(self, path: Path, reading: SourceReading) -> None:
        self._rest()
        self._name, work = path.name, self._work_on_file
        if self._counts_files:
            work.tick(0)
        before, lines = self._used(), len(self._skipped)
        try:
            if path in self._own_files:
                raise InputError(f"{path.name} belongs to the library that is open.")
            if holds_many(path):
                self._sift_read()
                before = self._used()
                self._take_many(path, reading.many(path, work), work)
                self._refuse_nothing(path, before, lines)
            else:
                one = reading.one(path, work)
                self._read.append((path, (path.name, one)))
                self._read_passages += len(one.passages)
                if self._parts.is_due(self._read_passages) or len(self._read) >= AT_ONCE:
                    self._sift_read()
        except InputError as error:
            if self._used() == before:
                del self._skipped[lines:]
            self._skip(Skipped(path.name or str(path), error.advice))
            self._failed += 1

    def _tick(self, done: int, total: int, note: str) -> None:
        if self._counts_files:
            done, total, note = self._place, self._of, self._name
        self._work.tick(done, total, note)

    def _skip(self, one: Skipped) -> None:
        self._skipped.append(one)
        self._on_skipped(one)

    def _rest(self) -> None:
        if self._work.paused:
            self._finish()
            if self._counts_files:
                self._work_on_file.tick(0)  # what is told while it rests is what was kept
        self._work.rest()

    def _refuse_nothing(self, path: Path, before: int, lines: int) -> None:
        if self._used() == before and not self._choices.only:
            lost, why = self._skipped[lines:], ""
            if lost:
                why = f" {lost[0].where.removeprefix(f'{path.name}, ')}: {lost[0].reason}"
            if len(lost) > 1:
                why += f" {len(lost) - 1:,} more of its records cannot be used either."
            raise InputError(f"There is no source in {path.name}.{why}")

    def _used(self) -> int:
        return self._taken + self._present + len(self._alike)

    def _take_many(self, path: Path, items: Iterator[Item], work: Work) -> None:
        done, ended = 0, False
        while not ended:
            chunk: list[tuple[Path, Item]] = []
            try:
                ended = not _draw(items, path, chunk)
            except InputError:
                self._sift(chunk)  # what stands before the place where the file breaks off
                raise
            self._rest()
            self._sift(chunk)
            done += len(chunk)
            if not holds_lines(path):  # which tells how far it is in bytes
                work.tick(done, 0, path.name)

    def _sift_read(self) -> None:
        read, self._read, self._read_passages = self._read, [], 0
        self._sift(read)

    def _sift(self, items: Sequence[tuple[Path, Item]]) -> None:
        """Keep what is wanted and not here, and tell the rest."""
        only = self._choices.only
        fresh = [item[1].source for _, item in items if not isinstance(item, Skipped)]
        known = self._library.sources.by_digests(one.digest for one in fresh)
        taken = self._library.sources.taken(one.key for one in fresh)
        for path, item in items:
            if isinstance(item, Skipped):
                if not only:
                    self._skip(item)
                continue
            where, one = item
            if only and where not in only:
                continue
            same = known.get(one.source.digest, ())
            if self._is_present(one.source, same):
                self._present += 1
            elif not self._is_left_out(path, where, one, same, taken):
                self._taken += 1
                self._parts.add(one, taken, _compared(one))
        if self._parts.is_due():
            self._parts.commit()

    def _is_present(self, one: Source, same: Sequence[Source]) -> bool:
        # A file changed since it was added is another source under a numbered key.
        return self._parts.has_text(one.key, one.digest) or any(
            other.key == one.key or other.key.startswith(f"{one.key} (") for other in same
        )

    def _is_left_out(
        self, path: Path, where: str, one: Incoming, same: Sequence[Source], taken: frozenset[str]
    ) -> bool:
        if holds_lines(path):
            return self._is_taken(where, one.source.key, taken)
        alike = self._duplicates.of_source(one.source, _compared(one), same)
        if not alike:
            return False
        added = self._choices.duplicates is DuplicatePolicy.KEEP
        self._alike.append(Duplicate(where, path, one.source.title, *alike[0], added))
        return not added

    def _is_taken(self, where: str, key: str, taken: frozenset[str]) -> bool:
        if not self._parts.has(key) and key not in taken:
            return False
        self._skip(Skipped(where, f"“{key}” is in the library already, with another text."))
        return True


def _draw(items: Iterator[Item], path: Path, chunk: list[tuple[Path, Item]]) -> bool:
    """Draw as many items as make one part; answers whether there may be more."""
    passages = 0
    for item in items:
        chunk.append((path, item))
        passages += 0 if isinstance(item, Skipped) else len(item[1].passages)
        if len(chunk) >= AT_ONCE or passages >= PASSAGES_AT_ONCE:
            return True
    return False


def _compared(one: Incoming) -> str:
    # Near texts of bare records are not looked for: titles and abstracts are too short for it.
    return "" if one.record.text_missing else one.text
