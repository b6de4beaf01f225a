"""Fact checks of others, wherever in a file they stand."""

from __future__ import annotations

from typing import Any

import pytest

from app.extraction.bibliography.claim_review import find_reviews, read_review
from app.model.intake import Skipped
from app.model.reference import CheckedClaim, Reference

REVIEW: dict[str, Any] = {
    "@type": "ClaimReview",
    "url": "https://check.example/1",
    "claimReviewed": "The dam broke in 2020.",
    "datePublished": "2021-05-04",
    "author": {"@type": "Organization", "name": "Check Desk"},
    "itemReviewed": {"@type": "Claim", "author": {"name": "Lena Ford"}},
    "reviewRating": {"alternateName": "False", "ratingExplanation": "It broke in 2021."},
}


@pytest.mark.parametrize(
    "file",
    [
        REVIEW,
        [REVIEW],
        {"@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": REVIEW}]},
        {"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}]},
        {**REVIEW, "@type": ["ClaimReview", "Review"]},
    ],
)
def test_a_review_is_found_and_tells_its_verdict(file: Any) -> None:
    [found] = find_reviews(file)
    one = read_review(found, "check 1")
    assert isinstance(one, Reference)
    assert one.title == "The dam broke in 2020."
    assert one.text == "It broke in 2021."
    assert (one.publisher, one.issued) == ("Check Desk", "2021-05-04")
    assert one.checked == CheckedClaim(
        "The dam broke in 2020.", "False", "It broke in 2021.", "Lena Ford"
    )


@pytest.mark.parametrize(
    ("rating", "told"),
    [
        ({"alternateName": "Half true", "ratingValue": 3}, "Half true"),
        ({"ratingValue": 2, "worstRating": 1, "bestRating": "5"}, "2 (from 1, the worst, to 5)"),
        ({"ratingValue": "4"}, "4"),
        ({}, ""),
        ("False", ""),
    ],
)
def test_a_rating_is_told_in_its_own_words(rating: Any, told: str) -> None:
    one = read_review({**REVIEW, "reviewRating": rating}, "check 1")
    assert isinstance(one, Reference)
    assert one.checked is not None
    assert one.checked.rating == told


def test_a_review_of_nothing_is_skipped() -> None:
    assert isinstance(read_review({"@type": "ClaimReview"}, "check 1"), Skipped)
