"""The words a claim and a passage have in common."""

from __future__ import annotations

from app.matching.shared import shared_words
from app.matching.side import read_side


def shared(query: str, passage: str) -> list[tuple[str, str]]:
    pairs = shared_words(read_side(query, None), read_side(passage, None))
    return [(ours.of(query), theirs.of(passage)) for ours, theirs in pairs]


def test_neighbours_on_both_sides_make_one_pair() -> None:
    assert shared("attacks on Syrian army positions", "Syrian army positions were attacked") == [
        ("attacks", "attacked"),
        ("Syrian army positions", "Syrian army positions"),
    ]


def test_stop_words_are_left_out() -> None:
    assert shared("the end of it", "the rest of it") == []


def test_spellings_of_a_name_are_one_pair() -> None:
    assert ("Deir ez-Zor", "Dayr Az Zawr") in shared(
        "The airport near Deir ez-Zor was hit.", "Planes hit an airport at Dayr Az Zawr."
    )
    assert shared("Lavrov left.", "Sergey Lavrov spoke.") == [("Lavrov", "Lavrov")]


def test_a_word_said_twice_is_paired_in_turn() -> None:
    query = "One flood came, and the flood went."
    spans = shared_words(read_side(query, None), read_side("Flood? The flood!", None))
    assert [theirs.start for _, theirs in spans] == [0, 11]
