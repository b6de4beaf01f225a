"""What the app and its reading process say to each other: one JSON object a line, never pickles.

A request is a line {"format", "name", "folder", "size"} with `size` bytes of the file after it. It
is answered by any number of {"progress": [done, total, note]} and by one line of {"document"},
{"refused": a sentence} or {"failed": what went wrong}. Knows no pipe and no format.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from app.extraction.document import Document, Hint
from app.model.article import LeftOut, ProposedSource, WhyLeftOut, ZoneKind
from app.model.span import Span

#: The only argument of the app when it is started as a reading process.
READ_FILES = "--read-files"
#: What a failed answer says where the reader wanted more memory than it may have.
NO_MEMORY = "memory"


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
