"""A foreign Zotero library: read from a copy, by named columns, within limits."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from app.library import zotero
from app.library.zotero import read_zotero
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import Reference
from app.model.work import Cancelled, Work

TABLES = """
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, dateAdded TEXT, key TEXT);
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value);
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT);
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, path TEXT);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
INSERT INTO itemTypes VALUES (1, 'newspaperArticle'), (2, 'attachment');
INSERT INTO fields VALUES (1, 'title'), (2, 'date'), (3, 'publicationTitle'), (4, 'abstractNote');
INSERT INTO itemDataValues VALUES (1, 'The dam'), (2, '2021-05-00 May 2021'), (3, 'Daily Post');
INSERT INTO items VALUES (1, 1, '', 'AAAA'), (2, 2, '', 'BBBB'), (3, 1, '', 'CCCC'),
  (4, 1, '', 'DDDD'), (5, 2, '', 'EEEE'), (6, 2, '', 'FFFF');
INSERT INTO itemData VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3), (3, 1, 1);
INSERT INTO creators VALUES (1, 'Lena', 'Ford'), (2, '', 'Reuters');
INSERT INTO itemCreators VALUES (1, 2, 1, 1), (1, 1, 1, 0);
INSERT INTO itemAttachments VALUES (2, 1, 'storage:dam.txt'), (5, 1, 'storage:../../secret.txt'),
  (6, 1, '/etc/passwd');
INSERT INTO deletedItems VALUES (3);
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A Zotero folder with one article, its stored file, a deleted and an empty item."""
    path = tmp_path / "Zotero" / "zotero.sqlite"
    (path.parent / "storage" / "BBBB").mkdir(parents=True)
    (path.parent / "storage" / "BBBB" / "dam.txt").write_text("The dam broke.", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    with sqlite3.connect(path) as conn:
        conn.executescript(TABLES)
    conn.close()
    return path


def test_items_are_read_with_the_files_stored_of_them(library: Path) -> None:
    before = library.read_bytes()
    one, empty = read_zotero(library, Work())
    assert one == Reference(
        "zotero.sqlite, item AAAA",
        id="zotero:AAAA",
        type="article-newspaper",
        title="The dam",
        author="Ford, Lena; Reuters",
        issued="2021-05",
        container_title="Daily Post",
        attachments=(library.parent / "storage" / "BBBB" / "dam.txt",),
    )
    assert isinstance(empty, Skipped)
    assert library.read_bytes() == before
    assert [path.name for path in library.parent.iterdir() if path.name.startswith("zotero")] == [
        "zotero.sqlite"
    ]


def test_a_library_that_zotero_holds_open_is_read_all_the_same(library: Path) -> None:
    holding = sqlite3.connect(library, isolation_level=None)
    holding.execute("PRAGMA locking_mode=EXCLUSIVE")
    holding.execute("BEGIN EXCLUSIVE")
    assert isinstance(next(read_zotero(library, Work())), Reference)
    holding.close()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("ALTER TABLE itemData RENAME COLUMN valueID TO value", "does not know"),
        ("DROP TABLE creators", "does not know"),
        ("DROP TABLE items", "is not a Zotero library"),
        (
            "DROP TABLE creators; CREATE VIEW creators AS SELECT 1 creatorID, "
            "'' firstName, '' lastName",
            "does not know",
        ),
        (
            "DROP TABLE creators; CREATE VIRTUAL TABLE creators USING "
            "fts5(creatorID, firstName, lastName)",
            "does not know",
        ),
    ],
)
def test_what_is_not_known_is_refused(library: Path, change: str, sentence: str) -> None:
    with sqlite3.connect(library) as conn:
        conn.executescript(change)
    conn.close()
    with pytest.raises(InputError, match=sentence):
        list(read_zotero(library, Work()))


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + b"\xff" * 5000, b"hello" * 999])
def test_what_is_no_database_is_refused(library: Path, content: bytes) -> None:
    library.write_bytes(content)
    with pytest.raises(InputError, match=r"zotero\.sqlite"):
        list(read_zotero(library, Work()))


def test_a_damaged_library_is_told(library: Path) -> None:
    data = bytearray(library.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    library.write_bytes(data)
    with pytest.raises(InputError, match="damaged"):
        list(read_zotero(library, Work()))


def test_it_ends_in_time_and_when_called_off(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zotero, "SECONDS", -1.0)
    monkeypatch.setattr(zotero, "_STEPS", 1)
    with pytest.raises(InputError, match="could not be read within"):
        list(read_zotero(library, Work()))
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        list(read_zotero(library, work))


@pytest.mark.parametrize(
    "swollen",
    [
        "INSERT INTO itemData SELECT 1, number, 9 FROM numbers",
        "INSERT INTO itemCreators SELECT 1, 9, 1, number FROM numbers",
    ],
)
def test_one_long_value_named_without_end_is_refused(library: Path, swollen: str) -> None:
    with sqlite3.connect(library) as conn:
        conn.executescript(
            "INSERT INTO itemDataValues VALUES (9, printf('%.*c', 5000000, 'a'));"
            "INSERT INTO creators VALUES (9, '', printf('%.*c', 5000000, 'a'));"
            "CREATE TABLE numbers AS WITH RECURSIVE counted(number) AS "
            "(SELECT 1 UNION ALL SELECT number + 1 FROM counted LIMIT 500) "
            "SELECT number FROM counted;"
        )
        conn.execute(swollen)
    conn.close()
    with pytest.raises(InputError, match="holds more than can be read at once"):
        list(read_zotero(library, Work()))


def test_a_missing_library_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be copied"):
        list(read_zotero(tmp_path / "zotero.sqlite", Work()))
