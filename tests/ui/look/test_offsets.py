"""Code points and UTF-16 units translate there and back, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.ui.look.offsets import Utf16Map, utf16_map

# Lone surrogates never reach the window: they are removed at intake.
TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_place_comes_back(text: str) -> None:
    places = Utf16Map(text)
    assert places.qt_length == units(text)
    for at in range(len(text) + 1):
        assert places.to_qt(at) == units(text[:at])
        assert places.to_text(places.to_qt(at)) == at


@given(TEXTS)
def test_no_unit_lies_outside_its_letter(text: str) -> None:
    places = Utf16Map(text)
    for unit in range(places.qt_length + 1):
        at = places.to_text(unit)
        assert places.to_qt(at) in (unit, unit - 1)


@pytest.mark.parametrize("text", ["", "plain", "שלום 中文", "a😀b", "👩‍👩‍👧 🇸🇾x"])
def test_places_beyond_the_ends_are_clamped(text: str) -> None:
    places = utf16_map(text)
    assert places.to_qt(-5) == places.to_text(-5) == 0
    assert places.to_qt(999) == units(text)
    assert places.to_text(999) == len(text)
    assert places.range_to_qt(0, len(text)) == (0, units(text))
    assert utf16_map(text) is places


def test_the_second_half_of_a_pair_belongs_to_its_letter() -> None:
    places = Utf16Map("a😀b😀")
    assert [places.to_text(unit) for unit in range(7)] == [0, 1, 1, 2, 3, 3, 4]


def test_a_text_without_emoji_keeps_nothing() -> None:
    assert Utf16Map("з" * 1_000_000)._astral == ()
