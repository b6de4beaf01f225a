"""Resemblance of texts by their runs of words."""

from __future__ import annotations

import pytest

from app.text.shingles import resemblance, shingles

STORY = "the dam above the town broke in the night and sixty people were saved by boat"


@pytest.mark.parametrize(
    ("other", "least", "most"),
    [
        (STORY.upper().replace(" ", ",  "), 1.0, 1.0),
        (STORY.replace("sixty", "seventy"), 0.4, 0.8),
        ("a council sold the old mill to a firm from abroad for nine million", 0.0, 0.05),
        ("", 0.0, 0.0),
    ],
)
def test_resemblance(other: str, least: float, most: float) -> None:
    share = resemblance(shingles(STORY), shingles(other))
    assert least <= share <= most
    assert share == resemblance(shingles(other), shingles(STORY))
