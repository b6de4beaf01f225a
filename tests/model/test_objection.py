"""What a linked passage says against a verdict, and how it is told."""

from __future__ import annotations

import pytest

from app.model.match import Difference, DifferenceKind, Excerpt, Relation
from app.model.objection import ObjectionKind, find_objection
from app.model.rating import Rating
from app.model.review import Evidence, Stance
from app.model.span import Span

SUPPORTED = Rating("supported", "Supported", 1, "", "supported", True)
PARTLY = Rating("partly_supported", "Partly supported", 2, "", "partly_supported", True)
REFUTED = Rating("refuted", "Refuted", 3, "", "refuted", True)
NOT_CHECKABLE = Rating("not_checkable", "Not checkable", 5, "", "not_checkable", False)
NAMES = {1: "TASS", 2: "AFP"}


def excerpt(text: str) -> Excerpt:
    return Excerpt(text, Span(0, len(text)))


def evidence(number: int, stance: Stance | None = None, *differences: Difference) -> Evidence:
    return Evidence(
        number, 7, number, number, "x", "", "", Span(0, 1), "¶ 1", "0" * 64, stance,
        differences=differences,
    )  # fmt: skip


DATE = Difference(
    DifferenceKind.DATE, Relation.DIFFERENT, excerpt("September 16"), excerpt("17 September")
)


def test_a_difference_is_told_with_both_sides_and_the_source() -> None:
    told = find_objection(SUPPORTED, [evidence(1, None, DATE)], NAMES)
    assert told is not None
    assert told.sentence == "Supported, though TASS says 17 September, not September 16."
    assert told.naming("A") == "Supported, though A says 17 September, not September 16."
    assert (told.kind, told.evidence_id, told.asks) == (ObjectionKind.DIFFERENCE, 1, True)


def test_a_contradicting_stance_comes_before_a_difference() -> None:
    linked = [evidence(1, None, DATE), evidence(2, Stance.CONTRADICTS)]
    told = find_objection(SUPPORTED, linked, NAMES)
    assert told is not None
    assert told.sentence == "Supported, though AFP is marked as contradicting it."


def test_what_is_the_same_or_not_mentioned_is_no_objection() -> None:
    quiet = Difference(DifferenceKind.NUMBER, Relation.NOT_MENTIONED, excerpt("third"), None)
    same = Difference(DifferenceKind.NAME, Relation.SAME, excerpt("Kerry"), excerpt("Kerry"))
    assert find_objection(SUPPORTED, [evidence(1, Stance.SUPPORTS, quiet, same)], NAMES) is None


@pytest.mark.parametrize("rating", [PARTLY, NOT_CHECKABLE])
def test_other_ratings_live_with_differences(rating: Rating) -> None:
    assert find_objection(rating, [evidence(1, Stance.CONTRADICTS, DATE)], NAMES) is None


def test_refuted_against_sources_that_all_support() -> None:
    one = find_objection(REFUTED, [evidence(1, Stance.SUPPORTS)], NAMES)
    assert one is not None
    assert one.naming("B") == "Refuted, though B is marked as supporting it."
    two = find_objection(REFUTED, [evidence(1, Stance.SUPPORTS), evidence(2, Stance.SUPPORTS)], {})
    assert two is not None
    assert two.naming("B") == "Refuted, though every linked source is marked as supporting it."
    assert find_objection(REFUTED, [evidence(1, Stance.SUPPORTS), evidence(2)], NAMES) is None


def test_a_missing_source_is_noted_and_never_asks() -> None:
    told = find_objection(PARTLY, [], {})
    assert told is not None
    assert told.sentence == "Partly supported, without a linked source."
    assert (told.kind, told.asks) == (ObjectionKind.NO_SOURCE, False)
    assert find_objection(NOT_CHECKABLE, [], {}) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (None, "not", "TASS says “not” where the claim does not."),
        ("never", None, "TASS leaves out the claim’s “never”."),
    ],
)
def test_a_negation_is_told_in_words(ours: str | None, theirs: str | None, said: str) -> None:
    sides = [excerpt(side) if side else None for side in (ours, theirs)]
    negation = Difference(DifferenceKind.NEGATION, Relation.DIFFERENT, *sides)
    told = find_objection(SUPPORTED, [evidence(1, None, negation)], NAMES)
    assert told is not None
    assert told.sentence == f"Supported, though {said}"


def test_a_long_quote_is_cut() -> None:
    long = Difference(DifferenceKind.NAME, Relation.DIFFERENT, excerpt("a"), excerpt("b " * 500))
    told = find_objection(SUPPORTED, [evidence(1, None, long)], NAMES)
    assert told is not None
    assert len(told.sentence) < 120
