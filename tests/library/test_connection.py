"""Which files are opened as a library, which are refused, and that these are left as they are."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.library import connection
from app.library.library import Library
from app.library.schema import APPLICATION_ID, MIGRATIONS
from app.model.errors import LibraryError

ROOT = Path(__file__).resolve().parents[2]


def refusal(path: Path, opening: Callable[[Path], Library] = Library.create_or_open) -> str:
    with pytest.raises(LibraryError) as raised:
        opening(path)
    assert raised.value.action.endswith(".")
    return str(raised.value)


def alter(path: Path, *statements: str) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        other.execute(statement)
    other.close()


def test_a_new_library_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "new library"
    library = Library.create_or_open(path)
    assert library.path == path
    assert library.info().schema == 7
    library.close()
    library.close()
    assert [one.name for one in path.parent.iterdir()] == ["new library"]
    alter(path, "PRAGMA query_only=ON")
    with sqlite3.connect(path) as other:
        assert other.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    other.close()


def test_every_connection_is_set_up_to_keep_what_it_says(library: Library) -> None:
    def pragma(of: Library, name: str) -> object:
        return of._store.value(f"PRAGMA {name}")

    assert pragma(library, "journal_mode") == "wal"
    assert pragma(library, "synchronous") == 2
    reader = library.reader()
    for one in (library, reader):
        assert pragma(one, "foreign_keys") == 1
        assert pragma(one, "trusted_schema") == 0
        assert pragma(one, "temp_store") == 2
        assert pragma(one, "busy_timeout") == connection.PATIENCE_MS
    assert (pragma(library, "query_only"), pragma(reader, "query_only")) == (0, 1)
    reader.close()


@pytest.mark.parametrize(
    "content",
    [
        b"x",
        b"This is a text, and no library. " * 300,
        b"SQLite format 3\0" + b"torn" * 2000,
        b"SQLite format 3\0",
        bytes(4096),
        os.urandom(9000),
    ],
)
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    assert "not a Claimdesk library" in refusal(path)
    assert "not a Claimdesk library" in refusal(path, Library.open_read_only)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "other.db"
    alter(path, f"PRAGMA journal_mode={mode}", "CREATE TABLE mine (x)", "PRAGMA application_id=7")
    before = path.read_bytes()
    assert "not a Claimdesk library" in refusal(path)
    assert path.read_bytes() == before


def test_a_crashed_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    code = (
        "import os, sqlite3; c = sqlite3.connect('other.db', isolation_level=None); "
        "c.execute('PRAGMA journal_mode=wal'); c.execute('CREATE TABLE mine (x)'); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
    log = tmp_path / "other.db-wal"
    before = path.read_bytes(), log.read_bytes()
    assert "not a Claimdesk library" in refusal(path)
    assert (path.read_bytes(), log.read_bytes()) == before


def test_a_newer_library_is_left_as_it_is(filled: Library) -> None:
    filled.close()
    alter(
        filled.path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('claimdesk', 'm002_from_the_future', '2030')",
    )
    before = filled.path.read_bytes()
    assert "newer Claimdesk" in refusal(filled.path)
    assert "newer Claimdesk" in refusal(filled.path, Library.open_read_only)
    assert filled.path.read_bytes() == before


def test_a_folder_and_what_is_no_file_are_refused(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "is not a file" in refusal(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"x")
    assert "cannot be made" in refusal(tmp_path / "file" / "under" / "library")
    refusal(tmp_path / ("long" * 200))
    refusal(tmp_path / "nul\0nul")
    assert not (tmp_path / "nul").exists()


def test_reading_makes_no_library(tmp_path: Path) -> None:
    path = tmp_path / "nowhere"
    assert "no library" in refusal(path, Library.open_read_only)
    path.write_bytes(b"")
    assert "no library" in refusal(path, Library.open_read_only)
    assert path.read_bytes() == b""


def test_a_library_in_the_making_is_finished(tmp_path: Path) -> None:
    path = tmp_path / "library"
    alter(path, f"PRAGMA application_id={APPLICATION_ID}")
    library = Library.create_or_open(path)
    assert library.info().schema == 7
    library.close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_library_that_another_program_holds_is_refused(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE_MS", 50)
    other = sqlite3.connect(filled.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "Another program is writing" in refusal(filled.path)
    reader = Library.open_read_only(filled.path)
    assert reader.info().articles == 1
    reader.close()
    other.execute("ROLLBACK")
    other.close()
    Library.create_or_open(filled.path).close()


# Root may write everywhere, so these look with the eyes of somebody else.


def as_nobody(code: str, *arguments: object) -> str:
    """What this code prints in a process that may not do what the files' rights forbid."""
    before = "import sys; from pathlib import Path; from app.library.library import Library; "
    before += "from app.model.errors import LibraryError; path = Path(sys.argv[1])\n"
    drop = "import os\nif hasattr(os, 'geteuid') and os.geteuid() == 0: os.setuid(65534)\n"
    done = subprocess.run(
        [sys.executable, "-c", before + drop + code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


WRITE = """
try:
    Library.create_or_open(path)
except LibraryError as error:
    print(error, error.action)
"""
READ = "print(len(Library.open_read_only(path).articles.all()))"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may pass.

    None of pytest's own: whoever runs the tests beside us closes the folder of all runs to others.
    """
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are another matter there")
@pytest.mark.parametrize(
    ("folder", "file", "told"), [(0o555, 0o644, "is read-only"), (0o777, 0o444, "is read-only")]
)
def test_a_read_only_library_is_refused_but_read(
    make: SimpleNamespace, open_folder: Path, folder: int, file: int, told: str
) -> None:
    place = open_folder / "place"
    path = place / "library"
    library = Library.create_or_open(path)
    library.articles.add(make.article(), make.claims())
    library.close()
    path.chmod(file)
    place.chmod(folder)
    before = path.read_bytes()
    try:
        assert told in as_nobody(WRITE, path)
        assert as_nobody(READ, path) == "1"
        assert path.read_bytes() == before
        path.chmod(0o000)
        if folder == 0o555:
            assert "is read-only" in as_nobody(WRITE, place / "new")
        assert "may not be read" in as_nobody(WRITE, path)
    finally:
        place.chmod(0o755)


# Migrations. These sets stand for the app of yesterday and of tomorrow.


def _tomorrow() -> Migrations:
    later = Migrations("claimdesk")

    @later()
    def m001_first_check(_: Database) -> None:
        raise AssertionError("this was applied yesterday")

    @later()
    def m002_own_claims(_: Database) -> None:
        raise AssertionError("this was applied yesterday")

    @later()
    def m003_vouched_rows(_: Database) -> None:
        raise AssertionError("this was applied yesterday")

    @later()
    def m004_source_files(_: Database) -> None:
        raise AssertionError("this was applied yesterday")

    @later()
    def m005_left_out(_: Database) -> None:
        raise AssertionError("this was applied yesterday")

    @later()
    def m006_confidential(_: Database) -> None:
        raise AssertionError("this was applied yesterday")

    @later()
    def m007_named_undo(_: Database) -> None:
        raise AssertionError("this was applied yesterday")

    @later()
    def m008_colour(db: Database) -> None:
        db.conn.execute("ALTER TABLE claims ADD COLUMN colour TEXT NOT NULL DEFAULT ''")

    return later


def test_an_older_library_is_backed_up_and_brought_up_to_date(
    make: SimpleNamespace, filled: Library
) -> None:
    filled.reviews.add_verdict(make.verdict(1))
    before = make.dump(filled)
    filled.close()
    with pytest.raises(LibraryError, match="older Claimdesk"):
        connection.open_reader(filled.path, _tomorrow())
    library = Library(connection.open_writer(filled.path, _tomorrow()))
    assert connection.schema_number(library._store.db, MIGRATIONS) == 8
    assert library._store.value("SELECT count(*) FROM claims WHERE colour = ''") == 3
    assert len(library.reviews.verdicts(1)) == 1
    library.articles.remove(1)
    library.history.undo()
    assert library._store.value("SELECT count(*) FROM claims WHERE colour = ''") == 3
    # What was written down before the update is taken back after it, and done again.
    verdict = library.reviews.get(1).verdict
    library.history.undo()
    assert library.reviews.get(1).verdict is None
    library.history.redo()
    assert library.reviews.get(1).verdict == verdict
    library.close()
    backup = filled.path.with_name(filled.path.name + ".schema-7.backup")
    kept = Library.create_or_open(backup)
    assert make.dump(kept) == before
    assert kept.check() == []
    kept.close()
    assert sorted(one.name for one in filled.path.parent.iterdir()) == sorted(
        [filled.path.name, backup.name]
    )


def test_a_migration_that_fails_leaves_the_library_as_it_was(
    make: SimpleNamespace, filled: Library
) -> None:
    broken = _tomorrow()

    @broken()
    def m008_broken(db: Database) -> None:
        db.conn.execute("DROP TABLE sources")
        raise KeyError

    before = make.dump(filled)
    filled.close()
    with pytest.raises(KeyError):
        connection.open_writer(filled.path, broken)
    store = connection.open_writer(filled.path, _tomorrow())
    assert store.value("SELECT count(*) FROM sources") == 1
    store.close()
    backup = Library.create_or_open(filled.path.with_name(filled.path.name + ".schema-7.backup"))
    assert make.dump(backup) == before
    backup.close()
