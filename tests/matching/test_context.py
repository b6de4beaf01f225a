"""Whether words of two texts stand in sentences about the same thing."""

from __future__ import annotations

from app.matching.context import facing, same_matter, same_subject, same_surroundings
from app.matching.side import Side, read_side


def at(side: Side, word: str) -> int:
    return next(place for place, one in enumerate(side.words) if one.plain == word)


CLAIM = read_side("Prices of timber in Tarrow rose in spring.", None)


def test_two_shared_words_of_the_sentence_make_one_matter() -> None:
    other = read_side("In Tarrow timber prices fell. Snow fell in the hills.", None)
    assert same_matter(CLAIM, at(CLAIM, "rose"), other, at(other, "fell"))
    assert not same_matter(CLAIM, at(CLAIM, "rose"), other, at(other, "snow"))


def test_surroundings_are_of_the_clause() -> None:
    other = read_side("Timber from Tarrow was sold in spring, while imports fell.", None)
    assert same_matter(CLAIM, at(CLAIM, "rose"), other, at(other, "fell"))
    assert not same_surroundings(CLAIM, at(CLAIM, "rose"), other, at(other, "fell"))


def test_the_word_before_is_the_subject() -> None:
    one, other = read_side("The reds won.", None), read_side("The blues lost to the reds.", None)
    assert same_subject(one, at(one, "won"), one, at(one, "won"))
    assert not same_subject(one, at(one, "won"), other, at(other, "lost"))


def test_facing_needs_the_rest_of_the_sentence() -> None:
    other = read_side("Prices of timber in Tarrow fell in spring.", None)
    assert facing(CLAIM, at(CLAIM, "rose"), other, at(other, "fell"))
    assert not facing(CLAIM, at(CLAIM, "rose"), other, at(other, "spring"))
