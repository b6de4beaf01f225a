"""A disk that loses its power: what a process did to its files, and what may lie there afterwards.

strace records every write, sync, cut and change of a name below one folder. Replayed up to any
moment, what was not synced is there or not: each 512-byte sector by chance, now and then only half
of it, and of the names a part from the beginning, as a journalling file system keeps them.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_CALLS = "openat,pwrite64,write,sendfile,ftruncate,fsync,fdatasync,unlink,unlinkat,rename"
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)(?:<((?:\\x[0-9a-f]{2})*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPENED = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_NUMBER = re.compile(r", (\d+)\b")


@dataclass(frozen=True)
class Event:
    """One thing that happened to a file, numbered by its making, or to the names of files.

    `kind` is "write", "cut", "sync", "name", "unname", "rename", "sync names" or "told"; `data` is
    what was written or told, `at` where, `names` what was named.
    """

    kind: str
    file: int = 0
    data: bytes = b""
    at: int = 0
    names: tuple[str, ...] = ()


@dataclass
class Recording:
    """The files as they lay before, and all that happened then."""

    before: dict[str, bytes]
    events: list[Event] = field(default_factory=list)

    def told(self, moment: int) -> list[bytes]:
        """Every line that was told up to this moment."""
        return [one.data for one in self.events[:moment] if one.kind == "told"]


def record(folder: Path, command: list[str], environment: dict[str, str], told: bytes) -> Recording:
    """Run a command and record what it does below `folder`; a write elsewhere that begins with
    `told` is a promise of the process that something is kept."""
    before = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    trace = folder.with_name(folder.name + ".trace")
    strace = ["strace", "-f", "-y", "-qq", "-xx", "-s", "4000000", "-e", f"trace={_CALLS}"]
    subprocess.run(
        [*strace, "-o", trace, *command],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=sys.stderr,
        check=False,
    )
    reader = _Reader(folder, Recording(before), told)
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            reader.take(line)
    return reader.recording


class _Reader:
    """Makes events of the lines of a trace; knows which file has which name at each moment."""

    def __init__(self, folder: Path, recording: Recording, told: bytes) -> None:
        self._folder = str(folder.resolve()) + "/"
        self.recording = recording
        self._told = told
        self._files = {name: number for number, name in enumerate(recording.before)}
        self._made = len(self._files)
        self._ends: Counter[int] = Counter()  # where the next plain write goes
        self._content = {
            number: bytearray(content) for number, content in enumerate(recording.before.values())
        }

    def take(self, line: str) -> None:
        found = _CALL.match(line)
        if found is None or int(found[3]) < 0:
            return
        call, told, answer = found[1], found[2], int(found[3])
        if call == "openat":
            self._open(_text(found[4] or ""), "O_TRUNC" in told)
        elif call in ("unlink", "unlinkat", "rename"):
            self._rename([_text(one) for one in _TEXT.findall(told)])
        else:
            self._change(call, told, answer)

    def _open(self, path: str, emptied: bool) -> None:
        name = self._inside(path)
        if not name or Path(path).is_dir() or name.endswith("-shm"):
            return
        if name not in self._files:
            self._files[name] = self._made
            self._content[self._made] = bytearray()
            self._keep(Event("name", self._made, names=(name,)))
            self._made += 1
        elif emptied:
            self._keep(Event("cut", self._files[name]))
        self._ends[self._files[name]] = 0

    def _rename(self, paths: list[str]) -> None:
        names = tuple(self._inside(path) for path in paths)
        number = self._files.pop(names[0], None)
        if number is None or not all(names):
            return
        if len(names) == 2:
            self._files[names[1]] = number
        self._keep(Event("rename" if len(names) == 2 else "unname", number, names=names))

    def _change(self, call: str, told: str, answer: int) -> None:
        opened = _OPENED.findall(told)
        path = _text(opened[0][1]) if opened else ""
        name = self._inside(path)
        if call in ("fsync", "fdatasync") and path and Path(path).is_dir():
            self._keep(Event("sync names"))
            return
        number = self._files.get(name, -1)
        written = _TEXT.search(told)
        data = _text_bytes(written[1])[:answer] if written else b""
        if call == "write" and data.startswith(self._told):
            self._keep(Event("told", data=data))
        elif number < 0:
            return
        elif call in ("fsync", "fdatasync"):
            self._keep(Event("sync", number))
        elif call == "ftruncate":
            self._keep(Event("cut", number, at=int(_NUMBER.findall(told)[-1])))
        elif call == "pwrite64":
            self._keep(Event("write", number, data, int(_NUMBER.findall(told)[-1])))
        else:
            self._append(call, number, data, answer, told)

    def _append(self, call: str, number: int, data: bytes, answer: int, told: str) -> None:
        at = self._ends[number]
        if call == "sendfile":
            # What is copied within the system is what that file held at this moment.
            other = self._inside(_text(_OPENED.findall(told)[1][1]))
            data = bytes(self._content[self._files[other]][at : at + answer])
        self._ends[number] += len(data)
        self._keep(Event("write", number, data, at))

    def _keep(self, event: Event) -> None:
        self.recording.events.append(event)
        if event.kind == "write":
            _put(self._content[event.file], event.data, event.at)
        elif event.kind == "cut":
            del self._content[event.file][event.at :]

    def _inside(self, path: str) -> str:
        return path.removeprefix(self._folder) if path.startswith(self._folder) else ""


def lay_out(recording: Recording, moment: int, chance: random.Random, folder: Path) -> None:
    """Write into an empty folder what may lie on the disk when the power fails at this moment."""
    past = recording.events[:moment]
    names = {name: number for number, name in enumerate(recording.before)}
    changes = [one for one in past if one.kind in ("name", "unname", "rename", "sync names")]
    sure = max((n for n, one in enumerate(changes) if one.kind == "sync names"), default=0)
    for one in changes[: chance.randint(sure, len(changes))]:
        if one.kind == "name":
            names[one.names[0]] = one.file
        elif one.kind != "sync names":
            names.pop(one.names[0], None)
            if one.kind == "rename":
                names[one.names[1]] = one.file
    contents = dict(enumerate(recording.before.values()))
    for name, number in names.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        own = [one for one in past if one.file == number and one.kind in ("write", "cut", "sync")]
        path.write_bytes(_left(contents.get(number, b""), own, chance))


def _left(before: bytes, own: list[Event], chance: random.Random) -> bytes:
    """What is left of one file: all up to its last sync, and of the rest what chance leaves."""
    content = bytearray(before)
    synced = max((n for n, one in enumerate(own) if one.kind == "sync"), default=-1)
    for number, one in enumerate(own):
        if one.kind == "cut" and (number <= synced or chance.random() < 0.5):
            _cut(content, one.at)
        elif one.kind == "write" and number <= synced:
            _put(content, one.data, one.at)
        elif one.kind == "write":
            for start in range(0, len(one.data), SECTOR):
                kept = chance.choice((SECTOR, SECTOR, SECTOR, 0, 0, 0, SECTOR // 2))
                if kept:
                    _put(content, one.data[start : start + kept], one.at + start)
    return bytes(content)


def _put(content: bytearray, data: bytes, at: int) -> None:
    if len(content) < at + len(data):
        content.extend(bytes(at + len(data) - len(content)))
    content[at : at + len(data)] = data


def _cut(content: bytearray, at: int) -> None:
    del content[at:]
    content.extend(bytes(at - len(content)))


def _text_bytes(written: str) -> bytes:
    return bytes.fromhex(written.replace("\\x", ""))


def _text(written: str) -> str:
    return _text_bytes(written).decode("utf-8", "surrogateescape")
