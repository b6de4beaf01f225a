"""Many files become sources of one batch, each in a short commit of its own. Knows no window."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from app.desk.clock import now
from app.desk.duplicates import Duplicates
from app.desk.incoming import Incoming, from_document, from_reference, title_of
from app.desk.kept_files import KeptFiles
from app.desk.passages import cut_passages
from app.desk.source_files import ZOTERO, list_files
from app.desk.source_lines import read_lines
from app.extraction.bibliography.files import is_bibliography, read_references
from app.extraction.files import read_document
from app.extraction.worker import ReadingProcess
from app.library.library import Library
from app.model.errors import InputError, LibraryError
from app.model.intake import Duplicate, DuplicatePolicy, Skipped, SourceImport
from app.model.reference import Reference
from app.model.source import Source, SourceRecord
from app.model.work import Cancelled, Work
from app.text.normal import digest

#: So many sources of a long import are committed at once: small enough that a cancelled import
#: stops at once and keeps what is done and a verdict never waits long, large enough that
#: committing costs nothing.
AT_ONCE = 500

CALLED_OFF = "The import was called off; what was finished is kept."


def holds_many(path: Path) -> bool:
    """Whether a file holds many sources, by its name."""
    name = path.name.casefold()
    return name == ZOTERO or path.suffix.casefold() == ".jsonl" or is_bibliography(path)


class SourceImporting:
    """One import into one library."""

    def __init__(
        self,
        library: Library,
        work: Work,
        *,
        duplicates: DuplicatePolicy = DuplicatePolicy.KEEP,
        kept_files: KeptFiles | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> None:
        self._library = library
        self._work = work
        self._policy = duplicates
        self._kept_files = kept_files
        self._mapping = mapping
        self._duplicates = Duplicates(library)
        self._numbers: dict[str, int] = {}
        self._added: list[Source] = []
        self._skipped: list[Skipped] = []
        self._alike: list[Duplicate] = []
        self._present = self._batch_id = self._failed = 0
        self._place, self._of = 0, 1

    def run(self, paths: Iterable[Path]) -> SourceImport:
        """Import files and folders. Ticks count files where there are several, else bytes or rows.

        What ends it early (called off, disk full) is told in the outcome's `stopped`.
        """
        try:
            files, unread = list_files(paths, self._work)
            self._skipped += unread
            self._failed += len(unread)
            self._of = len(files)
            with ReadingProcess() as process:
                for self._place, path in enumerate(files):
                    self._take(path, process)
            self._work.tick(self._of, self._of, "")
        except Cancelled:
            return self._outcome(CALLED_OFF)
        except LibraryError as error:
            return self._outcome(error.advice)
        return self._outcome()

    def run_one(self, path: Path) -> SourceImport:
        """Import one file of many sources. Raises InputError where nothing in it can be used,
        Cancelled, LibraryError; what was finished by then is kept."""
        with ReadingProcess() as process:
            self._take_file(path, process)
        self._refuse_nothing(path, 0, 0)
        return self._outcome()

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
        if self._of > 1:
            self._work.tick(self._place, self._of, path.name)
        before, lines = self._used(), len(self._skipped)
        try:
            if _is_library(path, self._library.path):
                raise InputError(f"{path.name} belongs to the library that is open.")
            self._take_file(path, process)
            self._refuse_nothing(path, before, lines)
        except InputError as error:
            del self._skipped[lines:]
            self._skipped.append(Skipped(path.name or str(path), error.advice))
            self._failed += 1

    def _refuse_nothing(self, path: Path, before: int, lines: int) -> None:
        if self._used() == before:
            first = next(iter(self._skipped[lines:]), None)
            why = f" {first.where.removeprefix(f'{path.name}, ')}: {first.reason}" if first else ""
            raise InputError(f"There is no source in {path.name}.{why}")

    def _used(self) -> int:
        return len(self._added) + self._present + len(self._alike)

    def _take_file(self, path: Path, process: ReadingProcess) -> None:
        work = self._work
        if self._of > 1:
            place, of = self._place, self._of
            work = Work(lambda _done, _total, _note: self._work.tick(place, of, path.name))
        ending = path.suffix.casefold()
        if ending == ".jsonl":
            self._keep(path, _from_lines(path, work), look=False)
        elif path.name.casefold() == ZOTERO:
            self._keep(path, self._from_zotero(path, work, process))
        elif is_bibliography(path):
            found = read_references(path, work, self._mapping)
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
        """Add what comes, a few hundred in each commit."""
        done = 0
        while chunk := list(islice(items, AT_ONCE)):
            fresh: dict[str, Incoming] = {}
            for item in chunk:
                if isinstance(item, Skipped):
                    self._skipped.append(item)
                else:
                    self._sort(path, *item, fresh, look=look)
            self._commit(fresh)
            done += len(chunk)
            if work is not None:
                work.tick(done, 0, path.name)

    def _sort(
        self, path: Path, where: str, one: Incoming, fresh: dict[str, Incoming], *, look: bool
    ) -> None:
        key, wanted = one.source.key, one.source.digest
        if self._is_present(key, wanted) or (key in fresh and fresh[key].source.digest == wanted):
            self._present += 1
            return
        if not look:
            if key in fresh or self._library.sources.by_key(key) is not None:
                reason = f"“{key}” is in the library already, with another text."
                self._skipped.append(Skipped(where, reason))
                return
        elif self._is_left_out(path, where, one):
            return
        key = self._free_key(key, fresh)
        fresh[key] = replace(one, source=replace(one.source, key=key))

    def _is_left_out(self, path: Path, where: str, one: Incoming) -> bool:
        # Near texts of bare records are not looked for: titles and abstracts are too short for it.
        text = "" if one.record.text_missing else one.text
        alike = self._duplicates.of_source(one.source, text)
        if not alike:
            return False
        added = self._policy is DuplicatePolicy.KEEP
        self._alike.append(Duplicate(where, path, one.source.title, *alike[0], added))
        return not added

    def _commit(self, fresh: Mapping[str, Incoming]) -> None:
        if not fresh:
            return
        items = [(one.source, one.text, one.passages) for one in fresh.values()]
        sources = self._library.sources
        with self._library.batch("Import sources", self._batch_id) as batch_id:
            added = sources.add_many(items)
            sources.keep_records(
                (source.id, one.record)
                for source, one in zip(added, fresh.values(), strict=True)
                if one.record.file_name
            )
        self._batch_id = batch_id
        self._added.extend(added)
        for source in added:
            self._duplicates.learn(source)

    def _is_present(self, key: str, wanted: str) -> bool:
        # A file changed since it was added is another source under a numbered key.
        return any(
            one.key == key or one.key.startswith(f"{key} (")
            for one in self._library.sources.by_digest(wanted)
        )

    def _free_key(self, key: str, fresh: Mapping[str, Incoming]) -> str:
        number = self._numbers.get(key, 1)
        name = key if number == 1 else f"{key} ({number})"
        while name in fresh or self._library.sources.by_key(name) is not None:
            number += 1
            name = f"{key} ({number})"
        self._numbers[key] = number
        return name


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


def _is_library(path: Path, library: Path) -> bool:
    """Whether a file is the open library or lies beside it as part of it.

    Opening and closing it from here would drop the locks that SQLite holds on it.
    """
    real, own = os.path.realpath(str(path).replace("\0", "")), os.path.realpath(library)
    return real.startswith((own, own + "-")) and os.path.dirname(own) in real
