"""Amounts of two texts held against each other."""

from __future__ import annotations

import pytest

from app.matching.number_differences import number_differences
from app.matching.side import read_side


def told(claim: str, passage: str) -> list[tuple[str, str]]:
    found = number_differences(read_side(claim, None), read_side(passage, None))
    return [(one.kind.value, one.relation.value) for one in found]


@pytest.mark.parametrize(
    ("claim", "passage", "kind", "relation"),
    [
        ("It was 31 in May, 34 in June.", "It was 34 in May, 31 in June.", "number", "different"),
        ("It killed 107 and hurt 238.", "It killed 238 and hurt 107.", "number", "different"),
        ("It killed 107 and hurt 238.", "It hurt 238 and killed 107.", "number", "same"),
        ("He fought for 8 years.", "A 14-year-old boy fought.", "number", "not_mentioned"),
        ("The boy is 8 years old.", "The 9-year-old boy fell.", "number", "different"),
        ("At least 62 miners died.", "In all, 62 miners died.", "number", "same"),
        ("More than 60 miners died.", "In all, 62 miners died.", "number", "same"),
        ("At least 62 miners died.", "In all, 83 miners died.", "number", "different"),
        ("Over 400 miners died.", "Over 401 miners died.", "number", "different"),
        ("It cost 2.4 million euros.", "It cost €2,400,000 in all.", "number", "same"),
        ("It cost 2.4 million euros.", "It cost 2.4 billion euros.", "number", "different"),
        ("Rates rose by 5 percent.", "Rates rose by 5 percentage points.", "unit", "different"),
        ("The pipe is 100 km long.", "The pipe is 62 miles long.", "number", "same"),
        ("The pipe is 120 miles long.", "The pipe is 120 km long.", "unit", "different"),
        ("The 71st session opened.", "The 72nd session opened.", "number", "different"),
        ("It was his third title.", "He won three matches.", "number", "not_mentioned"),
        ("It killed 62 soldiers.", "It killed 20 civilians.", "number", "not_mentioned"),
        ("It left 62 people dead.", "It left 100 people wounded.", "number", "not_mentioned"),
        ("Seas rise by 60 to 90 cm.", "Seas rise by 70 to 90 cm.", "number", "different"),
        ("He died at the age of 78.", "He died at the age of 87.", "number", "different"),
        ("He is 78 and rich.", "The bus takes 50 of them.", "number", "not_mentioned"),
    ],
)
def test_pairs(claim: str, passage: str, kind: str, relation: str) -> None:
    assert (kind, relation) in told(claim, passage)


def test_each_amount_finds_its_own() -> None:
    claim = "The raid left 62 soldiers dead and 100 wounded."
    assert told(claim, "Some 120 were wounded and 62 soldiers killed.") == [
        ("number", "same"),
        ("number", "different"),
    ]


def test_a_note_tells_the_bound() -> None:
    [one] = number_differences(
        read_side("At least 62 miners died.", None), read_side("62 miners died.", None)
    )
    assert one.note == "the claim says at least 62"
