"""Each rule of the ClaimReview linter speaks where it must, and no other does."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.reports.claim_review_rules import ERRORS, WARNINGS, Case, lint
from tests.reports.conftest import SCALE

GOOD: dict[str, Any] = {
    "@type": "ClaimReview",
    "url": "https://check.example/dam#claim-1",
    "datePublished": "2020-05-09T10:00:00+00:00",
    "claimReviewed": "The dam broke on Monday.",
    "author": {"@type": "Organization", "name": "Check", "url": "https://check.example"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "The mayor", "sameAs": "https://town.example/mayor"},
        "datePublished": "2020-05-08",
        "appearance": {"@type": "CreativeWork", "url": "https://news.example/dam"},
    },
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 1,
        "worstRating": 1,
        "bestRating": 3,
        "alternateName": "Refuted",
        "ratingExplanation": "The gauge shows Tuesday.",
    },
}
CASE = Case(GOOD, date(2020, 5, 10), "https://www.check.example/dam", SCALE, "Refuted")

RATING = "reviewRating"
BREACHES: list[tuple[str, str, Any]] = [
    ("claim_is_empty", "claimReviewed", "  "),
    ("rating_is_missing", RATING, None),
    ("rating_has_no_name", f"{RATING}.alternateName", ""),
    ("url_is_missing", "url", None),
    ("url_is_no_web_address", "url", "javascript:alert(1)"),
    ("url_is_no_web_address", "url", "ftp://check.example/dam"),
    ("url_is_no_web_address", "url", "/dam"),
    ("url_is_a_shortener", "url", "https://bit.ly/3abc"),
    ("host_is_not_the_pages", "url", "https://other.example/dam"),
    ("value_is_no_number", f"{RATING}.ratingValue", "false"),
    ("value_is_no_number", f"{RATING}.ratingValue", True),
    ("value_is_no_number", f"{RATING}.ratingValue", "NaN"),
    ("value_without_best_and_worst", f"{RATING}.bestRating", None),
    ("value_without_best_and_worst", f"{RATING}.worstRating", "low"),
    ("worst_is_not_below_best", f"{RATING}.bestRating", 1),
    ("worst_is_below_one", f"{RATING}.worstRating", 0),
    ("value_is_outside", f"{RATING}.ratingValue", 4),
    ("name_and_number_disagree", f"{RATING}.ratingValue", 3),
    ("name_and_number_disagree", f"{RATING}.alternateName", "Mostly false"),
    ("claimant_is_the_checker", "itemReviewed.author.name", "CHECK"),
    ("author_has_no_name", "author.name", ""),
    ("author_has_no_name", "author", None),
    ("date_is_not_iso", "datePublished", "9 May 2020"),
    ("date_is_not_iso", "itemReviewed.datePublished", "2020-02-31"),
    ("date_is_in_the_future", "datePublished", "2020-05-11"),
    ("date_is_in_the_future", "itemReviewed.datePublished", "2021-01-01"),
    ("other_verdict_than_recorded", f"{RATING}.alternateName", "Supported"),
    ("claim_is_long", "claimReviewed", "word " * 16),
    ("claim_holds_the_verdict", "claimReviewed", "It was refuted that the dam broke."),
    ("no_appearance", "itemReviewed.appearance", None),
    ("appearance_is_ones_own", "itemReviewed.appearance.url", "https://www.check.example/a"),
    ("no_same_as", "itemReviewed.author.sameAs", None),
    ("no_explanation", f"{RATING}.ratingExplanation", ""),
    ("explanation_is_long", f"{RATING}.ratingExplanation", "x" * 501),
    ("name_is_long", f"{RATING}.alternateName", "x" * 51),
    ("no_claim_date", "itemReviewed.datePublished", None),
]  # fmt: skip

#: Rules that the same breach rightly wakes too.
ALONG = {
    "rating_is_missing": {"other_verdict_than_recorded"},
    "rating_has_no_name": {"other_verdict_than_recorded"},
    "value_is_no_number": {"name_and_number_disagree"},
    "value_without_best_and_worst": {"name_and_number_disagree"},
    "worst_is_not_below_best": {"name_and_number_disagree"},
    "worst_is_below_one": {"name_and_number_disagree"},
    "value_is_outside": {"name_and_number_disagree"},
    "name_and_number_disagree": {"other_verdict_than_recorded"},
    "other_verdict_than_recorded": {"name_and_number_disagree"},
    "name_is_long": {"name_and_number_disagree", "other_verdict_than_recorded"},
    "url_is_a_shortener": {"host_is_not_the_pages"},
}


def changed(path: str, value: Any) -> Case:
    told = copy.deepcopy(GOOD)
    *way, last = path.split(".")
    inner = told
    for name in way:
        inner = inner[name]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return replace(CASE, told=told)


def test_a_good_review_wakes_no_rule() -> None:
    assert lint(CASE) == ()


@pytest.mark.parametrize(("rule", "path", "value"), BREACHES)
def test_a_breach_wakes_its_rule(rule: str, path: str, value: Any) -> None:
    found = {finding.rule: finding for finding in lint(changed(path, value))}
    assert rule in found
    assert found.keys() - {rule} <= ALONG.get(rule, set())
    assert found[rule].sentence.endswith(".")
    assert found[rule].error == (rule in {one.__name__ for one in ERRORS})


def test_what_concerns_several_is_seen() -> None:
    twin = copy.deepcopy(GOOD)
    found = {finding.rule for finding in lint(replace(CASE, others=(twin,)))}
    assert found == {"same_url_and_claim_twice", "several_on_one_page"}
    twin["url"] = "https://check.example/dam#claim-2"
    assert {f.rule for f in lint(replace(CASE, others=(twin,)))} == {"several_on_one_page"}
    twin["url"] = "https://check.example/other"
    assert lint(replace(CASE, others=(twin,))) == ()


def test_what_the_library_knows_is_seen() -> None:
    assert [f.rule for f in lint(replace(CASE, without_copy=2))] == ["evidence_without_copy"]
    told = copy.deepcopy(GOOD)
    told[RATING]["alternateName"] = "Not enough evidence"
    case = replace(CASE, told=told, recorded="Not enough evidence")
    assert {f.rule for f in lint(case)} == {"name_and_number_disagree", "number_for_no_evidence"}


def test_every_rule_was_seen_to_speak() -> None:
    seen = {rule for rule, _, _ in BREACHES} | {
        "same_url_and_claim_twice", "several_on_one_page", "evidence_without_copy",
        "number_for_no_evidence",
    }  # fmt: skip
    assert {rule.__name__ for rule in (*ERRORS, *WARNINGS)} == seen


@pytest.mark.parametrize(
    "told",
    [{}, {RATING: []}, {RATING: 7}, {RATING: {"ratingValue": [1, {}]}}, {"author": [[]]},
     {"url": {"@id": "x"}}, {"itemReviewed": ["x"]}, {"itemReviewed": {"appearance": [1, None]}},
     {"url": "http://[::1"}, {RATING: {"ratingValue": 10**400}}],
)  # fmt: skip
def test_anybodys_json_can_be_looked_at(told: dict[str, Any]) -> None:
    assert any(finding.error for finding in lint(replace(CASE, told=told)))


def test_one_value_in_an_array_is_one_value() -> None:
    told = {name: [value] for name, value in GOOD.items()}
    assert lint(replace(CASE, told=told)) == ()
