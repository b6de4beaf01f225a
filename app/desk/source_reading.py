"""Files become sources on their way in: which reader takes a file, and what it yields.

Knows no store but Zotero's, which is a file like any other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.desk.clock import now
from app.desk.incoming import Incoming, from_document, from_reference, title_of
from app.desk.kept_files import KeptFiles
from app.desk.passages import cut_passages
from app.desk.source_files import ZOTERO
from app.extraction.bibliography.files import is_bibliography
from app.extraction.files import read_document
from app.extraction.source_lines import SourceLine
from app.extraction.worker import ReadingProcess
from app.extraction.worker_messages import Records
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.source import SourceRecord
from app.model.work import Work
from app.text.normal import digest

_LINES = ".jsonl"

#: A source with where it stood, or what cannot be used.
Item = tuple[str, Incoming] | Skipped


def holds_many(path: Path) -> bool:
    """Whether a file holds many sources, by its name."""
    return path.name.casefold() == ZOTERO or holds_lines(path) or is_bibliography(path)


def holds_lines(path: Path) -> bool:
    """Whether a file is of JSON Lines, whose `_id` tells its sources apart."""
    return path.suffix.casefold() == _LINES


class SourceReading:
    """Reads the files of one import, one after the other.

    `mapping` says of a table which column is which field; `kept_files` keeps what was read.
    """

    def __init__(
        self,
        process: ReadingProcess,
        mapping: Mapping[str, str] | None,
        kept_files: KeptFiles | None,
    ) -> None:
        self._process = process
        self._mapping = mapping
        self._kept_files = kept_files

    def one(self, path: Path, work: Work) -> Incoming:
        """The source that a file is. Raises InputError, LibraryError, Cancelled."""
        document = read_document(path, work, self._process)
        title = document.title or title_of(document.text, path.stem)
        incoming = from_document(document, document.origin or path.name, title, work)
        self._keep_file(path, document.file_digest)
        return incoming

    def many(self, path: Path, work: Work) -> Iterator[Item]:
        """The sources of a file that holds many. Raises InputError, LibraryError, Cancelled."""
        if path.name.casefold() == ZOTERO:
            return self._from_zotero(path, work)
        return self._from_records(path, work)

    def _from_records(self, path: Path, work: Work) -> Iterator[Item]:
        what = Records.LINES if holds_lines(path) else Records.REFERENCES
        for one in self._process.records(what, path, work, self._mapping):
            where = f"{path.name}, {one.where}"
            if isinstance(one, Skipped):
                yield Skipped(where, one.reason)
            elif isinstance(one, SourceLine):
                yield where, _from_line(one)
            else:
                yield where, from_reference(one, path.name)

    def _from_zotero(self, path: Path, work: Work) -> Iterator[Item]:
        from app.library.zotero import read_zotero

        for found in read_zotero(path, work):
            if isinstance(found, Skipped):
                yield found
                continue
            record = from_reference(found, path.name)
            whole = []
            for stored in found.attachments:
                try:
                    document = read_document(stored, work, self._process)
                except InputError as error:
                    yield Skipped(found.where, error.advice)
                    continue
                self._keep_file(stored, document.file_digest)
                whole.append(_with_text(record, from_document(document, found.id, found.title)))
            for one in whole or [record]:
                yield found.where, one

    def _keep_file(self, path: Path, file_digest: str) -> None:
        if self._kept_files is not None:
            self._kept_files.keep(path, file_digest)


def _from_line(line: SourceLine) -> Incoming:
    source = replace(line.source, digest=digest(line.text), added=now())
    return Incoming(source, line.text, cut_passages(line.text), SourceRecord())


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
