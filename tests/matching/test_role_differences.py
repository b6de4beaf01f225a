"""Who did it to whom, the same way round or the other."""

from __future__ import annotations

import pytest

from app.matching.role_differences import role_differences
from app.matching.side import read_side


def told(claim: str, passage: str) -> list[tuple[str, str, str]]:
    found = role_differences(read_side(claim, None), read_side(passage, None))
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
            "Norland accused Velm of fraud.",
            "Velm accused Norland of fraud.",
            [("different", "Norland accused Velm", "Velm accused Norland")],
        ),
        ("Norland accused Velm of fraud.", "Velm was accused of fraud by Norland.", []),
        (
            "Norland beat Velm.",
            "Norland was beaten by Velm.",
            [("different", "Norland beat Velm", "Norland was beaten by Velm")],
        ),
        ("Norland met Velm in Bern.", "Velm met Norland in Bern.", []),
        (
            "The union sued the mine.",
            "The mine sued the union.",
            [("different", "union sued the mine", "mine sued the union")],
        ),
        (
            "Gas flows from Norland to Velm.",
            "Gas flows from Velm to Norland.",
            [("different", "Norland to Velm", "Velm to Norland")],
        ),
        ("Norland accused Velm.", "Norland accused Bern and Velm accused Bern.", []),
    ],
)
def test_pairs(claim: str, passage: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(claim, passage) == expected
