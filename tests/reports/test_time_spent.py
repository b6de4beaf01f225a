"""The time that a review took is computed from its own log, and says what it leaves out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.model.dossier import Dossier, DossierClaim
from app.model.review import Review, Verdict
from app.reports.time_spent import time_in_words, time_spent


def given(number: int, at: str, reviewer: str = "Ada") -> Verdict:
    return Verdict(number, 1, "supported", "five_way", "", reviewer, f"2026-11-24T{at}")


def review_of(dossier: Dossier, *log: Verdict, linked: tuple[str, ...] = ()) -> Dossier:
    """A review of one claim with this log and links at these times."""
    one = dossier.claims[5]
    passage = one.review.evidence[0]
    evidence = tuple(
        replace(passage, id=n, passage_id=n, linked=at and f"2026-11-24T{at}")
        for n, at in enumerate(linked, start=1)
    )
    claim = DossierClaim(one.claim, Review(one.claim.id, evidence=evidence), log)
    return replace(dossier, claims=(claim,))


def test_gaps_are_summed_and_pauses_are_not(dossier: Dossier) -> None:
    log = (given(1, "09:00:00Z"), given(2, "09:05:00Z"), given(3, "09:10:01Z"),
           given(4, "10:12:01+01:00"))  # fmt: skip
    assert time_spent(review_of(dossier, *log)) == timedelta(minutes=7)


def test_each_reviewer_counts_alone(dossier: Dossier) -> None:
    log = (given(1, "09:00:00Z"), given(2, "09:01:00Z", "Grace"), given(3, "09:03:00Z"))
    assert time_spent(review_of(dossier, *log)) == timedelta(minutes=3)


def test_a_link_counts_as_of_whoever_decided_next(dossier: Dossier) -> None:
    log = (given(1, "09:00:00Z"), given(2, "09:06:00Z", "Grace"), given(3, "09:07:00Z"))
    told = review_of(dossier, *log, linked=("09:04:00Z", "09:09:00Z", "", "soon"))
    # Grace linked at 9:04 and decided at 9:06; nobody decided after 9:09, and Ada's gap is long.
    assert time_spent(told) == timedelta(minutes=2)


def test_one_act_tells_no_time(dossier: Dossier) -> None:
    assert time_spent(review_of(dossier, given(1, "09:00:00Z"))) is None
    assert time_spent(review_of(dossier, given(1, "soon"), given(2, "09:00:00Z"))) is None
    assert time_spent(review_of(dossier)) is None


def test_it_is_said_in_words() -> None:
    assert time_in_words(timedelta(minutes=34)).startswith("at least 34 minutes, counted between")
    assert time_in_words(timedelta(minutes=61)).startswith("at least 1 hour 1 minute,")
    assert time_in_words(timedelta(minutes=120)).startswith("at least 2 hours,")
    assert time_in_words(timedelta(seconds=59)).startswith("less than a minute,")
