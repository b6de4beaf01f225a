"""Sentences laid side by side: what stands in place of what."""

from __future__ import annotations

from app.matching.alignment import align
from app.matching.side import read_side


def slots(claim: str, passage: str) -> list[tuple[str, str]]:
    ours, theirs = read_side(claim, None), read_side(passage, None)
    return [
        (
            " ".join(ours.words[at].plain for at in slot.ours),
            " ".join(theirs.words[at].plain for at in slot.theirs),
        )
        for slot in align(ours, theirs).slots
    ]


def test_a_stretch_that_differs_is_a_slot() -> None:
    assert slots(
        "The dam of Valmera broke on Monday after heavy rain.",
        "It is old. The dam of Haldis broke on Friday after heavy rain. Homes were lost.",
    ) == [("valmera", "haldis"), ("monday", "friday")]


def test_what_is_only_added_or_left_out_is_none() -> None:
    assert slots("The old dam of Valmera broke.", "The dam of Valmera broke at night.") == []


def test_sentences_of_another_matter_are_not_laid_side_by_side() -> None:
    assert slots("The dam of Valmera broke.", "The queen of Norland opened a school.") == []
    assert slots("", "The dam broke.") == []


def test_words_stand_for_themselves() -> None:
    ours, theirs = read_side("The dam broke.", None), read_side("At night the dam broke.", None)
    assert align(ours, theirs).equal == {0: 2, 1: 3, 2: 4}
    assert not align(ours, theirs).facing((0, 0), (0, 0))
