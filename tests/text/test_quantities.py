"""Numbers with their units, and what is no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.quantities import find_quantities
from tests.growth import LENGTHS, MOST_GROWTH, growth


def told(text: str) -> list[tuple[str, float, str]]:
    return [(found.text, found.value, found.unit) for found in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("62 soldiers", [("62", 62, "")]),
        ("rose 4.1 % to 5 per cent", [("4.1 %", 4.1, "%"), ("5 per cent", 5, "%")]),
        ("by 12 percentage points", [("12 percentage points", 12, "percentage point")]),
        ("$2.4 million", [("$2.4 million", 2_400_000, "USD")]),
        ("US$ 5bn or 3m euros", [("US$ 5bn", 5e9, "USD"), ("3m euros", 3e6, "EUR")]),
        ("2,345 km, 40km", [("2,345 km", 2345, "km"), ("40km", 40, "km")]),
        ("well over 300,000 dead", [("300,000", 300_000, "")]),
        ("300.000 or 250 000 or 1.200.000", [("300.000", 3e5, ""), ("250 000", 2.5e5, "")]),
        ("twenty-five aid workers", [("twenty-five", 25, "")]),
        ("one hundred and twelve dead", [("one hundred and twelve", 112, "")]),
        ("two million people", [("two million people", 2e6, "people")]),
        ("by 56 to 43", [("56", 56, ""), ("43", 43, "")]),
        ("a 40-minute raid by a 23-nation group", [("40-minute", 40, "minute"), ("23", 23, "")]),
        ("60-90 dead", [("60", 60, ""), ("90", 90, "")]),
        ("one soldier, but one of them", [("one", 1, "")]),
        ("two thirds of them", [("two thirds", 2 / 3, "")]),
        ("a quarter of them, half of us", [("quarter", 1 / 4, ""), ("half", 1 / 2, "")]),
        ("one fifth of it", [("one fifth", 1 / 5, "")]),
        ("three dozen, half a dozen", [("three dozen", 36.0, ""), ("half a dozen", 6.0, "")]),
        ("half a million euros", [("half a million euros", 5e5, "EUR")]),
        (
            "40 Swiss francs, 9 kroner",
            [("40 Swiss francs", 40.0, "CHF"), ("9 kroner", 9.0, "krone")],
        ),
        ("2,4 Mio. Euro", [("2,4 Mio", 2.4e6, "")]),
        ("٦٢ قتيلاً", [("٦٢", 62, "")]),
    ],
)
def test_values_and_units(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(text)[: len(expected)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "on 17 September 2016",
        "from 2013 to 2017",
        "from 3:55 to 4:56 pm, or 2 pm (1800 GMT)",
        "an F-16 and a MiG-29",
        "Resolution 2268 and Flight 17",
        "the other half of it, half the town",
        "in 2020-21 and the 2019/20 season",
        "",
        "— … 👍",
    ],
)
def test_no_quantities(text: str) -> None:
    assert told(text) == []


def test_ordinals_stand_apart() -> None:
    found = find_quantities("The 71st session, the seventy-second session, and the third deal")
    assert [(one.value, one.ordinal) for one in found] == [(71, True), (72, True), (3, True)]


@pytest.mark.parametrize(
    ("text", "bound", "approximate"),
    [
        ("at least 62", "at least", True),
        ("no fewer than 15", "at least", True),
        ("100 or more", "at least", True),
        ("up to 40", "at most", True),
        ("about 100", "", True),
        ("exactly 100", "", False),
    ],
)
def test_how_exact_a_number_is_meant(text: str, bound: str, approximate: bool) -> None:
    [found] = find_quantities(text)
    assert (found.bound, found.approximate) == (bound, approximate)


@given(
    st.text(max_size=120)
    | st.lists(st.sampled_from(["1", "2,5", "two", "and", "000", "%", "$", "-", "th"])).map(
        " ".join
    )
)
def test_quantities_are_what_stands_there(text: str) -> None:
    for found in find_quantities(text):
        assert found.span.of(text) == found.text != ""


@pytest.mark.parametrize("unit", ["1 ", "1,", "20 million ", "one hundred and ", "3 May 2019, "])
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(unit: str, length: int) -> None:
    assert growth(find_quantities, unit, length) < MOST_GROWTH
