"""Writes a file that was not there before, whole or not at all. Knows nothing of what is in it."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.model.errors import InputError, LibraryError

_ACTION = "Choose another place for it."


def write_new(path: Path, content: str | bytes) -> Path:
    """Write `content`, a text as UTF-8, to `path`, or beside it as "name (2)" where that exists.

    The bytes are on the disk before the name appears, so a reader never sees half a file and no
    file is ever overwritten. Answers the path written. Raises InputError for a path that cannot
    name a new file, LibraryError where the disk refuses.
    """
    if os.path.isdir(path):  # Path.is_dir raises where a name is too long
        raise InputError(f"{path} is a folder; give the name of a file in it.")
    if not os.path.isdir(path.parent):
        raise InputError(f"There is no folder {path.parent}.")
    draft = path.with_name(f".claimdesk-{secrets.token_hex(6)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content.encode("utf-8") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        return _give_name(draft, path)
    except OSError as error:
        raise _refusal(error, path) from error
    finally:
        # A disk that lets nobody write refuses this too, and has nothing to take away.
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _give_name(draft: Path, path: Path) -> Path:
    for wanted in _names(path):
        try:
            os.link(draft, wanted)
        except FileExistsError:
            continue
        except OSError:
            # A disk without hard links (FAT): the name is taken first, then filled.
            try:
                wanted.open("xb").close()
            except FileExistsError:
                continue
            os.replace(draft, wanted)
        _settle_folder(path.parent)
        return wanted
    raise AssertionError("the names never run out")


def _names(path: Path) -> Iterator[Path]:
    yield path
    number = 2
    while True:
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1


def _settle_folder(folder: Path) -> None:
    # The new name is in the folder only when the folder is on the disk; Windows has no such call.
    if os.name == "nt":
        return
    with suppress(OSError):  # some network disks cannot; the file's own bytes are safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(error: OSError, path: Path) -> InputError | LibraryError:
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return InputError(f"“{path.name}” cannot be the name of a file.")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return LibraryError(f"The disk is full; {path.name} was not written.", _ACTION)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return LibraryError(f"The folder {path.parent} cannot be written to.", _ACTION)
    return LibraryError(f"{path.name} could not be written: {error.strerror}.", _ACTION)
