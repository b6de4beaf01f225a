"""Which parts of a claim its linked sources cover. Knows matches, no widget."""

from __future__ import annotations

from collections.abc import Sequence

from app.model.claim import Claim, Part, PartKind, on_one_line
from app.model.match import Excerpt, Match, Relation
from app.model.statement import Places


def checkable_parts(claim: Claim, matches: Sequence[Match]) -> tuple[Excerpt, ...]:
    """The days, numbers and names of the claim that the lens compares, in the order of its words.

    Places count from the claim's wording, which is what its matches were found with. Where no match
    tells the parts, those read at intake do.
    """
    parts = {
        difference.claim.span: difference.claim
        for match in matches
        for difference in match.differences
        if difference.claim is not None
    }
    if not matches:
        places = Places(on_one_line(claim.quote), claim.wording)
        parts = {
            place: Excerpt(place.of(claim.wording), place)
            for part in claim.parts
            if claim.span.covers(part.span)
            and _is_compared(part)
            and (place := places.of(part.span.shifted(-claim.span.start))) is not None
        }
    return tuple(parts[span] for span in sorted(parts))


def _is_compared(part: Part) -> bool:
    named = part.kind in (PartKind.WHO, PartKind.PLACE) and part.value != ""
    return named or part.kind in (PartKind.NUMBER, PartKind.DATE)


def covered_parts(linked: Sequence[Match]) -> frozenset[Excerpt]:
    """The parts that stand the same in at least one linked passage."""
    return frozenset(
        difference.claim
        for match in linked
        for difference in match.differences
        if difference.claim is not None and difference.relation is Relation.SAME
    )


def uncovered_parts(
    claim: Claim, linked: Sequence[Match], matches: Sequence[Match]
) -> tuple[Excerpt, ...]:
    """The parts that no linked passage covers, each wording once."""
    covered = covered_parts(linked)
    told: dict[str, Excerpt] = {}
    for part in checkable_parts(claim, (*linked, *matches)):
        if part not in covered:
            told.setdefault(part.text, part)
    return tuple(told.values())
