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
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import app
from app.extraction.document import Document
from app.extraction.source_lines import SourceLine
from app.extraction.worker_messages import (
    NO_MEMORY,
    READ_FILES,
    Record,
    Records,
    unpack,
    unpack_record,
)
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import Reference, TablePreview
from app.model.work import Work

#: Seconds that one file may take; of a file of many records, that it may take for the next ones.
SECONDS = 30.0
#: After so many files a fresh process goes on, lest what libraries leave behind add up.
MOST_FILES = 200
_BETWEEN_LOOKS = 0.05
#: So many answers wait to be heard; then the process waits, lest a large file lie here in memory.
_MOST_WAITING = 8
_KEPT = (
    "PATH", "SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH", "PYTHONHOME",
)  # fmt: skip
_PASTE, _SPLIT = "Copy its text and paste it.", "Split it, or export it again."


@dataclass
class _Asked:
    """What is being read, how far it is, and how to say that it cannot be."""

    name: str
    work: Work
    unread: str
    too_long: str
    advice: str

    def __post_init__(self) -> None:
        self.progress = (0, 0, f"Reading {self.name}")

    def hear(self, progress: tuple[int, int, str]) -> None:
        """Take over how far it is."""
        done, total, note = progress
        self.progress = (done, total, note or f"Reading {self.name}")

    def refusal(self, why: str) -> InputError:
        """That there is no more of it to be had."""
        return InputError(f"{self.name} {self.unread}{why} {self.advice}")


class ReadingProcess:
    """Reads files in a process of its own, one after the other; to be used by one thread at a time.

    On POSIX the process may take 1 GB (see `worker_main`); on Windows its memory is not limited.
    Everywhere it is ended after `seconds` for one file, or without another record of one that holds
    many, and at once when the job is called off; the next file is then read by a fresh one.
    `command` starts the other side.
    """

    def __init__(self, seconds: float = SECONDS, command: Sequence[str] | None = None) -> None:
        self.seconds = seconds
        self._command = list(command or _command())
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue(_MOST_WAITING)
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
        ask = {"format": form, "name": name, "folder": str(folder or ""), "size": len(data)}
        within = f"within {self.seconds:.0f} seconds."
        asked = _Asked(name, work, "could not be read", f" {within}", _PASTE)
        end = time.monotonic() + self.seconds
        with self._asking(ask, data):
            while "progress" in (answer := self._answer(asked, end)):
                pass
        return unpack(self._last(answer, asked)["document"], hashlib.sha256(data).hexdigest())

    def records(
        self, what: Records, path: Path, work: Work, mapping: Mapping[str, str] | None = None
    ) -> Generator[Reference | SourceLine | Skipped, None, None]:
        """The records of the file at `path` one by one, and a word for each that cannot be used.

        `mapping` is of a table (see `read_references`). Raises InputError with one sentence that
        names the file, as `read` does, where there is no more of it to be had; Cancelled.
        """
        for one in self._records(what, path, work, mapping):
            assert not isinstance(one, TablePreview)
            yield one

    def table(
        self, path: Path, work: Work, mapping: Mapping[str, str] | None = None
    ) -> TablePreview | None:
        """The head of the table at `path`, None where it is none; raises like `records`."""
        seen = list(self._records(Records.TABLE, path, work, mapping))
        return seen[0] if seen and isinstance(seen[0], TablePreview) else None

    def _records(
        self, what: Records, path: Path, work: Work, mapping: Mapping[str, str] | None
    ) -> Iterator[Record]:
        ask = {"records": what, "path": str(path), "mapping": mapping and dict(mapping)}
        too_long = f": nothing more of it came within {self.seconds:.0f} seconds."
        asked = _Asked(path.name, work, "could not be read to its end", too_long, _SPLIT)
        with self._asking(ask):
            while "progress" in (answer := self._answer(asked, time.monotonic() + self.seconds)):
                yield from map(unpack_record, answer.get("records", ()))
        self._last(answer, asked)

    def close(self) -> None:
        """End the process now, whatever it is doing. It starts afresh when it is needed."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for thread in self._threads:
            while thread.is_alive():
                # It may wait for room among answers that nobody hears any more.
                with contextlib.suppress(queue.Empty):
                    self._answers.get_nowait()
                thread.join(_BETWEEN_LOOKS / 10)
        self._threads.clear()
        for pipe in (process.stdin, process.stdout):
            # What could not be written to a dead process is of no use to anybody.
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()

    @contextlib.contextmanager
    def _asking(self, request: Mapping[str, Any], data: bytes = b"") -> Iterator[None]:
        """Ask, and hear the answers within; what ends early ends the process with it."""
        if self._files >= MOST_FILES:
            self.close()
        try:
            self._send(json.dumps(request).encode("ascii") + b"\n", data)
            yield
        except BaseException:
            self.close()
            raise
        self._files += 1

    def _send(self, *pieces: bytes) -> None:
        # From a thread: a process that hangs takes nothing more off its pipe.
        process = self._started()
        assert process.stdin is not None
        self._thread(_write, process.stdin, pieces)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._files = 0
            self._answers = queue.Queue(_MOST_WAITING)
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

    def _answer(self, asked: _Asked, end: float) -> dict[str, Any]:
        """The next answer, or InputError where there is none by `end`, or the process is dead."""
        while True:
            asked.work.tick(*asked.progress)
            if time.monotonic() > end:
                raise asked.refusal(asked.too_long)
            try:
                line = self._answers.get(timeout=_BETWEEN_LOOKS)
            except queue.Empty:
                continue
            if not line.endswith(b"\n"):
                raise asked.refusal(": reading it broke down, so it may be damaged.")
            answer: dict[str, Any] = json.loads(line)
            if "progress" in answer:
                asked.hear(answer["progress"])
            return answer

    def _last(self, answer: dict[str, Any], asked: _Asked) -> dict[str, Any]:
        """The answer that was the last, unless it says why there is none."""
        if "refused" in answer:
            raise InputError(answer["refused"])
        if "failed" in answer:
            self.close()
            what = answer["failed"]
            if what == NO_MEMORY:
                raise asked.refusal(": it needs more than 1 GB of memory.")
            raise asked.refusal(f": it may be damaged ({what}).")
        return answer


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_FILES]
    return [sys.executable, "-P", "-m", "app", READ_FILES]


def _environment() -> dict[str, str]:
    """Little more than nothing: where libraries lie, and that the same code is imported there."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    house = Path(app.__file__).resolve().parents[1]
    return {**kept, "PYTHONPATH": str(house), "PYTHONUTF8": "1"}


def _write(pipe: BinaryIO, pieces: tuple[bytes, ...]) -> None:
    # Where the process is gone, its silence says so to who waits.
    with contextlib.suppress(OSError, ValueError):
        for piece in pieces:
            pipe.write(piece)
        pipe.flush()


def _listen(pipe: BinaryIO, answers: queue.Queue[bytes]) -> None:
    with contextlib.suppress(OSError, ValueError, MemoryError):
        for line in pipe:
            answers.put(line)
    answers.put(b"")
