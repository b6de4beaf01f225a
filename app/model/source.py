"""Sources and their passages. Knows no store and no file format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.model.span import Span


class SourceKind(StrEnum):
    """What sort of publication a source is."""

    OFFICIAL = "official statement"
    TRANSCRIPT = "transcript"
    UN_DOCUMENT = "UN document"
    NEWS_AGENCY = "news agency"
    NEWSPAPER = "newspaper"
    REFERENCE = "reference"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Source:
    """A bibliographic record; its stored copy of the text is fetched apart.

    `key` is the name it had where it came from (a file's name, `_id`), unique in a library.
    `published` is an ISO day, month or year, or empty. `language` is an ISO 639-1 code or empty.
    `digest` is the SHA-256 (hex) of the stored copy in UTF-8. `note` is what the reviewer should
    know about its reliability; `copy_note` says what the stored copy is ("notes in our own words,
    made from an excerpt of the page named"). `sample` marks what came with the sample.
    `id` is 0 until stored.
    """

    id: int
    key: str
    title: str
    publisher: str = ""
    author: str = ""
    published: str = ""
    kind: SourceKind = SourceKind.DOCUMENT
    language: str = ""
    url: str = ""
    note: str = ""
    copy_note: str = ""
    digest: str = ""
    sample: bool = False
    added: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """An indexed stretch of a source's stored copy, one to three sentences.

    `span` counts code points of that copy and `text` is exactly what stands there; `place` is how
    a reader finds it ("¶ 3", "p. 12, ¶ 3"). `id` is 0 until stored.
    """

    id: int
    source_id: int
    span: Span
    text: str
    place: str
