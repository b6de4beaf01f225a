"""Sources and their passages. Knows no store and no file format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.model.reference import CheckedClaim
from app.model.span import Span

#: What the stored copy of a bare reference is.
TEXT_MISSING = "Text missing: only the bibliographic record is here, not the work itself."


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
    made from an excerpt of the page named"). `sample` marks what came with the sample;
    `confidential` is the reviewer's word that nothing of it may leave the desk in a report.
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
    confidential: bool = False

    @property
    def text_missing(self) -> bool:
        """Whether the stored copy is not the work itself, only what its record says of it."""
        return self.copy_note == TEXT_MISSING


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """What is known of where a source came from, beside what a report needs of it.

    `text_missing` says that only a bibliographic record is here: its title and abstract can be
    searched, the work itself was not read. `file_digest` is the SHA-256 (hex) of the file that it
    was read from. `pages` are the stretches of the stored copy that stood on one page each, from
    page 1. `csl` are further fields by their names in CSL. `checked` is what a fact check is about.
    """

    text_missing: bool = False
    file_name: str = ""
    file_digest: str = ""
    pages: tuple[Span, ...] = ()
    csl: tuple[tuple[str, str], ...] = ()
    checked: CheckedClaim | None = None


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
