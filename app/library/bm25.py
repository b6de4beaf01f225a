"""bm25 over segments of words: the best passages of all, exactly. Knows no library and no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.library.postings import Array, Segment

#: As FTS5 has them (Robertson and Zaragoza, The probabilistic relevance framework, 2009).
K1, B = 1.2, 0.75
#: The weight of a word that more than half of the passages have.
_LEAST_WEIGHT = 1e-6

Floats = NDArray[np.float32]


@dataclass
class Covered:
    """A segment, which of its passages are still there (None: all), and its file if it has one."""

    segment: Segment
    path: Path | None = None
    alive: Array | None = None
    norms: tuple[float, Floats] | None = None

    @property
    def passages(self) -> int:
        return len(self.segment.ids) if self.alive is None else int(self.alive.sum())

    @property
    def words(self) -> int:
        if self.alive is None:
            return self.segment.words
        return int(self.segment.lengths[self.alive].sum(dtype=np.int64))

    def postings(self, tokens: Sequence[bytes]) -> tuple[Array, Array] | None:
        """Where all of these tokens occur and how often the rarest of them does."""
        found: tuple[Array, Array] | None = None
        for token in tokens:
            one = self.segment.postings(token)
            if one is None:
                return None
            found = one if found is None else _both(found, one)
        if found is None or self.alive is None:
            return found
        kept = self.alive[found[0]]
        return found[0][kept], found[1][kept]

    def norms_for(self, average: float) -> Floats:
        """What bm25 adds to a count below the line, by passage."""
        if self.norms is None or self.norms[0] != average:
            lengths = self.segment.lengths / average
            self.norms = average, (K1 * (1 - B + B * lengths)).astype(np.float32)
        return self.norms[1]


def best_of(
    covered: Sequence[Covered], terms: Sequence[Sequence[bytes]], limit: int
) -> list[tuple[int, float]]:
    """The passages of all segments with any of these terms as (id, bm25), the best first, equal
    ones by id. A term of several tokens stands where all of them do."""
    passages = sum(one.passages for one in covered)
    words = sum(one.words for one in covered)
    if not passages or not words or limit <= 0:
        return []
    held = [[one.postings(tokens) for one in covered] for tokens in terms]
    weighed = []
    for by_segment in held:
        having = sum(len(found[0]) for found in by_segment if found is not None)
        if having:
            weight = np.log((passages - having + 0.5) / (having + 0.5))
            weighed.append((max(float(weight), _LEAST_WEIGHT), having, by_segment))
    weighed.sort(key=lambda one: one[1])
    best: list[tuple[float, int]] = []
    for place, one in enumerate(covered):
        parts = [
            (weight, found)
            for weight, _, by_segment in weighed
            if (found := by_segment[place]) is not None and len(found[0])
        ]
        best.extend(_best_in(one, parts, words / passages, limit))
    best.sort(key=lambda found: (-found[0], found[1]))
    return [(passage, score) for score, passage in best[:limit]]


def _best_in(
    covered: Covered,
    parts: list[tuple[float, tuple[Array, Array]]],
    average: float,
    limit: int,
) -> list[tuple[float, int]]:
    """The best passages of one segment as (score, id). Each part: a term's weight and postings."""
    if not parts:
        return []
    norms = covered.norms_for(average)
    scores = np.zeros(len(covered.segment.ids), dtype=np.float32)
    for weight, (docs, counts) in parts:
        often = counts.astype(np.float32)
        scores[docs] += np.float32(weight * (K1 + 1)) * often / (often + norms[docs])
    # Whatever is among the best scores at least as much as the last of the best of any subset:
    # with the postings of the rarest terms as that subset only few are left to be sorted.
    subset: list[Array] = []
    size = 0
    for _, (docs, _) in parts:
        subset.append(docs)
        size += len(docs)
        if size >= 4 * limit:
            break
    seen = np.unique(np.concatenate(subset))
    least = np.float32(0)
    if len(seen) > limit:
        least = np.partition(scores[seen], len(seen) - limit)[len(seen) - limit]
    places = np.flatnonzero(scores >= max(least, np.float32(1e-30)))
    if len(places) > limit:
        edge = np.partition(scores[places], len(places) - limit)[len(places) - limit]
        places = places[scores[places] >= edge]
    ids = covered.segment.ids[places]
    return sorted(zip(scores[places].tolist(), ids.tolist(), strict=True),
                  key=lambda one: (-one[0], one[1]))[:limit]  # fmt: skip


def _both(one: tuple[Array, Array], other: tuple[Array, Array]) -> tuple[Array, Array]:
    """The postings that two terms have in common, with the smaller count."""
    docs, mine, theirs = np.intersect1d(one[0], other[0], assume_unique=True, return_indices=True)
    return docs, np.minimum(one[1][mine], other[1][theirs])
