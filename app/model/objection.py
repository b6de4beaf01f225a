"""When evidence speaks against a verdict: the rule, and the sentence that says so. Knows no store.

An objection is told once and never blocks: the person decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.rating import Rating
from app.model.review import Evidence, Stance

#: Longer quotes than this are cut in a sentence; the passage itself stands beside it anyway.
LONGEST_QUOTE = 60


class ObjectionKind(StrEnum):
    """Why a verdict deserves a word."""

    DIFFERENCE = "difference"
    STANCE = "stance"
    NO_SOURCE = "no source"


@dataclass(frozen=True, slots=True)
class Objection:
    """A word about a verdict before it is given.

    The sentence is `lead`, `name`, `tail`; `name` is the publisher (or title) of the source that
    evidence `evidence_id` comes from. Where no single source is meant, `name` is empty and
    `evidence_id` is 0.
    """

    kind: ObjectionKind
    lead: str
    name: str = ""
    tail: str = ""
    evidence_id: int = 0

    @property
    def asks(self) -> bool:
        """Whether the reviewer is asked to confirm. A missing source is only noted."""
        return self.kind is not ObjectionKind.NO_SOURCE

    @property
    def sentence(self) -> str:
        """The whole sentence, naming the source by its publisher or title."""
        return f"{self.lead}{self.name}{self.tail}"

    def naming(self, letter: str) -> str:
        """The sentence with the source named as the window names it ("A"); an empty letter
        leaves the publisher."""
        return f"{self.lead}{letter or self.name}{self.tail}" if self.name else self.sentence

    def __str__(self) -> str:
        return self.sentence


def find_objection(
    rating: Rating, evidence: Sequence[Evidence], names: Mapping[int, str]
) -> Objection | None:
    """What the linked evidence says against this rating, or None.

    `names` maps ids of sources to their publisher or title. Only the weightiest objection is told:
    a stance that the reviewer chose comes before a difference that the app found.
    """
    if not evidence:
        if not rating.needs_source:
            return None
        return Objection(ObjectionKind.NO_SOURCE, f"{rating.name}, without a linked source.")
    if rating.look == "supported":
        return _against_supported(rating, evidence, names)
    if rating.look == "refuted" and all(e.stance is Stance.SUPPORTS for e in evidence):
        return _against_refuted(rating, evidence, names)
    return None


def _against_supported(
    rating: Rating, evidence: Sequence[Evidence], names: Mapping[int, str]
) -> Objection | None:
    lead = f"{rating.name}, though "
    ranked = sorted(evidence, key=lambda e: e.stance is not Stance.CONTRADICTS)
    for one in ranked:
        telling = _told(one.differences)
        if telling:
            kind, tail = ObjectionKind.DIFFERENCE, f" {telling}."
        elif one.stance is Stance.CONTRADICTS:
            kind, tail = ObjectionKind.STANCE, " is marked as contradicting it."
        else:
            continue
        return Objection(kind, lead, names.get(one.source_id, "a source"), tail, one.id)
    return None


def _against_refuted(
    rating: Rating, evidence: Sequence[Evidence], names: Mapping[int, str]
) -> Objection:
    if len(evidence) > 1:
        text = f"{rating.name}, though every linked source is marked as supporting it."
        return Objection(ObjectionKind.STANCE, text)
    only = evidence[0]
    name = names.get(only.source_id, "a source")
    tail = " is marked as supporting it."
    return Objection(ObjectionKind.STANCE, f"{rating.name}, though ", name, tail, only.id)


def _told(differences: Sequence[Difference]) -> str:
    """The first thing that differs, as the end of "…, though the source"; empty when none does."""
    for difference in differences:
        if difference.relation is not Relation.DIFFERENT:
            continue
        theirs, ours = _quoted(difference.passage), _quoted(difference.claim)
        if difference.kind is DifferenceKind.NEGATION:
            if theirs:
                return f"says “{theirs}” where the claim does not"
            return f"leaves out the claim’s “{ours}”"
        if theirs and ours:
            return f"says {theirs}, not {ours}"
        if theirs:
            return f"says {theirs}"
        return f"does not say {ours}"
    return ""


def _quoted(excerpt: Excerpt | None) -> str:
    text = " ".join(excerpt.text.split()) if excerpt else ""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
