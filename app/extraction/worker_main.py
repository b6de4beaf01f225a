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
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from app.extraction.formats.readers import Reader, reader_of
from app.extraction.formats.sniff import Format
from app.extraction.record_readers import RecordReader, record_reader_of
from app.extraction.worker_messages import NO_MEMORY, Records, pack, pack_record
from app.model.errors import InputError
from app.model.work import Work

#: Bytes that the process may take.
MEMORY = 1024**3
#: Seconds of silence after which it ends by itself, should the app have died without ending it.
_LAST_RESORT = 60
_BETWEEN_TICKS = 0.1
#: Records are told together: so many, so many characters, or what there is after so many seconds.
_MOST_RECORDS, _MOST_CHARACTERS, _BETWEEN_RECORDS = 200, 500_000, 0.5
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.startfile")


def serve(
    readers: Callable[[Format], Reader] = reader_of,
    record_readers: Callable[[Records], RecordReader] = record_reader_of,
    memory: int = MEMORY,
) -> int:
    """Answer requests from standard input until it ends; returns the exit status."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    asked, told = _take_pipes(nowhere)
    answers = _Answers(told, nowhere)
    _limit(memory)
    sys.addaudithook(_forbid)
    while line := asked.readline():
        request = json.loads(line)
        data = asked.read(request.get("size", 0))
        answers.watch()
        answer = _answer(request, data, readers, record_readers, answers)
        answers.say(answer)
        answers.unwatch()
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


class _Answers:
    """The way back to the app. Who hangs between two answers ends by itself, who waits for the app
    to listen does not."""

    def __init__(self, pipe: BinaryIO, nowhere: int) -> None:
        self._pipe = pipe
        self._nowhere = nowhere

    def watch(self) -> None:
        """End this process after some silence."""
        faulthandler.dump_traceback_later(_LAST_RESORT, exit=True, file=self._nowhere)

    def unwatch(self) -> None:
        """Be silent as long as it pleases."""
        faulthandler.cancel_dump_traceback_later()

    def say(self, answer: dict[str, Any]) -> None:
        """Tell the app one line."""
        try:
            line = json.dumps(answer).encode("ascii") + b"\n"
        except MemoryError:
            line = json.dumps({"failed": NO_MEMORY}).encode("ascii") + b"\n"
        self.unwatch()
        self._pipe.write(line)
        self._pipe.flush()
        self.watch()


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
    record_readers: Callable[[Records], RecordReader],
    answers: _Answers,
) -> dict[str, Any]:
    telling = _Telling(answers)
    try:
        if "records" in request:
            read_many = record_readers(Records(request["records"]))
            _tell_records(read_many, request, telling, answers)
            return {"ended": True}
        folder = Path(request["folder"]) if request["folder"] else None
        read = readers(Format(request["format"]))
        return {"document": pack(read(data, request["name"], telling, folder=folder))}
    except InputError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"failed": NO_MEMORY}
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = f"{os.path.basename(frames[-1].filename)} line {frames[-1].lineno}"
        return {"failed": f"{type(error).__name__}, {place}"}


def _tell_records(
    read: RecordReader, request: dict[str, Any], telling: _Telling, answers: _Answers
) -> None:
    """Tell the records of a file, some at a time; also those before the place where it breaks."""
    waiting: list[list[Any]] = []
    length, due = 0, time.monotonic() + _BETWEEN_RECORDS
    try:
        for record in read(Path(request["path"]), telling, request["mapping"]):
            waiting.append(pack_record(record))
            length += _length(waiting[-1])
            if (
                len(waiting) >= _MOST_RECORDS
                or length >= _MOST_CHARACTERS
                or time.monotonic() >= due
            ):
                answers.say({"progress": telling.latest, "records": waiting})
                waiting.clear()
                length, due = 0, time.monotonic() + _BETWEEN_RECORDS
    finally:
        if waiting:
            answers.say({"progress": telling.latest, "records": waiting})


def _length(packed: Sequence[Any]) -> int:
    """About how many characters a record has."""
    words = [one for one in packed if isinstance(one, str)]
    for one in packed:
        if isinstance(one, dict):
            words += one.values()
    return sum(map(len, words))


class _Telling(Work):
    """A job whose progress is told to the app now and then; `latest` is how far it is."""

    def __init__(self, answers: _Answers) -> None:
        super().__init__()
        self._answers = answers
        self._next = 0.0
        self.latest: tuple[int, int, str] = (0, 0, "")

    def tick(self, done: int, total: int = 0, note: str = "") -> None:
        self.latest = (done, total, note)
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _BETWEEN_TICKS
            self._answers.say({"progress": self.latest})
