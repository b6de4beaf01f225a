"""Words of a quote are found in its statement, with days supplied or reworded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.span import Span
from app.model.statement import Places

WORDING = "On Wednesday, Lavrov stressed that the September 16 attacks were a violation."
DATED = (
    "On Wednesday [21 September 2016], Lavrov stressed that the September 16 [2016] attacks were a "
    "violation."
)
REWORDED = "Sergey Lavrov said the attacks of September 16 violated the truce"


def found(statement: str, words: str) -> str | None:
    start = WORDING.index(words)
    place = Places(WORDING, statement).of(Span(start, start + len(words)))
    return place.of(statement) if place else None


def test_supplied_days_shift_what_follows() -> None:
    for words in ("Wednesday", "Lavrov", "September 16", "violation."):
        assert found(DATED, words) == words
    assert found(DATED, "16 attacks") == "16 [2016] attacks"


def test_words_that_the_reviewer_left_out_are_nowhere() -> None:
    assert found(REWORDED, "Lavrov") == "Lavrov"
    assert found(REWORDED, "September 16") == "September 16"
    assert found(REWORDED, "Wednesday") is None
    assert found(REWORDED, "stressed") is None


def test_brackets_of_the_article_are_its_own() -> None:
    wording = "It closed on Friday [local time], he said."
    places = Places(wording, wording)
    assert places.of(Span(20, 32)) == Span(20, 32)


@given(st.text("ab [].1", max_size=30), st.text("ab [].1", max_size=30))
def test_places_lie_in_the_statement_and_the_same_maps_to_itself(one: str, other: str) -> None:
    places, same = Places(one, other), Places(one, one)
    for start in range(len(one)):
        for end in range(start + 1, len(one) + 1):
            place = places.of(Span(start, end))
            assert place is None or 0 <= place.start < place.end <= len(other)
            assert same.of(Span(start, end)) == Span(start, end)
