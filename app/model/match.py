"""A match: claim and passage, why they belong together and what speaks against it.

A machine only ever suggests: nothing here can link by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.model.source import Passage, Source
from app.model.span import Span


class DifferenceKind(StrEnum):
    """What is compared between a claim and a passage."""

    NUMBER = "number"
    UNIT = "unit"
    DATE = "date"
    WEEKDAY = "weekday"
    YEAR = "year"
    NAME = "name"
    NEGATION = "negation"
    DIRECTION = "direction"
    MODALITY = "modality"
    ROLE = "role"
    SPEAKER = "speaker"


class Relation(StrEnum):
    """How the two sides stand to each other. In order of importance to the reviewer."""

    DIFFERENT = "different"
    NOT_MENTIONED = "not_mentioned"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of one side: `text` as it stands at `span` of that side's text."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing compared: the claim's side, the passage's side, and how they relate.

    `claim` spans count from the query's text, `passage` spans from the passage's text. A side that
    says nothing is None. `note` holds a normal form worth showing ("Saturday is 17 September").
    """

    kind: DifferenceKind
    relation: Relation
    claim: Excerpt | None = None
    passage: Excerpt | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage suggested for a claim, explained.

    `score` runs from 0 to 100 and is never shown without its `parts` (name and value, in the order
    in which they are told). `shared` pairs the query's words with the passage's. `differences` come
    in order of importance: what speaks against the match first. `more` names other passages that
    were found of the same source and are no match of their own in the same answer, best first.
    """

    passage: Passage
    source: Source
    score: float
    parts: tuple[tuple[str, float], ...]
    shared: tuple[tuple[Span, Span], ...]
    differences: tuple[Difference, ...]
    more: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that has a verdict in force, with that verdict and the article it is of.

    `published` is the article's ISO day or empty; `rating` is a key of `scale`; `given` an ISO 8601
    time in UTC.
    """

    claim_id: int
    statement: str
    article_id: int
    article_title: str
    published: str
    rating: str
    scale: str
    rationale: str
    reviewer: str
    given: str


@dataclass(frozen=True, slots=True)
class Check:
    """A claim that somebody else checked: a source of the library tells of it.

    `rating` and `rationale` are in the words of the `publisher`; `published` is the check's ISO
    day, month or year. What is not told is empty.
    """

    source_id: int
    source_key: str
    statement: str
    rating: str
    rationale: str
    publisher: str
    published: str
    url: str
    claimed_by: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A judged claim that says much the same, the reviewer's own or one that others checked: a
    precedent to look at, and never copied.

    `score` is on the scale of `Match`; `differences` count from the query and from its statement.
    """

    judged: Judged | Check
    score: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Matches:
    """The answer to one query: what was asked, by which scorer, and what was found, best first.

    `earlier` are claims that say much the same and were judged before, by the reviewer or in checks
    of others, the most alike first and apart from the sources.
    """

    query: str
    version: str
    candidates: tuple[Match, ...]
    elapsed_ms: float
    sources_searched: int = 0
    earlier: tuple[Earlier, ...] = ()
