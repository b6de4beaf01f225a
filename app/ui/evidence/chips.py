"""What the lens found, as chips, what speaks against the match first. Knows no painter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.model.match import Difference, DifferenceKind, Relation
from app.ui.look.paint import Tone

_ORDER = {Relation.DIFFERENT: 0, Relation.NOT_MENTIONED: 1, Relation.SAME: 2}
_TONES: dict[Relation, Tone] = {
    Relation.DIFFERENT: "different",
    Relation.NOT_MENTIONED: "not_mentioned",
    Relation.SAME: "same",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip. `tip` tells it in a whole sentence."""

    tone: Tone
    kind: str
    text: str
    tip: str


def chips_of(differences: Sequence[Difference]) -> tuple[Chip, ...]:
    """The chips of a match: each difference alone, what is absent and what agrees by kind."""
    different = [_different(d) for d in differences if d.relation is Relation.DIFFERENT]
    grouped = [
        _grouped(relation, kind, texts)
        for relation in (Relation.NOT_MENTIONED, Relation.SAME)
        for kind in DifferenceKind
        if (texts := _wordings(differences, relation, kind))
    ]
    return tuple(dict.fromkeys((*different, *grouped)))


def _different(difference: Difference) -> Chip:
    here = difference.passage.text if difference.passage else ""
    there = difference.claim.text if difference.claim else ""
    if difference.kind is DifferenceKind.NEGATION:
        text = f"“{here}” only in the source" if here else f"“{there}” only in the claim"
        tip = f"Look here: {text}."
    else:
        text = f"{here} ≠ {there}"
        tip = f"Look here: the source says {here}, the claim {there}."
    if difference.note:
        tip = f"{tip} {difference.note}"
    return Chip("different", difference.kind.value, text, tip)


def _wordings(
    differences: Sequence[Difference], relation: Relation, kind: DifferenceKind
) -> tuple[str, ...]:
    texts = (
        side.text
        for d in differences
        if d.relation is relation and d.kind is kind and (side := d.claim or d.passage)
    )
    return tuple(dict.fromkeys(texts))


def _grouped(relation: Relation, kind: DifferenceKind, texts: tuple[str, ...]) -> Chip:
    told = ", ".join(texts)
    if relation is Relation.NOT_MENTIONED:
        return Chip(_TONES[relation], kind.value, f"{told} not stated",
                    f"The passage does not state {told}.")  # fmt: skip
    return Chip(_TONES[relation], kind.value, told, f"Claim and passage agree on {told}.")
