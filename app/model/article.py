"""The article under check: its text, its zones and its day. Knows no file and no store."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from app.model.span import Span


class ZoneKind(StrEnum):
    """What a stretch of a page is. HIDDEN are words that the file does not show: they stand at the
    end of an article once a reviewer has put them in."""

    MASTHEAD = "masthead"
    HEADLINE = "headline"
    LEDE = "lede"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    TAGS = "tags"
    COMMENTS = "comments"
    FURNITURE = "furniture"
    HIDDEN = "hidden"


#: Zones whose sentences are the article's own words and become claims.
ARTICLE_ZONES = frozenset({ZoneKind.LEDE, ZoneKind.BODY})


@dataclass(frozen=True, slots=True)
class Zone:
    """A labelled stretch of an article. The zones of an article partition its text exactly.

    `included` says whether its words count as the article's own; the reviewer can change it.
    """

    span: Span
    kind: ZoneKind
    included: bool


class DateSource(StrEnum):
    """Who says on which day the article was published."""

    STATED = "stated"
    REVIEWER = "reviewer"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Publication:
    """The day of publication and how it is known.

    `date` is the day in force: stated by the article, or given by the reviewer; None while neither
    is the case. `inferred` is the app's guess with its `reasons`, offered and never applied by
    itself: while only a guess exists, `source` is INFERRED and `date` stays None.
    """

    date: datetime.date | None = None
    source: DateSource = DateSource.NONE
    inferred: datetime.date | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedSource:
    """A source that the file itself names: a footnote, a comment of the writer, a link.

    `span` is the stretch of the article's text that it stands at, empty where it stands between
    two words. `kind` is "footnote", "endnote", "comment" or "link"; `text` is what it says and
    `url` the address in it, or empty. Proposed only: nothing is added or linked by itself.
    """

    span: Span
    kind: str
    text: str
    url: str = ""


class WhyLeftOut(StrEnum):
    """Why words of a file are not in its text: no reader of the file sees them, it reads them to
    the blind alone, or its writers took them out and kept the change on record."""

    HIDDEN = "hidden"
    SPOKEN = "spoken"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the file that are not in its text.

    `place` is the code point of the article's text behind which they stood, `words` says how many
    they are, counted as the ledger counts. `span` is where they stand in the article once the
    reviewer has put them in, and None before.
    """

    place: int
    reason: WhyLeftOut
    text: str
    words: int
    span: Span | None = None


#: The notice of an article that was opened before its claims were found.
CLAIMS_TO_COME = "Its claims are still to be found."


@dataclass(frozen=True, slots=True)
class Article:
    """An article, normalised once at intake. Its text never changes but for words that had been
    left out: these can be put in behind its end, so that every offset stays what it was.

    Offsets everywhere are code points of `text`. `digest` is the SHA-256 (hex) of `text` in UTF-8.
    `origin` is the file's name, or "pasted text". `notices` are sentences for the reviewer about
    what intake had to change (NUL characters removed, encoding guessed, …). `pages` are the
    stretches of a paged file, which partition `text`; the first is page 1. `proposals` are the
    sources that the file itself names, `left_out` its words that are not in the text, in order of
    place. `url` and `file_published` are where and on which day the file's own record says it was
    published, `file_digest` is the SHA-256 (hex) of the file's bytes;
    each may be empty. `id` is 0 until stored.
    """

    id: int
    title: str
    text: str
    digest: str
    zones: tuple[Zone, ...]
    publication: Publication
    origin: str
    language: str = ""
    added: str = ""
    sample: bool = False
    notices: tuple[str, ...] = ()
    pages: tuple[Span, ...] = ()
    proposals: tuple[ProposedSource, ...] = ()
    url: str = ""
    file_digest: str = ""
    file_published: datetime.date | None = None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def claims_to_come(self) -> bool:
        """Whether its claims are still to be found."""
        return CLAIMS_TO_COME in self.notices


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line of a list of articles; `added` is an ISO 8601 time in UTC."""

    id: int
    title: str
    added: str
    claims: int
    reviewed: int
