"""Claims and mentions are found by where they stand."""

from __future__ import annotations

from app.model.claim import Claim, ClaimKind
from app.model.span import Span
from app.ui.claim_places import ClaimPlaces


def claim(number: int, span: Span, *mentions: Span) -> Claim:
    return Claim(
        id=number, article_id=1, position=number, span=span, quote="", statement="",
        kind=ClaimKind.EVENT, speaker="", claim_date="", check_worthiness=0.0, reasons=(),
        parts=(), mentions=mentions,
    )  # fmt: skip


LONG = claim(1, Span(0, 100), Span(300, 310))
INNER = claim(2, Span(40, 60))
LAST = claim(3, Span(200, 220))
PLACES = ClaimPlaces([LONG, INNER, LAST])


def test_the_shortest_claim_at_a_place_is_meant() -> None:
    assert PLACES.at(10) is LONG
    assert PLACES.at(50) is INNER
    assert PLACES.at(60) is LONG
    assert PLACES.at(305) is LONG
    assert PLACES.at(100) is None
    assert ClaimPlaces([]).at(0) is None


def test_what_begins_before_the_window_and_reaches_into_it_is_in_sight() -> None:
    assert PLACES.within(Span(70, 210)) == [(Span(0, 100), LONG), (Span(200, 220), LAST)]
    assert PLACES.within(Span(100, 200)) == []
    assert PLACES.within(Span(305, 900)) == [(Span(300, 310), LONG)]
