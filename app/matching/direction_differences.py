"""Rose against fell, before against after, more than against fewer than."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from app.matching.context import facing, same_subject, same_surroundings
from app.matching.side import Side
from app.matching.verbs import root
from app.model.match import Difference, DifferenceKind, Relation
from app.model.span import Span
from app.text.word_lists import listed
from app.text.words import stem

#: Words of opposite direction: those of one side of the bar against those of the other.
_PAIRS = (
    # Amounts that move.
    "rise increase grow climb jump surge soar gain expand up higher double triple raise boost"
    " upward accelerate swell balloon rocket skyrocket rebound rally mount widen inflate escalate"
    " hike lift add leap spike multiply quadruple"
    " | fall decrease decline drop shrink plunge slump tumble sink reduce cut halve lower down"
    " downward dwindle slow lose plummet slide dip crash collapse contract trim slash curb lessen"
    " diminish wane ebb subside nosedive narrow shed",
    "strengthen firm | weaken ease",
    "appreciate | depreciate",
    "upgrade | downgrade",
    "promote | demote relegate",
    "hasten speed | delay hamper",
    "extend prolong lengthen | shorten curtail",
    "uphold | overturn quash",
    "ratify | repeal scrap",
    "nationalise nationalize | privatise privatize",
    "praise applaud hail welcome | criticise criticize condemn denounce",
    "optimistic upbeat | pessimistic gloomy",
    "overestimate | underestimate",
    "recruit | sack",
    "unite reunite | divide split",
    "embrace | shun",
    "encourage urge | discourage dissuade",
    "include | exclude",
    "admit | expel",
    "inflow | outflow",
    "majority | minority",
    "improve | worsen deteriorate",
    # What is done.
    "win | lose",
    "support back endorse | oppose",
    "accept approve | reject refuse decline",
    "begin start launch | end stop finish halt conclude",
    "open reopen | close shut",
    "arrive enter join | leave quit depart",
    "buy purchase acquire | sell",
    "import | export",
    "lend | borrow",
    "attack | defend",
    "advance | retreat withdraw",
    "capture seize | release free",
    "convict | acquit",
    "pass | fail",
    "guilty | innocent",
    "legal | illegal",
    "lift ease loosen | impose tighten",
    "allow permit legalise legalize | ban forbid prohibit outlaw",
    "success succeed | failure fail",
    "deploy | withdraw",
    "hire | dismiss fire sack",
    "friend ally | enemy foe",
    "victory | defeat",
    "surplus | deficit",
    "profit | loss",
    "maximum | minimum",
    "largest biggest highest | smallest lowest",
    "larger bigger greater | smaller",
    "oldest | youngest newest",
    "longest | shortest",
    "best | worst",
    "richest | poorest",
    "left | right",
    "northern | southern",
    "eastern | western",
    "north | south",
    "east | west",
    "inside | outside",
    "early earlier | late later",
)
#: Small words that count only where both sentences agree but for them, or say the like after them.
_SMALL = (
    "before | after",
    "above over | below under",
    "more | less fewer",
    "all every | some few",
    "most | few some",
    "for favour favor | against",
)
#: Two-sided words whose opposite is told only where they stand in each other's place.
_ONLY_FACING = listed(
    "up down higher lower open close left right back cut free early late earlier later fire sink"
    " slow begin start launch end stop north south east west northern southern eastern western"
    " support back pass attack defend leave join enter best worst double fail success"
    " refuse decline mount lift add crash collapse contract slide dip hike spike rally narrow widen"
    " shed speed firm rocket balloon welcome hail divide split unite admit include extend"
)


#: What one wins another loses: the opposite says the same of somebody else.
_CONVERSE = listed(
    "win lose gain buy purchase acquire sell import export lend borrow capture seize"
)


@dataclass(frozen=True, slots=True)
class _Pole:
    """A word of direction: which pairs it belongs to, and on which side of each."""

    at: int
    poles: frozenset[tuple[int, int]]
    strict: bool

    def opposite(self, other: _Pole) -> bool:
        return any((pair, 1 - side) in other.poles for pair, side in self.poles)

    def agrees(self, other: _Pole) -> bool:
        return not self.poles.isdisjoint(other.poles)


def direction_differences(claim: Side, passage: Side) -> list[Difference]:
    """Each word of direction in the claim: the passage's opposite of it, or the same direction.

    A word is held against its opposite only where both stand in each other's place, or in
    sentences about the same thing that do not also have the word's own direction. Where either is
    denied nothing is told here: the denial is.
    """
    ours, theirs = _poles(claim), _poles(passage)
    found: list[Difference] = []
    used: set[int] = set()
    for one in ours:
        other = _opposite(one, theirs, claim, passage, used)
        relation = Relation.DIFFERENT
        if other is None:
            other = _agreeing(one, theirs, claim, passage)
            relation = Relation.SAME
        if other is None:
            continue
        used.add(other.at)
        found.append(
            Difference(
                DifferenceKind.DIRECTION,
                relation,
                claim.excerpt(claim.words[one.at].span),
                passage.excerpt(passage.words[other.at].span),
            )
        )
    return found


def _opposite(
    one: _Pole, theirs: list[_Pole], claim: Side, passage: Side, used: set[int]
) -> _Pole | None:
    if any(one.agrees(same) and _same_place(one, same, claim, passage) for same in theirs):
        return None
    for other in theirs:
        if other.at in used or not one.opposite(other) or one.agrees(other):
            continue
        if _denied(claim, one.at) != _denied(passage, other.at):
            continue
        if _converse(claim, one.at) and not same_subject(claim, one.at, passage, other.at):
            continue
        if facing(claim, one.at, passage, other.at):
            return other
        if one.strict or other.strict:
            continue
        if same_surroundings(claim, one.at, passage, other.at) and not _also_agrees(
            one, other, theirs, passage
        ):
            return other
    return None


def _same_place(one: _Pole, other: _Pole, claim: Side, passage: Side) -> bool:
    """Whether both texts say it with the same word amid the same words."""
    ours, theirs = claim.words[one.at], passage.words[other.at]
    if ours.span.of(claim.text) != theirs.span.of(passage.text):
        return False
    return same_surroundings(claim, one.at, passage, other.at)


def _also_agrees(one: _Pole, other: _Pole, theirs: list[_Pole], passage: Side) -> bool:
    """Whether the sentence of the opposite word has the claim's direction too."""
    sentence = passage.words[other.at].sentence
    return any(
        one.agrees(third) and passage.words[third.at].sentence == sentence for third in theirs
    )


def _agreeing(one: _Pole, theirs: list[_Pole], claim: Side, passage: Side) -> _Pole | None:
    if one.strict:
        return None
    return next(
        (
            other
            for other in theirs
            if one.agrees(other) and same_surroundings(claim, one.at, passage, other.at)
        ),
        None,
    )


def _poles(side: Side) -> list[_Pole]:
    pairs, small = _tables()
    named = _in(side, [name.span for name in side.names])
    found: list[_Pole] = []
    for at, word in enumerate(side.words):
        if at in named:
            continue  # "North Korea", "the Right Sector": part of a name
        if word.plain in small:
            found.append(_Pole(at, small[word.plain], True))
            continue
        key = root(side, at)
        if key in pairs:
            strict = word.plain in _ONLY_FACING or key in _strict()
            found.append(_Pole(at, pairs[key], strict))
    return found


def _in(side: Side, spans: list[Span]) -> set[int]:
    return {at for span in spans for at in side.between(span)}


def _denied(side: Side, at: int) -> bool:
    """Whether a denial stands shortly before this word in its clause."""
    clause = side.words[at].clause
    return any(
        0 < at - place <= 4 and side.words[place].clause == clause
        for span in side.negations
        for place in side.between(span)
    )


def _converse(side: Side, at: int) -> bool:
    return root(side, at) in _conversing()


@cache
def _conversing() -> frozenset[str]:
    return frozenset(stem(word) for word in _CONVERSE)


@cache
def _strict() -> frozenset[str]:
    return frozenset(stem(word) for word in _ONLY_FACING)


@cache
def _tables() -> tuple[
    dict[str, frozenset[tuple[int, int]]], dict[str, frozenset[tuple[int, int]]]
]:
    """By stem the pairs and sides a word is of; and the same of the small words as written."""
    pairs: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(_PAIRS):
        for side, words in enumerate(pair.split("|")):
            for word in words.split():
                pairs.setdefault(stem(word), set()).add((number, side))
    small: dict[str, set[tuple[int, int]]] = {}
    for number, pair in enumerate(_SMALL, len(_PAIRS)):
        for side, words in enumerate(pair.split("|")):
            for word in words.split():
                small.setdefault(word, set()).add((number, side))
    return (
        {word: frozenset(poles) for word, poles in pairs.items()},
        {word: frozenset(poles) for word, poles in small.items()},
    )
