"""One sound file of each format in which sources and reviews come, to be damaged by tests."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.hostile.whole_files import PARAGRAPHS, TITLE
from tests.library.test_zotero import TABLES

_WORDS = PARAGRAPHS[0]
_URL = "https://news.example/bridge"


def whole_sources(folder: Path) -> dict[str, bytes]:
    """The files by name; the ending tells the format. `folder` takes what cannot be made apart."""
    records = [
        {"id": f"b{number}", "type": "article-newspaper", "title": f"{TITLE} {number}",
         "author": [{"family": "Lindqvist", "given": "Ann"}], "abstract": words, "URL": _URL,
         "issued": {"date-parts": [[2021, 5, number]]}}
        for number, words in enumerate(PARAGRAPHS, 1)
    ]  # fmt: skip
    rows = [
        {"title": one["title"], "date": "2021-05-03", "publisher": "Daily Post", "text": words}
        for one, words in zip(records, PARAGRAPHS, strict=True)
    ]
    return {
        "sources.ris": "".join(_ris(number) for number in range(12)).encode(),
        "sources.bib": "".join(_bibtex(number) for number in range(12)).encode(),
        "csl.json": json.dumps(records).encode(),
        "rows.json": json.dumps({"records": rows}).encode(),
        "rows.csv": _table(rows, ",").encode("utf-8-sig"),
        "rows.tsv": _table(rows, "\t").encode("utf-16"),
        "checks.jsonld": json.dumps({"@graph": [_review(n) for n in range(8)]}).encode(),
        "notes.jsonl": "\n".join(
            json.dumps({"_id": f"n{number}", "title": TITLE, "text": words})
            for number, words in enumerate(PARAGRAPHS)
        ).encode(),
        "zotero.sqlite": _zotero(folder),
    }


def _ris(number: int) -> str:
    return (
        f"TY  - NEWS\r\nTI  - {TITLE} {number}\r\nAU  - Lindqvist, Ann\r\nDA  - 2021/05/03\r\n"
        f"T2  - Daily Post\r\nAB  - {_WORDS}\r\nUR  - {_URL}\r\nER  - \r\n\r\n"
    )


def _bibtex(number: int) -> str:
    return (
        f"@article{{b{number},\n  title = {{{{Harbour}} bridge {number}}},\n"
        f"  author = {{Lindqvist, Ann and {{\\'A}}vila, Tom{{\\'a}}s}},\n"
        f'  journal = "Daily Post",\n'
        f"  year = 2021, month = may,\n  abstract = {{{_WORDS}}}\n}}\n\n"
    )


def _table(rows: list[dict[str, str]], sign: str) -> str:
    lines = [sign.join(rows[0])]
    lines += [sign.join(f'"{cell}"' for cell in row.values()) for row in rows]
    return "\r\n".join(lines)


def _review(number: int) -> dict[str, object]:
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "datePublished": "2021-05-03",
        "url": f"{_URL}/{number}",
        "claimReviewed": _WORDS,
        "author": {"@type": "Organization", "name": "Checkers"},
        "reviewRating": {"@type": "Rating", "alternateName": "False"},
    }


def _zotero(folder: Path) -> bytes:
    path = folder / "made.sqlite"
    with closing(sqlite3.connect(path)) as made:
        made.executescript(TABLES)
    return path.read_bytes()
