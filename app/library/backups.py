"""The backups of one library: made verified, thinned by age, listed, looked into, put back.

They lie in a folder beside the library, named by their moment in UTC. The library itself is read
through SQLite alone. Must not know when a backup is due.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.library.backup import back_up, sync
from app.library.check import check
from app.library.connection import open_reader
from app.library.store import NO_ROOM, Store
from app.model.errors import LibraryError, NotFound
from app.model.library import Backup

#: How the name of a backup tells its moment.
_MOMENT = "%Y-%m-%dT%H-%M-%SZ"
_ENDING = ".claimdesk"

#: All of two days are kept, then the newest of each of so many days, weeks and months.
ALL_OF = timedelta(days=2)
DAYS, WEEKS, MONTHS = 12, 10, 9

#: What SQLite keeps beside a library while it is open.
BESIDE = ("-wal", "-shm", "-journal")


def folder_of(library: Path) -> Path:
    """Where the backups of a library lie."""
    return library.with_name(library.name + ".backups")


def make(store: Store, now: datetime) -> Backup:
    """Back the library up, hold every row of the copy against its digest, and thin out old ones.

    Raises LibraryError, and leaves no copy, where there is no room, the folder cannot be written,
    or a row of the library is not what was written.
    """
    folder = folder_of(store.path)
    try:
        folder.mkdir(exist_ok=True)
        room = shutil.disk_usage(folder).free
    except OSError as error:
        raise LibraryError(
            f"The folder of backups {folder} cannot be made.",
            "Allow writing beside the library.",
        ) from error
    size = store.value("PRAGMA page_count") * store.value("PRAGMA page_size")
    if room < 2 * size + NO_ROOM:
        raise LibraryError(
            f"There is no room for a backup in {folder}: {2 * size + NO_ROOM:,} bytes are needed.",
            "Free some space on that disk.",
        )
    target = folder / (now.astimezone(UTC).strftime(_MOMENT) + _ENDING)
    while target.exists():
        # Two in one second: a name is a moment, and each has its own.
        now += timedelta(seconds=1)
        target = folder / (now.astimezone(UTC).strftime(_MOMENT) + _ENDING)
    path = back_up(store.db, target, _check)
    made = _told(path)
    thin(folder, made.made)
    return made


def all_of(library: Path) -> tuple[Backup, ...]:
    """The backups of a library, the newest first; those made before an update included."""
    folder = folder_of(library)
    with suppress(OSError):
        found = [folder / name for name in os.listdir(folder)]
        return tuple(sorted(map(_told, _named(found)), key=lambda one: one.made, reverse=True))
    return ()


def named(library: Path, name: str) -> Backup:
    """The backup of this name. Raises NotFound."""
    for one in all_of(library):
        if one.path.name in (name, name + _ENDING):
            return one
    raise NotFound(f"There is no backup “{name}” of this library.")


def kept(moments: Iterable[datetime], newest_good: datetime) -> set[datetime]:
    """Which of the backups made at these moments stay.

    Counted back from the newest of them, not from today: a library left alone for a year keeps
    its backups. `newest_good` stays whatever its age.
    """
    ordered = sorted(moments, reverse=True)
    if not ordered:
        return set()
    stay = {one for one in ordered if ordered[0] - one <= ALL_OF}
    if newest_good in ordered:
        stay.add(newest_good)
    for pattern, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        newest_of: dict[str, datetime] = {}
        for one in ordered:
            newest_of.setdefault(one.strftime(pattern), one)
        stay.update(list(newest_of.values())[:most])
    return stay


def thin(folder: Path, newest_good: datetime) -> None:
    """Take away the backups that `kept` does not keep."""
    moments = {_moment(path): path for path in _named(folder.iterdir())}
    for moment in moments.keys() - kept(moments, newest_good):
        with suppress(OSError):
            moments[moment].unlink()


def is_good(path: Path) -> bool:
    """Whether a backup can be opened and every row of it is as it was written."""
    try:
        _check(path)
    except (LibraryError, sqlite3.Error):
        return False
    return True


def preview(path: Path) -> Store:
    """A backup opened only to look at; its owner closes it. Raises LibraryError."""
    return open_reader(path)


def restore(library: Path, backup: Path, now: datetime) -> Path:
    """Put a backup in the place of a library that nobody has open; answers where that one went.

    The library is set aside whole, with what SQLite keeps beside it, so that this can be taken
    back by hand. A backup of an older schema is brought up to date when it is opened. Raises
    LibraryError, and leaves the library as it was, where the backup is not sound.
    """
    _check(backup)
    return put_in_place(library, backup, now, "replaced")


def put_in_place(library: Path, fresh: Path, now: datetime, why: str) -> Path:
    """Set `library` and what lies beside it aside as they are, then give `fresh` its name.

    Answers the folder they went to. A kill in between leaves the old files or the new one, and
    never a log beside a file it does not belong to: the log goes last when leaving, and the new
    file comes when all are gone. Raises LibraryError.
    """
    aside = _free_folder(library, f"{why}-{now.astimezone(UTC).strftime(_MOMENT)}")
    unfinished = library.with_name(library.name + ".part")
    try:
        shutil.copyfile(fresh, unfinished)
        sync(unfinished)
        aside.mkdir()
        for ending in ("", *BESIDE):
            old = library.with_name(library.name + ending)
            if old.exists():
                os.replace(old, aside / old.name)
        sync(aside)
        os.replace(unfinished, library)
        sync(library.parent)
    except OSError as error:
        _take_back(library, aside, unfinished)
        raise LibraryError(
            f"The library {library} could not be replaced: {error.strerror or error}.",
            "Check that its folder may be written to and has room, then try again.",
        ) from error
    return aside


def finish(library: Path) -> None:
    """Complete a `put_in_place` that was cut off between the old files and the new one."""
    # A name that is none is refused by whoever opens it.
    with suppress(OSError, ValueError):
        unfinished = library.with_name(library.name + ".part")
        if library.exists() or not unfinished.exists():
            return
        rest = [library.with_name(library.name + ending) for ending in BESIDE]
        rest = [one for one in rest if one.exists()]
        if rest:
            aside = _free_folder(library, "replaced-rest")
            aside.mkdir()
            for old in rest:
                os.replace(old, aside / old.name)
        os.replace(unfinished, library)


def _take_back(library: Path, aside: Path, unfinished: Path) -> None:
    """Put the old files back; where the disk refuses that too, `finish` completes the new one.

    The file itself comes last, when what belongs to it lies beside it.
    """
    with suppress(OSError):
        for ending in (*reversed(BESIDE), ""):
            old = aside / (library.name + ending)
            if old.exists():
                os.replace(old, library.with_name(old.name))
        aside.rmdir()
    with suppress(OSError):
        if library.exists():
            unfinished.unlink(missing_ok=True)


def _check(path: Path) -> None:
    name = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(name, uri=True)) as db:
        if db.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise LibraryError(f"The backup {path} is not whole.", "Choose another one.")
    try:
        store = open_reader(path)
    except LibraryError as error:
        if "older Claimdesk" in str(error):
            return  # Its pages are whole; its rows are looked at when it is brought up to date.
        raise
    with closing(store):
        for finding in check(store):
            raise LibraryError(f"The backup is not sound: {finding.sentence}", "Check the library.")


def _named(paths: Iterable[Path]) -> list[Path]:
    return [path for path in paths if path.name.endswith(_ENDING) and _moment(path).year > 1]


def _moment(path: Path) -> datetime:
    try:
        told = path.name.removesuffix(_ENDING).split(" ")[0]
        return datetime.strptime(told, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _told(path: Path) -> Backup:
    return Backup(path, _moment(path), path.stat().st_size)


def _free_folder(library: Path, ending: str) -> Path:
    number, name = 1, library.with_name(f"{library.name}.{ending}")
    while name.exists():
        number += 1
        name = library.with_name(f"{library.name}.{ending} ({number})")
    return name
