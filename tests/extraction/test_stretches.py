"""Stretches grow to whole words, and zones stay a partition whatever is put in or left out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.stretches import same_words, set_included, whole_words, word_start
from app.model.article import Zone, ZoneKind
from app.model.span import Span
from app.text.words import words

TEXT = "One two, three. “Four” – five\nSix"


@pytest.mark.parametrize(
    ("chosen", "grown"),
    [
        ((1, 2), "One"),
        ((3, 9), "two"),
        ((0, 7), "One two"),
        ((9, 15), "three."),
        ((15, 22), "“Four”"),
        ((17, 30), "Four” – five"),
        ((22, 25), None),
        ((5, 5), None),
        ((26, 999), "five\nSix"),
    ],
)
def test_a_stretch_grows_to_whole_words(chosen: tuple[int, int], grown: str | None) -> None:
    found = whole_words(TEXT, Span(*chosen))
    assert (found.of(TEXT) if found else None) == grown


def test_a_cut_inside_a_word_moves_before_it() -> None:
    assert [word_start(TEXT, at) for at in (0, 2, 3, 4, 6, 8)] == [0, 0, 3, 4, 4, 8]


def test_signs_at_the_edges_make_no_other_words() -> None:
    assert same_words(TEXT, Span(16, 22), Span(17, 21))
    assert not same_words(TEXT, Span(0, 3), Span(0, 7))


def zoned(edges: list[int], text: str) -> tuple[Zone, ...]:
    cuts = sorted({0, len(text), *(edge for edge in edges if edge < len(text))})
    return tuple(
        Zone(Span(start, end), [ZoneKind.BODY, ZoneKind.RELATED][number % 2], number % 2 == 0)
        for number, (start, end) in enumerate(pairwise(cuts))
    )


@given(
    st.text("ab c.\n“”世", max_size=40),
    st.lists(st.integers(0, 40), max_size=4),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans()), max_size=5),
)
def test_zones_partition_after_any_choice(
    text: str, edges: list[int], choices: list[tuple[int, int, bool]]
) -> None:
    zones = zoned(edges, text)
    for one, other, included in choices:
        chosen = whole_words(text, Span(min(one, other), max(one, other)))
        if chosen is None:
            continue
        zones = set_included(text, zones, chosen, included=included)
        assert "".join(zone.span.of(text) for zone in zones) == text
        assert all(len(zone.span) for zone in zones)
        held = [zone for zone in zones if zone.span.overlaps(chosen)]
        for word in words(text):
            if chosen.covers(word):
                assert all(zone.included is included for zone in held if zone.span.overlaps(word))
