"""What one side hedges and the other states."""

from __future__ import annotations

import pytest

from app.matching.modality_differences import modality_differences
from app.matching.side import read_side


def told(claim: str, passage: str) -> list[tuple[str, str, str]]:
    found = modality_differences(read_side(claim, None), read_side(passage, None))
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
        (
            "The mine may close in June.",
            "The mine will close in June.",
            [("different", "may close", "will close")],
        ),
        (
            "The mine may close in June.",
            "In June the mine might close.",
            [("same", "may close", "might close")],
        ),
        (
            "The leak caused the fire.",
            "The leak may have caused the fire.",
            [("different", "caused", "may have caused")],
        ),
        (
            "They must hear the witnesses.",
            "They should hear the witnesses.",
            [("different", "must hear", "should hear")],
        ),
        (
            "The bank tried to sell its ships.",
            "The bank sold its ships.",
            [("different", "tried to sell", "sold")],
        ),
        ("The bank will sell its ships.", "The bank sold its ships.", []),
        ("The mine in Tarrow closed in May.", "The mine in Tarrow was closed in May.", []),
        ("The mine may close.", "Snow may fall on the mine.", []),
    ],
)
def test_pairs(claim: str, passage: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(claim, passage) == expected
