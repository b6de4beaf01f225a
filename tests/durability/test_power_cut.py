"""The power fails: sectors that were not synced are there or not, and no verdict told is lost.

A run is recorded by strace, every write and sync of the library's two files, and replayed up to
random moments; each 512-byte sector written since the last sync of its file is kept or dropped by
chance. The long form, 5,000 states: `./run test -m slow -s tests/durability/test_power_cut.py`.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.library.library import Library
from app.model.errors import LibraryError
from tests.durability.damage import worked_on

SECTOR = 512
WORK = """
import os, signal, sys
from pathlib import Path
from app.library.library import Library
from tests.library.conftest import make_verdict
library = Library.create_or_open(Path(sys.argv[1]))
library._store.db.conn.execute("PRAGMA wal_autocheckpoint=60")
if sys.argv[2] == "off":
    library._store.db.conn.execute("PRAGMA synchronous=OFF")
for number in range(40):
    verdict = library.reviews.add_verdict(make_verdict(1 + number % 3))
    os.write(1, b"told %d" % verdict.id)
os.kill(os.getpid(), signal.SIGKILL)
"""
_CALL = re.compile(
    r'^\d+ +(\w+)\((\d+)<([^>]*)>(?:, "((?:\\x[0-9a-f]{2})*)")?(?:, (\d+))?(?:, (\d+))?'
)


@dataclass(frozen=True)
class Event:
    """One thing that happened: a write to a file, its sync, its cutting, or a verdict told."""

    kind: str
    file: str
    data: bytes = b""
    at: int = 0


def _record(path: Path, root: Path, synchronous: str) -> list[Event]:
    trace = path.with_name("trace")
    calls = "trace=pwrite64,fdatasync,fsync,ftruncate,write"
    strace = ["strace", "-f", "-y", "-qq", "-xx", "-s", "70000", "-e", calls, "-o", trace]
    subprocess.run(
        [*strace, sys.executable, "-c", WORK, path, synchronous],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    events = []
    for line in trace.read_text(encoding="ascii").splitlines():
        found = _CALL.match(line)
        if found is None:
            continue
        call, descriptor, name, written, first, second = found.groups()
        # With -xx strace writes names as it writes data.
        name = bytes.fromhex(name.replace("\\x", "")).decode() if "\\x" in name else name
        data = bytes.fromhex((written or "").replace("\\x", ""))
        if descriptor == "1" and data.startswith(b"told "):
            events.append(Event("told", "", data[5:]))
        elif Path(name).name in (path.name, path.name + "-wal"):
            kind = {"pwrite64": "write", "ftruncate": "cut"}.get(call, "sync")
            at = int(second or 0) if kind == "write" else int(first or 0)
            events.append(Event(kind, Path(name).name, data, at))
    return events


def _put(content: bytearray, data: bytes, at: int) -> None:
    if len(content) < at + len(data):
        content.extend(bytes(at + len(data) - len(content)))
    content[at : at + len(data)] = data


def _state(base: bytes, name: str, events: list[Event], chance: random.Random) -> dict[str, bytes]:
    """What lies on the disk when the power fails after these events."""
    disk = {name: bytearray(base), name + "-wal": bytearray()}
    for file, content in disk.items():
        own = [one for one in events if one.file == file]
        synced = max((n for n, one in enumerate(own) if one.kind == "sync"), default=-1)
        for number, one in enumerate(own):
            if one.kind == "cut" and (number <= synced or chance.random() < 0.5):
                del content[one.at :]
            elif one.kind == "write" and number <= synced:
                _put(content, one.data, one.at)
            elif one.kind == "write":
                for start in range(0, len(one.data), SECTOR):
                    if chance.random() < 0.5:
                        _put(content, one.data[start : start + SECTOR], one.at + start)
    return {file: bytes(content) for file, content in disk.items()}


def _cuts(folder: Path, root: Path, states: int, synchronous: str) -> tuple[int, int]:
    """So many power cuts; answers in how many a verdict told was lost, or the library damaged."""
    path = folder / "recorded" / "library"
    path.parent.mkdir()
    worked_on(path, articles=1, sources=2)
    base = path.read_bytes()
    events = _record(path, root, synchronous)
    assert sum(one.kind == "told" for one in events) == 40
    lost = damaged = 0
    for seed in range(states):
        chance = random.Random(seed)
        past = events[: chance.randrange(1, len(events) + 1)]
        told = max((int(one.data) for one in past if one.kind == "told"), default=0)
        place = folder / "cut"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        for file, content in _state(base, path.name, past, chance).items():
            (place / file).write_bytes(content)
        try:
            with closing(Library.create_or_open(place / path.name)) as library:
                damaged += bool(library.check())
                last = library._store.value("SELECT max(id) FROM verdicts") or 0
                lost += last < told
        except LibraryError:
            damaged += 1
    return lost, damaged


@pytest.fixture
def strace() -> None:
    """Skips where nothing can be recorded."""
    if shutil.which("strace") is None:
        pytest.skip("there is no strace")
    if subprocess.run(["strace", "-o", os.devnull, "true"], check=False).returncode:
        pytest.skip("strace may not be used here")


@pytest.mark.usefixtures("strace")
def test_a_power_cut_loses_nothing_told(tmp_path: Path, root: Path) -> None:
    assert _cuts(tmp_path, root, 60, "full") == (0, 0)


@pytest.mark.usefixtures("strace")
def test_the_harness_sees_what_no_sync_would_lose(tmp_path: Path, root: Path) -> None:
    lost, damaged = _cuts(tmp_path, root, 40, "off")
    assert lost + damaged > 5


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.usefixtures("strace")
def test_five_thousand_power_cuts(tmp_path: Path, root: Path) -> None:
    states = int(os.environ.get("CLAIMDESK_CUTS", "5000"))
    lost, damaged = _cuts(tmp_path, root, states, "full")
    print(f"\n{states} power cuts, {lost} lost a verdict told, {damaged} left a damaged library")
    assert (lost, damaged) == (0, 0)
