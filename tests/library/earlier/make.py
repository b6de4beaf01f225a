"""Writes a library of the schema of today with work to undo, and what it held after each step.

    python tests/library/earlier/make.py

Run it before the schema changes, and keep what it writes: `test_schema.py` opens the libraries of
every earlier schema, each written by the code of its day, and takes all of their steps back.
"""

from __future__ import annotations

import json
import lzma
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parents[2]))

from app.library.library import Library  # noqa: E402
from app.model.ledger import Excused  # noqa: E402
from app.model.review import Stance  # noqa: E402
from app.model.source import SourceRecord  # noqa: E402
from app.model.span import Span  # noqa: E402
from tests.library import conftest as make  # noqa: E402

TABLES = (*make.TABLES.split(), "source_records")

State = dict[str, list[dict[str, Any]]]


def state(library: Library) -> State:
    """Every row of every table that can be undone, by its columns."""
    held = {}
    for table in TABLES:
        columns = [row[1] for row in library._store.rows(f"PRAGMA table_info({table})")]
        rows = library._store.rows(f"SELECT * FROM {table} ORDER BY rowid") if columns else []
        held[table] = [dict(zip(columns, row, strict=True)) for row in rows]
    return held


def verbs(library: Library) -> Iterator[Callable[[], object]]:
    """Steps that between them insert, change and delete rows of every table there is."""
    claims, reviews, sources = library.claims, library.reviews, library.sources
    yield lambda: library.articles.add(make.make_article(), make.make_claims())
    yield lambda: sources.add(*make.make_source())
    yield lambda: sources.add(*make.make_source("second", "Rain.\nThe dam stands."))
    yield lambda: reviews.link(make.make_evidence(library, 2, 2))
    yield lambda: reviews.link(make.make_evidence(library, 2, 5))
    yield lambda: reviews.add_verdict(make.make_verdict(2, "supported"))
    yield lambda: reviews.add_verdict(make.make_verdict(2, "refuted"))
    yield lambda: reviews.set_rationale(1, "Because 日報 says so.")
    yield lambda: reviews.set_flag(3, True)
    yield lambda: claims.update(replace(claims.get(1), parts=claims.get(1).parts[:1]))
    yield lambda: claims.update(replace(claims.get(3), speaker="Ada", mentions=()))
    yield lambda: reviews.set_stance(2, Stance.CONTRADICTS)
    yield lambda: reviews.unlink(2)
    yield lambda: sources.remove((2,))
    yield lambda: library.articles.add(make.make_article("Two.\nIt rained."), ())
    yield lambda: library.articles.remove(2)
    yield lambda: claims.remove((1,))
    yield lambda: library.articles.set_excuses(1, (Excused(Span(0, 3), "opinion"),))
    # What earlier releases had not.
    if hasattr(sources, "keep_records"):
        yield lambda: sources.keep_records([(1, SourceRecord(True, "a.pdf", "", (Span(0, 9),)))])
    if hasattr(sources, "set_confidential"):
        yield lambda: sources.set_confidential(1, True)
        yield lambda: reviews.set_confidential(1, True)
    yield lambda: library.articles.remove(1)
    yield lambda: sources.remove((1,))


def main() -> None:
    """Do the verbs, take two steps back, and write the library and its states beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library"
        library = Library.create_or_open(path)
        past, future = [state(library)], []
        for verb in verbs(library):
            verb()
            past.append(state(library))
        for _ in range(2):
            library.history.undo()
            future.append(past.pop())
        schema = library.info().schema
        library.close()
        for ending, content in (
            ("claimdesk", path.read_bytes()),
            ("states.json", json.dumps({"past": past, "future": future}).encode()),
        ):
            (HERE / f"schema-{schema}.{ending}.xz").write_bytes(lzma.compress(content, preset=9))


if __name__ == "__main__":
    main()
