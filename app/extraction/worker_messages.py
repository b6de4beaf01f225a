"""What the app and its reading process say to each other: one JSON object a line, never pickles.

A request is a line {"format", "name", "folder", "size"} with `size` bytes of the file after it, or
a line {"records", "path", "mapping"} that names a file of many records. It is answered by any
number of {"progress": [done, total, note]}, with some "records" beside it where there are, and by
one line of {"document"}, {"ended"}, {"refused": a sentence} or {"failed": what went wrong}. Knows
no pipe and no format.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from app.extraction.document import Document, Hint
from app.extraction.source_lines import SourceLine
from app.model.article import LeftOut, ProposedSource, WhyLeftOut, ZoneKind
from app.model.intake import Skipped
from app.model.reference import CheckedClaim, Reference, TablePreview
from app.model.source import Source, SourceKind
from app.model.span import Span

#: The only argument of the app when it is started as a reading process.
READ_FILES = "--read-files"
#: What a failed answer says where the reader wanted more memory than it may have.
NO_MEMORY = "memory"

_OF_REFERENCE = (
    "id", "type", "title", "author", "issued", "container_title", "publisher", "language", "url",
    "doi", "abstract", "note", "text",
)  # fmt: skip
_OF_CHECK = ("text", "rating", "why", "claimed_by")
_OF_LINE = ("key", "title", "publisher", "author", "published", "language", "url")


class Records(StrEnum):
    """What a file holds many of; of a table its head can be asked for alone."""

    REFERENCES = "references"
    LINES = "lines"
    TABLE = "table"


#: One record of a file, or why there is none at its place.
Record = Reference | SourceLine | TablePreview | Skipped


def pack(document: Document) -> dict[str, Any]:
    """The Document as JSON can carry it."""
    return {
        "text": document.text,
        "origin": document.origin,
        "notices": document.notices,
        "title": document.title,
        "published": document.published and document.published.isoformat(),
        "language": document.language,
        "author": document.author,
        "url": document.url,
        "hints": [(hint.span.start, hint.span.end, hint.kind) for hint in document.hints],
        "pages": [(page.start, page.end) for page in document.pages],
        "proposals": [
            (one.span.start, one.span.end, one.kind, one.text, one.url)
            for one in document.proposals
        ],
        "left_out": [(one.place, one.reason, one.text, one.words) for one in document.left_out],
    }


def unpack(packed: dict[str, Any], file_digest: str) -> Document:
    """The Document that was packed; its file's digest is known on this side."""
    published = packed["published"]
    return Document(
        text=packed["text"],
        origin=packed["origin"],
        notices=tuple(packed["notices"]),
        title=packed["title"],
        published=date.fromisoformat(published) if published else None,
        language=packed["language"],
        author=packed["author"],
        url=packed["url"],
        hints=tuple(Hint(Span(a, b), ZoneKind(kind)) for a, b, kind in packed["hints"]),
        pages=tuple(Span(a, b) for a, b in packed["pages"]),
        proposals=tuple(
            ProposedSource(Span(a, b), kind, text, url)
            for a, b, kind, text, url in packed["proposals"]
        ),
        file_digest=file_digest,
        left_out=tuple(
            LeftOut(place, WhyLeftOut(reason), text, words)
            for place, reason, text, words in packed["left_out"]
        ),
    )


def pack_record(one: Record) -> list[Any]:
    """The record as JSON can carry it; what is empty in it is not told."""
    match one:
        case Skipped():
            return ["skipped", one.where, one.reason]
        case SourceLine():
            source = _told(one.source, _OF_LINE)
            return ["line", one.where, source, one.source.kind, one.text]
        case TablePreview():
            return ["table", one.columns, one.mapping, one.rows]
        case Reference():
            checked = one.checked and _told(one.checked, _OF_CHECK)
            return ["reference", one.where, _told(one, _OF_REFERENCE), checked]


def unpack_record(packed: list[Any]) -> Record:
    """The record that was packed."""
    match packed:
        case ["reference", where, fields, checked]:
            claim = CheckedClaim(**{"text": "", **checked}) if checked is not None else None
            return Reference(where, **fields, checked=claim)
        case ["line", where, fields, kind, text]:
            return SourceLine(where, Source(0, **fields, kind=SourceKind(kind)), text)
        case ["skipped", where, reason]:
            return Skipped(where, reason)
        case ["table", columns, mapping, rows]:
            return TablePreview(tuple(columns), mapping, tuple(map(tuple, rows)))
    raise ValueError("no record")


def _told(one: object, names: tuple[str, ...]) -> dict[str, str]:
    return {name: value for name in names if (value := getattr(one, name))}
