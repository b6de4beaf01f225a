"""How sure it is said, who said it, and who did it to whom: one table of pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from app.matching.modality_differences import modality_differences as modality
from app.matching.role_differences import role_differences as role
from app.matching.side import Side, read_side
from app.matching.speaker_differences import speaker_differences as speaker
from app.model.match import Difference

Compare = Callable[[Side, Side], Iterable[Difference]]
Told = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("compare", "claim", "passage", "expected"),
    [
        (
            modality,
            "The mine may close in June.",
            "The mine will close in June.",
            [("different", "may close", "will close")],
        ),
        (
            modality,
            "The mine may close in June.",
            "In June the mine might close.",
            [("same", "may close", "might close")],
        ),
        (
            modality,
            "The leak caused the fire.",
            "The leak may have caused the fire.",
            [("different", "caused", "may have caused")],
        ),
        (
            modality,
            "They must hear the witnesses.",
            "They should hear the witnesses.",
            [("different", "must hear", "should hear")],
        ),
        (
            modality,
            "The bank tried to sell its ships.",
            "The bank sold its ships.",
            [("different", "tried to sell", "sold")],
        ),
        (modality, "The bank will sell its ships.", "The bank sold its ships.", []),
        (
            modality,
            "The mine in Tarrow closed in May.",
            "The mine in Tarrow was closed in May.",
            [],
        ),
        (modality, "The mine may close.", "Snow may fall on the mine.", []),
        (
            speaker,
            "Brandt said the dam was safe.",
            "Okafor said the dam was safe.",
            [("different", "Brandt", "Okafor")],
        ),
        (
            speaker,
            "Brandt said the dam was safe.",
            "The dam was safe, Anna Brandt said.",
            [("same", "Brandt", "Anna Brandt")],
        ),
        (
            speaker,
            "Brandt said the dam was safe.",
            "According to Okafor, the dam was safe.",
            [("different", "Brandt", "Okafor")],
        ),
        (speaker, "Brandt said the dam was safe.", "Okafor said the harvest was poor.", []),
        (speaker, "Brandt said the dam was safe.", "He said the dam was safe.", []),
        (
            speaker,
            "Brandt said the dam was safe.",
            "Okafor said Brandt had called the dam safe.",
            [],
        ),
        (
            role,
            "Norland accused Velm of fraud.",
            "Velm accused Norland of fraud.",
            [("different", "Norland accused Velm", "Velm accused Norland")],
        ),
        (role, "Norland accused Velm of fraud.", "Velm was accused of fraud by Norland.", []),
        (
            role,
            "Norland beat Velm.",
            "Norland was beaten by Velm.",
            [("different", "Norland beat Velm", "Norland was beaten by Velm")],
        ),
        (role, "Norland met Velm in Bern.", "Velm met Norland in Bern.", []),
        (
            role,
            "The union sued the mine.",
            "The mine sued the union.",
            [("different", "union sued the mine", "mine sued the union")],
        ),
        (
            role,
            "Gas flows from Norland to Velm.",
            "Gas flows from Velm to Norland.",
            [("different", "Norland to Velm", "Velm to Norland")],
        ),
        (role, "Norland accused Velm.", "Norland accused Bern and Velm accused Bern.", []),
    ],
)
def test_pairs(compare: Compare, claim: str, passage: str, expected: Told) -> None:
    found = compare(read_side(claim, None), read_side(passage, None))
    assert [
        (
            one.relation.value,
            one.claim.text if one.claim else "",
            one.passage.text if one.passage else "",
        )
        for one in found
    ] == expected
