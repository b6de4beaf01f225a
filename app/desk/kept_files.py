"""The files that sources were read from, kept beside the library. Knows no format and no store."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from app.model.errors import InputError, LibraryError

_CHUNK = 1024 * 1024


class KeptFiles:
    """A folder of files named by the SHA-256 of their bytes: ab/cdef…, without an ending.

    Without its ending nothing opens or runs such a file by a double click.
    """

    def __init__(self, library: Path) -> None:
        self.folder = library.with_name(library.name + "-files")

    def find(self, file_digest: str) -> Path | None:
        """The kept file of this digest, or None."""
        path = self._path(file_digest)
        return path if path is not None and path.is_file() else None

    def keep(self, file: Path, file_digest: str) -> None:
        """Keep a copy of `file`, which had this digest when it was read.

        Raises InputError where it has changed since or cannot be read, LibraryError where the copy
        cannot be written.
        """
        path = self._path(file_digest)
        if path is None or path.is_file():
            return
        half = path.with_name(path.name + f".half-{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            found = _copy(file, half)
            if found != file_digest:
                raise InputError(f"{file.name} changed while it was read, so it was not kept.")
            os.replace(half, path)
        except OSError as error:
            raise LibraryError(
                f"{file.name} could not be kept beside the library: {error.strerror}.",
                "Free some space, or add it without keeping files.",
            ) from error
        finally:
            with contextlib.suppress(OSError):
                half.unlink(missing_ok=True)

    def _path(self, file_digest: str) -> Path | None:
        if len(file_digest) != 64 or not set(file_digest) <= set("0123456789abcdef"):
            return None
        return self.folder / file_digest[:2] / file_digest[2:]


def _copy(file: Path, target: Path) -> str:
    """Copy the bytes, down to the disk; answers their digest."""
    told = hashlib.sha256()
    with file.open("rb") as source, open(target, "xb") as copy:
        while piece := source.read(_CHUNK):
            told.update(piece)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    # Read by its owner alone, and never a program.
    os.chmod(target, 0o400)
    return told.hexdigest()
