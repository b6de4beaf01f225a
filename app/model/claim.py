"""A claim and its parts. Knows articles by offsets only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.model.span import Span

_BLANK = re.compile(r"\s")


#: Who made a claim: the app at intake, or the reviewer by hand.
APP, REVIEWER = "app", "reviewer"


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

    `quote` is exactly the article's words at `span`; `statement` the sentence a reviewer reads,
    self-contained and of one line: the quote with its days settled, or the reviewer's own words
    where `reworded`. `speaker` is who asserts it, empty for the article itself. `claim_date` is an
    ISO day or empty. `check_worthiness` runs from 0 to 1 and ranks, never filters. `mentions` are
    the other places where the article says the same. `position` is its place in article order,
    from 1. `made_by` is "app", or "reviewer" where the reviewer chose its stretch of text. `id` and
    `article_id` are 0 until stored.
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
    made_by: str = APP
    reworded: bool = False

    @property
    def wording(self) -> str:
        """What the matcher searches with: the reviewer's words, else the article's on one line.

        Without the days that `statement` supplies: the matcher settles days by itself. An
        unreworded wording is as long as `quote`, so that offsets in one are offsets in the other.
        """
        return self.statement if self.reworded else on_one_line(self.quote)


@dataclass(frozen=True, slots=True)
class Offer:
    """A change of a claim that the app offers and never makes by itself.

    `kind` is "split": `at` is where the second half begins and `statement` how that half could read
    by itself; or "wording": `at` is where a pronoun or short form stands and `statement` the whole
    sentence with the name it most likely means. `at` counts code points of the article's text.
    `reason` is a sentence for the reviewer.
    """

    kind: str
    at: int
    statement: str
    reason: str


def on_one_line(quote: str) -> str:
    """The quote with every blank a plain space; as long as before."""
    return _BLANK.sub(" ", quote)
