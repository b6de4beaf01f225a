"""Whether a word of one side and a word of the other stand in sentences about the same thing."""

from __future__ import annotations

from app.matching.alignment import align
from app.matching.side import Side

#: So many other content words must two sentences share, or all where there are fewer.
_SHARED = 2
#: And this share of the content words of the shorter one.
_SHARE = 0.4
#: Words this far off tell what a word is about.
_REACH = 7


def same_matter(claim: Side, ours: int, passage: Side, theirs: int) -> bool:
    """Whether the sentences of these two words share enough of their other content words."""
    mine, other = _content(claim, ours, 10_000), _content(passage, theirs, 10_000)
    shared = len(mine & other)
    fewer = min(len(mine), len(other))
    return shared >= min(_SHARED, fewer) > 0 and shared >= _SHARE * fewer


def same_surroundings(claim: Side, ours: int, passage: Side, theirs: int) -> bool:
    """As `same_matter`, and in the clauses of both words too there is something in common."""
    if not same_matter(claim, ours, passage, theirs):
        return False
    near = _content(claim, ours, _REACH, clause=True)
    return bool(near & _content(passage, theirs, _REACH, clause=True))


def same_subject(claim: Side, ours: int, passage: Side, theirs: int) -> bool:
    """Whether the content word before each of the two is the same."""
    one, other = _before(claim, ours), _before(passage, theirs)
    return bool(one) and one == other


def _before(side: Side, at: int) -> str:
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = side.words[place]
        if word.sentence != side.words[at].sentence:
            break
        if not word.common and not word.plain.endswith("ly"):
            return word.stem
    return ""


def facing(claim: Side, ours: int, passage: Side, theirs: int) -> bool:
    """Whether the two words stand in each other's place in sentences that agree otherwise."""
    alignment = align(claim, passage)
    return alignment.equal.get(ours) == theirs or alignment.facing((ours, ours), (theirs, theirs))


def _content(side: Side, at: int, reach: int, clause: bool = False) -> frozenset[str]:
    """The content stems of the word's sentence, or clause, up to so far, without the word's own."""
    found: set[str] = set()
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(side.words) and abs(other - at) <= reach:
            word = side.words[other]
            if word.sentence != side.words[at].sentence:
                break
            if clause and word.clause != side.words[at].clause:
                break
            if not word.common:
                found.add(word.stem)
            other += step
    found.discard(side.words[at].stem)
    return frozenset(found)
