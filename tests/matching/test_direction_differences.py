"""Words of direction held against each other, and only where both speak of the same."""

from __future__ import annotations

import pytest

from app.matching.direction_differences import direction_differences
from app.matching.side import read_side


def told(claim: str, passage: str) -> list[tuple[str, str, str]]:
    found = direction_differences(read_side(claim, None), read_side(passage, None))
    return [
        (
            one.relation.value,
            one.claim.text if one.claim else "",
            one.passage.text if one.passage else "",
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("Prices in Tarrow rose.", "Prices in Tarrow fell.", [("different", "rose", "fell")]),
        ("Prices in Tarrow rose.", "In Tarrow prices climbed.", [("same", "rose", "climbed")]),
        ("Prices in Tarrow rose.", "Prices in Tarrow did not fall.", []),
        (
            "Prices in Tarrow rose.",
            "In Tarrow prices rose while rents fell.",
            [("same", "rose", "rose")],
        ),
        ("Prices in Tarrow rose.", "The snow fell on Tarrow.", []),
        ("He left before the vote.", "He left after the vote.", [("different", "before", "after")]),
        ("He resigned before the vote.", "After the minister resigned, the vote was held.", []),
        ("The reds won the cup in Tarrow.", "The blues lost the cup in Tarrow to the reds.", []),
        ("North Korea fired a shell.", "South Korea fired a shell.", []),
    ],
)
def test_pairs(claim: str, passage: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(claim, passage) == expected
