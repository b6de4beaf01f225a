"""ClaimReview as a file and as a block for a page, with what the linter says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.model.dossier import Dossier
from app.reports.claim_review import rating_of
from app.reports.formats import claim_review_json
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile

OPTIONS = {"page": "https://check.example/talks", "organisation": "Check"}


def test_golden(
    dossier: Dossier, set_up: Callable[..., Setting], golden: Callable[[str, str], None]
) -> None:
    made = claim_review_json.render(dossier, set_up(claim_review_json, **OPTIONS))
    golden(made.decode("utf-8"), "report.claimreview.jsonld")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_end_no_script(
    dossier: Dossier, set_up: Callable[..., Setting], text: str, read_page: Callable[[str], Any]
) -> None:
    bad = hostile(dossier, text)
    # Verdicts of scales that the dossier knows, or nothing would be written.
    claims = tuple(
        replace(one, review=replace(one.review, verdict=replace(
            one.review.verdict, scale=bad.scale.key, rating=f"{text}1")))
        for one in bad.claims if one.review.verdict
    )  # fmt: skip
    bad = replace(bad, claims=claims)
    options = {"page": text, "organisation": text, "site": text}
    file = claim_review_json.render(bad, set_up(claim_review_json, **options)).decode("utf-8")
    told = json.loads(file)
    assert len(told) == len(claims) == 7
    assert {one["claimReviewed"] for one in told} == {" ".join(text.split())}
    assert {one["author"]["name"] for one in told} == {text.strip()}
    assert all(rating_of(one, [bad.scale]) for one in told)
    block = claim_review_json.render(
        bad, set_up(claim_review_json, form="script", **options)
    ).decode("utf-8")
    assert block.count("<") == 2
    page = read_page(block)
    assert [tag for tag, _ in page.tags] == ["script"]
    assert json.loads(page.text) == told
    claim_review_json.warnings(bad, set_up(claim_review_json, **options))


def test_the_linter_speaks_of_the_claims_by_number(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    told = {w.rule: w for w in claim_review_json.warnings(dossier, set_up(claim_review_json))}
    assert told["url_is_missing"].grave
    assert told["author_has_no_name"].claims == (1, 2, 3, 5, 6, 7, 8)
    assert told["no_explanation"].claims == (8,)
    assert told["no verdict"].claims == (4, 9)
    assert not told["no_claim_date"].grave
    graves = [one.grave for one in told.values()]
    assert graves == sorted(graves, reverse=True)


def test_with_all_that_is_asked_nothing_is_grave(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    told = claim_review_json.warnings(dossier, set_up(claim_review_json, **OPTIONS))
    assert not [one for one in told if one.grave]


def test_a_claim_told_twice_has_two_addresses(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    first = dossier.claims[0]
    again = replace(first, claim=replace(first.claim, id=77, position=77))
    told = claim_review_json.warnings(
        replace(dossier, claims=(first, again)), set_up(claim_review_json, **OPTIONS)
    )
    assert "same_url_and_claim_twice" not in {one.rule for one in told}
    assert "several_on_one_page" in {one.rule for one in told}
