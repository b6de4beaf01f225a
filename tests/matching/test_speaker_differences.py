"""Who said it, told only where both say the same."""

from __future__ import annotations

import pytest

from app.matching.side import read_side
from app.matching.speaker_differences import speaker_differences


def told(claim: str, passage: str) -> list[tuple[str, str, str]]:
    found = speaker_differences(read_side(claim, None), read_side(passage, None))
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
            "Brandt said the dam was safe.",
            "Okafor said the dam was safe.",
            [("different", "Brandt", "Okafor")],
        ),
        (
            "Brandt said the dam was safe.",
            "The dam was safe, Anna Brandt said.",
            [("same", "Brandt", "Anna Brandt")],
        ),
        (
            "Brandt said the dam was safe.",
            "According to Okafor, the dam was safe.",
            [("different", "Brandt", "Okafor")],
        ),
        ("Brandt said the dam was safe.", "Okafor said the harvest was poor.", []),
        ("Brandt said the dam was safe.", "He said the dam was safe.", []),
        ("Brandt said the dam was safe.", "Okafor said Brandt had called the dam safe.", []),
    ],
)
def test_pairs(claim: str, passage: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(claim, passage) == expected
