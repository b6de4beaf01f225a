"""Whether two stretches of two texts fill one slot: the same words stand around them."""

from __future__ import annotations

from app.matching.alignment import align
from app.matching.side import Side

#: So many words to each side are compared, and so many of both sides together must be alike.
_REACH, _FRAME = 3, 3


def same_slot(one: Side, ours: tuple[int, int], other: Side, theirs: tuple[int, int]) -> bool:
    """Whether the words from first to last (indexes) stand amid the same words on both sides.

    Counted outward from the stretch, stop words too, at least one on either side and one that is
    no stop word; the end of both sentences counts as one. Or two sentences agree but for there.
    """
    if align(one, other).facing(ours, theirs):
        return True
    before, content = _alike(one, ours[0], other, theirs[0], -1)
    after, more = _alike(one, ours[1], other, theirs[1], 1)
    return bool(before and after and (content or more)) and before + after >= _FRAME


def _alike(one: Side, mine: int, other: Side, theirs: int, step: int) -> tuple[int, bool]:
    """How many words in one direction are equal, and whether any is no stop word."""
    count, content = 0, False
    while count < _REACH:
        ahead = _neighbour(one, mine + step * count, step)
        if ahead != _neighbour(other, theirs + step * count, step):
            break
        count += 1
        if ahead == "":
            break
        content = content or not one.words[mine + step * count].common
    return count, content


def _neighbour(side: Side, at: int, step: int) -> str:
    """The stem of the next word in the sentence, or "" at its end."""
    following = at + step
    if not 0 <= following < len(side.words):
        return ""
    word = side.words[following]
    return word.stem if word.sentence == side.words[at].sentence else ""
