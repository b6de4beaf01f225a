"""Chips: what speaks against the match stands first, each difference in words of both sides."""

from __future__ import annotations

from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.span import Span
from app.ui.evidence.chips import chips_of


def side(text: str) -> Excerpt:
    return Excerpt(text, Span(0, len(text)))


def test_differences_come_first_then_what_is_absent_then_what_agrees() -> None:
    name, day = DifferenceKind.NAME, DifferenceKind.DATE
    chips = chips_of(
        (
            Difference(name, Relation.SAME, side("Lavrov"), side("Lavrov")),
            Difference(name, Relation.SAME, side("Kerry"), side("Kerry")),
            Difference(DifferenceKind.NUMBER, Relation.NOT_MENTIONED, side("third")),
            Difference(day, Relation.DIFFERENT, side("16 September"), side("17 September"), "Sat."),
        )
    )
    assert [(chip.tone, chip.text) for chip in chips] == [
        ("different", "17 September ≠ 16 September"),
        ("not_mentioned", "third not stated"),
        ("same", "Lavrov, Kerry"),
    ]
    assert "the source says 17 September, the claim 16 September. Sat." in chips[0].tip


def test_a_denial_on_one_side_is_named_with_its_side() -> None:
    negation = DifferenceKind.NEGATION
    here, there = chips_of(
        (
            Difference(negation, Relation.DIFFERENT, None, side("not")),
            Difference(negation, Relation.DIFFERENT, side("never"), None),
        )
    )
    assert here.text == "“not” only in the source"
    assert there.text == "“never” only in the claim"


def test_the_same_words_make_one_chip() -> None:
    twice = Difference(DifferenceKind.NUMBER, Relation.SAME, side("40 people"), side("40 people"))
    assert len(chips_of((twice, twice))) == 1
    assert chips_of(()) == ()
