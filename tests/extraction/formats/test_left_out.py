"""What was left out is told in sentences, with how much and where."""

from __future__ import annotations

import pytest

from app.extraction.formats.left_out import pages_named, tell_left_out
from app.extraction.formats.text_builder import TextBuilder


def test_one_and_many() -> None:
    builder = TextBuilder()
    tell_left_out(builder, {"pictures": 1, "deletions": 3, "hidden": 0})
    assert builder.document("a.docx").notices == (
        "3 deletions of the tracked changes were left out.",
        "One picture was left out: look at it in the file itself.",
    )


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([3], "Page 3"),
        ([5, 2], "Pages 2 and 5"),
        ([1, 2, 4, 5, 6, 9], "Pages 1, 2, 4–6 and 9"),
        (range(1, 5), "Pages 1–4"),
        (range(1, 60, 2), "Pages 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21 and 19 more"),
    ],
)
def test_pages_are_named_in_runs(numbers: list[int], told: str) -> None:
    assert pages_named(numbers) == told
