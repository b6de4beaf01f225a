"""One claim as a report tells it: verdict, evidence, warnings, history. Knows no format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.model.claim import Claim
from app.model.dossier import Dossier, DossierClaim
from app.model.match import Difference, Relation
from app.model.objection import find_objection
from app.model.rating import Rating, RatingScale
from app.model.review import Evidence, ReviewState, Stance, Verdict, stance_for
from app.model.source import Source, SourceKind
from app.reports.canonical import history
from app.reports.marked_article import Mark, placed
from app.reports.wording import counted, withheld_in_words

#: Looks from what a reader should see first to what can wait.
RISK = ("refuted", "partly_supported", "not_enough_evidence", "supported", "not_checkable")
TO_REVIEW = "to_review"


@dataclass(frozen=True, slots=True)
class EvidenceEntry:
    """A linked passage with its source, `number` in the list of sources, and the stance in force.

    `chosen` tells that the reviewer chose the stance, else it follows the verdict. `late` tells
    that it was linked after the verdict was given; `changed` that the source's stored copy is
    another than the one quoted.
    """

    evidence: Evidence
    source: Source | None
    number: int
    stance: Stance
    chosen: bool
    differences: tuple[Difference, ...]
    late: bool
    changed: bool

    @property
    def confidential(self) -> bool:
        """Whether it, or its source, was marked: then it is told because that was asked for."""
        return self.evidence.confidential or bool(self.source and self.source.confidential)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One verdict of the log in words; `in_force` tells that it is the one that holds now."""

    verdict: Verdict
    name: str
    look: str
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim, ready to be told. `look` is TO_REVIEW while no verdict is in force.

    `rating` is the verdict's on its scale, None where that scale is not known here. `objection` is
    what the linked evidence says against the verdict today, or empty. `withheld` counts the items
    of evidence that this report does not tell.
    """

    number: int
    claim: Claim
    verdict: Verdict | None
    name: str
    look: str
    rationale: str
    flagged: bool
    in_article: bool
    evidence: tuple[EvidenceEntry, ...]
    without_source: bool
    unlinked: int
    objection: str = ""
    rating: Rating | None = None
    withheld: Counter[SourceKind] = field(default_factory=Counter)
    history: tuple[HistoryEntry, ...] = field(default=())

    @property
    def acknowledged(self) -> str:
        """The sentence the reviewer confirmed when the evidence spoke against the verdict."""
        return self.verdict.acknowledged if self.verdict else ""

    @property
    def contested(self) -> bool:
        """Whether linked evidence speaks against the verdict, acknowledged or not."""
        return bool(self.acknowledged or self.objection)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader must know before relying on the verdict, one sentence each."""
        told = []
        if self.withheld:
            told.append(f"{withheld_in_words(self.withheld)}.")
        if self.without_source:
            told.append("Verdict without a source: no passage was linked to bear it out.")
        if self.contested and not self.acknowledged:
            told.append(
                "Evidence speaks against this verdict, and nobody acknowledged it: "
                f"“{self.objection}”"
            )
        if self.unlinked:
            was = "was" if self.unlinked == 1 else "were"
            told.append(
                f"{counted(self.unlinked, 'passage')} linked when the verdict was given "
                f"{was} unlinked since."
            )
        return tuple(told)

    def marks(self) -> list[Mark]:
        """The claim and its mentions as places in the article."""
        spans = (self.claim.span, *self.claim.mentions)
        return [Mark(s, self.number, self.look, self.name, which) for which, s in enumerate(spans)]


def claim_entries(dossier: Dossier, numbers: Mapping[int, int]) -> tuple[ClaimEntry, ...]:
    """Every claim of the dossier, riskiest verdict first, in article order within; then the rest.

    `numbers` maps a source's id to its number in the list of sources.
    """
    claims = dossier.claims
    positions = [one.claim.position for one in claims]
    unique = len(set(positions)) == len(positions) and min(positions, default=1) > 0
    sources = {source.id: source for source in dossier.sources}
    entries = [
        _entry(one, one.claim.position if unique else place, dossier, sources, numbers)
        for place, one in enumerate(claims, start=1)
    ]
    return tuple(sorted(entries, key=lambda entry: (_risk(entry.look), entry.number)))


def look_of(scale: RatingScale | None, rating: str) -> tuple[str, str]:
    """Name and look of a rating's key; a key that this scale does not have is told as it stands."""
    one = scale.by_key(rating) if scale else None
    if one is None:
        return rating, "not_checkable"
    return one.name, one.look if one.look in RISK else "not_checkable"


def _objection(rating: Rating | None, one: DossierClaim, sources: Mapping[int, Source]) -> str:
    """The sentence of what speaks against the verdict; a missing source is told apart."""
    if rating is None or (one.withheld and (rating.look == "refuted" or not one.review.evidence)):
        # What is withheld may be the very source that refutes it.
        return ""
    names = {source.id: source.publisher or source.title for source in sources.values()}
    found = find_objection(rating, one.review.evidence, names)
    return found.sentence if found and found.asks else ""


def _risk(look: str) -> int:
    return RISK.index(look) if look in RISK else len(RISK)


def _entry(
    one: DossierClaim,
    number: int,
    dossier: Dossier,
    sources: Mapping[int, Source],
    numbers: Mapping[int, int],
) -> ClaimEntry:
    review = one.review
    verdict = review.verdict if review.verdict and review.verdict.rating else None
    scale = dossier.scale_of(verdict) if verdict else dossier.scale
    name, look = look_of(scale, verdict.rating) if verdict else ("To review", TO_REVIEW)
    rating = scale.by_key(verdict.rating) if scale and verdict else None
    linked = {evidence.passage_id for evidence in review.evidence}
    return ClaimEntry(
        number=number,
        claim=one.claim,
        verdict=verdict,
        name=name,
        look=look,
        rationale=verdict.rationale if verdict else review.rationale,
        flagged=review.state is ReviewState.FLAGGED,
        in_article=placed(one.claim.span, dossier.article.text),
        evidence=tuple(
            _evidence(evidence, verdict, look, sources, numbers) for evidence in review.evidence
        ),
        without_source=bool(
            rating and rating.needs_source and not (review.evidence or one.withheld)
        ),
        rating=rating,
        withheld=one.withheld,
        objection=_objection(rating, one, sources),
        unlinked=len(set(verdict.evidence) - linked) if verdict else 0,
        history=tuple(
            _history(entry, dossier.scale_of(entry), in_force=entry == verdict)
            for entry in history(one)
        ),
    )


def _evidence(
    evidence: Evidence,
    verdict: Verdict | None,
    look: str,
    sources: Mapping[int, Source],
    numbers: Mapping[int, int],
) -> EvidenceEntry:
    source = sources.get(evidence.source_id)
    stance = evidence.stance or stance_for(look)
    return EvidenceEntry(
        evidence=evidence,
        source=source,
        number=numbers.get(evidence.source_id, 0),
        stance=stance,
        chosen=evidence.stance is not None,
        differences=tuple(d for d in evidence.differences if d.relation is Relation.DIFFERENT),
        late=bool(verdict and evidence.passage_id not in verdict.evidence),
        changed=bool(source and source.digest and source.digest != evidence.digest),
    )


def _history(verdict: Verdict, scale: RatingScale | None, *, in_force: bool) -> HistoryEntry:
    name, look = look_of(scale, verdict.rating) if verdict.rating else ("Cleared", TO_REVIEW)
    return HistoryEntry(verdict, name, look, in_force)
