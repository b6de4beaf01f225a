"""What is typed into the search field is understood, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.free_query import MOST_WANTED, parse_query, places_of
from app.model.search import FreeQuery, Wanted


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("aid convoy", FreeQuery((Wanted("aid"), Wanted("convoy")))),
        ('"the aid" di*', FreeQuery((Wanted("the aid", True), Wanted("di", prefix=True)))),
        ("“aid convoy", FreeQuery((Wanted("aid convoy", True),))),
        ("ez-Zor", FreeQuery((Wanted("ez-Zor", True),))),
        ("lang:EN the dam", FreeQuery((Wanted("dam"),), language="en")),
        ("the", FreeQuery((Wanted("the"),))),
        ("after:2016-09 before:2017", FreeQuery(after="2016-09", before="2017")),
        ("after:soon", FreeQuery((Wanted("soon"),))),
        ('publisher:"Red Cross" x', FreeQuery((Wanted("x"),), publisher="red cross")),
        ("in:note kind:agency", FreeQuery(title="note", kind="agency")),
        ("17:50 http://a.b", FreeQuery((Wanted("17:50"), Wanted("http://a.b", True)))),
        ('" " * ( ) : kind:', FreeQuery()),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(typed: str, expected: FreeQuery) -> None:
    assert parse_query(typed) == expected


def test_places_are_those_of_the_words_asked_for() -> None:
    text = "The aid convoys met diplomats; an aid convoy left."
    for typed, expected in (
        ("convoy", ["convoys", "convoy"]),
        ('"aid convoy"', ["aid convoys", "aid convoy"]),
        ("dipl*", ["diplomats"]),
        ("met aid", ["aid", "met", "aid"]),
        ("nothing", []),
    ):
        assert [span.of(text) for span in places_of(parse_query(typed), text)] == expected


def test_endless_input_is_cut() -> None:
    assert len(parse_query("a1 " * 10_000).wanted) == MOST_WANTED


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=60) | st.text('kindaftr:"* “”«»\0-2016', max_size=30))
def test_any_input_is_a_query(typed: str) -> None:
    query = parse_query(typed)
    for span in places_of(query, typed):
        assert 0 <= span.start < span.end <= len(typed)
