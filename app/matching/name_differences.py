"""Names of a claim against those of a passage; one differs only where the slot is clear."""

from __future__ import annotations

from dataclasses import dataclass

from app.matching.capitals import capitals_in_place, is_capital
from app.matching.side import Side, read_side
from app.matching.slots import same_slot
from app.model.match import Difference, DifferenceKind, Relation
from app.model.reading import NameMention
from app.model.span import Span
from app.text.names.same import same_name
from app.text.word_lists import listed
from app.text.words import fold

#: Modifiers that make another place or body of the same head: South and North Korea.
_MODIFIERS = listed(
    "north south east west northern southern eastern western central upper lower new old great"
    " first second third fourth fifth"
)


@dataclass(frozen=True, slots=True)
class _Name:
    """A name at the indexes of its words."""

    mention: NameMention
    first: int
    last: int

    @property
    def text(self) -> str:
        return self.mention.text


def name_differences(claim: Side, passage: Side, title: str = "") -> list[Difference]:
    """Each name of the claim, once: in the passage or its source's title, different, or not there.

    DIFFERENT only where the passage has another name in the same slot: the same head with another
    modifier ("South Korea", "North Korea"; "University of X"), or the same words around it.
    """
    found: list[Difference] = []
    ours, theirs = _names(claim), _names(passage)
    open_ours: list[_Name] = []
    used: set[int] = set()
    for name in _distinct(ours):
        place = _place_in(name, theirs, passage)
        if place is not None:
            used.update(i for i, other in enumerate(theirs) if other.mention.span.overlaps(place))
            found.append(_told(claim, passage, Relation.SAME, name, place))
        elif title and _in_title(name, title):
            note = "named in the source's title"
            found.append(_told(claim, passage, Relation.SAME, name, None, note))
        else:
            open_ours.append(name)
    for name in open_ours:
        slot = _slot(name, theirs, used, ours, claim, passage)
        if slot is None:
            found.append(_told(claim, passage, Relation.NOT_MENTIONED, name, None))
            continue
        used.add(slot)
        span = theirs[slot].mention.span
        found.append(_told(claim, passage, Relation.DIFFERENT, name, span))
    return _with_capitals(found, claim, passage)


def _with_capitals(found: list[Difference], claim: Side, passage: Side) -> list[Difference]:
    """Also the capitals that stand in each other's place and were not told to differ yet: peoples
    ("Russian troops", "Turkish troops") and names that none of the rules for names knows."""
    pairs = [
        pair
        for pair in capitals_in_place(claim, passage)
        if not any(
            _touches(one, pair, passage)
            for one in found
            if one.relation is not Relation.NOT_MENTIONED
        )
    ]
    if not pairs:
        return found
    ours = [pair[0] for pair in pairs]
    kept = [
        one
        for one in found
        if one.relation is not Relation.NOT_MENTIONED
        or one.claim is None
        or not any(one.claim.span.overlaps(span) for span in ours)
    ]
    told = [
        Difference(
            DifferenceKind.NAME, Relation.DIFFERENT, claim.excerpt(mine), passage.excerpt(theirs)
        )
        for mine, theirs in pairs
    ]
    return [*kept, *told]


def _touches(one: Difference, pair: tuple[Span, Span], passage: Side) -> bool:
    """Whether these capitals were told of: as different, or as the same in that very sentence."""
    mine, theirs = pair
    place = one.passage.span if one.passage is not None else None
    if one.relation is Relation.DIFFERENT:
        told = one.claim is not None and one.claim.span.overlaps(mine)
        return told or (place is not None and place.overlaps(theirs))
    if one.claim is None or one.claim.span != mine:
        return False
    return place is None or passage.sentence_at(place.start) == passage.sentence_at(theirs.start)


def _names(side: Side) -> list[_Name]:
    found: list[_Name] = []
    for mention in side.names:
        inside = side.between(mention.span)
        if inside:
            found.append(_Name(mention, inside[0], inside[-1]))
    return found


def _distinct(names: list[_Name]) -> list[_Name]:
    """Each name once, under its first mention."""
    kept: dict[str, _Name] = {}
    for name in names:
        kept.setdefault(fold(name.mention.name), name)
    return list(kept.values())


def _place_in(name: _Name, theirs: list[_Name], passage: Side) -> Span | None:
    """Where the passage has this name: under any spelling, or all its words in one sentence."""
    for form in dict.fromkeys((name.text, name.mention.name)):
        for other in theirs:
            if same_name(form, other.text) or same_name(form, other.mention.name):
                return other.mention.span
            if _is_end_of(other.text, form):
                return other.mention.span
    return _words_in(name.text, passage)


def _is_end_of(short: str, full: str) -> bool:
    """Whether two words or more of a longer name stand for it: "General Assembly"."""
    ending = fold(short).split()
    return len(ending) > 1 and fold(full).split()[-len(ending) :] == ending


def _words_in(name: str, passage: Side) -> Span | None:
    """The place of a name that the passage does not write as one: "coalition led by the US"."""
    wanted = [word.stem for word in read_side(name, None).words if not word.common]
    if not wanted or any(stem not in passage.places for stem in wanted):
        return None
    for at in passage.places[wanted[0]]:
        sentence = passage.words[at].sentence
        places = [
            next((p for p in passage.places[stem] if passage.words[p].sentence == sentence), -1)
            for stem in wanted
        ]
        if -1 in places or max(places) - min(places) > 4 + len(wanted):
            continue
        # One word is enough only where it is written like a name.
        if len(wanted) == 1 and not passage.words[at].span.of(passage.text)[0].isupper():
            continue
        first, last = passage.words[min(places)], passage.words[max(places)]
        return Span(first.span.start, last.span.end)
    return None


def _in_title(name: _Name, title: str) -> bool:
    if any(same_name(name.text, other.text) for other in read_side(title, None).names):
        return True
    return f" {fold(name.text)} " in f" {fold(title)} "


def _slot(
    name: _Name,
    theirs: list[_Name],
    used: set[int],
    ours: list[_Name],
    claim: Side,
    passage: Side,
) -> int | None:
    """Which name of the passage stands in this name's slot, or None rather than a guess."""
    for i, other in enumerate(theirs):
        if i in used or any(same_name(other.text, one.text) for one in ours):
            continue
        if _other_modifier(name, other, claim, passage):
            return i
        if same_slot(
            claim, (name.first, name.last), passage, (other.first, other.last)
        ) and _in_capitals_apart(name, other, claim, passage):
            return i
    return None


def _in_capitals_apart(name: _Name, other: _Name, claim: Side, passage: Side) -> bool:
    """Whether more differs than small words, as in "Syrian government", "Syrian authorities"."""
    ours = {word.stem for word in claim.words[name.first : name.last + 1]}
    theirs = {word.stem for word in passage.words[other.first : other.last + 1]}
    return any(
        word.stem not in theirs and is_capital(claim, word)
        for word in claim.words[name.first : name.last + 1]
    ) and any(
        word.stem not in ours and is_capital(passage, word)
        for word in passage.words[other.first : other.last + 1]
    )


def _other_modifier(name: _Name, other: _Name, claim: Side, passage: Side) -> bool:
    """The same head with one other word: "South Korea", "University of Leeds", "Anna Kerry"."""
    a = [word.plain for word in claim.words[name.first : name.last + 1]]
    b = [word.plain for word in passage.words[other.first : other.last + 1]]
    if len(a) != len(b) or len(a) < 2:
        return False
    apart = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(apart) != 1:
        return False
    at = apart[0]
    if same_name(a[at], b[at]) or (a[at][0] == b[at][0] and 1 in (len(a[at]), len(b[at]))):
        return False
    if at == len(a) - 1:
        # A first name in common ("John Kerry", "John Kirby") makes no slot; "University of" does.
        return a[at - 1] == "of" or len(a) > 2
    return len(a) > 2 or {a[at], b[at]} <= _MODIFIERS or len(a[at]) > 1 < len(b[at])


def _told(
    claim: Side, passage: Side, relation: Relation, name: _Name, place: Span | None, note: str = ""
) -> Difference:
    return Difference(
        DifferenceKind.NAME,
        relation,
        claim.excerpt(name.mention.span),
        passage.excerpt(place) if place else None,
        note,
    )
