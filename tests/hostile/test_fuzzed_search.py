"""Whatever is typed into the search is searched for: it raises nothing and takes no long time.

The long form, 2,000 searches at 100,000 passages, prints its times:
`./run test -m slow -s tests/hostile/test_fuzzed_search.py`.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest

from app.desk.desk import Desk
from app.library.library import Library
from app.model.work import Work
from tests.benchmarks.big_library import fill, passages
from tests.reports.hostile import HOSTILE

#: What the search, or the full-text index behind it, could take for something else.
SIGNS = (
    *('"', '""', "'", "''", "*", "**", "^", "-", "--", "+", ":", "::", "(", ")", "((", "{", "}"),
    *("[", "]", "~", "|", "&", "&&", "!", "\\", "/", "%", "_", ";", ",", ".", "?", "#", "$", "@"),
    *(
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "NEAR(a b, 5)",
        "rowid",
        "passages_fts",
        "NULL",
        "MATCH",
        "x'ff'",
    ),
    *("kind:", "kind:news", "kind:x", 'kind:"', "lang:", "lang:en", "after:", "after:2016-02-30"),
    *("after:9999999", "before:-1", "before:2016", "publisher:", "publisher:*", "in:", 'in:"a b"'),
    *("in:in:in:", "text:a", "{text}:a", "kind:kind:", "lang:%", "after:１６", "before:٢٠١٦"),
    *(
        "\0",
        "\ud800",
        "\udfff",
        "\u202e",
        "\u200b",
        "\u2066",
        "\ufeff",
        "\n",
        "\t",
        "\x1b",
        "\u2028",
    ),
    *("🛰", "👩‍👩‍👧‍👦", "e\u0301", "ﬁ", "ß", "İ", "ı", "水坝", "السد", "הסכר", "плотина", "ดาว"),
    *("a" * 5_000, "a " * 3_000, '"' * 999, "*" * 999, "(" * 999, "NOT " * 500, "kind:news " * 300),
)


def queries(texts: list[str], count: int) -> Iterator[str]:
    """Words of the library, signs, and strings of strangers, thrown together; always the same."""
    chance = random.Random(3)
    for _ in range(count):
        pieces = []
        for _ in range(chance.choice((1, 1, 2, 3, 5, 8))):
            kind = chance.random()
            if kind < 0.45:
                word = chance.choice(chance.choice(texts).split())
                pieces.append(
                    chance.choice(("{}", "{}", "{}*", '"{}', "-{}", "in:{}")).format(word)
                )
            elif kind < 0.85:
                pieces.append(chance.choice(SIGNS))
            elif kind < 0.95:
                pieces.append(chance.choice(HOSTILE))
            else:
                pieces.append("".join(chr(chance.randrange(0x11_0000)) for _ in range(9)))
        yield chance.choice((" ", " ", "")).join(pieces)


def _texts(root: Path) -> list[str]:
    notes = json.loads((root / "resources/sample/sources.json").read_text(encoding="utf-8"))
    return [text for one in notes for text in one["notes"]]


def _searched(folder: Path, root: Path, size: int, count: int) -> tuple[list[float], list[float]]:
    """So many searches and matchings in a library of this size; answers their seconds, sorted."""
    path, texts = folder / "library", _texts(root)
    with closing(Library.create_or_open(path)) as library:
        fill(library, passages(texts, size))
    found, matched = [], []
    with closing(Desk.open_read_only(path, root / "resources", root / "seeds")) as desk:
        desk.matching.prepare(Work())
        for query in queries(texts, count):
            begun = perf_counter()
            desk.matching.search(query)
            found.append(perf_counter() - begun)
            begun = perf_counter()
            desk.matching.for_text(query)
            matched.append(perf_counter() - begun)
        assert desk.matching.search(texts[0].split()[0]).hits
    return sorted(found), sorted(matched)


def test_what_is_typed_raises_nothing(tmp_path: Path, root: Path) -> None:
    _searched(tmp_path, root, 300, 60)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_two_thousand_searches(tmp_path: Path, root: Path) -> None:
    for name, times in zip(
        ("search", "match"), _searched(tmp_path, root, 100_000, 2_000), strict=True
    ):
        median, most = times[len(times) // 2], times[len(times) * 95 // 100]
        print(f"\n{name}: median {median * 1000:.0f} ms, p95 {most * 1000:.0f} ms, "
              f"longest {times[-1] * 1000:.0f} ms")  # fmt: skip
