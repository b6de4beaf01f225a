"""The reading process: reads foreign files where a crash, a hang or hunger for memory harms nobody.

Started by `worker.ReadingProcess` with the argument READ_FILES. It may open no connection and start
no program, whatever a library does with a file. Knows no library of sources and no window.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from app.extraction.formats.readers import Reader, reader_of
from app.extraction.formats.sniff import Format
from app.extraction.worker_messages import NO_MEMORY, pack
from app.model.errors import InputError
from app.model.work import Work

#: Bytes that the process may take.
MEMORY = 1024**3
#: Seconds after which it ends by itself, should the app have died without ending it.
_LAST_RESORT = 60
_BETWEEN_TICKS = 0.1
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.startfile")


def serve(
    readers: Callable[[Format], Reader] = reader_of,
    memory: int = MEMORY,
) -> int:
    """Answer requests from standard input until it ends; returns the exit status."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    asked, answers = _take_pipes(nowhere)
    _limit(memory)
    sys.addaudithook(_forbid)
    while line := asked.readline():
        request = json.loads(line)
        data = asked.read(request["size"])
        faulthandler.dump_traceback_later(_LAST_RESORT, exit=True, file=nowhere)
        answer = _answer(request, data, readers, answers)
        faulthandler.cancel_dump_traceback_later()
        _say(answers, answer)
        if answer.get("failed") == NO_MEMORY:
            return 1
    return 0


def _take_pipes(nowhere: int) -> tuple[BinaryIO, BinaryIO]:
    # What a library prints must not stand between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(nowhere, 1)
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the app is asked, and ends this process
    return os.fdopen(os.dup(0), "rb"), answers


def _limit(memory: int) -> None:
    """Let the system refuse memory beyond `memory`.

    Linux holds RLIMIT_DATA; RLIMIT_AS is wider by what libraries map without using it. macOS holds
    neither with certainty and Windows knows none: there the time limit alone ends a reader.
    """
    if sys.platform == "win32":
        return
    import resource

    for limit, most in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_AS, 2 * memory),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            _, hard = resource.getrlimit(limit)
            allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(limit, (allowed, allowed))


def _forbid(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN) and event != "socket.__new__":
        raise PermissionError(f"a reader of files may not do this: {event}")


def _answer(
    request: dict[str, Any],
    data: bytes,
    readers: Callable[[Format], Reader],
    answers: BinaryIO,
) -> dict[str, Any]:
    folder = Path(request["folder"]) if request["folder"] else None
    try:
        read = readers(Format(request["format"]))
        document = read(data, request["name"], _Telling(answers), folder=folder)
        return {"document": pack(document)}
    except InputError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"failed": NO_MEMORY}
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{os.path.basename(frames[-1].filename)} line {frames[-1].lineno}"
        return {"failed": f"{type(error).__name__}, {place}"}


def _say(answers: BinaryIO, answer: dict[str, Any]) -> None:
    try:
        line = json.dumps(answer).encode("ascii") + b"\n"
    except MemoryError:
        line = json.dumps({"failed": NO_MEMORY}).encode("ascii") + b"\n"
    answers.write(line)
    answers.flush()


class _Telling(Work):
    """A job whose progress is told to the app now and then."""

    def __init__(self, answers: BinaryIO) -> None:
        super().__init__()
        self._answers = answers
        self._next = 0.0

    def tick(self, done: int, total: int = 0, note: str = "") -> None:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _BETWEEN_TICKS
            _say(self._answers, {"progress": [done, total, note]})
