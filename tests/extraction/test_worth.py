"""Kinds and reasons follow the words."""

from __future__ import annotations

import pytest

from app.extraction.worth import Features, kind_of, worth_of
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
        ("Prices will go on rising.", ClaimKind.PREDICTION),
        ("The group would reconvene on Friday.", ClaimKind.EVENT),
        ("The raid was a shameful act.", ClaimKind.OPINION),
        ("Ida Brandt was appointed director of the museum.", ClaimKind.ROLE),
    ],
)
def test_kinds(quote: str, kind: ClaimKind) -> None:
    assert kind_of(features(quote)) is kind


def test_figures_and_days_rank_above_opinion() -> None:
    figure, reasons = worth_of(features("At least 62 soldiers died near Aleppo on 17 May 2016."))
    opinion, against = worth_of(features("It was a shameful thing."))
    assert figure > opinion
    assert {"a figure", "a date"} <= {reason.name for reason in reasons}
    assert [reason.weight for reason in against if reason.weight < 0]
    assert 0 <= opinion <= figure <= 1
