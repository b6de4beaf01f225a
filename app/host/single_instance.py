"""One window a library: a lock file beside the library, held while the window is open.

Must not know Qt, nor open the library itself.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

# Windows forbids reading a locked byte, so the byte that is locked lies far behind the text.
_LOCKED_BYTE = 1 << 30


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a library open: process id, computer's name, time (ISO 8601, UTC)."""

    pid: int
    host: str
    since: str


class LibraryInUse(Exception):
    """The library is open in another window; `str()` is a sentence, `holder` says whose."""

    def __init__(self, holder: Holder | None) -> None:
        self.holder = holder
        if holder is None:
            sentence = "This library is open in another window."
        elif holder.host == socket.gethostname():
            sentence = f"This library is open in another window (process {holder.pid})."
        else:
            sentence = f"This library is open on {holder.host} since {holder.since}."
        super().__init__(sentence)


class LibraryLock:
    """The right to show one library in a window, until `release` or the end of the process."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    @classmethod
    def take(cls, library: Path, *, by_force: bool = False) -> LibraryLock:
        """Take the lock of `library`; raises LibraryInUse where it is held, OSError from the disk.

        The system drops the lock of a process that died, so what a crash left behind on this
        computer is taken without asking. What another computer left cannot be told from a window
        that is open there: `by_force` takes it after the reviewer was asked.
        """
        path = lock_file(library)
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
            try:
                if not _try_lock(handle):
                    raise LibraryInUse(_read(handle))
                if not _still_at(handle, path):
                    os.close(handle)  # its last holder removed it between our opening and locking
                    continue
                holder = _read(handle)
                if holder and holder.host != socket.gethostname() and not by_force:
                    raise LibraryInUse(holder)
                _write(handle)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.close(handle)
                raise
            return cls(path, handle)

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        with contextlib.suppress(OSError):
            # Emptied first: where removing fails, what stays behind names no holder.
            os.ftruncate(handle, 0)
            if os.name == "posix":
                self._path.unlink()
        os.close(handle)
        if os.name != "posix":
            with contextlib.suppress(OSError):
                self._path.unlink()

    def __enter__(self) -> LibraryLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def lock_file(library: Path) -> Path:
    """The lock file of `library`: beside it, so that other computers see it in a shared folder."""
    library = library.expanduser().resolve()
    return library.with_name(library.name + ".open")


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _still_at(handle: int, path: Path) -> bool:
    """Whether the locked file is still the one that others find under `path`."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _read(handle: int) -> Holder | None:
    """Who wrote the lock file; None where it is empty or makes no sense."""
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        kept = json.loads(os.read(handle, 4096).decode("utf-8"))
        return Holder(int(kept["pid"]), str(kept["host"]), str(kept["since"]))
    except (ValueError, TypeError, KeyError):
        return None


def _write(handle: int) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(os.getpid(), socket.gethostname(), since)
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, json.dumps(asdict(holder), ensure_ascii=False).encode("utf-8"))
