"""The rank and its reasons follow the words."""

from __future__ import annotations

from app.extraction.kinds import Features
from app.extraction.worth import worth_of
from app.text.dates.find import find_dates
from app.text.names.find import find_names
from app.text.quantities import find_quantities


def features(quote: str) -> Features:
    return Features(quote, find_dates(quote), find_names(quote), find_quantities(quote))


def test_figures_and_days_rank_above_opinion() -> None:
    figure, reasons = worth_of(features("At least 62 soldiers died near Aleppo on 17 May 2016."))
    opinion, against = worth_of(features("It was a shameful thing."))
    assert figure > opinion
    assert {"a figure", "a date"} <= {reason.name for reason in reasons}
    assert [reason.weight for reason in against if reason.weight < 0]
    assert 0 <= opinion <= figure <= 1
