"""A library of an earlier release is brought up to date without losing a row."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.library import connection
from app.library.library import Library
from app.library.schema import m001_first_check
from app.model.ledger import Excused
from app.model.span import Span

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
    assert library.info().schema == 6
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
