"""Fact checks of others, wherever in a file they stand."""

from __future__ import annotations

from typing import Any

import pytest

from app.extraction.bibliography.claim_review import find_reviews, read_review
from app.model.intake import Skipped
from app.model.reference import Reference

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
    assert one.text == "The dam broke in 2020.\n\nClaimed by Lena Ford.\n\nIt broke in 2021."
    assert one.earlier_check == "An earlier check, rated “False” by Check Desk on 2021-05-04."


def test_a_review_of_nothing_is_skipped() -> None:
    assert isinstance(read_review({"@type": "ClaimReview"}, "check 1"), Skipped)
