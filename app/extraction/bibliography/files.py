"""A bibliographic file becomes References. The one door to these formats; knows no store.

For the reading process: the app asks `worker.ReadingProcess` for records.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.extraction.bibliography import bibtex, ris
from app.extraction.bibliography.claim_review import find_reviews, read_review
from app.extraction.bibliography.csl import is_item, read_item
from app.extraction.bibliography.tables import (
    check_mapping,
    csv_rows,
    guess_mapping,
    reference_of,
)
from app.extraction.formats.encodings import decode
from app.extraction.formats.plain import refuse_binary
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import Reference, TablePreview
from app.model.work import Work
from app.text.json_memory import MOST_NEEDED, memory_needed
from app.text.normal import normalise

#: The endings by which bibliographic files are known.
ENDINGS = frozenset({".ris", ".bib", ".bibtex", ".json", ".jsonld", ".csv", ".tsv"})
#: Larger files are refused, in bytes.
LARGEST = 100 * 1024 * 1024
#: More records than these are refused, by what begins one; so many are no desk's bibliography, and
#: each that cannot be used is told.
MOST_RECORDS = {".ris": ("TY  -", 300_000), ".bib": ("@", 300_000), ".bibtex": ("@", 300_000)}
MOST_LINES = 1_000_000
_CHUNK = 4 * 1024 * 1024
_PREVIEWED = 10


def is_bibliography(path: Path) -> bool:
    """Whether a file is bibliographic by its name."""
    return path.suffix.casefold() in ENDINGS


def read_references(
    path: Path, work: Work, mapping: Mapping[str, str] | None = None
) -> Iterator[Reference | Skipped]:
    """The records of a file one by one, and a word for each that cannot be used.

    `mapping` says of a table which column is which field of `MAPPABLE`; without one it is guessed
    by the columns' names. Raises InputError for a file that cannot be read, Cancelled.
    """
    text = _read(path, work)
    ending = path.suffix.casefold()
    sign, most = MOST_RECORDS.get(ending, ("\n", MOST_LINES))
    if text.count(sign) > most and ending not in (".json", ".jsonld"):
        what = "lines" if sign == "\n" else "records"
        raise InputError(f"{path.name} holds more than {most:,} {what}. Split it.")
    if ending == ".ris":
        return ris.read(text)
    if ending in (".bib", ".bibtex"):
        return bibtex.read(text)
    if ending in (".csv", ".tsv"):
        return _from_csv(text, mapping)
    return _from_json(text, path.name, mapping)


def preview_table(
    path: Path, work: Work, mapping: Mapping[str, str] | None = None
) -> TablePreview | None:
    """The head of a CSV or of a list of JSON rows, with the mapping in force; None for no table.

    Raises InputError, Cancelled.
    """
    ending = path.suffix.casefold()
    if ending in (".csv", ".tsv"):
        rows = (row for row in csv_rows(_read(path, work)) if not isinstance(row, Skipped))
        _, head = next(rows, ("", ()))
        columns = _unique(head)
        shown = tuple(tuple(cells) for _, (_, cells) in zip(range(_PREVIEWED), rows, strict=False))
    else:
        records = _rows_of(_parse(_read(path, work), path.name))
        if not records or is_item(records[0]) or any(find_reviews(records)):
            return None
        columns = _columns(records)
        shown = tuple(
            tuple(_cell(one.get(column)) for column in columns) for one in records[:_PREVIEWED]
        )
    return TablePreview(columns, dict(mapping or guess_mapping(columns)), shown)


def _from_csv(text: str, mapping: Mapping[str, str] | None) -> Iterator[Reference | Skipped]:
    columns: tuple[str, ...] = ()
    for row in csv_rows(text):
        if isinstance(row, Skipped):
            yield row
            continue
        where, cells = row
        if not columns:
            columns = _unique(cells)
            mapping = mapping or guess_mapping(columns)
            check_mapping(mapping, columns)
            continue
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            yield Skipped(
                where, f"It has {len(cells)} cells, and the table {len(columns)} columns."
            )
            continue
        yield reference_of(dict(zip(columns, cells, strict=False)), mapping or {}, where)


def _from_json(
    text: str, name: str, mapping: Mapping[str, str] | None
) -> Iterator[Reference | Skipped]:
    told = _parse(text, name)
    reviews = list(find_reviews(told))
    if reviews:
        for number, review in enumerate(reviews, 1):
            yield read_review(review, f"check {number}")
        return
    rows = _rows_of(told)
    if not rows:
        raise InputError(f"{name} holds no list of records.")
    columns = _columns(rows)
    as_table = mapping is not None or not is_item(rows[0])
    mapping = mapping or guess_mapping(columns)
    if as_table:
        check_mapping(mapping, columns)
    for number, row in enumerate(rows, 1):
        where = f"record {number}"
        if not isinstance(row, dict):
            yield Skipped(where, "It is no record.")
        elif as_table:
            yield reference_of({key: _cell(value) for key, value in row.items()}, mapping, where)
        else:
            yield read_item(row, where)


def _parse(text: str, name: str) -> Any:
    if memory_needed(text) > MOST_NEEDED:
        raise InputError(f"{name} holds more values than can be read at once. Split it.")
    try:
        return json.loads(text.lstrip("\ufeff"))
    except RecursionError:
        raise InputError(f"{name} is nested too deep to be a list of records.") from None
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        at = f": it breaks off or is damaged at line {line}" if line else ""
        raise InputError(f"{name} is not whole JSON{at}.") from None


def _rows_of(told: Any) -> list[Any]:
    """A list of records, bare or as the one list in an object ("items", "records")."""
    if isinstance(told, dict):
        lists = [value for value in told.values() if isinstance(value, list) and value]
        if len(lists) == 1 and isinstance(lists[0][0], dict):
            return lists[0]
        return [told]
    return told if isinstance(told, list) and any(isinstance(one, dict) for one in told) else []


def _columns(rows: list[Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for row in rows if isinstance(row, dict) for key in row))


def _unique(head: Any) -> tuple[str, ...]:
    columns: list[str] = []
    for number, cell in enumerate(head, 1):
        name = " ".join(cell.split()) or f"column {number}"
        columns.append(name if name not in columns else f"{name} ({number})")
    return tuple(columns)


def _cell(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return "; ".join(_cell(one) for one in value[:100] if isinstance(one, (str, int, float)))
    return str(value) if isinstance(value, (str, int, float)) and value is not True else ""


def _read(path: Path, work: Work) -> str:
    name = path.name
    pieces: list[bytes] = []
    done = 0
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                done += len(piece)
                if max(done, size) > LARGEST:
                    raise InputError(
                        f"{name} is too large: {max(done, size) / 1024 / 1024:.0f} MB, and the "
                        f"limit is {LARGEST // 1024 // 1024} MB. Split it."
                    )
                pieces.append(piece)
                work.tick(done, size, f"Reading {name}")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise InputError(f"{name} cannot be read: {reason}.") from None
    data = b"".join(pieces)
    pieces.clear()  # a large file need not lie here twice
    if not data.strip():
        raise InputError(f"{name} is empty.")
    refuse_binary(data, name)
    decoded = decode(data)
    del data
    return normalise(decoded.text)[0]
