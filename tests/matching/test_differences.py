"""The difference lens: its order, its offsets, and that it never guesses."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.matching.differences import find_differences
from app.model.match import DifferenceKind, Relation


def test_what_differs_comes_first_dates_before_names() -> None:
    found = find_differences(
        "On 4 May, 62 miners died at Kestrel in North Norland, Ana Brandt said.",
        "On 5 May, 83 miners died at Kestrel in South Norland.",
        None,
        None,
    )
    relations = [one.relation for one in found]
    order = [Relation.DIFFERENT, Relation.NOT_MENTIONED, Relation.SAME]
    assert relations == sorted(relations, key=order.index)
    kinds = [one.kind for one in found if one.relation is Relation.DIFFERENT]
    assert kinds[:2] == [DifferenceKind.DATE, DifferenceKind.NUMBER]


_PIECES = (
    "not On Monday 4 May 2019 62 dead % Kerry , . said North Korea at may will killed rose fell"
    " before after by was Lavrov Brandt attacked to from according should been"
)
_SENTENCES = st.lists(st.sampled_from(_PIECES.split()), max_size=25).map(" ".join)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=60) | _SENTENCES)
def test_a_text_never_differs_from_itself(text: str) -> None:
    for day in (None, date(2020, 2, 3)):
        for one in find_differences(text, text, day, day):
            assert one.relation is not Relation.DIFFERENT
            for side in (one.claim, one.passage):
                assert side is None or side.span.of(text) == side.text


def test_every_note_of_the_sample_is_read_in_seven_languages(root: Path) -> None:
    claim = (
        "On Wednesday, Lavrov said that 62 soldiers did not die on September 16 near Deir ez-Zor."
    )
    sources = json.loads((root / "resources/sample/sources.json").read_text(encoding="utf-8"))
    for source in sources:
        for note in [*source["notes"], *source.get("notes_en", [])]:
            for one in find_differences(claim, note, date(2016, 9, 21), date(2016, 9, 18)):
                assert one.passage is None or one.passage.span.of(note) == one.passage.text
            same = find_differences(note, note, None, None)
            assert all(one.relation is not Relation.DIFFERENT for one in same)


@pytest.mark.parametrize("text", ["", "…", "😀", "日本", "\n\n"])
def test_nothing_to_compare(text: str) -> None:
    assert find_differences(text, text, None, None) == ()
