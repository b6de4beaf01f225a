"""Words, their folded forms and their stems."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.words import STOP_WORDS, fold, stem, word_count, words
from tests.growth import LENGTHS, MOST_GROWTH, growth


def pieces(text: str) -> list[str]:
    return [span.of(text) for span in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lavrov’s talks near Deir ez-Zor.", ["Lavrov’s", "talks", "near", "Deir", "ez-Zor"]),
        ("don't – 'quoted' words-", ["don't", "quoted", "words"]),
        ("over 300,000 or 2.4 at 17:50, 5.", ["over", "300,000", "or", "2.4", "at", "17:50", "5"]),
        ("snake_case a.b,c", ["snake", "case", "a", "b", "c"]),
        ("Cafe\u0301 na\u00efve", ["Cafe\u0301", "na\u00efve"]),
        ("叙利亚 in 2016年", ["叙", "利", "亚", "in", "2016", "年"]),
        ("ارتفاع قتلى", ["ارتفاع", "قتلى"]),
        ("", []),
        ("👍 … — •", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(max_size=200))
def test_words_lie_in_order_inside_the_text(text: str) -> None:
    found = words(text)
    assert all(span.end <= len(text) and len(span) > 0 for span in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize("unit", ["a-", "1,", "'", "x", "人"])
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_text(unit: str, length: int) -> None:
    assert growth(words, unit, length) < MOST_GROWTH


def test_fold_makes_spellings_alike() -> None:
    assert fold("Ärzte’s") == "arzte's"
    assert fold("São") == fold("sao") == fold("Sa\u0303o")
    assert fold("Łódź") == "lodz"
    assert fold("İstanbul") == "istanbul"
    assert fold("ё") == "е"


def test_stem_joins_forms_of_a_word() -> None:
    assert stem("attacks") == stem("attacked") == stem("Attacking")
    assert stem("Russia's") == stem("Russia’s") == stem("RUSSIA")
    assert stem("300,000") == "300,000"
    assert stem("قتلى") == fold("قتلى")


def test_stem_is_safe_in_threads() -> None:
    some = [f"{a}{b}{c}ations" for a in "bcdfgh" for b in "aeiou" for c in "lmnprst"]
    alone = [stem.__wrapped__(word) for word in some]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(stem.__wrapped__, some)) == alone


def test_stop_words_are_folded_and_spare_the_united_states() -> None:
    assert all(fold(word) == word for word in STOP_WORDS)
    assert fold("US") not in STOP_WORDS


PIECES = ("abcd", "1234", "2.45", "ez-Zor", " ", ", ", "\n", "世界", "c\u0301lub", "سلام")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.integers(7, 20))
def test_words_counted_in_parts_are_as_many(text: str, part: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.text.words._PART", part)
        patch.setattr("app.text.words._NEAR", 6)
        assert word_count(text) == len(words(text))


def test_an_endless_word_is_one() -> None:
    assert word_count("a" * 1_000_000) == 1
    assert word_count("one two " * 100_000) == 200_000
