"""Bad files of every format, each taken in by a process of its own: text, or a reason, in bounds.

Articles, sources and reviews; cut off, spoilt, swollen, nested without end, or another format's.
The same ones at every run. The long form takes in more than 300 and prints what the longest and
the largest took: `./run test -m slow -s tests/hostile/test_bad_files.py`.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.library.library import Library
from tests.hostile.whole_files import whole_files
from tests.hostile.whole_sources import whole_sources

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is told otherwise there")

#: What a file may take: seconds of a processor, and kilobytes of the largest process that reads it.
SECONDS, KILOBYTES = 30.0, 1024 * 1024
#: What is found in a file of a hostile hand.
SNIPPETS = (
    b"\x00" * 64, b"\xff\xfe", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", "\u202e\u200b".encode(),
    b"[" * 5000, b"{" * 5000, b'{"a":' * 5000, b"<p>" * 5000, b"(" * 5000, b'"' * 999, b"'" * 999,
    b"\\" * 999, b"&#0;&#xD800;", b"%s%n{0}", b"\r\r\n" * 99, b"1e999", b"-1" * 99, b"9" * 5000,
    b"a" * 200_000, b"\n" * 50_000, b"../../../etc/passwd", b"file:///etc/passwd",
    b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
)  # fmt: skip


def _cut(data: bytes, chance: random.Random, _: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def _spoilt(data: bytes, chance: random.Random, _: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 64, 1024))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _stuffed(data: bytes, chance: random.Random, _: bytes) -> bytes:
    for _ in range(chance.choice((1, 3, 9))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(SNIPPETS) + data[at:]
    return data


def _repeated(data: bytes, chance: random.Random, _: bytes) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return data[:end] + data[start:end] * (2_000_000 // (end - start + 1)) + data[end:]


def _shuffled(data: bytes, chance: random.Random, _: bytes) -> bytes:
    pieces = [data[at : at + 97] for at in range(0, len(data), 97)]
    chance.shuffle(pieces)
    return b"".join(pieces)


def _anothers(_: bytes, chance: random.Random, other: bytes) -> bytes:
    return other[: chance.choice((64, 4096, len(other)))]


HARMS: tuple[Callable[[bytes, random.Random, bytes], bytes], ...] = (
    _cut, _spoilt, _stuffed, _repeated, _shuffled, _anothers,
)  # fmt: skip


#: Tells what a command took. A process counts the memory of whoever started it as its own, and so
#: this one is small.
WATCH = """
import json, os, sys
process = os.spawnv(os.P_NOWAIT, sys.argv[2], sys.argv[2:])
_, ended, used = os.wait4(process, 0)
told = [os.waitstatus_to_exitcode(ended), used.ru_utime + used.ru_stime, used.ru_maxrss]
open(sys.argv[1], "w").write(json.dumps(told))
"""


@dataclass(frozen=True)
class Taken:
    """How a file was taken in: status, what was said, seconds of a processor, most kilobytes.

    Both count the app and the process that reads files for it; of the kilobytes the larger one's.
    """

    name: str
    status: int
    said: str
    seconds: float
    kilobytes: int


@pytest.fixture
def sound(tmp_path: Path, root: Path) -> dict[str, bytes]:
    """Sound files of all formats, by name."""
    review = tmp_path / "review.json"
    for words in (["sample"], ["report", "1", "-o", str(review)]):
        assert _run(tmp_path / "other.claimdesk", root, words, "").status == 0
    return {**whole_files(), **whole_sources(tmp_path), "review.json": review.read_bytes()}


def _verb(name: str, number: int) -> list[str]:
    if name == "review.json":
        return ["import"]
    if name in whole_files() and number % 2:
        return ["article", "add"]
    return ["sources", "add"]


def _run(library: Path, root: Path, words: list[str], name: str) -> Taken:
    """One command, and what it and the processes that it waited for took."""
    used = library.with_name("used.json")
    command = [sys.executable, "-m", "app", "--library", str(library), *words]
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(used), *command],
        cwd=root,
        env={**os.environ, "CLAIMDESK_HOME": str(library.parent / "home")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=True,
    )
    status, seconds, kilobytes = json.loads(used.read_text())
    return Taken(name, status, done.stdout.decode("utf-8", "replace"), seconds, kilobytes)


def _bad(sound: dict[str, bytes], each: int) -> Iterator[tuple[str, int, bytes]]:
    names = sorted(sound)
    for name in names:
        for number in range(each):
            chance = random.Random(f"{name} {number}")
            other = sound[chance.choice([one for one in names if one != name])]
            yield name, number, HARMS[number % len(HARMS)](sound[name], chance, other)


def _take_in(folder: Path, root: Path, files: Iterator[tuple[str, int, bytes]]) -> list[Taken]:
    library = folder / "desk.claimdesk"
    taken = []
    for name, number, data in files:
        (folder / str(number)).mkdir(exist_ok=True)
        path = folder / str(number) / name
        path.write_bytes(data)
        one = _run(library, root, [*_verb(name, number), str(path)], f"{name} {number}")
        path.unlink()
        assert one.status in (0, 1, 2), one
        assert "Traceback" not in one.said, one
        assert "mistake of its own" not in one.said, one
        assert one.said.strip(), one
        assert one.kilobytes < KILOBYTES, one
        assert one.seconds < SECONDS, one
        taken.append(one)
    with closing(Library.create_or_open(library)) as opened:
        assert opened.check() == []
    return taken


def test_a_bad_file_of_some_formats(tmp_path: Path, root: Path, sound: dict[str, bytes]) -> None:
    few = {name: sound[name] for name in ("news.docx", "csl.json", "zotero.sqlite", "review.json")}
    _take_in(tmp_path, root, _bad(few, 2))


def test_a_file_that_wants_too_much_is_ended_where_it_is_read(tmp_path: Path, root: Path) -> None:
    data = '[{"title": "😀'.encode() + b"dam " * 24_000_000 + b'"}]'
    (one,) = _take_in(tmp_path, root, iter([("greedy.json", 0, data)]))
    assert "it needs more than 1 GB of memory" in one.said
    # The app never holds the file: so much was taken where it was read, and that is measured.
    assert one.kilobytes > 3 * len(data) / 1024


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_three_hundred_bad_files(tmp_path: Path, root: Path, sound: dict[str, bytes]) -> None:
    each = int(os.environ.get("CLAIMDESK_BAD_FILES", "18"))
    taken = _take_in(tmp_path, root, _bad(sound, each))
    longest = max(taken, key=lambda one: one.seconds)
    largest = max(taken, key=lambda one: one.kilobytes)
    read = sum(one.status == 0 for one in taken)
    print(
        f"\n{len(taken)} bad files of {len(sound)} formats: {read} read,"
        f" {len(taken) - read} refused with a reason; at most {longest.seconds:.1f} s"
        f" ({longest.name}) and {largest.kilobytes // 1024} MB ({largest.name})"
    )
    assert len(taken) == each * len(sound)


#: Many small things that each want memory.
SWOLLEN = {
    "lists.json": (b"[", b"[],", b"[]]"),
    "objects.json": (b"[", b'{"a":1},', b"{}]"),
    "numbers.jsonld": (b"[", b"1234567,", b"1]"),
    "entries.bib": (b"", b"@a{b,c=1}\n", b""),
    "records.ris": (b"", b"TY  - A\r\nER  -\r\n", b""),
    "rows.csv": (b"title,text\n", b"a,b\n", b""),
    "cells.tsv": (b"title\ttext\n", b"\t", b"\n"),
    "notes.jsonl": (b"", b"{}\n", b""),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", SWOLLEN)
def test_what_is_swollen_stays_in_bounds(tmp_path: Path, root: Path, name: str) -> None:
    first, again, last = SWOLLEN[name]
    data = first + again * (60_000_000 // len(again)) + last
    (one,) = _take_in(tmp_path, root, iter([(name, 0, data)]))
    print(f"\n{name}: {one.seconds:.1f} s, {one.kilobytes // 1024} MB, {one.said.strip()[:90]}")
