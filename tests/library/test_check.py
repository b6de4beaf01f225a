"""A changed row is found, even where the file is whole; what nobody changed raises no alarm."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from types import SimpleNamespace

import pytest

from app.library.library import Library
from app.model.errors import LibraryError


@pytest.fixture
def worked_on(make: SimpleNamespace, filled: Library) -> Library:
    filled.reviews.link(make.evidence(filled, 1, 1))
    filled.reviews.link(make.evidence(filled, 2, 3, stance=None, score=0, differences=()))
    filled.reviews.set_stance(1, None)
    for rating in ("refuted", "supported", "", "refuted"):
        filled.reviews.add_verdict(make.verdict(1, rating, rationale="„Ja“ 🛰"))
    return filled


def test_a_sound_library_raises_no_alarm(library: Library, worked_on: Library) -> None:
    assert worked_on.check() == []
    worked_on.history.undo()
    worked_on.articles.remove(1)
    assert library.check() == []
    reader = library.reader()
    assert reader.check() == []
    reader.close()


@pytest.mark.parametrize(
    "statement", ["UPDATE {0} SET {1} = 1", "DELETE FROM {0}", "UPDATE {0} SET id = id + 100"]
)
@pytest.mark.parametrize(("table", "column"), [("verdicts", "rating"), ("journal", "label")])
def test_the_logs_only_grow(worked_on: Library, statement: str, table: str, column: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="never"), worked_on.step("Tamper"):
        worked_on._store.run(statement.format(table, column))
    assert worked_on.check() == []
    assert len(worked_on.reviews.verdicts(1)) == 4


@pytest.mark.parametrize(
    ("change", "noun", "noun_id"),
    [
        ("UPDATE verdicts SET rating = 'supported' WHERE id = 1", "verdict", 1),
        ("UPDATE verdicts SET rationale = rationale || ' ' WHERE id = 4", "verdict", 4),
        ("UPDATE verdicts SET given = '2020' WHERE id = 2", "verdict", 2),
        ("UPDATE verdicts SET claim_id = 2 WHERE id = 2", "verdict", 2),
        ("UPDATE verdicts SET evidence = '[]' WHERE id = 3", "verdict", 3),
        ("UPDATE verdicts SET row_digest = '' WHERE id = 3", "verdict", 3),
        ("DELETE FROM verdicts WHERE id = 2", "verdict", 3),
        ("DELETE FROM verdicts WHERE id = 4", "verdict", 4),
        ("UPDATE evidence SET stance = 'supports' WHERE id = 1", "evidence", 1),
        ("UPDATE evidence SET exact = exact || '.' WHERE id = 2", "evidence", 2),
        ("UPDATE evidence SET score = 99 WHERE id = 1", "evidence", 1),
        ("UPDATE evidence SET passage_id = 2 WHERE id = 1", "evidence", 1),
        ("UPDATE article_texts SET text = replace(text, '16', '17')", "article", 1),
        ("DELETE FROM article_texts", "article", 1),
        ("UPDATE claims SET quote = 'x' WHERE id = 2", "claim", 2),
        ("UPDATE claims SET span_start = span_start - 1 WHERE id = 3", "claim", 3),
        ("UPDATE claims SET statement = 'x' WHERE id = 2", "claim", 2),
        ("UPDATE claims SET position = 7 WHERE id = 2", "claim", 2),
        ("UPDATE parts SET value = '2017' WHERE claim_id = 2", "claim", 2),
        ("DELETE FROM mentions WHERE claim_id = 3", "claim", 3),
        ("UPDATE reviews SET verdict_id = 1 WHERE claim_id = 1", "claim", 1),
        ("UPDATE passages SET place = 'x' WHERE id = 2", "passage", 2),
        ("UPDATE copies SET text = replace(text, '16', '17')", "source", 1),
        ("UPDATE passages SET text = 'x' WHERE id = 2", "passage", 2),
        ("INSERT INTO passages_fts (rowid, text) VALUES (77, 'ghost')", "library", 0),
        ("DELETE FROM sources", "library", 0),
    ],
)
def test_a_changed_row_is_found(worked_on: Library, change: str, noun: str, noun_id: int) -> None:
    worked_on.close()
    other = sqlite3.connect(worked_on.path, isolation_level=None)
    other.execute("DROP TRIGGER verdicts_never_change")
    other.execute("DROP TRIGGER verdicts_never_go")
    other.execute(change)
    other.close()
    library = Library.create_or_open(worked_on.path)
    findings = library.check()
    library.close()
    assert (noun, noun_id) in [(one.noun, one.id) for one in findings]
    assert all(one.sentence.endswith(".") for one in findings)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE verdicts SET rating = 'supported' WHERE id = 4", "verdict 4"),
        ("UPDATE reviews SET verdict_id = 1 WHERE claim_id = 1", "the review of claim 1"),
        ("UPDATE evidence SET exact = 'x' WHERE id = 1", "evidence 1"),
        ("UPDATE claims SET statement = 'x' WHERE id = 1", "claim 1"),
        ("UPDATE parts SET value = '2017' WHERE claim_id = 1", "claim 1"),
        ("UPDATE article_texts SET text = 'x'", "the text of article 1"),
        ("UPDATE copies SET text = 'x'", "the copy of source 1"),
        ("UPDATE passages SET text = 'x' WHERE id = 1", "passage 1"),
    ],
)
def test_a_changed_row_is_told_and_never_shown(worked_on: Library, change: str, told: str) -> None:
    other = sqlite3.connect(worked_on.path, isolation_level=None)
    other.execute("DROP TRIGGER verdicts_never_change")
    other.execute(change)
    other.close()
    found = worked_on.search.best_passages(["Lede"])
    looks: list[Callable[[], object]] = [
        lambda: worked_on.reviews.get(1),
        lambda: worked_on.claims.of_article(1),
        lambda: worked_on.articles.get(1),
        lambda: worked_on.sources.text(1),
        lambda: worked_on.passages.get(1),
        lambda: worked_on.passages.must_be_as_written(one for one, _, _ in found),
    ]
    refused = []
    for look in looks:
        try:
            look()
        except LibraryError as error:
            refused.append(str(error))
    assert refused
    assert all(f"is damaged: {told} is not as it was written." in one for one in refused)


def test_a_torn_page_is_told_as_damage(worked_on: Library) -> None:
    worked_on.close()
    content = bytearray(worked_on.path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    worked_on.path.write_bytes(content)
    with (
        pytest.raises(LibraryError, match="damaged"),
        closing(Library.create_or_open(worked_on.path)) as library,
    ):
        library.check()


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("CREATE TABLE passages (", "CREATE TABLE passagez ("),
        ("rationale TEXT", "rationalf TEXT"),
        ("span_start INTEGER", "span_ssart INTEGER"),
        ("CREATE TABLE journal (", "CREATE TABLE journam ("),
        ("quote TEXT", "puote TEXT"),
        ("publisher TEXT", "oublisher TEXT"),
    ],
)
def test_a_damaged_schema_is_told_whatever_is_read(
    worked_on: Library, was: str, becomes: str
) -> None:
    worked_on.close()
    with closing(sqlite3.connect(worked_on.path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema=ON")
        change = "UPDATE sqlite_schema SET sql = replace(sql, ?1, ?2) WHERE instr(sql, ?1)"
        assert other.execute(change, (was, becomes)).rowcount > 0
    looks: list[Callable[[Library], object]] = [
        Library.check,
        Library.info,
        lambda library: library.changed_since(None),
        lambda library: library.articles.all(),
        lambda library: library.claims.of_article(1),
        lambda library: library.reviews.get(1),
        lambda library: library.reviews.verdicts(1),
        lambda library: library.sources.all(),
        lambda library: library.passages.of_source(1),
        lambda library: library.search.best_passages(["Lede"]),
        lambda library: library.history.journal(),
    ]
    refused = []
    for open_it in (Library.create_or_open, Library.open_read_only):
        for look in looks:
            try:
                with closing(open_it(worked_on.path)) as library:
                    look(library)
            except LibraryError as error:
                refused.append(str(error))
    assert len(refused) > 1
    assert all("damaged" in one for one in refused)


def test_anything_may_stand_where_a_number_stood(worked_on: Library) -> None:
    worked_on.close()
    with closing(sqlite3.connect(worked_on.path, isolation_level=None)) as other:
        other.execute("PRAGMA writable_schema=ON")
        other.execute("UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '')")
    with closing(sqlite3.connect(worked_on.path, isolation_level=None)) as other:
        other.execute("UPDATE passages SET span_start = 'x' WHERE id = 1")
        other.execute("UPDATE claims SET quote = x'ff' WHERE id = 1")
    with closing(Library.open_read_only(worked_on.path)) as library:
        found = {(one.noun, one.id) for one in library.check()}
    assert {("passage", 1), ("claim", 1)} <= found
