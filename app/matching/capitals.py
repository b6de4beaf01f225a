"""Words in capitals that stand in each other's place: peoples, and names that no rule knows."""

from __future__ import annotations

from app.matching.alignment import Slot, align
from app.matching.side import Side, Word
from app.model.span import Span
from app.text.names.same import same_name
from app.text.names.words import TITLES

#: Peoples whose country begins otherwise.
_COUNTRIES = {
    "french": "france", "spanish": "spain", "danish": "denmark", "dutch": "netherlands",
    "irish": "ireland", "welsh": "wales", "swiss": "switzerland", "polish": "poland",
    "finnish": "finland", "filipino": "philippines", "burmese": "myanmar", "scottish": "scotland",
}  # fmt: skip
#: At most so many words stand on either side of such a place.
_WORDS = 4
#: Beginnings that a people and its country have in common: "Russian" and "Russia".
_BEGINNING = 4
#: So many capitals can be short for anything.
_SHORT = 3


def is_capital(side: Side, word: Word) -> bool:
    """Whether the word is written with a capital."""
    return side.text[word.span.start].isupper()


def capitals_in_place(claim: Side, passage: Side) -> list[tuple[Span, Span]]:
    """Stretches of capitals in the middle of sentences that agree otherwise, which differ."""
    found: list[tuple[Span, Span]] = []
    for slot in align(claim, passage).slots:
        if len(slot.ours) > _WORDS or len(slot.theirs) > _WORDS:
            continue
        ours, theirs = _capitals(claim, slot.ours), _capitals(passage, slot.theirs)
        if ours and theirs and _differ(claim, ours, passage, theirs, slot):
            found.append((_span(claim, ours), _span(passage, theirs)))
    return found


def _capitals(side: Side, words: range) -> range:
    """The first run of capitals, or none where a day, a title or a sentence's first word is in."""
    days = {at for mention in side.dates for at in side.between(mention.span)}
    run: list[int] = []
    for at in words:
        word = side.words[at]
        opens = at == 0 or side.words[at - 1].sentence != word.sentence
        proper = is_capital(side, word) and not word.common and at not in days
        if proper and word.plain not in TITLES and not opens and word.plain.isalpha():
            run.append(at)
        elif run:
            break
    return range(run[0], run[-1] + 1) if run else range(0)


def _differ(claim: Side, ours: range, passage: Side, theirs: range, slot: Slot) -> bool:
    if len(slot.ours) - len(ours) > 1 or len(slot.theirs) - len(theirs) > 1:
        return False
    a, b = _span(claim, ours).of(claim.text), _span(passage, theirs).of(passage.text)
    if same_name(a, b) or _initials(a) == b or _initials(b) == a:
        return False
    mine = {_country(claim.words[at]) for at in slot.ours}
    other = {_country(passage.words[at]) for at in slot.theirs}
    beginnings = {one[:_BEGINNING] for one in mine} & {one[:_BEGINNING] for one in other}
    # "British" and "UK", "WHO" and "World Health": what is short for what no list knows whole.
    short = min((len(one) for one in (a, b) if one.isupper()), default=_SHORT + 1)
    return not beginnings and short > _SHORT


def _country(word: Word) -> str:
    return _COUNTRIES.get(word.plain, word.plain)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _span(side: Side, words: range) -> Span:
    return Span(side.words[words[0]].span.start, side.words[words[-1]].span.end)
