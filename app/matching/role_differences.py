"""Who did what to whom: the same two, the same deed, the other way round."""

from __future__ import annotations

from dataclasses import dataclass

from app.matching.side import Side
from app.matching.verbs import UNCHANGING, is_passive, is_past, root
from app.model.match import Difference, DifferenceKind, Relation
from app.model.span import Span
from app.text.names.same import same_name
from app.text.word_lists import listed

#: So far may the two stand from the deed (words).
_REACH = 5
#: Deeds that both do to each other; to swap the two changes nothing.
_MUTUAL = listed(
    "meet met meeting meets talk talks talked marry married marries speak spoke discuss discussed"
    " agree agreed agrees agreement join joined fight fought border borders resemble equal clash"
    " clashed negotiate negotiated cooperate relations war deal and versus hold held holding"
    " share shared exchange exchanged"
)
_AUXILIARIES = listed("will would may might can could must should to did does do not")
_PLACING = listed("near amid despite beside along across around behind inside outside within")
_LINKS = listed("and or nor with & alongside versus between")


@dataclass(frozen=True, slots=True)
class _Deed:
    """Who (words first to last) did (index) to whom."""

    doer: tuple[int, int]
    verb: int
    other: tuple[int, int]


def role_differences(claim: Side, passage: Side) -> list[Difference]:
    """Deeds of the claim that the passage tells with doer and done-to exchanged.

    A deed is a content word that both sides have, between two names or nouns that both sides have
    too; "X was struck by Y" is read as "Y struck X".
    """
    theirs, ours = _deeds(passage, claim), _deeds(claim, passage)
    found: list[Difference] = []
    for one in ours:
        alike = [two for two in theirs if root(passage, two.verb) == root(claim, one.verb)]
        if any(_straight(claim, one, passage, two) for two in alike):
            continue
        two = next((two for two in alike if _crossed(claim, one, passage, two)), None)
        if two is not None:
            found.append(
                Difference(
                    DifferenceKind.ROLE,
                    Relation.DIFFERENT,
                    claim.excerpt(_span(claim, one)),
                    passage.excerpt(_span(passage, two)),
                )
            )
    return found


def _straight(claim: Side, one: _Deed, passage: Side, two: _Deed) -> bool:
    return _same(claim, one.doer, passage, two.doer) or _same(claim, one.other, passage, two.other)


def _crossed(claim: Side, one: _Deed, passage: Side, two: _Deed) -> bool:
    return _same(claim, one.doer, passage, two.other) and _same(claim, one.other, passage, two.doer)


def _same(claim: Side, ours: tuple[int, int], passage: Side, theirs: tuple[int, int]) -> bool:
    if claim.words[ours[1]].stem == passage.words[theirs[1]].stem:
        return True
    return same_name(_text(claim, ours), _text(passage, theirs))


def _text(side: Side, place: tuple[int, int]) -> str:
    return Span(side.words[place[0]].span.start, side.words[place[1]].span.end).of(side.text)


def _span(side: Side, deed: _Deed) -> Span:
    places = [side.words[at].span for at in (*deed.doer, deed.verb, *deed.other)]
    return Span(min(span.start for span in places), max(span.end for span in places))


def _deeds(side: Side, other: Side) -> list[_Deed]:
    names = _named(side)
    theirs = {root(other, at) for at in range(len(other.words)) if not other.words[at].common}
    found: list[_Deed] = []
    for at, word in enumerate(side.words):
        journey = word.plain == "to"
        if not journey and (at in names or root(side, at) not in theirs or not _is_deed(side, at)):
            continue
        before, after = _before(side, at, names), _after(side, at, names)
        if before is None or after is None:
            continue
        if journey and _plain(side, before[0] - 1) != "from":
            continue  # "from Paris to Rome"
        if is_passive(side, at):
            if not _by(side, at, after[0]):
                continue  # "was told Kerry" or "was held in Geneva": no doer
            before, after = after, before
        found.append(_Deed(before, at, after))
    return found


def _is_deed(side: Side, at: int) -> bool:
    """Whether the word is plainly a verb that one does to another, not half of a compound."""
    word = side.words[at]
    if word.common or word.plain in _MUTUAL:
        return False
    if side.text[word.span.start - 1 : word.span.start] == "-":
        return False
    past = is_past(side, at) or word.plain in UNCHANGING
    return past or word.plain.endswith("s") or _plain(side, at - 1) in _AUXILIARIES


def _named(side: Side) -> dict[int, tuple[int, int]]:
    """By index of a word the first and last word of the name it is part of."""
    found: dict[int, tuple[int, int]] = {}
    for mention in side.names:
        inside = side.between(mention.span)
        if inside:
            found.update(dict.fromkeys(inside, (inside[0], inside[-1])))
    return found


def _before(side: Side, at: int, names: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
    """The name or noun right before a verb; auxiliaries and adverbs may stand between."""
    for place in range(at - 1, max(-1, at - 1 - _REACH), -1):
        word = side.words[place]
        if word.sentence != side.words[at].sentence or word.plain in _LINKS:
            return None
        if place in names:
            first, last = names[place]
            joined = first > 0 and _plain(side, first - 1) in _LINKS
            return None if joined else (first, last)
        if word.common or word.plain.endswith("ly"):
            continue
        return (place, place)
    return None


def _after(side: Side, at: int, names: dict[int, tuple[int, int]]) -> tuple[int, int] | None:
    """The name after a verb, its titles passed over, or the last word of the noun phrase."""
    content: int | None = None
    for place in range(at + 1, min(at + 1 + _REACH, len(side.words))):
        word = side.words[place]
        if word.sentence != side.words[at].sentence or word.clause != side.words[at].clause:
            break
        if place in names:
            first, last = names[place]
            if _plain(side, last + 1) in _LINKS:
                return None
            if side.text[side.words[last].span.end :][:2] in ("'s", "’s") and content is None:
                continue
            return (first, last)
        if word.common or word.plain in _PLACING:
            if content is not None:
                break
            if word.plain in _LINKS:
                return None
            continue
        content = place
    return None if content is None else (content, content)


def _by(side: Side, verb: int, doer: int) -> bool:
    return any(_plain(side, at) == "by" for at in range(verb + 1, doer))


def _plain(side: Side, at: int) -> str:
    return side.words[at].plain if 0 <= at < len(side.words) else ""
