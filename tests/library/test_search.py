"""The index finds passages by their words, and takes no query for anything but words."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from app.library import search, word_cache
from app.library.library import Library


@pytest.fixture
def library(make: SimpleNamespace, library: Library) -> Library:
    library.sources.add(*make.source("a", "The dam broke.\nThe dam of the dam.\nNothing."))
    library.sources.add(
        *make.source("b", 'Zürich NEAR "Deir ez-Zor" said: 2,400 NOT.\nA broken dam')
    )
    return library


def texts(found: list) -> list[str]:
    return [passage.text for passage, _, _ in found]


def test_the_best_passage_comes_first(library: Library) -> None:
    found = library.search.best_passages(["broke", "dam"])
    assert texts(found) == ["The dam broke.", "The dam of the dam.", "A broken dam"]
    scores = [score for _, _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > 0
    passage, source, _ = found[0]
    assert library.passages.get(passage.id) == passage
    assert library.sources.get(passage.source_id) == source
    assert len(library.search.best_passages(["broke", "dam"], limit=2)) == 2
    assert library.search.best_passages(["dam"], limit=0) == []


def test_words_are_found_by_stem_and_without_marks(library: Library) -> None:
    assert texts(library.search.best_passages(["zurich"])) == texts(
        library.search.best_passages(["ez-zor"])
    )
    assert len(library.search.best_passages(["breaking", "dams"])) == 3


@pytest.mark.parametrize(
    "terms",
    [
        [],
        [""],
        [" "],
        ['"'],
        ['""'],
        ["*"],
        ["(", ")"],
        ["AND"],
        ["NEAR(dam)"],
        ["😀"],
        ["🛰️👨‍👩‍👧"],
        ["\0"],
        ["\ud800"],
        ["-", ":", "^", "+"],
        ["؟", "。"],
        ["text:dam:x"],
        ["unheard of"],
        ["\N{COMBINING ACUTE ACCENT}"],
        ["²"],
        ["x" * 100_000],
    ],
)
def test_hopeless_terms_find_nothing(library: Library, terms: list[str]) -> None:
    assert library.search.best_passages(terms) == []


@pytest.mark.parametrize(
    "terms",
    [
        ['"dam"'],
        ["dam", '" OR "'],
        ["dam\0broke", "dam"],
        ["dam\ud800"],
        ["{text} : dam", "dam"],
        ["dam", "😀", "*"],
        ["dam'; DROP TABLE passages; --", "dam"],
        ["dam", *(f"w{number}" for number in range(10_000))],
        ["dam"] * 10_000,
    ],
)
def test_odd_terms_are_words_like_others(library: Library, terms: list[str]) -> None:
    assert len(library.search.best_passages(terms)) == 3


def test_operators_are_words_too(library: Library) -> None:
    assert texts(library.search.best_passages(["NOT", "NEAR"]))[0].startswith("Zürich")


def test_in_a_large_library_without_its_cache_the_rarest_terms_are_asked(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_cache, "MOST_IN_MEMORY", 0)
    monkeypatch.setattr(word_cache, "MOST_ON_THE_SPOT", 0)
    assert len(library.search.best_passages(["dam", "broke"])) == 3
    monkeypatch.setattr(search, "FEW_PASSAGES", 0)
    monkeypatch.setattr(search, "MOST_POSTINGS", 3)
    monkeypatch.setattr(search, "LEAST_TERMS", 1)
    assert texts(library.search.best_passages(["dam", "zurich"]))[0].startswith("Zürich")
    assert len(library.search.best_passages(["dam", "zurich"])) == 1
    assert len(library.search.best_passages(["dam"])) == 3
