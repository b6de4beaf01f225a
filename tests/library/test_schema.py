"""A library of an earlier release is brought up to date without losing a row."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.library import connection
from app.library.library import Library
from app.library.schema import MIGRATIONS, m001_first_check, number_of
from app.model.errors import LibraryError
from app.model.ledger import Excused
from app.model.span import Span

EARLIER = Path(__file__).parent / "earlier"

TEXT = "The dam broke on Wednesday. 62 people drowned."
DIGEST = sha256(TEXT.encode()).hexdigest()
COPY = sha256(b"The dam broke.").hexdigest()
VERDICT = (1, 4, "refuted", "default", "No.", "Ada", "2026", "[1]", "", "x", DIGEST)
EVIDENCE = (1, 4, 1, 1, "The dam", "", "", 0, 7, "¶ 1", COPY, None, 1.0, "s", "[]", "")


def signed(*values: object) -> str:
    """The digest of a row as every release writes it: of its values as JSON."""
    told = json.dumps(list(values), ensure_ascii=False, separators=(",", ":"))
    return sha256(told.encode()).hexdigest()


# What the first release wrote for an article of two claims, one of them judged and linked.
ROWS = (
    ("articles", (1, "A dam", DIGEST, "dam.txt", "en", "2026", 0, "[]", "", "none", "", "[]")),
    ("article_texts", (1, TEXT)),
    ("zones", (1, 1, 0, len(TEXT), "body", 1)),
    ("claims", (1, 1, 1, 0, 27, TEXT[:27], TEXT[:27], "event", "", "", 0.4, "[]")),
    ("claims", (4, 1, 2, 28, 46, TEXT[28:], TEXT[28:], "quantity", "", "", 0.5, "[]")),
    ("parts", (1, 4, "number", 28, 30, "62", "62")),
    ("mentions", (1, 4, 0, 3)),
    ("sources", (1, "s", "S", "", "", "", "document", "", "", "", "", COPY, 0, "", None)),
    ("copies", (1, "The dam broke.")),
    ("passages", (1, 1, 0, 14, "¶ 1", "The dam broke.")),
    ("verdicts", (*VERDICT, signed("", *VERDICT))),
    ("evidence", (*EVIDENCE, signed(*EVIDENCE))),
    ("reviews", (4, 1, "No.", 1)),
    ("journal", (1, "2026-01-02", "do", "Give verdict", 4)),
)  # fmt: skip


def newest() -> int:
    """The number of the schema of today."""
    with_all = Database(memory=True, execute_plugins=False)
    return max(number_of(one.name) for one in MIGRATIONS.pending(with_all))


@contextmanager
def earlier(schema: int, folder: Path) -> Iterator[tuple[Library, list[Any], list[Any]]]:
    """A library that the code of an earlier schema wrote, brought up to date.

    With what it held before each step that can be undone, and after each that was undone, as
    `earlier/make.py` noted it.
    """

    def kept(ending: str) -> bytes:
        return lzma.decompress((EARLIER / f"schema-{schema}.{ending}.xz").read_bytes())

    path = folder / "library"
    path.write_bytes(kept("claimdesk"))
    states = json.loads(kept("states.json"))
    library = Library.create_or_open(path)
    try:
        yield library, states["past"], states["future"]
    finally:
        library.close()


def as_then(library: Library, then: dict[str, list[dict[str, Any]]]) -> dict[str, list[Any]]:
    """What the library holds now in the columns that `then` knew of each table.

    Of a table that had no row the columns are not known: all of its rows are told.
    """
    held = {}
    for table, rows in then.items():
        columns = ", ".join(f'"{name}"' for name in rows[0]) if rows else "*"
        found = library._store.rows(f"SELECT {columns} FROM {table} ORDER BY rowid")
        held[table] = [dict(zip(rows[0], row, strict=True)) if rows else row for row in found]
    return held


def first_release() -> Migrations:
    """The schema as the first release had it."""
    first = Migrations("claimdesk")

    @first(name="m001_first_check")
    def _(db: Database) -> None:
        m001_first_check(db)

    return first


def test_a_library_of_the_first_release_keeps_every_row(tmp_path: Path) -> None:
    path = tmp_path / "library"
    store = connection.open_writer(path, first_release())
    with store.transaction():
        for table, values in ROWS:
            marks = ", ".join("?" * len(values))
            store.run(f"INSERT INTO {table} VALUES ({marks})", values)
        store.run("INSERT INTO passages_fts (rowid, text) VALUES (1, 'The dam broke.')")
    store.close()
    library = Library.create_or_open(path)
    assert library.info().schema == newest()
    for table, values in ROWS:
        rows = library._store.rows(f"SELECT * FROM {table}")
        assert values in [row[: len(values)] for row in rows]
    first, second = library.claims.of_article(1)
    assert (first.id, first.made_by, first.reworded) == (1, "app", False)
    assert (second.id, second.statement) == (4, "62 people drowned.")
    article = library.articles.get(1)
    assert (article.pages, article.proposals, article.url, article.file_digest) == ((), (), "", "")
    assert article.left_out == ()
    assert library.reviews.get(4).verdict is not None
    assert library.check() == []
    library.close()


def test_excuses_come_and_go_with_their_article(make: SimpleNamespace, filled: Library) -> None:
    excused = (Excused(Span(0, 3), "opinion"), Excused(Span(4, 9), "no check needed"))
    filled.articles.set_excuses(1, excused)
    before = make.dump(filled)
    assert filled.articles.excuses(1) == excused
    filled.articles.remove(1)
    assert filled.articles.excuses(1) == ()
    filled.history.undo()
    assert make.dump(filled) == before
    filled.history.undo()
    assert filled.articles.excuses(1) == ()


@pytest.mark.parametrize("schema", range(1, newest()))
def test_every_step_of_an_earlier_schema_is_undone_and_redone(tmp_path: Path, schema: int) -> None:
    with earlier(schema, tmp_path) as (library, past, future):
        assert library.info().schema == newest()
        assert as_then(library, past[-1]) == past[-1]
        first = library._store.value("SELECT count(*) FROM undo_steps")
        assert first == len(past) - 1 + len(future)
        for state in future[::-1]:
            assert library.history.redo() is not None
            assert as_then(library, state) == state
            assert library.check() == []
        assert library.history.redo() is None
        states = [*past, *future[::-1]]
        for state in states[-2::-1]:
            assert library.history.undo() is not None
            assert as_then(library, state) == state
            assert library.check() == []
        assert library.history.undo() is None
        for state in states[1:]:
            assert library.history.redo() is not None
            assert as_then(library, state) == state
            assert library.check() == []


@pytest.mark.parametrize("schema", range(1, newest()))
def test_steps_of_two_schemas_are_undone_in_one_run(tmp_path: Path, schema: int) -> None:
    with earlier(schema, tmp_path) as (library, past, _):
        with library.step("Do today's work"):
            library.reviews.set_flag(2, True)
            library.sources.set_confidential(1, True)
        for state in past[::-1]:
            library.history.undo()
            assert as_then(library, state) == state
        assert library.history.undo() is None
        assert library.check() == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE undo_layouts SET columns = columns || ', x\" = 1; --'",
        "UPDATE undo_layouts SET columns = 'rowid'  || id",
        "DELETE FROM undo_layouts",
        "UPDATE undo_layouts SET columns = substr(columns, 1, instr(columns, ',') - 1) "
        "WHERE id IN (SELECT max(id) FROM undo_layouts GROUP BY tbl)",
        "UPDATE undo_layouts SET tbl = 'verdicts' || id",
        "UPDATE undo_rows SET tbl = 'verdicts'",
        "UPDATE undo_rows SET v1 = x'00'",
        "UPDATE undo_rows SET op = 'replace'",
    ],
)
def test_what_makes_no_sense_is_not_taken_back(tmp_path: Path, damage: str) -> None:
    with earlier(newest() - 1, tmp_path) as (library, past, _):
        with library._store.transaction():
            library._store.run(damage)
        with pytest.raises(LibraryError, match="damaged"):
            library.history.undo()
        assert as_then(library, past[-1]) == past[-1]
