"""Passages are whole sentences, lose no word and say where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.passages import LONGEST, split_passages
from app.model.span import Span
from tests.growth import LENGTHS, MOST_GROWTH, growth


def test_short_paragraphs_stay_whole_and_long_ones_are_cut_evenly() -> None:
    text = "One. Two is here. Three is here.\n\nThe first. The second. The third. The fourth.\n"
    assert [(span.of(text), place) for span, place in split_passages(text)] == [
        ("One. Two is here. Three is here.", "¶ 1"),
        ("The first. The second.", "¶ 2"),
        ("The third. The fourth.", "¶ 2"),
    ]


def test_places_of_a_paged_text_name_the_page() -> None:
    pages = ("One. Two is here.\n\nThe first. The second is", " cut. The third.\n\nThe last.", "")
    text = "".join(pages)
    bounds = [0, len(pages[0]), len(text), len(text)]
    spans = [Span(a, b) for a, b in pairwise(bounds)]
    assert [(span.of(text), place) for span, place in split_passages(text, spans)] == [
        ("One. Two is here.", "p. 1, ¶ 1"),
        ("The first. The second is cut.", "pp. 1–2, ¶ 2"),
        ("The third.", "p. 2, ¶ 1"),
        ("The last.", "p. 2, ¶ 2"),
    ]


def test_long_sentences_stand_alone() -> None:
    sentence = "The " + "very " * 100 + "long one ends."
    text = f"{sentence} {sentence} It ends."
    found = split_passages(text)
    assert len(found) == 2
    assert all(len(span) <= LONGEST for span, _ in found)


@given(st.text(st.sampled_from("aB. \n。“”!?"), max_size=200))
def test_every_word_lies_in_one_passage(text: str) -> None:
    at = 0
    for span, _ in split_passages(text):
        assert not text[at : span.start].strip()
        assert span.of(text).strip()
        at = span.end
    assert not text[at:].strip()


@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(length: int) -> None:
    assert growth(split_passages, "The group met on Friday. ", length) < MOST_GROWTH
