"""Every word of an article accounted for. Knows articles and claims, no store."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.span import Span


@dataclass(frozen=True, slots=True)
class Ledger:
    """Counts of words: `words` is the sum of the four others; `open_spans` are the open words.

    Claimed words lie in a claim or one of its mentions, excused ones have a reason why they need no
    check (a dateline, a question), furniture lies outside the included zones, and the rest is open.
    """

    words: int
    claimed: int
    excused: int
    furniture: int
    open: int
    open_spans: tuple[Span, ...] = ()
