"""Backups of the library, and the way back from one. Knows no window and no command line."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from app.library import backups, recovery
from app.library.library import Library
from app.model.errors import LibraryError
from app.model.library import Backup, BackupContents, LibraryInfo, Recovery

#: A library that is worked on is backed up at most this often.
EVERY = timedelta(minutes=10)

#: Larger backups are not copied only to be looked into (bytes).
LARGEST_COPY = 300_000_000


class Backups:
    """The backups of one library that is open."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def make(self) -> Backup:
        """Back up now; answers it. On a read-only desk too. Raises LibraryError."""
        return self._library.back_up(datetime.now(UTC))

    def make_if_due(self) -> Backup | None:
        """Back up where something changed since the last one and that is ten minutes old.

        Answers None where none is due. Raises LibraryError.
        """
        now = datetime.now(UTC)
        known = self.all()
        if known and now - known[0].made < EVERY:
            return None
        if not self._library.changed_since(known[0].made if known else None):
            return None
        return self._library.back_up(now)

    def all(self) -> tuple[Backup, ...]:
        """The backups there are, the newest first."""
        return backups.all_of(self._library.path)


def backups_folder(library: Path) -> Path:
    """Where the backups of this library lie, also while there are none."""
    return backups.folder_of(library)


def backups_of(library: Path) -> tuple[Backup, ...]:
    """The backups of a library that need not be open, or cannot be; the newest first."""
    return backups.all_of(library)


def backup_named(library: Path, name: str) -> Backup:
    """The backup of this name, its ending given or not. Raises NotFound."""
    return backups.named(library, name)


def preview_backup(backup: Path) -> LibraryInfo:
    """What a backup holds, in figures. Raises LibraryError where it cannot be opened."""
    library = Library(backups.preview(backup))
    try:
        return library.info()
    finally:
        library.close()


def contents_of(backup: Backup) -> BackupContents:
    """What a backup holds, or why it cannot be looked into; nothing is changed.

    One of an older schema is brought up to date in a copy that is thrown away, up to
    `LARGEST_COPY` bytes.
    """
    try:
        return _contents(backup, Library(backups.preview(backup.path)))
    except LibraryError as error:
        return _contents_of_older(backup) or BackupContents(backup, trouble=str(error))


def _contents_of_older(backup: Backup) -> BackupContents | None:
    """What it holds, once brought up to date; None where that is not what it needs."""
    if backup.bytes > LARGEST_COPY:
        return None
    with TemporaryDirectory(prefix="claimdesk-") as folder:
        copy = Path(folder) / backup.path.name
        try:
            shutil.copyfile(backup.path, copy)
            return _contents(backup, Library.create_or_open(copy))
        except (OSError, LibraryError):
            return None


def _contents(backup: Backup, library: Library) -> BackupContents:
    try:
        articles = sorted(library.articles.all(), key=lambda one: one.added, reverse=True)
        return BackupContents(backup, library.info(), tuple(articles))
    finally:
        library.close()


def restore_backup(library: Path, name: str) -> tuple[Backup, Path]:
    """Put a backup in the place of a library; answers it and where what was there now lies.

    The library is set aside whole, with what SQLite keeps beside it. Every desk on it must be
    closed. Raises NotFound, LibraryError; nothing is changed then.
    """
    chosen = backups.named(library, name)
    return chosen, backups.restore(library, chosen.path, datetime.now(UTC))


def recover_library(library: Path) -> Recovery:
    """Make a damaged library into a working one; the damaged files are set aside untouched.

    Every desk on it must be closed. Raises LibraryError; nothing is changed then.
    """
    return recovery.recover(library, datetime.now(UTC))
