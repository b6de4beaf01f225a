"""How well the matcher finds what was judged to belong to a claim, beside plain FTS5 in one run;
and whether its score tells a true match from the best of a library about other things."""

from __future__ import annotations

import gzip
import json
import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from math import log2
from pathlib import Path

import pytest

from app.desk.matching import Matching
from app.extraction.passages import split_passages
from app.library.library import Library
from app.model.source import Source
from app.text.words import STOP_WORDS

Keys = list[str]
MEASURES = ("MAP@5", "MRR@10", "Recall@10", "nDCG@10")
#: How far above FTS5 the mean MAP@5 over short claims and tweets must lie.
MARGIN = 0.01
#: Where the meter begins to show three steps of five. So many true matches among the first five
#: must reach it, and so many of the best that a library about other things offers must not.
MIDDLE, STRONG, WEAK = 45, 0.65, 0.75
SETS = ("wice", "climatefever", "clef22_tweets")
ASKED_FOR_STRENGTH = 60


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_more_is_found_than_by_plain_fts5(tmp_path: Path, measuring_data: Path) -> None:
    gains: dict[str, list[float]] = {}
    for name in SETS:
        records, claims, wanted = _set(measuring_data, name)
        with closing(_index(records)) as conn, closing(_library(tmp_path, name, records)) as ours:
            plain = _figures(lambda text, conn=conn: _asked(conn, text), claims, wanted)  # type: ignore[misc]
            matching = Matching(ours)
            found = _figures(lambda text, m=matching: _matched(m, text), claims, wanted)  # type: ignore[misc]
        gains[name] = [b - a for a, b in zip(plain, found, strict=True)]
        for measure, a, b in zip(MEASURES, plain, found, strict=True):
            print(f"{name:14} {measure:10} FTS5 {a:.4f}   ours {b:.4f}   {b - a:+.4f}")
    assert all(gain > 0 for gain in gains["wice"])
    assert (gains["climatefever"][0] + gains["clef22_tweets"][0]) / 2 >= MARGIN


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_true_matches_show_three_steps_and_chance_ones_do_not(
    tmp_path: Path, measuring_data: Path
) -> None:
    sets = {name: _set(measuring_data, name) for name in SETS}
    asked = {
        name: random.Random(name).sample(sorted(wanted), ASKED_FOR_STRENGTH)
        for name, (_, _, wanted) in sets.items()
    }
    true: list[float] = []
    chance: list[float] = []
    for name, (records, claims, wanted) in sets.items():
        with closing(_library(tmp_path, name, records)) as library:
            matching = Matching(library)
            for query in asked[name]:
                shown = matching.for_text(claims[query]).candidates
                true += [one.score for one in shown if one.source.key in wanted[query]]
            for other in set(SETS) - {name}:
                for query in asked[other]:
                    shown = matching.for_text(sets[other][1][query]).candidates
                    chance += [one.score for one in shown[:1]]
    strong = sum(score >= MIDDLE for score in true) / len(true)
    weak = sum(score < MIDDLE for score in chance) / len(chance)
    print(f"{len(true)} true: {strong:.2f} strong; {len(chance)} by chance: {weak:.2f} weak")
    assert strong >= STRONG
    assert weak >= WEAK


def _set(
    folder: Path, name: str
) -> tuple[list[dict[str, str]], dict[str, str], dict[str, set[str]]]:
    """The records, the claims and what was judged to belong to them."""
    place = folder / "data" / "retrieval" / name
    claims = {one["_id"]: one["text"] for one in _lines(place / "queries")}
    return list(_lines(place / "corpus")), claims, _wanted(place)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path.with_suffix(".jsonl.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def _wanted(folder: Path) -> dict[str, set[str]]:
    wanted: dict[str, set[str]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        _, query, source, grade = line.split("\t")
        if int(grade) > 0:
            wanted.setdefault(query, set()).add(source)
    return wanted


def _index(records: list[dict[str, str]]) -> sqlite3.Connection:
    """The rival: title and text of each record in FTS5 with its porter stemmer."""
    conn = sqlite3.connect(":memory:")
    conn.execute("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='porter unicode61')")
    conn.execute("CREATE TABLE k (id INTEGER PRIMARY KEY, key TEXT)")
    texts = ((place, f"{one['title']}\n{one['text']}") for place, one in enumerate(records))
    conn.executemany("INSERT INTO t (rowid, text) VALUES (?, ?)", texts)
    keys = ((place, one["_id"]) for place, one in enumerate(records))
    conn.executemany("INSERT INTO k VALUES (?, ?)", keys)
    return conn


def _asked(conn: sqlite3.Connection, text: str) -> Keys:
    """What the rival finds for any of the claim's words but stop words."""
    words = dict.fromkeys(re.findall(r"\w+", text.lower()))
    terms = " OR ".join(f'"{word}"' for word in words if word not in STOP_WORDS)
    rows = conn.execute(
        "SELECT key FROM (SELECT rowid AS id, rank FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10) "
        "AS best JOIN k ON k.id = best.id ORDER BY best.rank",
        (terms,),
    )
    return [key for (key,) in rows]


def _library(folder: Path, name: str, records: list[dict[str, str]]) -> Library:
    library = Library.create_or_open(folder / f"{name}.claimdesk")
    with library.batch("Import"):
        library.sources.add_many(
            (Source(0, one["_id"], one["title"]), text, list(split_passages(text)))
            for one in records
            if (text := one["text"] or one["title"])
        )
    return library


def _matched(matching: Matching, text: str) -> Keys:
    """The sources of the candidates, each once."""
    return list(dict.fromkeys(one.source.key for one in matching.for_text(text, 20).candidates))


def _figures(
    ask: Callable[[str], Keys], claims: dict[str, str], wanted: dict[str, set[str]]
) -> list[float]:
    """The four measures, each a mean over all claims that have a judgement."""
    sums = [0.0] * len(MEASURES)
    for query, right in wanted.items():
        keys = ask(claims[query])
        for place, figure in enumerate(_measured(keys, right)):
            sums[place] += figure / len(wanted)
    return sums


def _measured(keys: Keys, right: set[str]) -> tuple[float, ...]:
    ten = [key in right for key in keys[:10]]
    hits, precision = 0, 0.0
    for place, hit in enumerate(ten[:5], 1):
        hits += hit
        precision += hits / place if hit else 0.0
    first = next((1 / place for place, hit in enumerate(ten, 1) if hit), 0.0)
    gained = sum(hit / log2(place + 1) for place, hit in enumerate(ten, 1))
    ideal = sum(1 / log2(place + 1) for place in range(1, min(10, len(right)) + 1))
    return precision / min(5, len(right)), first, sum(ten) / len(right), gained / ideal
