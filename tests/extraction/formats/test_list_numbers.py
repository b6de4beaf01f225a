"""Numbers are written as lists print them."""

from __future__ import annotations

import pytest

from app.extraction.formats.list_numbers import Counter, written


@pytest.mark.parametrize(
    ("number", "form", "shown"),
    [
        (3, "1", "3"),
        (3, "01", "03"),
        (3, "a", "c"),
        (28, "A", "BB"),
        (1994, "i", "mcmxciv"),
        (4, "I", "IV"),
        (0, "i", "0"),
        (3, "", ""),
        (10_000_000, "i", "10000000"),
    ],
)
def test_forms(number: int, form: str, shown: str) -> None:
    assert written(number, form) == shown


def test_deeper_levels_begin_anew_and_levels_above_are_counted() -> None:
    counter = Counter()
    assert counter.next(1, {1: 5}) == {0: 1, 1: 5}
    assert counter.next(1, {1: 5}) == {0: 1, 1: 6}
    assert counter.next(0, {}) == {0: 2}
    assert counter.next(1, {1: 5}) == {0: 2, 1: 5}
