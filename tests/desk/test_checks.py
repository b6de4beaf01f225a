"""Checks by others, from ClaimReview files: precedents beside the sources, never copied."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.desk.desk import Desk
from app.model.match import Check, Judged

CLAIM = "The dam above Orlen broke on 4 May 2020 and 62 people were drowned."


def review(claim: str = CLAIM, **more: Any) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://check.example/dam",
        "claimReviewed": claim,
        "datePublished": "2021-05-04",
        "author": {"@type": "Organization", "name": "Check Desk"},
        "itemReviewed": {"@type": "Claim", "author": {"name": "Lena Ford"}},
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Mostly false",
            "ratingExplanation": "Divers found the northern wall intact in the following summer.",
        },
    } | more


@pytest.fixture
def checked(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with two checks by others."""
    path = tmp_path / "checks.json"
    other = review("The council of Merrow sold its mill abroad.", url="", reviewRating={})
    path.write_text(json.dumps({"@graph": [review(), other]}), "utf-8")
    assert len(desk.sources.import_paths([path]).sources) == 2
    return desk


def test_a_check_of_much_the_same_claim_is_told(checked: Desk) -> None:
    [earlier] = checked.matching.for_text(CLAIM.replace("62", "26")).earlier
    check = earlier.judged
    assert isinstance(check, Check)
    assert (check.statement, check.rating, check.publisher) == (CLAIM, "Mostly false", "Check Desk")
    assert (check.published, check.url) == ("2021-05-04", "https://check.example/dam")
    assert (check.claimed_by, check.rationale[:12]) == ("Lena Ford", "Divers found")
    differing = [one for one in earlier.differences if one.relation.value == "different"]
    assert [(one.claim.text, one.passage.text) for one in differing if one.claim and one.passage]
    assert checked.sources.get(check.source_id).key == check.source_key


def test_the_checked_claim_is_no_evidence_for_itself(checked: Desk) -> None:
    assert checked.matching.for_text(CLAIM).candidates == ()
    found = checked.matching.for_text("Divers found the northern wall intact.").candidates
    assert [one.source.publisher for one in found] == ["Check Desk"]
    text = checked.sources.text(found[0].source.id)
    assert text.startswith(CLAIM)
    assert found[0].passage.span.of(text) == found[0].passage.text
    assert checked.check() == []


def test_another_claim_has_no_precedent(checked: Desk) -> None:
    assert checked.matching.for_text("The harbour of Tallin froze in January.").earlier == ()


def test_checks_stand_with_what_the_reviewer_judged_and_are_never_copied(checked: Desk) -> None:
    article = checked.articles.add_text(f"On the dam\n\n{CLAIM}\n")
    again = checked.articles.add_text(f"Once more\n\n{CLAIM} So it was said.\n")
    own, other = (
        next(c for c in checked.articles.claims(one.id) if "Orlen" in c.statement)
        for one in (article, again)
    )
    checked.review.give_verdict(own.id, "refuted")
    earlier = checked.matching.for_claim(other.id).earlier
    assert {type(one.judged) for one in earlier} == {Check, Judged}
    review_of_other = checked.review.get(other.id)
    assert (review_of_other.verdict, review_of_other.rationale) == (None, "")


def test_checks_come_and_go_with_their_sources(checked: Desk, tmp_path: Path) -> None:
    def told() -> list[str]:
        return [
            one.judged.rating
            for one in checked.matching.for_text(CLAIM).earlier
            if isinstance(one.judged, Check)
        ]

    assert told() == ["Mostly false"]
    path = tmp_path / "more.jsonld"
    path.write_text(json.dumps(review(reviewRating={"ratingValue": 1}, url="https://b.example")))
    batch = checked.sources.import_paths([path]).batch_id
    assert sorted(told()) == ["1", "Mostly false"]
    checked.sources.remove_batch(batch)
    assert told() == ["Mostly false"]
    checked.history.undo()
    assert sorted(told()) == ["1", "Mostly false"]


def test_a_check_comes_back_as_it_was_kept(checked: Desk) -> None:
    [first, _] = checked.sources.all()
    record = checked.sources.record(first.id)
    assert record.checked is not None
    assert (record.checked.text, record.checked.rating) == (CLAIM, "Mostly false")
    assert not record.text_missing
    assert first.note == "An earlier check, rated “Mostly false” by Check Desk on 2021-05-04."
