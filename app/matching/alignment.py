"""Sentences of a claim laid beside the sentences of a passage that say nearly the same words.

Where two sentences agree word for word but for a short stretch, that stretch is one slot. Knows
no kind of difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.matching.side import Side

#: Two sentences are laid side by side from this share of their content words in common on.
_ALIKE = 0.6
#: A slot holds at most so many words on either side.
_SLOT = 6
#: Sentences longer than this (words) are no sentences.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Slot:
    """Words of the claim, from `first` to before `end`, and those of the passage in their place."""

    ours: range
    theirs: range


@dataclass(frozen=True, slots=True)
class Alignment:
    """What stands in place of what, and which words stand for each other unchanged (indexes)."""

    slots: tuple[Slot, ...]
    equal: dict[int, int]

    def facing(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether these words, first to last, of both sides fill one slot but for a word or two."""
        return any(
            slot.ours.start <= ours[0]
            and ours[1] < slot.ours.stop
            and slot.theirs.start <= theirs[0]
            and theirs[1] < slot.theirs.stop
            and len(slot.ours) - (ours[1] - ours[0] + 1) <= 2
            and len(slot.theirs) - (theirs[1] - theirs[0] + 1) <= 2
            for slot in self.slots
        )

    def replaces(self, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
        """Whether of these words, first to last, some stand in each other's place and nothing
        else does there."""
        return any(
            ours[0] <= slot.ours.start
            and slot.ours.stop <= ours[1] + 1
            and theirs[0] <= slot.theirs.start
            and slot.theirs.stop <= theirs[1] + 1
            for slot in self.slots
        )


@lru_cache(maxsize=32)
def align(claim: Side, passage: Side) -> Alignment:
    """Each sentence of the claim beside the passage's most similar one, where one is alike enough.

    Words stand for each other by the longest common subsequence of stems, stop words too.
    """
    slots: list[Slot] = []
    equal: dict[int, int] = {}
    theirs = _sentences(passage)
    for ours in _sentences(claim):
        best = max(theirs, key=lambda other: _common(claim, ours, passage, other), default=None)
        if best is None or _common(claim, ours, passage, best) < _ALIKE:
            continue
        _lay(claim, ours, passage, best, slots, equal)
    return Alignment(tuple(slots), equal)


def _sentences(side: Side) -> list[range]:
    """The words of each sentence, as indexes; very long ones left out."""
    found: list[range] = []
    start = 0
    for at in range(1, len(side.words) + 1):
        if at == len(side.words) or side.words[at].sentence != side.words[start].sentence:
            if at - start <= _LONGEST:
                found.append(range(start, at))
            start = at
    return found[:_LONGEST]


def _common(claim: Side, ours: range, passage: Side, theirs: range) -> float:
    """The share of the shorter sentence's content words that the other one has."""
    mine = {claim.words[at].stem for at in ours if not claim.words[at].common}
    other = {passage.words[at].stem for at in theirs if not passage.words[at].common}
    fewer = min(len(mine), len(other))
    return len(mine & other) / fewer if fewer > 1 else 0.0


def _lay(
    claim: Side,
    ours: range,
    passage: Side,
    theirs: range,
    slots: list[Slot],
    equal: dict[int, int],
) -> None:
    # Loaded on first use: a window without a match needs none of it.
    from rapidfuzz.distance import LCSseq

    mine = [claim.words[at].stem for at in ours]
    other = [passage.words[at].stem for at in theirs]
    a = b = 0
    for step in (*LCSseq.opcodes(mine, other), None):
        if step is not None and step.tag != "equal":
            continue
        # What lies between two equal stretches is one slot, if both sides have something there.
        until = (len(mine), len(other)) if step is None else (step.src_start, step.dest_start)
        if 0 < until[0] - a <= _SLOT and 0 < until[1] - b <= _SLOT:
            slots.append(
                Slot(
                    range(ours.start + a, ours.start + until[0]),
                    range(theirs.start + b, theirs.start + until[1]),
                )
            )
        if step is not None:
            for offset in range(step.src_end - step.src_start):
                equal[ours.start + step.src_start + offset] = (
                    theirs.start + step.dest_start + offset
                )
            a, b = step.src_end, step.dest_end
