"""The word cache: bm25 over arrays made from the passages, many times as fast as the index ranks.

Derived from the library and never a second truth: it lies in a folder beside the file, can be
deleted at any time, and tells from where on it does not cover the passages, so that the index has
to be asked for those. Knows no claim.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from app.library.bm25 import Covered, best_of
from app.library.postings import (
    Array,
    DamagedSegment,
    Tokeniser,
    read_segment,
    write_segment,
)
from app.library.store import Row, Store
from app.model.work import Work

#: So many passages are cut into words on the spot, in less than a tenth of a second.
MOST_IN_MEMORY = 3_000
#: Up to so many it is brought up to date on the spot by whoever asks first, within seconds.
MOST_ON_THE_SPOT = 50_000
#: A segment on disk holds at most so many passages: bounds the memory while it is made.
PASSAGES_A_SEGMENT = 250_000
#: A segment is made anew where more than this share of its passages are gone.
_GONE = 0.2
#: So many passages of a segment are compared with the library before it is believed.
_SAMPLE = 8
#: A title stands before its text: the first passage is found by its words too.
_WORDED = (
    "SELECT p.id, iif(p.span_start = 0, s.title || char(10), '') || p.text "
    "FROM passages p JOIN sources s ON s.id = p.source_id "
)


@dataclass(frozen=True, slots=True)
class Best:
    """Passages as (id, bm25), the best first, equal ones by id, of all up to the id `last`; None
    where all passages are covered."""

    found: list[tuple[int, float]]
    last: int | None


class WordCache:
    """The words of one library's passages. May be called from any thread, one at a time."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.RLock()
        self._tokeniser: Tokeniser | None = None
        self._on_disk: list[Covered] = []
        self._in_memory: Covered | None = None
        self._held = 0
        self._seen: tuple[int, ...] = ()
        self._complete = False
        self._last = 0

    @property
    def folder(self) -> Path:
        """Where the segments lie."""
        return self._store.path.with_name(self._store.path.name + "-words")

    def best(self, terms: Sequence[str], limit: int) -> Best | None:
        """The passages with any of these terms, of those that the cache covers.

        None where it covers none. Raises LibraryError.
        """
        with self._lock:
            try:
                complete = self._catch_up()
                if not complete and self._total() <= MOST_ON_THE_SPOT:
                    self.refresh(Work())
                    complete = self._catch_up()
                if not (complete or self._last):
                    return None
                found = best_of(self._covered(), self._tokens(terms), limit)
                return Best(found, None if complete else self._last)
            except (IndexError, ValueError, OSError):
                # A file that was cut or changed under our hands: throw it away, ask the index.
                self._forget_all()
                return None

    def refresh(self, work: Work) -> None:
        """Make the segments that are missing, thousands of passages at a time.

        What cannot be written is kept in memory. Raises Cancelled (what was made is kept),
        LibraryError.
        """
        with self._lock:
            self._look_through()
            total = self._total()
            if total <= MOST_IN_MEMORY:
                return
            kept = self._worth_keeping()
            top = int(kept[-1].segment.ids[-1]) if kept else 0
            done = sum(one.passages for one in kept)
            if done + MOST_IN_MEMORY // 2 >= total and len(kept) == len(self._on_disk):
                return
            self._on_disk, self._in_memory, self._held = kept, None, 0
        while True:
            work.tick(done, total, "Reading the words of the library")
            passages = self._read(top, work, done, total)
            if not passages:
                break
            made = self._make(passages)
            with self._lock:
                self._on_disk.append(made)
                self._seen = ()
            top, done = passages[-1][0], done + len(passages)
        self._sweep()

    def close(self) -> None:
        """Let go of the memory and of the files."""
        with self._lock:
            if self._tokeniser is not None:
                self._tokeniser.close()
            self._tokeniser, self._on_disk = None, []
            self._in_memory, self._held, self._seen = None, 0, ()

    # Keeping up with the library

    def _catch_up(self) -> bool:
        """Take notice of what changed since the last look; whether every passage is covered."""
        conn = self._store.db.conn
        version = self._store.value("PRAGMA data_version")
        seen = (version, conn.total_changes, _changed(self.folder))
        if seen == self._seen:
            return self._complete
        self._look_for_segments()
        total, used = self._total(), self._last_id()
        top = max((int(one.segment.ids[-1]) for one in self._on_disk), default=0)
        above = total
        if top:
            above = self._count_above(top) if used > top else 0
        missing = above
        if total - above == sum(len(one.segment.ids) for one in self._on_disk):
            for one in self._on_disk:
                one.alive = None
        else:
            missing = self._compare_all()
        # In a small library the few that are new are not worth a segment of their own.
        self._complete = missing <= MOST_IN_MEMORY
        self._cover(self._missing(top, missing > above) if self._complete else [])
        # Whatever is new lies above the segments, unless one of them is gone or out of place.
        self._last = top if missing == above else 0
        self._seen = seen
        return self._complete

    def _cover(self, fresh: list[int]) -> None:
        """Hold the words of these passages in memory."""
        rows = self._rows_of(fresh)
        # Compared by their words and not by their ids: what was rolled back gives its ids away.
        held = hash(tuple(rows))
        if held != self._held:
            self._in_memory = Covered(self._cutter().segment(rows)) if rows else None
            self._held = held

    def _rows_of(self, ids: list[int]) -> list[Row]:
        """These passages as id and words, ids rising."""
        return self._store.rows(
            _WORDED + "WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id",
            (json.dumps(ids),),
        )

    def _missing(self, top: int, below_too: bool) -> list[int]:
        """The ids that no segment has."""
        if not below_too:
            rows = self._store.rows("SELECT id FROM passages WHERE id > ? ORDER BY id", (top,))
            return [row[0] for row in rows]
        ids = self._all_ids()
        return [int(one) for one in ids[~self._known(ids)]]

    def _compare_all(self) -> int:
        """Mark what is gone from the segments; answers how many ids none of them has."""
        ids = self._all_ids()
        for one in self._on_disk:
            alive = np.isin(one.segment.ids, ids, assume_unique=True)
            one.alive = None if alive.all() else alive
        return len(ids) - int(self._known(ids).sum())

    def _all_ids(self) -> Array:
        rows = self._store.rows("SELECT id FROM passages")
        return np.sort(np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows)))

    def _known(self, ids: Array) -> Array:
        """Which of these ids a segment has."""
        known = np.zeros(len(ids), dtype=bool)
        for one in self._on_disk:
            known |= np.isin(ids, one.segment.ids, assume_unique=True)
        return known

    def _total(self) -> int:
        total: int = self._store.value("SELECT count(*) FROM passages")
        return total

    def _last_id(self) -> int:
        last = self._store.value("SELECT seq FROM sqlite_sequence WHERE name = 'passages'")
        return last or 0

    def _count_above(self, top: int) -> int:
        count: int = self._store.value("SELECT count(*) FROM passages WHERE id > ?", (top,))
        return count

    # Segments on disk

    def _look_for_segments(self) -> None:
        held = {one.path for one in self._on_disk}
        files = _files(self.folder)
        self._on_disk = [one for one in self._on_disk if one.path is None or one.path in files]
        for path in files:
            if path in held:
                continue
            with contextlib.suppress(DamagedSegment, OSError, ValueError, KeyError, TypeError):
                segment, note = read_segment(path)
                if self._is_of_this_library(note):
                    self._on_disk.append(Covered(segment, path))
        self._on_disk.sort(key=lambda one: int(one.segment.ids[0]))
        self._drop_overlapping()

    def _drop_overlapping(self) -> None:
        """Of segments that cover the same passages keep the larger one."""
        kept: list[Covered] = []
        for one in self._on_disk:
            if kept and int(one.segment.ids[0]) <= int(kept[-1].segment.ids[-1]):
                if len(one.segment.ids) > len(kept[-1].segment.ids):
                    kept[-1] = one
                continue
            kept.append(one)
        self._on_disk = kept

    def _look_through(self) -> None:
        """Throw away the files that are damaged somewhere inside, and take notice of the rest."""
        for path in _files(self.folder):
            try:
                read_segment(path, thoroughly=True)
            except (DamagedSegment, OSError, ValueError, KeyError, TypeError):
                self._on_disk = [one for one in self._on_disk if one.path != path]
                with contextlib.suppress(OSError):
                    path.unlink()
        self._seen = ()
        self._catch_up()

    def _worth_keeping(self) -> list[Covered]:
        """The segments that stay: whole ones from the beginning on, the last one if it is full."""
        kept: list[Covered] = []
        for one in self._on_disk:
            if one.passages < (1 - _GONE) * len(one.segment.ids):
                break
            kept.append(one)
        missing = self._total() - sum(one.passages for one in kept)
        if kept and missing > MOST_IN_MEMORY // 2:
            # Small ones are made anew together with what came after them.
            while kept and len(kept[-1].segment.ids) < PASSAGES_A_SEGMENT // 2:
                kept.pop()
        return kept

    def _read(self, top: int, work: Work, done: int, total: int) -> list[tuple[int, str]]:
        """The passages after an id, as many as one segment holds."""
        passages: list[tuple[int, str]] = []
        while len(passages) < PASSAGES_A_SEGMENT:
            rows = self._store.rows(_WORDED + "WHERE p.id > ? ORDER BY p.id LIMIT 5000", (top,))
            if not rows:
                break
            passages.extend(rows)
            top = rows[-1][0]
            work.tick(done, total, "Reading the words of the library")
        return passages[:PASSAGES_A_SEGMENT]

    def _make(self, passages: list[tuple[int, str]]) -> Covered:
        cutter = Tokeniser()
        try:
            segment = cutter.segment(passages)
        finally:
            cutter.close()
        path = self.folder / f"{passages[0][0]}-{passages[-1][0]}.words"
        try:
            self.folder.mkdir(exist_ok=True)
            write_segment(segment, path, {"sample": _sampled(passages)})
            return Covered(read_segment(path)[0], path)
        except (OSError, DamagedSegment):
            return Covered(segment)

    def _is_of_this_library(self, note: dict[str, Any]) -> bool:
        """Whether some of its passages read here as they did when it was made; gone ones do not
        count, but all must not be gone."""
        digests = note["sample"]
        rows = self._rows_of([int(one) for one in digests])
        return bool(rows) and all(digests[str(one)] == _hash(text) for one, text in rows)

    def _sweep(self) -> None:
        """Take away the files that no segment uses any more, and drafts that were left behind."""
        used = {one.path for one in self._on_disk}
        for path in (*_files(self.folder), *_files(self.folder, "*.words.part")):
            if path not in used:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _forget_all(self) -> None:
        self._on_disk, self._seen = [], ()
        self._in_memory, self._held = None, 0
        self._sweep()

    # Asking

    def _cutter(self) -> Tokeniser:
        if self._tokeniser is None:
            self._tokeniser = Tokeniser()
        return self._tokeniser

    def _covered(self) -> list[Covered]:
        return [*self._on_disk, *([self._in_memory] if self._in_memory else [])]

    def _tokens(self, terms: Sequence[str]) -> list[list[bytes]]:
        """Each term as the tokens it is cut into, alike ones once."""
        cut = map(tuple, self._cutter().cut(terms))
        return [list(tokens) for tokens in dict.fromkeys(cut) if tokens]


def _files(folder: Path, pattern: str = "*.words") -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def _changed(folder: Path) -> int:
    try:
        return folder.stat().st_mtime_ns
    except OSError:
        return 0


def _sampled(passages: Sequence[tuple[int, str]]) -> dict[str, str]:
    """A few passages, spread evenly, as id and a digest of the text."""
    step = max(1, len(passages) // _SAMPLE)
    return {str(one): _hash(text) for one, text in passages[::step][:_SAMPLE]}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
