"""Denials of two texts held against each other."""

from __future__ import annotations

import pytest

from app.matching.negation_differences import negation_differences
from app.matching.side import read_side


def told(claim: str, passage: str) -> list[str]:
    found = negation_differences(read_side(claim, None), read_side(passage, None))
    return [one.relation.value for one in found]


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The truce covers the town.", "The truce does not cover the town.", ["different"]),
        ("The truce did not cover the town.", "The truce covered the town.", ["different"]),
        ("I really don't care, she wrote.", "She wrote: I don't really care.", ["same"]),
        ("He never signed the contract.", "The contract was never signed.", ["same"]),
        ("The truce covers the town.", "Rain did not stop. The truce covers the town.", []),
        ("The truce covers the town.", "No one slept, but snow covers the hills.", []),
        ("The mayor signed it.", "Not only the mayor signed it.", []),
        ("Grain prices did not rise.", "Grain prices rose.", ["different"]),
        ("The town lost power and heat.", "The town was without power and heat.", []),
    ],
)
def test_pairs(claim: str, passage: str, expected: list[str]) -> None:
    assert told(claim, passage) == expected
