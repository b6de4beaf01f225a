"""How well the matcher finds what was judged to belong to a claim, beside plain FTS5 in one run."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from math import log2
from pathlib import Path

import pytest

from app.desk.matching import Matching
from app.extraction.passages import split_passages
from app.library.library import Library
from app.matching.query import query_terms
from app.model.source import Source

Keys = list[str]
MEASURES = ("MAP@5", "MRR@10", "Recall@10", "nDCG@10")
#: How far above FTS5 the mean MAP@5 over short claims and tweets must lie.
MARGIN = 0.01


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_more_is_found_than_by_plain_fts5(tmp_path: Path, measuring_data: Path) -> None:
    gains: dict[str, list[float]] = {}
    for name in ("wice", "climatefever", "clef22_tweets"):
        folder = measuring_data / "data" / "retrieval" / name
        records, wanted = list(_lines(folder / "corpus")), _wanted(folder)
        claims = {one["_id"]: one["text"] for one in _lines(folder / "queries")}
        with closing(_index(records)) as conn, closing(_library(tmp_path, name, records)) as ours:
            plain = _figures(lambda text, conn=conn: _asked(conn, text), claims, wanted)  # type: ignore[misc]
            matching = Matching(ours)
            found = _figures(lambda text, m=matching: _matched(m, text), claims, wanted)  # type: ignore[misc]
        gains[name] = [b - a for a, b in zip(plain, found, strict=True)]
        for measure, a, b in zip(MEASURES, plain, found, strict=True):
            print(f"{name:14} {measure:10} FTS5 {a:.4f}   ours {b:.4f}   {b - a:+.4f}")
    assert all(gain > 0 for gain in gains["wice"])
    assert (gains["climatefever"][0] + gains["clef22_tweets"][0]) / 2 >= MARGIN


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
    terms = " OR ".join('"' + term.replace('"', '""') + '"' for term in query_terms(text))
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
