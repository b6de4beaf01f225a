"""Reads sources from a .jsonl file, one JSON object a line, never the whole file at once.

The form is that of public retrieval sets (BEIR): {"_id", "title", "text"}. For the reading process;
knows no library.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.source import Source, SourceKind
from app.model.work import Work
from app.text.normal import normalise

#: A line longer than this is no source but a file without line breaks.
LONGEST_LINE = 50_000_000

#: After so many lines that cannot be used, and fewer that can, the file is something else.
MOST_UNUSABLE = 10_000

#: So many lines pass between two reports of progress.
TICK_EVERY = 50


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One usable line: the record, its normalised text, and where it stood ("line 3")."""

    where: str
    source: Source
    text: str


def read_lines(path: Path, work: Work) -> Iterator[SourceLine | Skipped]:
    """The sources of the file, one by one, and a word for each line that cannot be used.

    Ticks in bytes read. Raises InputError for a file that cannot be opened or read.
    """
    if os.path.isdir(path):
        raise InputError(f"{path.name} is a folder, not a file.")
    try:
        total = path.stat().st_size
        file = path.open("rb")
    except OSError as error:
        raise InputError(f"{path.name} cannot be opened: {error.strerror}.") from error
    with file:
        done = number = unusable = 0
        while True:
            try:
                raw = file.readline(LONGEST_LINE)
            except OSError as error:
                raise InputError(f"{path.name} cannot be read: {error.strerror}.") from error
            if not raw:
                break
            number += 1
            done += len(raw)
            if len(raw) >= LONGEST_LINE:
                raise InputError(f"Line {number} of {path.name} is too long to be one source.")
            if number % TICK_EVERY == 1:
                work.tick(done, total, path.name)
            if raw.strip(b" \t\r\n\xef\xbb\xbf"):
                found = _read_line(raw, number)
                unusable += isinstance(found, Skipped)
                if isinstance(found, Skipped) and _is_something_else(unusable, number):
                    raise InputError(
                        f"{path.name} holds no list of sources: {unusable:,} of its first "
                        f"{number:,} lines cannot be used. The last of them: {found.reason}"
                    )
                yield found
        work.tick(total, total, path.name)


def _is_something_else(unusable: int, lines: int) -> bool:
    return unusable > MOST_UNUSABLE and 2 * unusable > lines


def _read_line(raw: bytes, number: int) -> SourceLine | Skipped:
    where = f"line {number}"
    try:
        record = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        return Skipped(where, "It is not UTF-8 text.")
    except (ValueError, RecursionError):
        return Skipped(where, "It is not JSON.")
    if not isinstance(record, dict):
        return Skipped(where, "It is not an object with _id, title and text.")
    key = record.get("_id", record.get("id"))
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or not key.strip():
        return Skipped(where, "It has no _id.")
    title, text = _words(record, "title"), _text(record)
    # A record of a title alone can still be found by it.
    text = text if text.strip() else title
    if not text.strip():
        return Skipped(where, "It has neither text nor title.")
    return SourceLine(where, _source(_clean(key), title or _clean(key), record), text)


def _source(key: str, title: str, record: dict[str, Any]) -> Source:
    kind = _words(record, "kind")
    known = {k.value for k in SourceKind}
    return Source(
        id=0,
        key=key,
        title=title,
        publisher=_words(record, "publisher"),
        author=_words(record, "author"),
        published=_words(record, "published"),
        kind=SourceKind(kind) if kind in known else SourceKind.DOCUMENT,
        language=_words(record, "language"),
        url=_words(record, "url"),
    )


def _text(record: dict[str, Any]) -> str:
    value = record.get("text")
    return normalise(value)[0] if isinstance(value, str) else ""


def _words(record: dict[str, Any], name: str) -> str:
    value = record.get(name)
    return _clean(value) if isinstance(value, str) else ""


def _clean(value: str) -> str:
    return " ".join(normalise(value)[0].split())
