"""The word cache ranks exactly as bm25 does, keeps up with the library, and is never needed."""

from __future__ import annotations

import math
import random
import re
from collections import Counter
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.library import word_cache
from app.library.bm25 import K1, B
from app.library.library import Library
from app.model.work import Cancelled, Work

WORDS = [f"w{number}" for number in range(60)]


@pytest.fixture
def texts() -> list[str]:
    dice = random.Random(3)
    rare_first = [1 / (place + 1) for place in range(len(WORDS))]
    return [" ".join(dice.choices(WORDS, rare_first, k=dice.randint(3, 30))) for _ in range(400)]


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sizes at which a few hundred passages make several segments on disk."""
    monkeypatch.setattr(word_cache, "MOST_IN_MEMORY", 40)
    monkeypatch.setattr(word_cache, "MOST_ON_THE_SPOT", 0)
    monkeypatch.setattr(word_cache, "PASSAGES_A_SEGMENT", 150)


def fill(library: Library, make: SimpleNamespace, texts: list[str], name: str = "s") -> None:
    library.sources.add_many(
        make.source(f"{name}{place}", text, title="x") for place, text in enumerate(texts)
    )


def plain_bm25(texts: dict[int, str], terms: list[str]) -> list[tuple[int, float]]:
    """bm25 from its definition, with the idf that FTS5 has; every text begins with its title."""
    cut = {one: re.findall(r"\w+", "x " + text) for one, text in texts.items()}
    average = sum(map(len, cut.values())) / len(cut)
    scores: Counter[int] = Counter()
    for term in terms:
        having = {one: words.count(term) for one, words in cut.items() if term in words}
        if not having:
            continue
        weight = max(math.log((len(cut) - len(having) + 0.5) / (len(having) + 0.5)), 1e-6)
        for one, often in having.items():
            norm = K1 * (1 - B + B * len(cut[one]) / average)
            scores[one] += weight * often * (K1 + 1) / (often + norm)
    return sorted(scores.items(), key=lambda found: (-found[1], found[0]))


def ranked(library: Library, terms: list[str], limit: int = 25) -> list[tuple[int, float]]:
    found = library.search.best_passages(terms, limit)
    return [(passage.id, score) for passage, _, score in found]


def assert_exact(library: Library, texts: dict[int, str]) -> None:
    dice = random.Random(5)
    for _ in range(40):
        terms = dice.sample(WORDS, dice.randint(1, 6))
        expected, found = plain_bm25(texts, terms)[:25], ranked(library, terms)
        assert [score for _, score in found] == pytest.approx(
            [score for _, score in expected], rel=1e-5
        )
        by_id = dict(plain_bm25(texts, terms))
        assert all(by_id[one] == pytest.approx(score, rel=1e-5) for one, score in found)


def kept(library: Library) -> dict[int, str]:
    return {
        passage.id: passage.text
        for source in library.sources.all()
        for passage in library.passages.of_source(source.id)
    }


def test_it_is_exact_in_memory(make: SimpleNamespace, library: Library, texts: list[str]) -> None:
    fill(library, make, texts)
    assert_exact(library, kept(library))
    assert not library.path.with_name(library.path.name + "-words").exists()


@pytest.mark.usefixtures("small_steps")
def test_it_is_exact_on_disk_and_keeps_up(
    make: SimpleNamespace, library: Library, texts: list[str]
) -> None:
    fill(library, make, texts)
    library.search.prepare(Work())
    folder = library.path.with_name(library.path.name + "-words")
    assert len(list(folder.glob("*.words"))) == 3
    assert_exact(library, kept(library))
    fill(library, make, texts[:20], "later")
    assert_exact(library, kept(library))
    library.sources.remove([source.id for source in library.sources.all()[::7]])
    assert_exact(library, kept(library))
    library.history.undo()
    assert_exact(library, kept(library))
    fill(library, make, texts[:90], "much later")
    library.search.prepare(Work())
    assert_exact(library, kept(library))
    with closing(library.reader()) as other:
        assert_exact(other, kept(library))


@pytest.mark.usefixtures("small_steps")
def test_a_stale_cache_leaves_it_to_the_index(
    make: SimpleNamespace, library: Library, texts: list[str]
) -> None:
    fill(library, make, texts[:200])
    before = ranked(library, ["w30", "w7"])
    assert before
    library.search.prepare(Work())
    assert {one for one, _ in ranked(library, ["w30", "w7"], 400)} >= {one for one, _ in before}
    fill(library, make, texts[200:], "more")
    expected = {one for one, text in kept(library).items() if "w30" in text.split()}
    assert {one for one, _ in ranked(library, ["w30"], 400)} == expected


@pytest.mark.usefixtures("small_steps")
def test_what_the_cache_lacks_is_asked_of_the_index_and_ordered_with_the_rest(
    make: SimpleNamespace, library: Library, texts: list[str]
) -> None:
    fill(library, make, texts[:200])
    library.search.prepare(Work())
    fill(library, make, texts[200:], "more")
    words = word_cache.WordCache(library._store)
    best = words.best(["w3", "w9"], 500)
    assert best is not None
    assert best.last is not None
    assert max(one for one, _ in best.found) <= best.last < max(kept(library))
    found = ranked(library, ["w3", "w9"], 500)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert {one for one, _ in found} == {one for one, _ in plain_bm25(kept(library), ["w3", "w9"])}
    library.sources.remove([library.sources.all()[50].id])
    best = words.best(["w3"], 500)
    words.close()
    assert best is not None
    assert best.last is not None
    expected = {one for one, text in kept(library).items() if "w3" in text.split()}
    assert {one for one, _ in ranked(library, ["w3"], 500)} == expected


@pytest.mark.usefixtures("small_steps")
def test_damaged_and_foreign_files_are_thrown_away(
    make: SimpleNamespace, library: Library, texts: list[str], tmp_path: Path
) -> None:
    fill(library, make, texts)
    library.search.prepare(Work())
    folder = library.path.with_name(library.path.name + "-words")
    for place, path in enumerate(sorted(folder.glob("*.words"))):
        whole = path.read_bytes()
        path.write_bytes([whole[:-200], b"", whole[:300] + b"\xff" * 90 + whole[390:]][place])
    other = library.reader()
    assert ranked(other, ["w30"])
    other.search.prepare(Work())
    assert_exact(other, kept(library))
    other.close()

    stranger = Library.create_or_open(tmp_path / "other.claimdesk")
    fill(stranger, make, [text + " foreign" for text in texts])
    foreign = stranger.path.with_name(stranger.path.name + "-words")
    foreign.mkdir()
    for path in folder.glob("*.words"):
        (foreign / path.name).write_bytes(path.read_bytes())
    assert len(ranked(stranger, ["foreign"], 500)) == len(texts)
    stranger.close()


@pytest.mark.usefixtures("small_steps")
def test_it_reports_and_can_be_called_off(
    make: SimpleNamespace, library: Library, texts: list[str]
) -> None:
    fill(library, make, texts)
    seen: list[tuple[int, int]] = []
    work = Work(lambda done, total, _note: seen.append((done, total)))
    library.search.prepare(work)
    assert seen[0] == (0, 400)
    assert seen[-1] == (400, 400)
    library.search.prepare(work)
    work.cancel()
    fill(library, make, texts, "again")
    with pytest.raises(Cancelled):
        library.search.prepare(work)
    assert ranked(library, ["w30"])


def test_titles_and_pairs_of_characters_are_found(make: SimpleNamespace, library: Library) -> None:
    library.sources.add(*make.source("a", "It broke at night.", title="The dam of Valmera"))
    library.sources.add(*make.source("b", "東京都知事が辞任した。"))
    assert [one.title for _, one, _ in library.search.best_passages(["valmera"])] == [
        "The dam of Valmera"
    ]
    assert [one.key for _, one, _ in library.search.best_passages(["知事"])] == ["b"]
