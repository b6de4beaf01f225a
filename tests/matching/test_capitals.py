"""Peoples and names that no rule knows, told apart only in each other's place."""

from __future__ import annotations

import pytest

from app.matching.capitals import capitals_in_place
from app.matching.side import read_side


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The Norse ship sank off Bern.", "The Danish ship sank off Bern.", [("Norse", "Danish")]),
        ("The Dutch ship sank off Bern.", "The Netherlands ship sank off Bern.", []),
        ("The Russian ship sank off Haldis.", "The Russia ship sank off Haldis.", []),
        ("The British ship sank off Haldis.", "The UK ship sank off Haldis.", []),
        ("The ship sank off Haldis on Monday.", "The ship sank off Haldis on Friday.", []),
        ("The ship sank, Minister Lee said on air.", "The ship sank, Mr Lee said on air.", []),
        ("The old ship sank off Haldis.", "The big ship sank off Haldis.", []),
        ("The Norse ship sank off Haldis.", "A Danish farmer won the lottery.", []),
    ],
)  # fmt: skip
def test_pairs(claim: str, passage: str, expected: list[tuple[str, str]]) -> None:
    ours, theirs = read_side(claim, None), read_side(passage, None)
    found = capitals_in_place(ours, theirs)
    assert [(a.of(claim), b.of(passage)) for a, b in found] == expected
