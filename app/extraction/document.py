"""What a file holds once it is read: its text, and what its own structure says about that text.

Every reader of a format answers with a Document. Knows no format.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.model.article import LeftOut, ProposedSource, ZoneKind
from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Hint:
    """What the file's own structure says a stretch of its text is: a heading, a caption, a menu."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Document:
    """The whole visible text of a file, in reading order and in normal form (`text.normal`).

    Nothing visible is left out: what is not the article's own (menus, comments, running heads,
    footnotes) stands in `text` too, with a hint that says what it is. `origin` is the file's name;
    `notices` are sentences for the reviewer about what was not certain. `title`, `published` (the
    day that the file itself states), `language` (ISO 639-1), `author` and `url` come from its
    metadata and may be empty. `hints` are in order and do not overlap; a stretch without one is
    judged by its words. `pages` are the stretches of a paged file, the first of which is page 1;
    they partition `text`. `proposals` are sources that the file names. `left_out` are words that
    the file holds and does not show, at their places. `file_digest` is the SHA-256 (hex) of the
    file's bytes.
    """

    text: str
    origin: str
    notices: tuple[str, ...] = ()
    title: str = ""
    published: date | None = None
    language: str = ""
    author: str = ""
    url: str = ""
    hints: tuple[Hint, ...] = ()
    pages: tuple[Span, ...] = ()
    proposals: tuple[ProposedSource, ...] = ()
    file_digest: str = ""
    left_out: tuple[LeftOut, ...] = ()
