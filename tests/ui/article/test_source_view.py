"""A source in context says how much of the claim stands in it."""

from __future__ import annotations

from app.model.match import Difference, DifferenceKind, Excerpt, Match, Relation
from app.model.source import Passage, Source
from app.model.span import Span
from app.ui.article.source_view import coverage_sentence


def excerpt(text: str) -> Excerpt:
    return Excerpt(text, Span(0, len(text)))


def match(*differences: Difference) -> Match:
    passage = Passage(1, 1, Span(0, 4), "Mill", "¶ 1")
    return Match(passage, Source(1, "key", "Title"), 50.0, (), (), differences)


def test_parts_are_counted_and_the_others_named() -> None:
    number, name = DifferenceKind.NUMBER, DifferenceKind.NAME
    told = coverage_sentence(
        match(
            Difference(number, Relation.DIFFERENT, excerpt("40 people"), excerpt("50 people")),
            Difference(name, Relation.NOT_MENTIONED, excerpt("Kerry")),
            Difference(name, Relation.SAME, excerpt("Lavrov"), excerpt("Lavrov")),
            Difference(DifferenceKind.NEGATION, Relation.DIFFERENT, None, excerpt("not")),
        )
    )
    assert told == "1 of 3 parts are here. Other: 50 people for 40 people. Missing: Kerry."


def test_a_claim_that_names_nothing_says_so() -> None:
    assert coverage_sentence(match()).startswith("The claim names no")
