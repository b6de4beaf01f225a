"""Which files an import is to read: those named, and those in the folders named. Reads none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from app.model.intake import Skipped
from app.model.work import Work

#: Zotero's library, by its name; what lies beside it belongs to it.
ZOTERO = "zotero.sqlite"
#: Files that systems leave in folders.
_LITTER = frozenset({"desktop.ini", "thumbs.db"})
_NUMBER = re.compile(r"(\d{1,18})")


def list_files(paths: Iterable[Path], work: Work) -> tuple[list[Path], list[Skipped]]:
    """The files, each once, folders opened to any depth in the order of names; hidden ones and
    links to folders are passed over. Folders that cannot be read are told. Raises Cancelled."""
    files: dict[str, Path] = {}
    skipped: list[Skipped] = []
    for path in paths:
        # Where a name cannot be (a NUL within), reading the file says so.
        if "\0" in str(path) or not os.path.isdir(path):
            files.setdefault(os.path.abspath(path) if "\0" not in str(path) else str(path), path)
            continue
        found = _in_folder(path, skipped, work)
        if not found:
            skipped.append(Skipped(str(path), "There is no file in this folder."))
        for one in found:
            files.setdefault(os.path.abspath(one), one)
    return list(files.values()), skipped


def _in_folder(folder: Path, skipped: list[Skipped], work: Work) -> list[Path]:
    found: list[Path] = []

    def told(error: OSError) -> None:
        skipped.append(
            Skipped(str(error.filename), f"The folder cannot be read: {error.strerror}.")
        )

    for where, folders, names in os.walk(folder, onerror=told):
        work.tick(0, 0, "Looking for files")
        if ZOTERO in names:
            folders.clear()
            names = [ZOTERO]
        folders[:] = sorted((one for one in folders if not one.startswith(".")), key=_natural)
        wanted = (one for one in names if not one.startswith(".") and one.casefold() not in _LITTER)
        found.extend(Path(where) / name for name in sorted(wanted, key=_natural))
    return found


def _natural(name: str) -> tuple[tuple[str, int], ...]:
    """ "page 2" before "page 10"."""
    parts = _NUMBER.split(name.casefold())
    return tuple(("", int(part)) if place % 2 else (part, 0) for place, part in enumerate(parts))


class OwnFiles:
    """The open library and what lies beside it as part of it.

    Opening and closing one of them from here would drop the locks that SQLite holds on it.
    """

    def __init__(self, library: Path) -> None:
        self._own = os.path.realpath(library)
        self._folders: dict[str, str] = {}

    def __contains__(self, path: Path) -> bool:
        named = str(path).replace("\0", "")
        if not os.path.islink(named):
            # All files of a folder lie where it lies.
            folder, name = os.path.split(named)
            if folder not in self._folders:
                self._folders[folder] = os.path.realpath(folder)
            real = os.path.join(self._folders[folder], name)
        else:
            real = os.path.realpath(named)
        return real.startswith(self._own)
