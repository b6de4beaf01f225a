"""Opening a library file: is it ours, may we write, and with which settings. Knows no nouns.

The live file is touched through SQLite alone: when a process closes any other handle of it, POSIX
drops the locks that SQLite holds there.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from app.library.backup import back_up
from app.library.rollback import EMPTY, owner_before
from app.library.schema import APPLICATION_ID, MIGRATIONS, number_of
from app.library.store import Store, in_plain_words, is_full
from app.model.errors import LibraryError, WritingRefused

#: How long a connection waits for another one to finish writing, in milliseconds.
PATIENCE_MS = 2000

#: The least that SQLite shares between the connections to a library, in bytes.
SHARED = 32 * 1024

#: What pages a connection keeps in memory, in KiB.
CACHE_KIB = 32 * 1024

#: After a checkpoint the write-ahead log is cut back to this many bytes.
WAL_KEPT = 64 * 1024 * 1024


def open_writer(path: Path, migrations: Migrations = MIGRATIONS) -> Store:
    """A connection that may write, to a library that is made or brought up to date if need be.

    Raises LibraryError for a file that is not ours, is newer or is locked, and WritingRefused for
    one that may not be written to; such a file is left as it is. A library of an older schema is
    backed up beside itself first.
    """
    path = _absolute(path)
    _roll_back(path)
    fresh = _is_absent_or_empty(path)
    if fresh:
        _make_folder(path.parent)
    else:
        _inspect(path, migrations)
    _refuse_unwritable(path)
    db = _connect(path, "rwc" if fresh else "rw")
    store = Store(db, path, read_only=False, as_made=lambda: _is_as_made(db, migrations))
    try:
        with store.telling():
            _set_up(db)
            # Asks for the right to write, and says at once where there is none.
            db.conn.execute("BEGIN IMMEDIATE")
            db.conn.execute("ROLLBACK")
            _bring_up_to_date(db, path, migrations)
            _keep_what_is_committed(db)
    except BaseException:
        db.close()
        raise
    store.stay_with_file()
    return store


def open_reader(path: Path, migrations: Migrations = MIGRATIONS) -> Store:
    """A connection that only reads a library that is there.

    Raises LibraryError for a file that is not ours, is newer or older than this app, or cannot be
    read.
    """
    path = _absolute(path)
    _roll_back(path)
    if _is_absent_or_empty(path):
        raise LibraryError(f"There is no library at {path}.", "Choose another file.")
    if _inspect(path, migrations):
        raise LibraryError(
            f"The library {path} was made by an older Claimdesk.",
            "Open it for writing once, so that it is brought up to date.",
        )
    db = _connect_reader(path)
    store = Store(db, path, read_only=True, as_made=lambda: _is_as_made(db, migrations))
    try:
        with store.telling():
            _set_up(db)
    except BaseException:
        db.close()
        raise
    return store


def schema_number(db: Database, migrations: Migrations = MIGRATIONS) -> int:
    """The number of the newest migration that this library has; 0 for none."""
    return max((number_of(one.name) for one in migrations.applied(db)), default=0)


def _absolute(path: Path) -> Path:
    try:
        if "\0" in str(path):
            raise ValueError  # SQLite would take what stands before it for the name.
        path = Path(os.path.abspath(path))
        path.is_file()
    except PermissionError as error:
        raise _may_not(path) from error
    except (OSError, ValueError) as error:
        raise LibraryError("That is no name for a file.", "Choose another file.") from error
    return path


def _is_absent_or_empty(path: Path) -> bool:
    """Whether a new library may be made there. Raises LibraryError for a folder and the like."""
    try:
        if path.is_dir():
            raise LibraryError(
                f"{path} is a folder, not a library.", "Choose a file in it or a new name."
            )
        if not path.exists():
            return True
        if not path.is_file():
            raise LibraryError(f"{path} is not a file.", "Choose another file.")
        return path.stat().st_size == 0
    except OSError as error:
        raise _may_not(path) from error


def _lies_still(path: Path) -> bool:
    """Whether nobody can be changing the file: its folder is read-only and no log lies there.

    SQLite needs to write beside a file in order to share it, so that only then it may be told that
    there is nobody to share it with.
    """
    return not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists()


def _is_cramped(path: Path) -> bool:
    """Whether the disk has no room for what SQLite shares with others, and nobody shares yet."""
    try:
        shared = path.with_name(path.name + "-shm").stat().st_size
    except OSError:
        shared = 0
    return shared < SHARED and is_full(path.parent)


def _roll_back(path: Path) -> None:
    """Let SQLite take back a change of ours that was cut off before there was a write-ahead log.

    A connection that only reads cannot do it, and `_inspect` must not change what is not ours.
    """
    owner = owner_before(path.with_name(path.name + "-journal"))
    if owner not in (EMPTY, APPLICATION_ID) or not os.access(path, os.W_OK):
        return
    with contextlib.suppress(sqlite3.Error, UnicodeDecodeError, LibraryError):
        # Where it fails, whoever opens the file next says what is wrong with it.
        db = _connect(path, "rw")
        try:
            db.conn.execute("SELECT count(*) FROM sqlite_schema")
        finally:
            db.close()


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The folder {folder} cannot be made.", "Choose another place for the library."
        ) from error


def _refuse_unwritable(path: Path) -> None:
    if not os.access(path.parent, os.W_OK):
        raise (WritingRefused if path.exists() else LibraryError)(
            f"The folder {path.parent} is read-only, so no library in it can be changed.",
            "Allow writing in the folder, or choose another library.",
        )
    if path.exists() and not os.access(path, os.W_OK):
        raise WritingRefused(
            f"The library {path} is read-only.", "Allow writing to it, or choose another library."
        )


def _may_not(path: Path) -> LibraryError:
    return LibraryError(
        f"The library {path} may not be read by you.",
        "Allow reading and writing the file and its folder, or choose another library.",
    )


def _inspect(path: Path, migrations: Migrations) -> bool:
    """Look at a file without being able to change it; answers whether migrations are pending.

    Raises LibraryError where it is no library of ours, a newer one, or cannot be read.
    """
    if not os.access(path, os.R_OK):
        raise _may_not(path)
    db = _connect_reader(path)
    try:
        _set_up(db)
        if db.conn.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise _not_ours(path)
        if {one.name for one in migrations.applied(db)} - _names(migrations):
            raise LibraryError(
                f"The library {path} was made by a newer Claimdesk.",
                "Update Claimdesk to open it; the file was left as it is.",
            )
        return bool(migrations.pending(db))
    except sqlite3.Error as error:
        # A file of another program can fail a query of ours in ways that cannot be foreseen.
        raise (in_plain_words(error, path) or _not_ours(path)) from error
    except UnicodeDecodeError as error:
        # SQLite complains of a schema that is no text any more, and quotes it.
        raise in_plain_words(sqlite3.OperationalError(), path) or _not_ours(path) from error
    finally:
        db.close()


def _not_ours(path: Path) -> LibraryError:
    return LibraryError(
        f"{path} is not a Claimdesk library.", "Choose another file; this one was left as it is."
    )


def _names(migrations: Migrations) -> set[str]:
    # The set tells its names only as what is pending, and in an empty database that is all.
    nothing = Database(memory=True, execute_plugins=False)
    try:
        return {one.name for one in migrations.pending(nothing)}
    finally:
        nothing.close()


def _is_as_made(db: Database, migrations: Migrations) -> bool:
    """Whether every table and column is there that the migrations make, and no other."""
    fresh = Database(memory=True, execute_plugins=False)
    try:
        migrations.apply(fresh)
        return _columns(db) == _columns(fresh)
    except (sqlite3.Error, UnicodeDecodeError):
        return False
    finally:
        fresh.close()


def _columns(db: Database) -> set[tuple[str, ...]]:
    sql = (
        "SELECT made.name, has.name, has.type FROM main.sqlite_schema AS made "
        "JOIN pragma_table_info(made.name, 'main') AS has WHERE made.type = 'table'"
    )
    return set(db.conn.execute(sql))


def _connect_reader(path: Path) -> Database:
    """A connection that can change nothing."""
    if _lies_still(path) or not _is_cramped(path):
        return _connect(path, "ro", still=_lies_still(path))
    # SQLite locks out everybody else then, and keeps in memory what it would share with them.
    db = _connect(path, "rw")
    db.conn.execute("PRAGMA locking_mode=EXCLUSIVE")
    db.conn.execute("PRAGMA query_only=ON")
    return db


def _connect(path: Path, mode: str, *, still: bool = False) -> Database:
    """A connection in SQLite's own autocommit; `still` promises that nobody changes the file."""
    name = quote(os.fsencode(path.as_posix()), safe="/:")
    uri = "file://" + ("" if name.startswith("/") else "/") + name + f"?mode={mode}"
    try:
        conn = sqlite3.connect(
            uri + ("&immutable=1" if still else ""),
            uri=True,
            timeout=PATIENCE_MS / 1000,
            isolation_level=None,
            # One lock serves all threads in turn; see Store.
            check_same_thread=False,
        )
    except sqlite3.Error as error:
        told = in_plain_words(error, path)
        if told is None:
            raise
        raise told from error
    db = Database(conn, execute_plugins=False, recursive_triggers=False)
    if mode == "ro":
        conn.execute("PRAGMA query_only=ON")
    return db


def _set_up(db: Database) -> None:
    for pragma in (
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "temp_store=MEMORY",
        f"cache_size=-{CACHE_KIB}",
    ):
        db.conn.execute(f"PRAGMA {pragma}")


def _keep_what_is_committed(db: Database) -> None:
    # WAL with NORMAL loses acknowledged verdicts in a power cut; with FULL it does not.
    db.conn.execute("PRAGMA journal_mode=WAL")
    db.conn.execute("PRAGMA synchronous=FULL")
    db.conn.execute(f"PRAGMA journal_size_limit={WAL_KEPT}")


def _bring_up_to_date(db: Database, path: Path, migrations: Migrations) -> None:
    if not migrations.pending(db):
        return
    before = schema_number(db, migrations)
    if before:
        back_up(db, path.with_name(f"{path.name}.schema-{before}.backup"))
    db.conn.execute("PRAGMA synchronous=FULL")
    # All or nothing: killed between two of them it would be a library of no release.
    with db.atomic():
        db.conn.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrations.apply(db)
