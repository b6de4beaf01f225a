"""A worked-on library, what it holds, and ways to damage it: shared by the harnesses here."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from app.library.library import Library
from app.model.review import Stance
from tests.library.conftest import (
    make_article,
    make_claims,
    make_evidence,
    make_source,
    make_verdict,
)

#: The rows that no damage may change unseen, and what is read of each.
VOUCHED = {
    "verdicts": "id, claim_id, rating, scale, rationale, reviewer, given, evidence, acknowledged",
    "evidence": "id, claim_id, source_id, passage_id, exact, prefix, suffix, place, stance, score",
    "claims": "id, article_id, position, span_start, span_end, quote, statement, kind, speaker",
    "parts": "claim_id, kind, span_start, span_end, text, value",
    "reviews": "claim_id, verdict_id, rationale, flagged",
    "passages": "id, source_id, span_start, span_end, text, place",
}


def worked_on(path: Path, seed: int = 0, articles: int = 4, sources: int = 30) -> None:
    """A library with articles, sources, links and verdicts, closed cleanly."""
    chance = random.Random(seed)
    library = Library.create_or_open(path)
    text = make_article().text
    for number in range(articles):
        own = f"{text} Number {number}."
        library.articles.add(make_article(own, f"Article {number}"), make_claims(own))
    for number in range(sources):
        lines = "\n".join(f"Line {line} of {number}: {chance.random()}" for line in range(8))
        library.sources.add(*make_source(f"s{number}", lines))
    for claim_id in range(1, 3 * articles + 1):
        passage = chance.randrange(1, 8 * sources)
        library.reviews.link(make_evidence(library, claim_id, passage))
        for _ in range(chance.randrange(1, 4)):
            library.reviews.add_verdict(
                make_verdict(claim_id, chance.choice(["refuted", "supported"]))
            )
        library.reviews.set_rationale(claim_id, f"Because {chance.random()}.")
    library.reviews.set_stance(1, Stance.CONTRADICTS)
    library.close()


def rows(path: Path) -> dict[str, list[Any]] | None:
    """What the library holds of the vouched rows, asked of SQLite alone; None where it cannot."""
    try:
        with closing(sqlite3.connect(path)) as db:
            return {
                table: db.execute(f"SELECT {columns} FROM {table} ORDER BY rowid").fetchall()
                for table, columns in VOUCHED.items()
            }
    except (sqlite3.Error, UnicodeDecodeError):
        return None
