"""Kinds follow the words."""

from __future__ import annotations

import pytest

from app.extraction.kinds import Features, kind_of
from app.model.claim import ClaimKind
from app.text.dates.find import find_dates
from app.text.names.find import find_names
from app.text.quantities import find_quantities


def features(quote: str) -> Features:
    return Features(quote, find_dates(quote), find_names(quote), find_quantities(quote))


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("The ministers met in New York.", ClaimKind.EVENT),
        ("The ceasefire came into force on September 12.", ClaimKind.DATE),
        ("At least 62 soldiers died in the raid.", ClaimKind.QUANTITY),
        ("It is the second meeting of the week.", ClaimKind.QUANTITY),
        ("The lake is lower than in any other year.", ClaimKind.COMPARISON),
        ("The fire was caused by a cable.", ClaimKind.CAUSE),
        ("The delay was due to a cable.", ClaimKind.CAUSE),
        ("A hearing is due to take place.", ClaimKind.PREDICTION),
        ("Prices will go on rising.", ClaimKind.PREDICTION),
        ("The group would reconvene on Friday.", ClaimKind.EVENT),
        ("The raid was a shameful act.", ClaimKind.OPINION),
        ("Ida Brandt was appointed director of the museum.", ClaimKind.ROLE),
    ],
)
def test_kinds(quote: str, kind: ClaimKind) -> None:
    assert kind_of(features(quote)) is kind


def test_the_two_leaders_are_no_amount() -> None:
    assert features("The two leaders signed it.").amounts == []
    assert [amount.value for amount in features("Two leaders signed it.").amounts] == [2]
