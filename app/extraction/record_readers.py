"""Which reader belongs to a file of many records. Loads readers only when asked; knows no pipe."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from app.extraction.worker_messages import Record, Records
from app.model.work import Work

#: Reads the file at a path, with the mapping of a table's columns where one is wanted. Raises
#: InputError with one sentence, also after some records.
RecordReader = Callable[[Path, Work, Mapping[str, str] | None], Iterator[Record]]


def record_reader_of(what: Records) -> RecordReader:
    """The reader of files that hold `what`."""
    match what:
        case Records.REFERENCES:
            return _references
        case Records.LINES:
            return _lines
        case Records.TABLE:
            return _table


def _references(path: Path, work: Work, mapping: Mapping[str, str] | None) -> Iterator[Record]:
    from app.extraction.bibliography.files import read_references

    for number, one in enumerate(read_references(path, work, mapping), 1):
        work.tick(number, 0, path.name)
        yield one


def _lines(path: Path, work: Work, _: Mapping[str, str] | None) -> Iterator[Record]:
    from app.extraction.source_lines import read_lines

    yield from read_lines(path, work)


def _table(path: Path, work: Work, mapping: Mapping[str, str] | None) -> Iterator[Record]:
    from app.extraction.bibliography.files import preview_table

    seen = preview_table(path, work, mapping)
    if seen is not None:
        yield seen
