"""Resemblance of texts by their runs of words."""

from __future__ import annotations

import pytest

from app.text.shingles import SKETCHED, resemblance, shingles, sketch

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


def test_sketches_of_nearly_the_same_text_have_hashes_in_common() -> None:
    words = [f"word{number}" for number in range(400)]
    edited = ["edited" if number % 80 == 0 else word for number, word in enumerate(words)]
    own, other = (sketch(shingles(" ".join(one))) for one in (words, edited))
    assert len(own) == SKETCHED
    assert len(set(own) & set(other)) >= 2
    assert not set(own) & set(sketch(shingles(" ".join(words[::-1]))))
    assert sketch(shingles("")) == ()
