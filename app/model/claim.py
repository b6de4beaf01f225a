"""A claim and its parts. Knows articles by offsets only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.model.span import Span


class ClaimKind(StrEnum):
    """What sort of proposition a claim is."""

    EVENT = "event"
    STATEMENT = "statement"
    QUANTITY = "quantity"
    DATE = "date"
    ROLE = "role"
    COMPARISON = "comparison"
    CAUSE = "cause"
    PREDICTION = "prediction"
    OPINION = "opinion"


class PartKind(StrEnum):
    """Which question a part of a claim answers."""

    WHO = "who"
    WHAT = "what"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    ROLE = "role"
    QUOTED = "quoted"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Part:
    """One checkable part of a claim.

    `span` counts code points of the article's text; `text` is exactly what stands there; `value`
    is its normal form ("2016-09-16", "250000") or empty.
    """

    kind: PartKind
    span: Span
    text: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """A named reason for a rank: `weight` is added to the score, negative speaks against."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of an article that can be checked.

    `quote` is exactly the article's words at `span`; `statement` the sentence a reviewer reads and
    the matcher searches with, self-contained and of one line. `speaker` is who asserts it, empty
    for the article itself. `claim_date` is an ISO day or empty. `check_worthiness` runs from 0 to 1
    and ranks, never filters. `mentions` are the other places where the article says the same.
    `position` is its place in article order, from 1. `id` and `article_id` are 0 until stored.
    """

    id: int
    article_id: int
    position: int
    span: Span
    quote: str
    statement: str
    kind: ClaimKind
    speaker: str = ""
    claim_date: str = ""
    check_worthiness: float = 0.0
    reasons: tuple[Reason, ...] = ()
    parts: tuple[Part, ...] = ()
    mentions: tuple[Span, ...] = ()
