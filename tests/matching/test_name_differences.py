"""Names of two texts held against each other, without a guess."""

from __future__ import annotations

import pytest

from app.matching.name_differences import name_differences
from app.matching.side import read_side


def told(claim: str, passage: str, title: str = "") -> dict[str, str]:
    found = name_differences(read_side(claim, None), read_side(passage, None), title)
    return {one.claim.text: one.relation.value for one in found if one.claim}


@pytest.mark.parametrize(
    ("claim", "passage", "name", "relation"),
    [
        ("It fell in South Korea.", "It fell in North Korea.", "South Korea", "different"),
        ("Sergei Lavrov spoke.", "Then Lavrov spoke.", "Sergei Lavrov", "same"),
        ("Then Kerry spoke.", "Then John Kerry spoke.", "Kerry", "same"),
        ("Bombs fell near Deir ez-Zor.", "Bombs fell at Dayr Az Zawr.", "Deir ez-Zor", "same"),
        ("He spoke in the city of Bern.", "Snow fell on Lisbon.", "Bern", "not_mentioned"),
        ("Then John Kerry spoke.", "There John Kirby sang.", "John Kerry", "not_mentioned"),
    ],
)
def test_pairs(claim: str, passage: str, name: str, relation: str) -> None:
    assert told(claim, passage)[name] == relation


def test_another_name_amid_the_same_words_is_different() -> None:
    claim = "The convoy was attacked near the city of Aleppo by gunmen."
    assert told(claim, claim.replace("Aleppo", "Raqqa"))["Aleppo"] == "different"


def test_the_title_of_the_source_counts() -> None:
    found = name_differences(
        read_side("Then Kerry spoke.", None),
        read_side("He spoke at noon.", None),
        "John Kerry in Bern",
    )
    assert [one.note for one in found] == ["named in the source's title"]
