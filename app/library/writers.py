"""The mark that a process may be writing to a library: whoever left it behind ended uncleanly.

Must not know what is written.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

from app.library.store import Store, utc_now
from app.model.errors import LibraryError


class Mark:
    """One writer's mark, set when its library is opened and taken back when it is closed.

    `others_ended_uncleanly` says that a mark was found whose process is gone: it was killed, or
    the power failed. That mark is taken away; it was meant for whoever comes next. `is_alone` says
    that nobody else may be writing.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._id = 0
        self.others_ended_uncleanly = False
        self.is_alone = False
        # A disk with no room takes no mark, and still lets its library be read and exported.
        with suppress(LibraryError), store.transaction():
            left = store.rows("SELECT id, pid, host, boot FROM writers")
            gone = [(row[0],) for row in left if not _is_at_work(*row[1:])]
            store.run_many("DELETE FROM writers WHERE id = ?", gone)
            self._id = store.run(
                "INSERT INTO writers (pid, host, boot, since) VALUES (?, ?, ?, ?)",
                (os.getpid(), socket.gethostname(), _boot(), utc_now()),
            )
            self.others_ended_uncleanly = bool(gone)
            self.is_alone = len(gone) == len(left)

    def take_back(self) -> None:
        """End cleanly; where that cannot be written, the next start looks through the library."""
        if not self._id:
            return
        mark, self._id = self._id, 0
        with suppress(LibraryError), self._store.transaction():
            self._store.run("DELETE FROM writers WHERE id = ?", (mark,))


def _is_at_work(pid: int, host: str, boot: str) -> bool:
    """Whether the process that left a mark may still be writing; of another computer we cannot
    know, and of an earlier start of this one it cannot."""
    if host != socket.gethostname():
        return True
    if boot != _boot():
        return False
    if pid == os.getpid():
        return True
    if sys.platform == "win32":
        return False  # Asking would end it there; a check too many does no harm.
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _boot() -> str:
    """What tells this start of the computer from the one before; empty where nothing does."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
