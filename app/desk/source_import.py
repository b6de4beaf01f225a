"""Many files become sources of one batch, each in a short commit of its own. Knows no window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic

from app.desk.clock import now
from app.desk.duplicates import Duplicates
from app.desk.incoming import Incoming, from_document, from_reference, title_of
from app.desk.kept_files import KeptFiles
from app.desk.passages import cut_passages
from app.desk.source_files import ZOTERO, OwnFiles, list_files
from app.desk.source_lines import read_lines
from app.extraction.bibliography.files import is_bibliography, read_references
from app.extraction.files import read_document
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
from app.model.reference import Reference
from app.model.source import Source, SourceRecord
from app.model.work import Cancelled, Work
from app.text.normal import digest

#: So many records are looked up together.
AT_ONCE = 200

#: What is finished is committed once it has so many passages, sources or seconds: small enough
#: that a verdict never waits long for it and little is lost with the power, large enough that
#: committing costs little.
PASSAGES_AT_ONCE, SOURCES_AT_ONCE, SECONDS_AT_ONCE = 1_000, 500, 1.0

CALLED_OFF = "The import was called off; what was finished is kept."

#: Keeps some sources as part of the batch of this id (0 for a new one): those kept, and its id.
Keep = Callable[[Sequence[Incoming], int], tuple[tuple[Source, ...], int]]


def holds_many(path: Path) -> bool:
    """Whether a file holds many sources, by its name."""
    name = path.name.casefold()
    return name == ZOTERO or path.suffix.casefold() == ".jsonl" or is_bibliography(path)


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
        self._keep_part = keep
        self._choices = choices
        self._on_skipped = on_skipped
        self._kept_files = KeptFiles(library.path) if choices.keep_files else None
        self._own_files = OwnFiles(library.path)
        self._duplicates = Duplicates(library)
        self._numbers: dict[str, int] = {}
        self._waiting: dict[str, Incoming] = {}
        self._waiting_keys: dict[str, list[str]] = {}  # by digest, as they were named
        self._waiting_passages = 0
        self._kept_at = monotonic()
        self._added: list[Source] = []
        self._skipped: list[Skipped] = []
        self._alike: list[Duplicate] = []
        self._taken = self._present = self._failed = 0
        self._batch_id = choices.batch_id
        self._place, self._of, self._counts_files = 0, 1, False

    def run(self, paths: Iterable[Path]) -> SourceImport:
        """Import files and folders. Ticks count files, of a single one its bytes or rows.

        What ends it early (called off, disk full) is told in the outcome's `stopped`.
        """
        stopped = ""
        try:
            try:
                self._take_all(paths)
            except Cancelled:
                stopped = CALLED_OFF
            self._commit()
            if not stopped:
                self._work.tick(self._of, self._of, "")
        except Cancelled:
            stopped = CALLED_OFF
        except LibraryError as error:
            stopped = error.advice
        return self._outcome(stopped)

    def run_one(self, path: Path) -> SourceImport:
        """Import one file of many sources. Raises InputError where nothing in it can be used,
        Cancelled, LibraryError; what was finished by then is kept."""
        try:
            with ReadingProcess() as process:
                self._take_file(path, process)
        finally:
            self._commit()
        self._refuse_nothing(path, 0, 0)
        return self._outcome()

    def run_written(self, incoming: Incoming) -> SourceImport:
        """Import one source that comes from no file. Raises LibraryError."""
        self._keep(Path(), iter([(incoming.source.title, incoming)]))
        self._commit()
        return self._outcome()

    def _take_all(self, paths: Iterable[Path]) -> None:
        paths = list(paths)
        files, unread = list_files(paths, self._work)
        for one in unread:
            self._skip(one)
        self._failed += len(unread)
        self._of = len(files)
        self._counts_files = len(files) > 1 or any(path not in files for path in paths)
        with ReadingProcess() as process:
            for self._place, path in enumerate(files):
                self._take(path, process)

    def _outcome(self, stopped: str = "") -> SourceImport:
        return SourceImport(
            tuple(self._added),
            self._present,
            tuple(self._skipped),
            tuple(self._alike),
            self._batch_id,
            self._failed,
            stopped,
        )

    def _take(self, path: Path, process: ReadingProcess) -> None:
        self._rest()
        if self._counts_files:
            self._work.tick(self._place, self._of, path.name)
        before, lines = self._used(), len(self._skipped)
        try:
            if path in self._own_files:
                raise InputError(f"{path.name} belongs to the library that is open.")
            self._take_file(path, process)
            self._refuse_nothing(path, before, lines)
        except InputError as error:
            del self._skipped[lines:]
            self._skip(Skipped(path.name or str(path), error.advice))
            self._failed += 1

    def _skip(self, one: Skipped) -> None:
        self._skipped.append(one)
        self._on_skipped(one)

    def _rest(self) -> None:
        if self._work.paused:
            self._commit()
        self._work.rest()

    def _refuse_nothing(self, path: Path, before: int, lines: int) -> None:
        if self._used() == before and not self._choices.only:
            first = next(iter(self._skipped[lines:]), None)
            why = f" {first.where.removeprefix(f'{path.name}, ')}: {first.reason}" if first else ""
            raise InputError(f"There is no source in {path.name}.{why}")

    def _used(self) -> int:
        return self._taken + self._present + len(self._alike)

    def _take_file(self, path: Path, process: ReadingProcess) -> None:
        work = self._work
        if self._counts_files:
            place, of = self._place, self._of
            work = Work(lambda _done, _total, _note: self._work.tick(place, of, path.name))
        ending = path.suffix.casefold()
        if ending == ".jsonl":
            self._keep(path, _from_lines(path, work), look=False)
        elif path.name.casefold() == ZOTERO:
            self._keep(path, self._from_zotero(path, work, process))
        elif is_bibliography(path):
            found = read_references(path, work, self._choices.mapping)
            self._keep(path, _told(found, path.name), work=work)
        else:
            document = read_document(path, work, process)
            title = document.title or title_of(document.text, path.stem)
            incoming = from_document(document, document.origin or path.name, title)
            if self._kept_files is not None:
                self._kept_files.keep(path, document.file_digest)
            self._keep(path, iter([(path.name, incoming)]))

    def _from_zotero(
        self, path: Path, work: Work, process: ReadingProcess
    ) -> Iterator[tuple[str, Incoming] | Skipped]:
        from app.library.zotero import read_zotero

        for found in read_zotero(path, work):
            if isinstance(found, Skipped):
                yield found
                continue
            record = from_reference(found, path.name)
            whole = []
            for stored in found.attachments:
                try:
                    document = read_document(stored, work, process)
                except InputError as error:
                    yield Skipped(found.where, error.advice)
                    continue
                if self._kept_files is not None:
                    self._kept_files.keep(stored, document.file_digest)
                whole.append(_with_text(record, from_document(document, found.id, found.title)))
            for one in whole or [record]:
                yield found.where, one

    def _keep(
        self,
        path: Path,
        items: Iterator[tuple[str, Incoming] | Skipped],
        *,
        look: bool = True,
        work: Work | None = None,
    ) -> None:
        """Add what comes, as far as it is wanted and not here."""
        done, only = 0, self._choices.only
        while chunk := _drawn(items):
            self._rest()
            fresh = [one for one in chunk if not isinstance(one, Skipped)]
            known = self._library.sources.by_digests(one.source.digest for _, one in fresh)
            taken = self._library.sources.taken(one.source.key for _, one in fresh)
            for item in chunk:
                if isinstance(item, Skipped):
                    if not only:
                        self._skip(item)
                elif not only or item[0] in only:
                    where, one = item
                    same = known.get(one.source.digest, ())
                    if self._is_present(one, same):
                        self._present += 1
                    elif not look and self._is_taken(where, one.source.key, taken):
                        continue
                    elif not (look and self._is_left_out(path, where, one, same)):
                        self._await(one, taken)
            self._commit_if_due()
            done += len(chunk)
            if work is not None:
                work.tick(done, 0, path.name)

    def _is_taken(self, where: str, key: str, taken: frozenset[str]) -> bool:
        if key not in self._waiting and key not in taken:
            return False
        self._skip(Skipped(where, f"“{key}” is in the library already, with another text."))
        return True

    def _is_left_out(self, path: Path, where: str, one: Incoming, same: Sequence[Source]) -> bool:
        alike = self._duplicates.of_source(one.source, _compared(one), same)
        if not alike:
            return False
        added = self._choices.duplicates is DuplicatePolicy.KEEP
        self._alike.append(Duplicate(where, path, one.source.title, *alike[0], added))
        return not added

    def _is_present(self, one: Incoming, known: Sequence[Source]) -> bool:
        # A file changed since it was added is another source under a numbered key.
        key, digest = one.source.key, one.source.digest
        return key in self._waiting_keys.get(digest, ()) or any(
            other.key == key or other.key.startswith(f"{key} (") for other in known
        )

    def _await(self, one: Incoming, taken: frozenset[str]) -> None:
        """Keep a source with the next part."""
        key = one.source.key
        self._waiting_keys.setdefault(one.source.digest, []).append(key)
        if key in taken or key in self._waiting:
            key = self._free_key(key)
        one = replace(one, source=replace(one.source, key=key))
        self._waiting[key] = one
        self._duplicates.expect(one.source, _compared(one))
        self._waiting_passages += len(one.passages)
        self._taken += 1

    def _commit_if_due(self) -> None:
        if (
            self._waiting_passages >= PASSAGES_AT_ONCE
            or len(self._waiting) >= SOURCES_AT_ONCE
            or monotonic() - self._kept_at >= SECONDS_AT_ONCE
        ):
            self._commit()

    def _commit(self) -> None:
        if self._waiting:
            if not self._batch_id and not self._choices.undoable:
                # Here, and not where it is written: nothing waits for it.
                self._library.back_up_before_batch()
            part = tuple(self._waiting.values())
            self._waiting.clear()
            self._waiting_keys.clear()
            self._waiting_passages = 0
            try:
                self._write(part)
            except LibraryError:
                if len(part) == 1:
                    raise
                # On a disk that fills, what there still is room for is kept.
                for one in part:
                    self._write((one,))
        self._kept_at = monotonic()

    def _write(self, part: Sequence[Incoming]) -> None:
        added, self._batch_id = self._keep_part(part, self._batch_id)
        self._added.extend(added)
        self._duplicates.arrived(added)

    def _free_key(self, key: str) -> str:
        number = self._numbers.get(key, 1)
        name = key if number == 1 else f"{key} ({number})"
        while name in self._waiting or self._library.sources.by_key(name) is not None:
            number += 1
            name = f"{key} ({number})"
        self._numbers[key] = number
        return name


def keep_part(
    library: Library, part: Sequence[Incoming], batch_id: int, *, undoable: bool = False
) -> tuple[tuple[Source, ...], int]:
    """Keep some sources in one transaction, and answer them with the id of their batch.

    What took one of their keys meanwhile keeps it. Raises LibraryError.
    """
    sources = library.sources
    step = library.step("Add source") if undoable else library.batch("Import sources", batch_id)
    with step as began:
        taken = sources.taken(one.source.key for one in part)
        part = [_under_free_key(library, one) if one.source.key in taken else one for one in part]
        added = sources.add_many((one.source, one.text, one.passages) for one in part)
        sources.keep_records(
            (source.id, one.record)
            for source, one in zip(added, part, strict=True)
            if one.record != SourceRecord()
        )
    return added, began or 0


def _drawn(items: Iterator[tuple[str, Incoming] | Skipped]) -> list[tuple[str, Incoming] | Skipped]:
    """The next items, as many as make one part."""
    drawn: list[tuple[str, Incoming] | Skipped] = []
    passages = 0
    for item in items:
        drawn.append(item)
        passages += 0 if isinstance(item, Skipped) else len(item[1].passages)
        if len(drawn) >= AT_ONCE or passages >= PASSAGES_AT_ONCE:
            break
    return drawn


def _under_free_key(library: Library, one: Incoming) -> Incoming:
    number, key = 2, one.source.key
    while library.sources.by_key(f"{key} ({number})") is not None:
        number += 1
    return replace(one, source=replace(one.source, key=f"{key} ({number})"))


def _compared(one: Incoming) -> str:
    # Near texts of bare records are not looked for: titles and abstracts are too short for it.
    return "" if one.record.text_missing else one.text


def _told(
    found: Iterable[Reference | Skipped], name: str
) -> Iterator[tuple[str, Incoming] | Skipped]:
    for one in found:
        where = f"{name}, {one.where}"
        if isinstance(one, Skipped):
            yield Skipped(where, one.reason)
        else:
            yield where, from_reference(one, name)


def _from_lines(path: Path, work: Work) -> Iterator[tuple[str, Incoming] | Skipped]:
    for line in read_lines(path, work):
        where = f"{path.name}, {line.where}"
        if isinstance(line, Skipped):
            yield Skipped(where, line.reason)
        else:
            source = replace(line.source, digest=digest(line.text), added=now())
            yield where, Incoming(source, line.text, cut_passages(line.text), SourceRecord())


def _with_text(record: Incoming, whole: Incoming) -> Incoming:
    """A record with the text of its stored file."""
    source = replace(
        record.source,
        kind=whole.source.kind,
        copy_note=whole.source.copy_note,
        digest=whole.source.digest,
        language=record.source.language or whole.source.language,
    )
    return replace(whole, source=source, record=replace(whole.record, csl=record.record.csl))
