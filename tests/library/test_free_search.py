"""Typed words and filters find what has all of them, and no input is a query language."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest

from app.library import free_search
from app.library.library import Library
from app.matching.free_query import parse_query
from app.model.search import Wanted


@pytest.fixture
def library(make: SimpleNamespace, library: Library) -> Library:
    for key, text, told in (
        ("a", "The dam broke.\nThe dam of the dam.\nNothing.", {"published": "2016-09-17"}),
        (
            "b",
            'Zürich "Deir ez-Zor" said: 2,400.\nA broken dam',
            {"publisher": "Red Cross", "published": ""},
        ),
        ("c", "東京都知事が辞任した。", {"language": "ja", "published": "2020"}),
    ):
        library.sources.add(*make.source(key, text, **told))
    return library


def found(library: Library, typed: str, limit: int = 10) -> list[str]:
    hits = library.free_search.find(parse_query(typed), limit)
    return [passage.text for passage, _, _ in hits]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dam bro*", ["The dam broke.", "A broken dam"]),
        ("dams broken", ["A broken dam"]),
        ('"broken dam"', ["A broken dam"]),
        ("dam zurich", []),
        ("deir ez-zo*", ['Zürich "Deir ez-Zor" said: 2,400.']),
        ("dam after:2016-09 before:2017", ["The dam of the dam.", "The dam broke."]),
        ("dam publisher:cross", ["A broken dam"]),
        ("dam lang:ja", []),
        ("知事", ["東京都知事が辞任した。"]),
        ("知事 lang:ja after:2019", ["東京都知事が辞任した。"]),
        ("知京", []),
        ("知事 dam", []),
        ("lang:ja", ["東京都知事が辞任した。"]),
        ("", []),
        ("* ( \0", []),
    ],
)
def test_all_that_is_asked_for(library: Library, typed: str, expected: list[str]) -> None:
    assert sorted(found(library, typed)) == sorted(expected)


def test_the_best_comes_first_and_no_more_than_asked(library: Library) -> None:
    assert found(library, "dam")[0] == "The dam of the dam."
    assert len(found(library, "dam", 2)) == 2
    assert found(library, "dam", 0) == []


def test_a_word_that_is_everywhere_is_not_ranked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(free_search, "MOST_RANKED", 2)
    assert found(library, "dam") == ["The dam broke.", "The dam of the dam.", "A broken dam"]


def test_words_that_do_occur_are_counted(library: Library) -> None:
    counts = {
        text: library.free_search.occurring(Wanted(text, phrase, prefix))
        for text, phrase, prefix in (
            ("dam", False, False), ("broken dam", True, False), ("zur", False, True),
            ("知事", False, False), ("nowhere", False, False), ("()", False, False),
        )
    }  # fmt: skip
    assert counts == {"dam": 3, "broken dam": 1, "zur": 1, "知事": 1, "nowhere": 0, "()": 0}


_PIECES = [
    *"\"*():^-+{}\\'",
    *("AND", "OR", "NOT", "NEAR", "NEAR(", "text:", "rowid:", "kind:", "after:", "in:", "lang:"),
    *(
        "dam",
        "broke*",
        '"the dam',
        "\0",
        "\ud800",
        "😀",
        "👨‍👩‍👧",
        "東京",
        "2016-09",
        "x" * 300,
        "'; --",
        " ",
    ),
    *("\u202e", "\N{COMBINING ACUTE ACCENT}", "%", "_", "?", "passages_fts", "a" * 5_000),
]


def test_two_thousand_odd_queries_raise_nothing(library: Library) -> None:
    dice = random.Random(7)
    queries = [
        dice.choice(("", " ")).join(dice.choices(_PIECES, k=dice.randint(0, 12)))
        for _ in range(1_990)
    ]
    queries += [
        "😀" * 50,
        "\0" * 9,
        '"' * 99,
        "dam " * 10_000,
        "*" * 999,
        "NEAR(dam, 5)",
        "(" * 999,
    ]
    for typed in queries:
        query = parse_query(typed)
        library.free_search.find(query, 5)
        for one in query.wanted:
            library.free_search.occurring(one)
        library.search.best_passages(typed.split(), 5)
