"""What is left when a bug ends or hurts the app: a file that tells where, never an article's text.

Must not know the window that offers the file at the next start.
"""

from __future__ import annotations

import atexit
import contextlib
import faulthandler
import os
import platform
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from app.host.logs import where

_CRASH = "crash-"
_FATAL = "fatal-"
_SEEN = ".seen"
_FILES_KEPT = 5
_FILES_A_RUN = 5


def install(folder: Path, about: Mapping[str, str] | None = None) -> None:
    """From now on every uncaught error, in any thread, leaves a file in `folder`.

    `about` is written at the top (the app's version, Qt's). The hooks that stood before are called
    too, so a terminal still shows the error. The same error at the same place is written once a
    run. A fault that kills the process is written by faulthandler. Where the folder cannot be
    written nothing is installed but the hooks, which then do nothing more than before.
    """
    _Recorder(folder, about or {}).install()


def pending(folder: Path) -> Path | None:
    """The newest crash file that was not dismissed, or None."""
    files = [file for file in _files(folder) if not file.name.endswith(_SEEN) and _size(file) > 0]
    return max(files, key=_changed, default=None)


def dismiss(folder: Path) -> None:
    """Offer none of the present files again; the last few stay for whoever asks for them."""
    for file in _files(folder):
        with contextlib.suppress(OSError):
            if not file.name.endswith(_SEEN) and _size(file) > 0:
                file.replace(file.with_name(file.name + _SEEN))
    seen = sorted((f for f in _files(folder) if f.name.endswith(_SEEN)), key=_changed)
    for file in seen[:-_FILES_KEPT]:
        with contextlib.suppress(OSError):
            file.unlink()


class _Recorder:
    """The hooks of one run and what they have written so far."""

    def __init__(self, folder: Path, about: Mapping[str, str]) -> None:
        self._folder = folder
        self._about = dict(about)
        self._written: set[tuple[str, str]] = set()
        self._lock = threading.Lock()

    def install(self) -> None:
        before = sys.excepthook
        before_in_thread = threading.excepthook

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self._record(kind, trace, "main thread")
            before(kind, error, trace)

        def thread_hook(args: threading.ExceptHookArgs) -> None:
            name = args.thread.name if args.thread else "a thread"
            self._record(args.exc_type, args.exc_traceback, name)
            before_in_thread(args)

        sys.excepthook = hook
        threading.excepthook = thread_hook
        with contextlib.suppress(OSError):
            self._watch_for_faults()

    def _watch_for_faults(self) -> None:
        """Give faulthandler an open file, since a dying process can no longer open one."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{_FATAL}{_now()}-{os.getpid()}.txt"
        file = path.open("w", encoding="utf-8")
        faulthandler.enable(file)
        atexit.register(_end_watch, file, path)

    def _record(self, kind: type[BaseException], trace: TracebackType | None, thread: str) -> None:
        if not issubclass(kind, Exception):
            return  # Ctrl+C and exits are no crash
        places = where(trace)
        with self._lock:
            if (kind.__name__, places) in self._written or len(self._written) >= _FILES_A_RUN:
                return
            self._written.add((kind.__name__, places))
            number = len(self._written)
        lines = [
            f"{kind.__module__}.{kind.__qualname__} in {thread}",
            places,
            "",
            f"time: {datetime.now(UTC).isoformat(timespec='seconds')}",
            f"python: {platform.python_version()}",
            f"system: {platform.platform()}",
            *(f"{name}: {value}" for name, value in self._about.items()),
            "",
        ]
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            name = f"{_CRASH}{_now()}-{os.getpid()}-{number}.txt"
            (self._folder / name).write_text("\n".join(lines), encoding="utf-8")


def _end_watch(file: TextIO, path: Path) -> None:
    """A run that came to its end leaves no empty file behind."""
    faulthandler.disable()
    file.close()
    with contextlib.suppress(OSError):
        if path.stat().st_size == 0:
            path.unlink()


def _files(folder: Path) -> list[Path]:
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return [folder / name for name in names if name.startswith((_CRASH, _FATAL))]


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _changed(file: Path) -> tuple[float, str]:
    try:
        return file.stat().st_mtime, file.name
    except OSError:
        return 0.0, file.name


def _now() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
