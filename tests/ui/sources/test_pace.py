"""How fast, and how long it will take."""

from __future__ import annotations

import pytest

from app.ui.sources.pace import LOOKED_AT, Pace, told_left, told_rate


def test_nothing_is_foretold_before_there_is_something_to_go_by() -> None:
    pace = Pace()
    assert (pace.rate, pace.left(100)) == (0.0, None)
    pace.tell(0.0, 0)
    pace.tell(1.0, 50)
    assert (pace.rate, pace.left(100)) == (0.0, None)


def test_the_rate_is_that_of_the_last_moments() -> None:
    pace = Pace()
    for second in range(60):
        pace.tell(float(second), second * 100 if second < 30 else 3000 + (second - 30) * 10)
    assert LOOKED_AT < 29
    assert pace.rate == pytest.approx(10)
    assert pace.left(3490) == pytest.approx(20)


def test_what_stands_still_foretells_nothing() -> None:
    pace = Pace()
    for second in range(5):
        pace.tell(float(second), 7)
    assert pace.left(100) is None


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (None, ""),
        (1.0, "about 5 s left"),
        (42.0, "about 40 s left"),
        (170.0, "about 3 min left"),
        (9000.0, "about 2 h left"),
    ],
)
def test_time_left_in_words(seconds: float | None, told: str) -> None:
    assert told_left(seconds) == told


def test_rates_in_words() -> None:
    assert told_rate(1420.4, "files") == "1,420 files/s"
    assert told_rate(0.25, "files") == "15 files/min"
    assert told_rate(0, "files") == ""
