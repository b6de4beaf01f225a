"""A mention of a day as it is found in a text, before anybody says which day it is.

Knows nothing but itself.
"""

from __future__ import annotations

from dataclasses import dataclass

#: What may stand between the words of one date.
SPACES = frozenset((" ", "  ", "\u00a0", "\u202f"))
#: What joins two days or years without a word.
RANGE_GAPS = frozenset(("-", "–", "—", " - ", " – ", " — ", "/", " / ", "‑"))


@dataclass(slots=True)
class Found:
    """One mention, unresolved. `first` and `last` are tokens; zero or -1 where nothing is named.

    A `day` without a month is that of some month. `unit` is "decade" for that of a `year`;
    `shift` with `unit` ("day", "week", "month", "year") counts from the day of speaking. `other` is
    the day that a doubtful notation (04/05/2016) would name the other way round. `beside` is the
    weekday that stands apart before a date in brackets. `start` is given where the mention begins
    inside its first token.
    """

    first: int
    last: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = -1
    unit: str = ""
    shift: int = 0
    other: tuple[int, int, int] | None = None
    start: int = -1
    beside: int = -1
