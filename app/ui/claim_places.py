"""Which claims stand at which place of the article. Knows neither work on them nor widgets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from app.model.claim import Claim
from app.model.span import Span


class ClaimPlaces:
    """The stretches of some claims and of their mentions, found by bisection: what is painted or
    pressed asks here, whatever the length of the article."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        found = [(span, claim) for claim in claims for span in (claim.span, *claim.mentions)]
        found.sort(key=lambda one: (one[0].start, one[1].position))
        self._found = found
        self._starts = [span.start for span, _ in found]
        #: How far any stretch up to this one reaches.
        self._reach = list(accumulate((span.end for span, _ in found), max))

    def within(self, sight: Span) -> Sequence[tuple[Span, Claim]]:
        """The stretches that overlap this one, in order of place."""
        first = bisect_right(self._reach, sight.start)
        last = bisect_left(self._starts, sight.end)
        return [one for one in self._found[first:last] if one[0].overlaps(sight)]

    def at(self, place: int) -> Claim | None:
        """The claim whose stretch here is the shortest; None where there is none."""
        held = self.within(Span(place, place + 1))
        return min(held, key=lambda one: len(one[0]))[1] if held else None
