"""Which passages hold which words, as arrays: one segment of the word cache, in memory or on disk.

Derived from the passages and from nothing else; knows no library and can be thrown away at any
time. Words are cut and stemmed by the same tokeniser as the full-text index has.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.library.unspaced import spaced

#: Raised whenever the form of a segment or the cutting of words changes; others are thrown away.
VERSION = 1
TOKENISER = "porter unicode61 remove_diacritics 2"

_MAGIC = b"claimdesk words\n"
_ALIGNED = 64
#: So many instances of words are read into arrays at once: bounds the memory while building.
_AT_ONCE = 2_000_000

Array = NDArray[Any]


class DamagedSegment(Exception):
    """A file that is no whole segment of this version. Only ever thrown away, never shown."""


@dataclass(frozen=True)
class Segment:
    """The words of some passages.

    `ids` are those of the passages, rising; `lengths` how many words each has. Term number t is
    `terms[starts[t]:starts[t + 1]]` in UTF-8, in the order of bytes; its postings stand from
    `firsts[t]` to before `firsts[t + 1]` in `docs` (places in `ids`) and `counts` (how often, 255
    at most).
    """

    ids: Array
    lengths: Array
    terms: Array
    starts: Array
    firsts: Array
    docs: Array
    counts: Array

    @cached_property
    def words(self) -> int:
        """How many words all its passages have together."""
        return int(self.lengths.sum(dtype=np.int64))

    def postings(self, term: bytes) -> tuple[Array, Array] | None:
        """Places and counts of a term as the tokeniser cuts it, None where it does not occur."""
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high) // 2
            if self.terms[self.starts[middle] : self.starts[middle + 1]].tobytes() < term:
                low = middle + 1
            else:
                high = middle
        if low == len(self.starts) - 1:
            return None
        if self.terms[self.starts[low] : self.starts[low + 1]].tobytes() != term:
            return None
        place = slice(int(self.firsts[low]), int(self.firsts[low + 1]))
        return self.docs[place], self.counts[place]


class Tokeniser:
    """Cuts texts as the full-text index does, and runs without spaces into characters and pairs.

    Has a database of its own in memory; for one thread at a time.
    """

    def __init__(self) -> None:
        self._conn = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._conn.execute(
            f"CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='{TOKENISER}')"
        )
        self._conn.execute("CREATE VIRTUAL TABLE instances USING fts5vocab(words, instance)")

    def close(self) -> None:
        """Let go of the memory. Safe to call twice."""
        self._conn.close()

    def cut(self, terms: Sequence[str]) -> list[list[bytes]]:
        """The different tokens of each of these short texts, without their order."""
        self._take(enumerate(terms))
        found: list[list[bytes]] = [[] for _ in terms]
        for token, place in self._conn.execute("SELECT DISTINCT term, doc FROM instances"):
            found[place].append(token.encode())
        return found

    def segment(self, passages: Sequence[tuple[int, str]]) -> Segment:
        """The segment of these passages, ids rising."""
        self._take([(place, text) for place, (_, text) in enumerate(passages)])
        names: list[bytes] = []
        held = _Held(len(passages))
        rows = self._conn.execute(
            # The table of instances comes in the order of its terms, so that nothing is sorted.
            "SELECT term, count(*), group_concat(doc) FROM instances GROUP BY term"
        )
        for term, count, docs in rows:
            names.append(term.encode())
            held.add(count, docs)
        held.read()
        self._conn.execute("INSERT INTO words (words) VALUES ('delete-all')")
        starts = np.zeros(len(names) + 1, dtype=np.uint32)
        np.cumsum([len(name) for name in names], out=starts[1:])
        firsts = np.zeros(len(names) + 1, dtype=np.uint64)
        np.cumsum(held.frequencies(), out=firsts[1:])
        return Segment(
            np.array([one for one, _ in passages], dtype=np.int64),
            held.lengths.astype(np.uint32),
            np.frombuffer(b"".join(names), dtype=np.uint8),
            starts,
            firsts,
            held.joined(held.docs, np.uint32),
            held.joined(held.counts, np.uint8),
        )

    def _take(self, texts: Iterable[tuple[int, str]]) -> None:
        self._conn.execute("INSERT INTO words (words) VALUES ('delete-all')")
        self._conn.execute("BEGIN")
        self._conn.executemany(
            "INSERT INTO words (rowid, text) VALUES (?, ?)",
            ((place, spaced(text)) for place, text in texts),
        )
        self._conn.execute("COMMIT")


class _Held:
    """Postings while they are read, a few million instances at a time."""

    def __init__(self, passages: int) -> None:
        self.lengths = np.zeros(passages, dtype=np.int64)
        self.docs: list[Array] = []
        self.counts: list[Array] = []
        self._frequencies: list[Array] = []
        self._waiting: list[str] = []
        self._sizes: list[int] = []
        self._size = 0

    def add(self, count: int, docs: str) -> None:
        self._waiting.append(docs)
        self._sizes.append(count)
        self._size += count
        if self._size >= _AT_ONCE:
            self.read()

    def read(self) -> None:
        if not self._waiting:
            return
        docs = np.fromstring(",".join(self._waiting), dtype=np.int64, sep=",")
        terms = np.repeat(np.arange(len(self._sizes), dtype=np.int64), self._sizes)
        # A passage that has a term twice stands there twice, one after the other.
        fresh = np.ones(len(docs), dtype=bool)
        fresh[1:] = (docs[1:] != docs[:-1]) | (terms[1:] != terms[:-1])
        places = np.flatnonzero(fresh)
        counts = np.diff(np.append(places, len(docs)))
        self.lengths += np.bincount(docs, minlength=len(self.lengths))
        self.docs.append(docs[places].astype(np.uint32))
        self.counts.append(np.minimum(counts, 255).astype(np.uint8))
        self._frequencies.append(np.bincount(terms[places], minlength=len(self._sizes)))
        self._waiting, self._sizes, self._size = [], [], 0

    def frequencies(self) -> Array:
        return self.joined(self._frequencies, np.int64)

    @staticmethod
    def joined(parts: list[Array], kind: Any) -> Array:
        return np.concatenate(parts).astype(kind) if parts else np.zeros(0, dtype=kind)


_FIELDS = tuple(Segment.__dataclass_fields__)


def write_segment(segment: Segment, path: Path, note: dict[str, Any]) -> None:
    """Write a segment with a note (JSON) about it; whole or not at all. Raises OSError."""
    arrays = {name: np.ascontiguousarray(getattr(segment, name)) for name in _FIELDS}
    told_of = [
        [name, array.dtype.str, len(array), zlib.crc32(array.data)]
        for name, array in arrays.items()
    ]
    header = {"version": VERSION, "tokeniser": TOKENISER, "note": note, "arrays": told_of}
    told = json.dumps(header).encode()
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as file:
            file.write(_MAGIC + len(told).to_bytes(8, "big") + zlib.crc32(told).to_bytes(4, "big"))
            file.write(told)
            for array in arrays.values():
                file.write(b"\0" * (-file.tell() % _ALIGNED))
                file.write(array.data)
        os.replace(draft, path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def read_segment(path: Path, *, thoroughly: bool = False) -> tuple[Segment, dict[str, Any]]:
    """A segment left on disk, and its note. Raises DamagedSegment, OSError.

    Only the beginning is read and the rest is mapped into memory; `thoroughly` reads and checks
    all of it.
    """
    header, place = _read_header(path)
    # As a plain array, for each slice of a memmap costs a Python object of its own.
    data = np.asarray(np.memmap(path, dtype=np.uint8, mode="r"))
    arrays: dict[str, Array] = {}
    for name, kind, length, check in header["arrays"]:
        place += -place % _ALIGNED
        size = np.dtype(kind).itemsize * length
        if place + size > len(data):
            raise DamagedSegment(path)
        arrays[name] = data[place : place + size].view(kind)
        if thoroughly and zlib.crc32(arrays[name].data) != check:
            raise DamagedSegment(path)
        place += size
    if tuple(arrays) != _FIELDS:
        raise DamagedSegment(path)
    return Segment(**arrays), header["note"]


def _read_header(path: Path) -> tuple[dict[str, Any], int]:
    with path.open("rb") as file:
        start = file.read(len(_MAGIC) + 12)
        size = int.from_bytes(start[len(_MAGIC) : len(_MAGIC) + 8], "big")
        if not start.startswith(_MAGIC) or size > 1 << 20:
            raise DamagedSegment(path)
        told = file.read(size)
        if zlib.crc32(told) != int.from_bytes(start[-4:], "big"):
            raise DamagedSegment(path)
        header: dict[str, Any] = json.loads(told)
        if header["version"] != VERSION or header["tokeniser"] != TOKENISER:
            raise DamagedSegment(path)
        return header, file.tell()
