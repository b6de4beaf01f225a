"""Every word of an article accounted for, and how far the work is. Knows no store."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Excused:
    """A stretch that needs no check, and why: "question", "heading", "dateline", "list sign",
    "fragment", or what the reviewer gave."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class ZoneWords:
    """How many words of the ledger begin in the zone of this span."""

    span: Span
    words: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of words: `words` is the sum of the four others; `open_spans` are the open words.

    Claimed words lie in a claim or one of its mentions, excused ones have a reason why they need no
    check (a dateline, a question), furniture lies outside the included zones, and the rest is open.
    `claimed_spans`, `excused_spans` and `open_spans` are in order and do not overlap. `zones` says
    how many of the words stand in each zone, in order; they sum to `words`.
    """

    words: int
    claimed: int
    excused: int
    furniture: int
    open: int
    open_spans: tuple[Span, ...] = ()
    excused_spans: tuple[Excused, ...] = ()
    claimed_spans: tuple[Span, ...] = ()
    zones: tuple[ZoneWords, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on an article is, in words and in risk.

    `words` are the words that are the article's own (all but furniture), `claimed` those in a claim
    or a mention, `reviewed_words` those in a claim, or a mention of one, whose verdict is in force.
    `risk` is the sum of the claims' check-worthiness, `reviewed_risk` the part of it that has a
    verdict.
    """

    words: int
    claimed: int
    reviewed_words: int
    risk: float
    reviewed_risk: float
