"""Amounts of a claim against those of a passage: the number, its unit, how exact it is meant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.matching.alignment import align
from app.matching.number_words import BASES, MONEY, SHARES, fates, groups
from app.matching.side import Side
from app.matching.slots import same_slot
from app.model.match import Difference, DifferenceKind, Relation
from app.model.reading import Quantity
from app.text.word_lists import listed

#: Two amounts count the same thing from this affinity on; a unit alone (2) is not enough.
_RELATED = 2.5
#: A number up to this turns up anywhere; equal ones need something else in common.
_SMALL_NUMBER = 12
#: So far off may a number be that its text calls approximate, gives as a bound, or converts.
_ROUGHLY, _WITHIN_BOUND, _CONVERTED = 0.05, 0.15, 0.02
#: So many words to each side tell what an amount is about.
_REACH = 6
#: Words that may stand between an amount and the noun it counts.
_BEFORE_NOUN = listed("of other more the such its his their to or")


_Fits = Callable[["_Amount", "_Amount"], bool]


@dataclass(frozen=True, slots=True)
class _Amount:
    """A quantity with what it counts: the nouns after it, who, dead or hurt, the words around."""

    quantity: Quantity
    nouns: frozenset[str]
    group: str
    fate: str
    around: frozenset[str]
    unit: str
    words: tuple[int, int]


def number_differences(claim: Side, passage: Side) -> list[Difference]:
    """Each amount of the claim: same as one of the passage, different from one, or not mentioned.

    Amounts are paired by what they count: unit, noun, who, dead or hurt, and the words around.
    Equal ones are paired first; an amount that counts something else is never held against it.
    """
    ours, theirs = _amounts(claim), _amounts(passage)
    steps = _steps(claim, passage)
    open_ours, open_theirs = set(range(len(ours))), set(range(len(theirs)))
    found: list[Difference] = []
    for fits, relation in steps:
        pairs = sorted(
            (-_affinity(ours[i], theirs[j]), _off(ours[i], theirs[j]), i, j)
            for i in open_ours
            for j in (range(len(theirs)) if relation is Relation.SAME else open_theirs)
            if fits(ours[i], theirs[j])
        )
        for _, _, i, j in pairs:
            # One number of the passage can equal two of the claim, but differ from one only.
            if i not in open_ours or (relation is not Relation.SAME and j not in open_theirs):
                continue
            open_ours.discard(i)
            open_theirs.discard(j)
            kind = DifferenceKind.UNIT if fits is _other_unit else DifferenceKind.NUMBER
            found.append(_told(claim, passage, kind, relation, ours[i], theirs[j]))
    for i in sorted(open_ours):
        excerpt = claim.excerpt(ours[i].quantity.span)
        found.append(Difference(DifferenceKind.NUMBER, Relation.NOT_MENTIONED, excerpt))
    return found


def _steps(claim: Side, passage: Side) -> tuple[tuple[_Fits, Relation], ...]:
    """By which rules amounts are paired, the surest first, and what each rule tells."""

    def slot(one: _Amount, other: _Amount, differing: bool) -> bool:
        alike = _off(one, other) == 0
        return alike is not differing and _in_one_slot(one, other, claim, passage)

    alignment = align(claim, passage)

    def replaced(one: _Amount, other: _Amount) -> bool:
        """Another amount in the very place: "from 3.1 to 3.4" and "from 3.4 to 3.1"."""
        comparable = one.quantity.ordinal == other.quantity.ordinal and _one_measure(one, other)
        alike = _same(one, other) or one.quantity.value == other.quantity.value
        if not comparable or alike or _apart(one, other):
            return False
        return alignment.replaces(one.words, other.words)

    return (
        (replaced, Relation.DIFFERENT),
        (lambda one, other: _same(one, other) or slot(one, other, False), Relation.SAME),
        (_other_unit, Relation.DIFFERENT),
        (lambda one, other: slot(one, other, True), Relation.DIFFERENT),
        (_other_number, Relation.DIFFERENT),
    )


def _amounts(side: Side) -> list[_Amount]:
    """The quantities of a side with what each counts."""
    taken = {at for quantity in side.quantities for at in side.between(quantity.span)}
    found: list[_Amount] = []
    for place, quantity in enumerate(side.quantities):
        inside = side.between(quantity.span)
        first, last = inside.start, max(inside.stop - 1, inside.start)
        nouns = _nouns(side, last, taken)
        before = _reach(side, first, -1, taken)
        after = _reach(side, last, 1, taken)
        near = [*nouns, *after, *before]
        found.append(
            _Amount(
                quantity,
                frozenset(nouns),
                _first_kind(groups(), [*nouns, *after[:3]]),
                _fate_before(side, first) or _first_kind(fates(), near),
                frozenset(near),
                _unit(side, quantity, place, last),
                (first, last),
            )
        )
    return found


def _nouns(side: Side, last: int, taken: set[int]) -> list[str]:
    """The stems right after an amount, up to three, until the clause or the noun phrase ends."""
    found: list[str] = []
    for at in range(last + 1, min(last + 6, len(side.words))):
        word = side.words[at]
        if word.clause != side.words[last].clause or (at in taken and found):
            break
        if at in taken:
            continue  # "15 to 20 dead": the range shares its noun
        if word.common:
            if found or word.plain not in _BEFORE_NOUN:
                break
            continue
        found.append(word.stem)
        if len(found) == 3:
            break
    return found


def _unit(side: Side, quantity: Quantity, place: int, last: int) -> str:
    """The unit, "age" where so many years old somebody is: never held against other years."""
    old = last + 1 < len(side.words) and side.words[last + 1].plain == "old"
    if quantity.unit in ("year", "month", "week", "day") and old:
        return "age"
    return quantity.unit or _unit_of_range(side, quantity, place)


def _unit_of_range(side: Side, quantity: Quantity, place: int) -> str:
    """The unit of the range's end: "60 to 90 km"."""
    if quantity.ordinal or place + 1 >= len(side.quantities):
        return ""
    end = side.quantities[place + 1]
    between = side.text[quantity.span.end : end.span.start].strip()
    return end.unit if between in ("-", "–", "—", "to", "or", "bis", "a") else ""


def _reach(side: Side, start: int, step: int, taken: set[int]) -> list[str]:
    """The content stems of one direction, nearest first, until the sentence or a number ends it."""
    found: list[str] = []
    at = start + step
    while 0 <= at < len(side.words) and abs(at - start) <= _REACH:
        word = side.words[at]
        if word.sentence != side.words[start].sentence or (at in taken and step > 0):
            break
        if not word.common and at not in taken:
            found.append(word.stem)
        at += step
    return found


def _first_kind(kinds: dict[str, str], stems: list[str]) -> str:
    """The kind of the first of these stems that has one, or ""."""
    return next((kinds[one] for one in stems if one in kinds), "")


def _fate_before(side: Side, first: int) -> str:
    """The fate that the word right before an amount tells: "killed 107 and wounded 238"."""
    if not first or side.words[first - 1].clause != side.words[first].clause:
        return ""
    return fates().get(side.words[first - 1].stem, "")


def _same(one: _Amount, other: _Amount) -> bool:
    """Whether both give the same amount, as exactly as they mean it."""
    a, b = one.quantity, other.quantity
    if a.ordinal != b.ordinal or not _one_measure(one, other) or _apart(one, other):
        return False
    affinity = _affinity(one, other)
    if a.ordinal:
        return a.value == b.value and (affinity > 0 or a.value > _SMALL_NUMBER)
    off = _off(one, other)
    if one.unit != other.unit and one.unit and other.unit:
        return off <= _CONVERTED and affinity > 0
    if off == 0:
        return affinity > 0 or a.value > _SMALL_NUMBER
    if affinity < _RELATED:
        return False
    if _rounded(a, b.value) or _rounded(b, a.value):
        return True
    if a.bound == b.bound != "":
        return False
    if a.bound or b.bound:
        return off <= _WITHIN_BOUND and (_satisfies(a, b) or _satisfies(b, a))
    return (a.approximate or b.approximate) and off <= _ROUGHLY


def _other_unit(one: _Amount, other: _Amount) -> bool:
    """The same figure in another unit: 5 % and 5 percentage points, $5 million and €5 million."""
    a, b = one.quantity, other.quantity
    if a.ordinal or b.ordinal or a.value != b.value or one.unit == other.unit:
        return False
    if not (one.unit and other.unit):
        return False
    kinds = {_measure(one.unit), _measure(other.unit)}
    related = len(kinds) == 1 or kinds <= {"time", "months"}
    return bool(one.around & other.around) if related else bool(one.nouns & other.nouns)


def _other_number(one: _Amount, other: _Amount) -> bool:
    """Another amount of the same thing."""
    a, b = one.quantity, other.quantity
    if a.ordinal != b.ordinal or not _one_measure(one, other) or _apart(one, other):
        return False
    if a.ordinal:
        return bool(one.nouns & other.nouns)
    return _affinity(one, other) >= _RELATED


def _one_measure(a: _Amount, b: _Amount) -> bool:
    """Whether two units can be compared: equal, of one measure, or one is left out."""
    if a.unit == b.unit or _measure(a.unit) == _measure(b.unit) != "":
        return a.unit == b.unit or _measure(a.unit) not in ("money", "share")
    loose = ("", "people", "times")
    return a.unit in loose and b.unit in loose


def _measure(unit: str) -> str:
    if unit in MONEY:
        return "money"
    if unit in SHARES:
        return "share"
    return BASES[unit][0] if unit in BASES else unit


def _apart(one: _Amount, other: _Amount) -> bool:
    """Whether two surely count different things: soldiers and civilians, dead and hurt."""
    groups = one.group and other.group and one.group != other.group
    fates = one.fate and other.fate and one.fate != other.fate
    return bool(groups or fates)


def _in_one_slot(one: _Amount, other: _Amount, claim: Side, passage: Side) -> bool:
    """Whether two amounts of one measure stand amid the same words, whatever they count."""
    a, b = one.quantity, other.quantity
    return (
        a.ordinal == b.ordinal
        and _one_measure(one, other)
        and same_slot(claim, one.words, passage, other.words)
    )


def _affinity(one: _Amount, other: _Amount) -> float:
    """How surely two amounts count the same thing; 0 for nothing in common."""
    points = 2.0 if one.unit and _measure(one.unit) == _measure(other.unit) else 0.0
    if one.nouns & other.nouns:
        points += 2.0
    if one.group and one.group == other.group:
        points += 1.0
    if one.fate and one.fate == other.fate:
        points += 2.0
    return points + 0.5 * min(4, len(one.around & other.around))


def _off(one: _Amount, other: _Amount) -> float:
    """How far the amounts lie apart, as a share of the larger one."""
    a, b = one.quantity.value, other.quantity.value
    if one.unit != other.unit:
        a *= BASES.get(one.unit, ("", 1.0))[1]
        b *= BASES.get(other.unit, ("", 1.0))[1]
    if a == b:
        return 0.0
    return abs(a - b) / max(abs(a), abs(b))


def _rounded(a: Quantity, exact: float) -> bool:
    """Whether `a` is written with a scale ("2.4 million") and `exact` rounds to it."""
    digits = a.text.strip("$€£¥ ")
    if a.value < 10_000 or digits.replace(",", "").replace(".", "").isdigit():
        return False
    figure = digits.split()[0] if digits else ""
    decimals = len(figure.partition(".")[2].rstrip("bmnk"))
    number = figure.replace(",", "").rstrip("bmnk")
    try:
        scale = a.value / float(number)
    except (ValueError, ZeroDivisionError):
        return False
    return abs(a.value - exact) <= 0.5 * scale / float(10**decimals)


def _satisfies(bounded: Quantity, other: Quantity) -> bool:
    if bounded.bound == "at least":
        return other.value >= bounded.value
    return bounded.bound == "at most" and other.value <= bounded.value


def _told(
    claim: Side,
    passage: Side,
    kind: DifferenceKind,
    relation: Relation,
    one: _Amount,
    other: _Amount,
) -> Difference:
    a, b = one.quantity, other.quantity
    note = ""
    if a.bound != b.bound or (a.approximate != b.approximate and relation is Relation.SAME):
        sides = (("the claim", a), ("the passage", b))
        told = [f"{who} says {q.bound or 'about'} {q.text}" for who, q in sides if q.approximate]
        note = "; ".join(told)
    return Difference(kind, relation, claim.excerpt(a.span), passage.excerpt(b.span), note)
