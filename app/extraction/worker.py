"""The app's side of the reading process: starts it, asks it, and ends it in time.

Knows no format: what a file holds is found out on the other side.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import app
from app.extraction.document import Document
from app.extraction.worker_messages import NO_MEMORY, READ_FILES, unpack
from app.model.errors import InputError
from app.model.work import Work

#: Seconds that one file may take.
SECONDS = 30.0
#: After so many files a fresh process goes on, lest what libraries leave behind add up.
MOST_FILES = 200
_BETWEEN_LOOKS = 0.05
_KEPT = (
    "PATH", "SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH", "PYTHONHOME",
)  # fmt: skip
_ADVICE = "Copy its text and paste it."


class ReadingProcess:
    """Reads files in a process of its own, one after the other; to be used by one thread at a time.

    On POSIX the process may take 1 GB (see `worker_main`); on Windows its memory is not limited.
    Everywhere it is ended after `seconds` for one file, and at once when the job is called off;
    the next file is then read by a fresh one. `command` starts the other side.
    """

    def __init__(self, seconds: float = SECONDS, command: Sequence[str] | None = None) -> None:
        self.seconds = seconds
        self._command = list(command or _command())
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._files = 0

    def __enter__(self) -> ReadingProcess:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def read(
        self, form: str, data: bytes, name: str, work: Work, *, folder: Path | None = None
    ) -> Document:
        """What the reader of the format `form` makes of `data`.

        Raises InputError with one sentence that names the file: for what the reader refuses, and
        where it takes too long, wants too much memory or breaks down. Raises Cancelled.
        """
        if self._files >= MOST_FILES:
            self.close()
        ask = {"format": form, "name": name, "folder": str(folder or ""), "size": len(data)}
        try:
            self._send(json.dumps(ask).encode("ascii") + b"\n", data)
            answer = self._wait(name, work)
        except BaseException:
            self.close()
            raise
        self._files += 1
        if "refused" in answer:
            raise InputError(answer["refused"])
        if "failed" in answer:
            self.close()
            raise InputError(_failure(name, answer["failed"]))
        return unpack(answer["document"], hashlib.sha256(data).hexdigest())

    def close(self) -> None:
        """End the process now, whatever it is doing. It starts afresh when it is needed."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for thread in self._threads:
            thread.join()
        self._threads.clear()
        for pipe in (process.stdin, process.stdout):
            # What could not be written to a dead process is of no use to anybody.
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    def _send(self, *pieces: bytes) -> None:
        # From a thread: a process that hangs takes nothing more off its pipe.
        process = self._started()
        assert process.stdin is not None
        self._thread(_write, process.stdin, pieces)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._files = 0
            self._answers = queue.SimpleQueue()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            assert self._process.stdout is not None
            self._thread(_listen, self._process.stdout, self._answers)
        return self._process

    def _thread(self, target: Any, *words: Any) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(target=target, args=words, daemon=True)
        thread.start()
        self._threads.append(thread)

    def _wait(self, name: str, work: Work) -> dict[str, Any]:
        """The answer to the request that was sent; an empty line stands for a dead process."""
        end = time.monotonic() + self.seconds
        progress: tuple[int, int, str] = (0, 0, f"Reading {name}")
        while True:
            work.tick(*progress)
            if time.monotonic() > end:
                raise InputError(
                    f"{name} could not be read within {self.seconds:.0f} seconds. {_ADVICE}"
                )
            try:
                line = self._answers.get(timeout=_BETWEEN_LOOKS)
            except queue.Empty:
                continue
            if not line.endswith(b"\n"):
                raise InputError(
                    f"{name} could not be read: reading it broke down, so it may be damaged. "
                    f"{_ADVICE}"
                )
            answer: dict[str, Any] = json.loads(line)
            if "progress" not in answer:
                return answer
            done, total, note = answer["progress"]
            progress = (done, total, note or f"Reading {name}")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_FILES]
    return [sys.executable, "-P", "-m", "app", READ_FILES]


def _environment() -> dict[str, str]:
    """Little more than nothing: where libraries lie, and that the same code is imported there."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    house = Path(app.__file__).resolve().parents[1]
    return {**kept, "PYTHONPATH": str(house), "PYTHONUTF8": "1"}


def _failure(name: str, what: str) -> str:
    if what == NO_MEMORY:
        return f"{name} could not be read: it needs more than 1 GB of memory. {_ADVICE}"
    return f"{name} could not be read: it may be damaged ({what}). {_ADVICE}"


def _write(pipe: BinaryIO, pieces: tuple[bytes, ...]) -> None:
    # Where the process is gone, its silence says so to who waits.
    with contextlib.suppress(OSError, ValueError):
        for piece in pieces:
            pipe.write(piece)
        pipe.flush()


def _listen(pipe: BinaryIO, answers: queue.SimpleQueue[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError, MemoryError):
        for line in pipe:
            answers.put(line)
    answers.put(b"")
