"""Of the words that a reader left out the most are kept, in order, and the rest is counted."""

from __future__ import annotations

from app.extraction.formats.kept_words import (
    LONGEST_STRETCH,
    MOST_CHARACTERS,
    MOST_STRETCHES,
    kept,
)
from app.model.article import LeftOut, WhyLeftOut

HIDDEN, DELETED, SPOKEN = WhyLeftOut.HIDDEN, WhyLeftOut.DELETED, WhyLeftOut.SPOKEN


def test_neighbours_become_one_stretch_and_repetitions_stand_once() -> None:
    found = [
        LeftOut(90, SPOKEN, "Opens a new page", 4),
        LeftOut(5, HIDDEN, "One.", 1),
        LeftOut(5, HIDDEN, "Two.", 1),
        LeftOut(5, DELETED, "Three.", 1),
        LeftOut(40, SPOKEN, "opens a  new page", 4),
    ]
    assert kept(found, 60) == (
        (
            LeftOut(5, HIDDEN, "One.\n\nTwo.", 2),
            LeftOut(5, DELETED, "Three.", 1),
            LeftOut(40, SPOKEN, "opens a  new page", 4),
        ),
        "",
    )


def test_no_place_lies_behind_the_text() -> None:
    assert kept([LeftOut(90, HIDDEN, "One.", 1)], 60)[0][0].place == 60


def test_of_too_many_the_longest_are_kept_in_order_and_the_rest_is_told() -> None:
    found = [
        LeftOut(place, HIDDEN, f"word {place}" + " more" * (place % 3 > 0), 2 + (place % 3 > 0))
        for place in range(MOST_STRETCHES + 100)
    ]
    answer, told = kept(found, 10_000)
    places = [one.place for one in answer]
    assert len(places) == MOST_STRETCHES
    assert places == sorted(places)
    assert all(one.words == 3 for one in answer)
    assert told.startswith("200 more words that the file does not show are not listed here")


def test_a_stretch_that_is_too_long_is_cut_between_two_words() -> None:
    (one,), told = kept([LeftOut(0, HIDDEN, "words " * 9_000, 9_000)], 0)
    assert LONGEST_STRETCH - 10 < len(one.text) <= LONGEST_STRETCH
    assert one.text.endswith("words")
    assert one.words == one.text.count("words")
    assert f"{9_000 - one.words:,} more words" in told


def test_all_together_stay_within_bounds() -> None:
    found = [
        LeftOut(place, HIDDEN, f"{place} " + "x" * (LONGEST_STRETCH - 10), 2) for place in range(9)
    ]
    answer, told = kept(found, 100)
    assert sum(len(one.text) for one in answer) <= MOST_CHARACTERS
    assert len(answer) == 5
    assert told.startswith("8 more words")
