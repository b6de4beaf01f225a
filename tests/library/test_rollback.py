"""A change that was cut off before there was a write-ahead log is taken back, where it was ours."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.library.library import Library
from app.library.rollback import EMPTY, owner_before
from app.library.schema import APPLICATION_ID
from app.model.errors import LibraryError


def cut_off(path: Path, place: Path, change: str) -> Path:
    """Copy a file with its journal in the midst of a change: so a power cut leaves them."""
    place.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode=DELETE")
        db.execute("PRAGMA cache_size=1")
        db.execute("BEGIN")
        db.execute(change)
        db.execute("CREATE TABLE cut_off AS SELECT hex(randomblob(9000)) FROM sqlite_schema a")
        for ending in ("", "-journal"):
            shutil.copy(path.with_name(path.name + ending), place / f"library{ending}")
        db.execute("ROLLBACK")
    return place / "library"


@pytest.mark.parametrize("open_it", [Library.create_or_open, Library.open_read_only])
def test_a_library_opens_as_it_was_before(
    filled: Library, tmp_path: Path, open_it: Callable[[Path], Library]
) -> None:
    filled.close()
    path = cut_off(filled.path, tmp_path / "cut", "UPDATE articles SET title = 'x'")
    assert owner_before(path.with_name("library-journal")) == APPLICATION_ID
    with closing(open_it(path)) as library:
        assert [one.title for one in library.articles.all()] == ["A dam broke"]
        assert library.check() == []


def test_another_programs_file_is_left_as_it_is(tmp_path: Path) -> None:
    other = tmp_path / "other"
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.execute("CREATE TABLE notes (text TEXT)")
        db.execute("INSERT INTO notes VALUES ('mine')")
    path = cut_off(other, tmp_path / "cut", "UPDATE notes SET text = 'x'")
    before = [(one.name, one.read_bytes()) for one in sorted(path.parent.iterdir())]
    assert owner_before(path.with_name("library-journal")) == 0
    with pytest.raises(LibraryError):
        Library.create_or_open(path)
    assert [(one.name, one.read_bytes()) for one in sorted(path.parent.iterdir())] == before


def test_a_library_whose_making_was_cut_off_is_made_anew(tmp_path: Path) -> None:
    new = tmp_path / "new"
    with closing(sqlite3.connect(new, isolation_level=None)) as db:
        db.execute("CREATE TABLE a (b)")
    new.write_bytes(b"")
    path = cut_off(new, tmp_path / "cut", "CREATE TABLE articles (id)")
    assert owner_before(path.with_name("library-journal")) == EMPTY
    with closing(Library.create_or_open(path)) as library:
        assert library.articles.all() == ()
        assert library.check() == []


@pytest.mark.parametrize("content", [b"", b"x" * 99, bytes(512), bytes.fromhex("d9d505f920a163d7")])
def test_what_is_no_journal_says_nothing(tmp_path: Path, content: bytes) -> None:
    journal = tmp_path / "library-journal"
    assert owner_before(journal) is None
    journal.write_bytes(content)
    assert owner_before(journal) is None
