"""The desk's work on one claim: evidence, verdicts and their rules. Knows no store."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.model.match import Difference
from app.model.span import Span


class Stance(StrEnum):
    """What a linked passage says about the claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    QUALIFIES = "qualifies"
    MENTIONS = "mentions"


class ReviewState(StrEnum):
    """How far the work on a claim is. Not its verdict, and not what is published."""

    TO_REVIEW = "to review"
    REVIEWED = "reviewed"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A linked passage, anchored so that it is found again.

    `exact`, `prefix` and `suffix` are the W3C Web Annotation text quote selector, `span` its text
    position selector in the source's stored copy, whose SHA-256 is `digest`. `place` is how a
    reader finds it. `stance` is None while it follows the verdict; the reviewer's own choice stays.
    `score` and `scorer` tell how the suggestion was ranked when it was linked (0 and "" when the
    reviewer found it without the matcher). `differences` are those of DIFFERENT relation that the
    lens showed when it was linked. `confidential` is the reviewer's word that it may not leave the
    desk in a report, whatever its source is.
    """

    id: int
    claim_id: int
    source_id: int
    passage_id: int
    exact: str
    prefix: str
    suffix: str
    span: Span
    place: str
    digest: str
    stance: Stance | None = None
    score: float = 0.0
    scorer: str = ""
    differences: tuple[Difference, ...] = ()
    linked: str = ""
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """One entry of the append-only log of verdicts.

    `rating` is a key of the scale named `scale`, or empty where the verdict was cleared.
    `evidence` are the ids of the passages (not of the links) that were linked at that time.
    `acknowledged` holds the sentence that the reviewer was shown and confirmed when the evidence
    spoke against the rating, or is empty.
    `given` is an ISO 8601 time in UTC.
    """

    id: int
    claim_id: int
    rating: str
    scale: str
    rationale: str
    reviewer: str
    given: str
    evidence: tuple[int, ...] = ()
    acknowledged: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """All of the work on one claim. `verdict` is the one in force or None."""

    claim_id: int
    state: ReviewState = ReviewState.TO_REVIEW
    verdict: Verdict | None = None
    rationale: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def has_work(self) -> bool:
        """Whether anything was done: a verdict in force, a link, a flag, a word of rationale."""
        flagged = self.state is ReviewState.FLAGGED
        return flagged or bool(self.verdict or self.evidence or self.rationale.strip())


def stance_for(rating: str) -> Stance:
    """The stance of a linked passage where the reviewer chose none: it follows the verdict."""
    return {
        "supported": Stance.SUPPORTS,
        "partly_supported": Stance.QUALIFIES,
        "refuted": Stance.CONTRADICTS,
    }.get(rating, Stance.MENTIONS)
