"""What is laid out of a long text, and that every place of it is found there and back."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from app.model.span import Span
from app.ui.article.shown_text import PIECE, WHOLE, ShownText, near

#: Characters of one and of two UTF-16 units, joined ones, and an Arabic sentence.
SENTENCE = "The 😀 minister 👨‍👩‍👧 said that 12 people — e\u0301 — were hurt. قال المتحدث ذلك. "
ONE_LINE = SENTENCE * 4_000
NO_BLANK = "a😀e\u0301" * 60_000
LINES = "Line.\n\n" * 30_000
TEXTS = pytest.mark.parametrize("text", [ONE_LINE, NO_BLANK, LINES], ids=["line", "word", "lines"])


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def test_a_short_text_stands_there_whole() -> None:
    shown = ShownText(SENTENCE, near(SENTENCE, 0))
    assert shown.stretches == (Span(0, len(SENTENCE)),)
    assert shown.words == SENTENCE
    assert shown.is_whole


@TEXTS
def test_of_a_long_text_little_is_laid_out_around_the_place(text: str) -> None:
    for place in (0, len(text) // 3, len(text) - 1, len(text)):
        stretches = near(text, place)
        assert stretches[0].start <= place <= stretches[-1].end
        assert sum(len(span) for span in stretches) < WHOLE
        assert all(a.end == b.start for a, b in pairwise(stretches))
        # Something to scroll to in either direction, but at the ends.
        assert stretches[0].start == 0 or place - stretches[0].start > 1_000
        assert stretches[-1].end == len(text) or stretches[-1].end - place > 1_000


@TEXTS
def test_a_text_is_parted_at_the_same_places_wherever_it_is_read(text: str) -> None:
    cuts: set[int] = set()
    for place in range(0, len(text), 9_000):
        stretches = near(text, place)
        inside = {cut for cut in cuts if stretches[0].start < cut < stretches[-1].start}
        starts = {span.start for span in stretches}
        assert inside <= starts
        cuts |= starts


def test_a_piece_ends_with_a_sentence_and_never_within_a_character() -> None:
    assert {ONE_LINE[span.start] for span in near(ONE_LINE, 90_000)} <= {"T", "ق"}
    for span in near(NO_BLANK, 90_000):
        assert NO_BLANK[span.start] != "\u0301"


@TEXTS
def test_every_place_that_stands_there_is_found_there_and_back(text: str) -> None:
    for place in (0, 70_000, len(text)):
        shown = ShownText(text, near(text, place))
        for at in range(shown.start, shown.end, 7):
            assert shown.holds(at)
            assert shown.to_text(shown.to_qt(at)) == at


def test_a_stretch_gives_the_same_characters_back_in_every_piece() -> None:
    shown = ShownText(ONE_LINE, near(ONE_LINE, 100_000))
    in_qt = shown.words.encode("utf-16-le")
    chance = random.Random(5)
    for span in shown.stretches:
        for _ in range(20):
            start = chance.randrange(span.start, span.end)
            end = chance.randrange(start, span.end + 1)
            first, length = shown.range_to_qt(start, end)
            there = in_qt[2 * first : 2 * (first + length)].decode("utf-16-le")
            assert there == ONE_LINE[start:end]


def test_what_is_not_there_lies_at_the_edge() -> None:
    shown = ShownText(ONE_LINE, near(ONE_LINE, 100_000))
    assert not shown.holds(0)
    assert not shown.holds(len(ONE_LINE))
    assert shown.to_qt(0) == 0
    assert shown.to_qt(len(ONE_LINE)) == units(shown.words)
    assert shown.range_to_qt(0, 10) == (0, 0)
    assert shown.before + shown.length + shown.behind == len(ONE_LINE)


def test_what_is_folded_stands_nowhere_and_takes_no_room() -> None:
    folded = (Span(101_000, 250_000),)
    shown = ShownText(ONE_LINE, near(ONE_LINE, 100_000, folded), folded)
    assert shown.start < 100_000
    assert shown.end > 250_000 + PIECE
    assert not shown.holds(200_000)
    assert shown.length < WHOLE
    assert shown.unfolded(100_000, 260_000) == 11_000
    assert shown.nth(100_000, 11_000) == 260_000
    before, behind = shown.to_qt(101_000), shown.to_qt(250_000)
    assert behind - before == 1  # the end of the paragraph between them
