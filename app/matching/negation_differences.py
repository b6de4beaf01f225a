"""What one side denies and the other says. Told only where both plainly speak of the same."""

from __future__ import annotations

from dataclasses import dataclass

from app.matching.context import same_matter
from app.matching.side import Side
from app.matching.verbs import root
from app.model.match import Difference, DifferenceKind, Relation
from app.model.span import Span
from app.text.word_lists import listed

#: A denial reaches so many words far within its clause.
_REACH = 8
#: So many other words of the sentence must be shared before a denial is held against anything.
_CONTEXT = 2
#: Words that say of what follows them that there is none of it, up to so many words before it.
_LACKING = listed(
    "lost lose loses losing lack lacks lacked lacking miss missed missing avoid avoided avoids"
    " escaped lacking minus free deprived devoid short"
)
_LACK_REACH = 3


@dataclass(frozen=True, slots=True)
class _Denial:
    """A denying word, the index of the first content word it governs, and its sentence."""

    span: Span
    head: int
    sentence: int


def negation_differences(claim: Side, passage: Side) -> list[Difference]:
    """Denials of one side against the other: both deny the same word, or only one does.

    A denial counts by the first content word after it in its clause. Where the other side has not
    that word, or says too little else of that sentence, nothing is told.
    """
    ours, theirs = _denials(claim), _denials(passage)
    found: list[Difference] = []
    for denial in ours:
        other = _counterpart(denial, claim, passage)
        if other is None:
            continue
        # The word may stand twice, once denied: then both sides deny it.
        answer = next((one for one in theirs if _head(one, passage) == _head(denial, claim)), None)
        found.append(_told(claim, passage, denial, answer))
    for denial in theirs:
        other = _counterpart(denial, passage, claim)
        told = any(_head(one, claim) == _head(denial, passage) for one in ours)
        if other is None or told:
            continue
        excerpt = passage.excerpt(denial.span)
        found.append(Difference(DifferenceKind.NEGATION, Relation.DIFFERENT, None, excerpt))
    return found


def _told(claim: Side, passage: Side, denial: _Denial, answer: _Denial | None) -> Difference:
    relation = Relation.SAME if answer else Relation.DIFFERENT
    place = passage.excerpt(answer.span) if answer else None
    return Difference(DifferenceKind.NEGATION, relation, claim.excerpt(denial.span), place)


def _denials(side: Side) -> list[_Denial]:
    found: list[_Denial] = []
    for span in side.negations:
        inside = side.between(span)
        if not inside:
            continue
        last = inside[-1]
        for at in range(last + 1, min(last + 1 + _REACH, len(side.words))):
            if side.words[at].clause != side.words[last].clause:
                break
            # "don't really care" and "really don't care" deny the same word.
            if not side.words[at].common and not side.words[at].plain.endswith("ly"):
                found.append(_Denial(span, at, side.words[at].sentence))
                break
    return found


def _counterpart(denial: _Denial, side: Side, other: Side) -> int | None:
    """Where the other side has the denied word amid words of the same sentence, or None."""
    places = other.places.get(side.words[denial.head].stem) or _other_forms(denial, side, other)
    if not places:
        return None
    around = _content(side, denial)
    need = min(_CONTEXT, len(around))
    best = max(places[:10], key=lambda at: _shared(around, other, at))
    if _shared(around, other, best) < need or _lacks(other, best):
        return None
    return best


def _other_forms(denial: _Denial, side: Side, other: Side) -> list[int]:
    """Where the other side has the denied verb in a form of another stem: "rise" and "rose".

    Only in a sentence about the same, for many such verbs stand anywhere.
    """
    wanted = root(side, denial.head)
    return [
        at
        for at, word in enumerate(other.words)
        if not word.common
        and root(other, at) == wanted
        and same_matter(side, denial.head, other, at)
    ]


def _lacks(side: Side, at: int) -> bool:
    """Whether a word shortly before says that there is none of it: "lost power"."""
    return any(
        side.words[before].plain in _LACKING
        for before in range(max(0, at - _LACK_REACH), at)
        if side.words[before].clause == side.words[at].clause
    )


def _head(denial: _Denial, side: Side) -> str:
    return root(side, denial.head)


def _content(side: Side, denial: _Denial) -> frozenset[str]:
    """The content stems of the denial's sentence, the denied word left out."""
    start = end = denial.head
    while start > 0 and side.words[start - 1].sentence == denial.sentence:
        start -= 1
    while end + 1 < len(side.words) and side.words[end + 1].sentence == denial.sentence:
        end += 1
    own = {denial.head, *side.between(denial.span)}
    head = side.words[denial.head].stem
    return frozenset(
        word.stem
        for at, word in enumerate(side.words[start : end + 1], start)
        if at not in own and not word.common and word.stem != head
    )


def _shared(around: frozenset[str], side: Side, at: int) -> int:
    sentence = side.words[at].sentence
    return sum(
        any(side.words[place].sentence == sentence for place in side.places.get(stem, ())[:10])
        for stem in around
    )
