"""What a claim says that another claim can say differently: a day, a number, a role, an age.

Each fact keeps a frame: what it is the day or the number of. English only; knows one claim at a
time and compares nothing. Strict on purpose: a clause that is not plainly read gives no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.extraction.fact_words import (
    ACTS,
    APART,
    BEING,
    CHANGING,
    DEFINITE,
    EVENTS,
    EXTENT,
    FUTURE,
    LIGHT,
    MEETS,
    PAST,
    PERSONAL,
    POINT,
    PRONOUNS,
    SAME,
    TITLE_HEADS,
    TITLE_WORDS,
    UNSURE_TITLE,
    WEEKDAYS,
    listed,
)
from app.model.claim import Claim, Part, PartKind, on_one_line
from app.model.match import Excerpt
from app.model.reading import Quantity
from app.model.span import Span
from app.text.quantities import find_quantities
from app.text.words import STOP_WORDS, fold, stem, words


@dataclass(frozen=True, slots=True)
class Fact:
    """One answer and its question.

    `kind` is "day", "number", "role" or "age"; `value` its normal form. `subject` are the terms
    that the answer is about, `names` those of them that come from names, `apart` the words that
    tell one thing of a kind from the next ("second"); `act` is what happens ("OCCUR", "BEGIN") or
    empty; `tense` is "past", "future" or "". `excerpt` counts code points of the article's text.
    """

    kind: str
    value: str
    act: str
    subject: frozenset[str]
    names: frozenset[str]
    tense: str
    excerpt: Excerpt
    claim: Claim
    apart: frozenset[str] = frozenset()
    quantity: Quantity | None = None


_BOUND = re.compile(
    r"[,:](?!\d)|[;()–—“”\"]|(?<=said)\s|(?<=says)\s|"
    r"\b(?:that|which|who|whom|whose|where|when|while|but|because|although|though|"
    r"after|before|if|as|during|ahead|following|with)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\band\b")
_AGE_BEFORE = re.compile(r"(\d{1,3})-year-old\W+(?:\w+ ){0,2}$")
_AGE_AFTER = re.compile(r",? aged (\d{1,3})\b|, (\d{1,3})(?=[,.;](?!\d)|$)|,? who is (\d{1,3})\b")


def facts_of(claim: Claim, holes: Sequence[Span]) -> Iterator[Fact]:
    """The facts of one claim, those inside `holes` (claims inside it) left to their own claims."""
    quote = on_one_line(claim.quote)
    if len(quote) > 1_500 or quote.endswith("?"):
        return
    at = claim.span.start
    yield from _people(claim, quote, holes)
    dates = [part for part in claim.parts if part.kind is PartKind.DATE]
    numbers = [part for part in claim.parts if part.kind is PartKind.NUMBER]
    if not dates and not numbers:
        return
    amounts = {one.span.start + at: one for one in find_quantities(quote)} if numbers else {}
    for segment in _segments(quote, [part.span.shifted(-at) for part in dates]):
        if any(hole.overlaps(segment.shifted(at)) for hole in holes):
            continue
        clause = _Clause(claim, quote, segment)
        days = [part for part in dates if segment.covers(part.span.shifted(-at))]
        counts = [
            one for start, one in amounts.items() if segment.covers(one.span) and not one.ordinal
        ]
        if len(days) == 1 and (fact := clause.day(days[0])):
            yield fact
        if len(counts) == 1 and (fact := clause.number(counts[0], days)):
            yield fact


def _segments(quote: str, dates: Sequence[Span]) -> Iterator[Span]:
    """The clauses of a claim, roughly; a day set off by a comma goes with the clause beside it."""
    edges = [0, *(found.start() for found in _BOUND.finditer(quote)), len(quote)]
    pieces = [Span(start, end) for start, end in pairwise(edges) if end > start]
    joined: list[Span] = []
    carried: Span | None = None
    for piece in pieces:
        bare = _only_a_day(quote, piece, dates)
        if carried is not None:
            piece = Span(carried.start, piece.end)
            carried = None
        elif bare and not joined:
            carried = piece
            continue
        elif bare:
            piece = Span(joined.pop().start, piece.end)
        joined.append(piece)
    for piece in joined:
        cut = _AND.search(quote, piece.start, piece.end)
        inside = [date for date in dates if piece.covers(date)]
        if cut is not None and len(inside) > 1:
            yield Span(piece.start, cut.start())
            yield Span(cut.start(), piece.end)
        else:
            yield piece


def _only_a_day(quote: str, piece: Span, dates: Sequence[Span]) -> bool:
    held = next((date for date in dates if piece.covers(date)), None)
    if held is None:
        return False
    rest = quote[piece.start : held.start] + " " + quote[held.end : piece.end]
    return all(fold(word.of(rest)) in LIGHT for word in words(rest))


class _Clause:
    """One clause of a claim, its words told apart."""

    def __init__(self, claim: Claim, quote: str, segment: Span) -> None:
        self._claim = claim
        self._quote = quote
        self._at = claim.span.start
        self._words = [word.shifted(segment.start) for word in words(segment.of(quote))]
        self._folded = [fold(word.of(quote)) for word in self._words]
        self._names = [
            part
            for part in claim.parts
            if part.kind in (PartKind.WHO, PartKind.PLACE)
            and part.value  # a name; "the group" is told by its words
            and segment.covers(part.span.shifted(-self._at))
        ]

    def day(self, date: Part) -> Fact | None:
        """The day on which something unmistakable happens, else None."""
        span = date.span.shifted(-self._at)
        value = _day_value(date)
        if not value or not self._is_point(span) or set(self._folded) & CHANGING:
            return None
        act = self._act()
        subject, names = self._terms([span])
        if not act or not subject or not (names or set(self._folded) & DEFINITE):
            return None
        if not names and (act in PERSONAL or set(self._folded) & PRONOUNS):
            return None
        tense = self._tense()
        if act == "OCCUR" and not self._is_one_event():
            return None
        return self._fact("day", value, act, subject, names, tense, date.span)

    def number(self, amount: Quantity, days: Sequence[Part]) -> Fact | None:
        """How many or how much of something, else None."""
        if set(self._folded) & CHANGING or amount.unit in ("percentage point",):
            return None
        after = self._quote[amount.span.end : amount.span.end + 8]
        if after.startswith((" of the ", " of th", " out of", "-")) or not self._counts(amount):
            return None
        holes = [amount.span, *(day.span.shifted(-self._at) for day in days)]
        subject, names = self._terms(holes)
        act = self._act()
        if amount.unit in ("people", "person"):
            subject |= {"PEOPLE"}
        if len(subject | ({act} if act else frozenset())) < 2 or not subject - names:
            return None
        if days:
            # A figure of one day says nothing of another day's.
            subject |= {_day_value(day) or day.text for day in days}
        return self._fact(
            "number",
            f"{amount.value:.15g} {amount.unit}",
            act,
            subject,
            names,
            self._tense(),
            amount.span.shifted(self._at),
            amount,
        )

    def _fact(
        self,
        kind: str,
        value: str,
        act: str,
        subject: frozenset[str],
        names: frozenset[str],
        tense: str,
        place: Span,
        quantity: Quantity | None = None,
    ) -> Fact:
        words = self._claim.quote[place.start - self._at : place.end - self._at]
        excerpt = Excerpt(words, place)
        apart = frozenset(self._folded) & APART
        return Fact(kind, value, act, subject, names, tense, excerpt, self._claim, apart, quantity)

    def _is_point(self, date: Span) -> bool:
        """Whether the date says when, and is no end of a stretch and no part of a name."""
        before = [
            folded
            for word, folded in zip(self._words, self._folded, strict=True)
            if word.end <= date.start
        ]
        after = [word for word in self._words if word.start >= date.end]
        if before and before[-1] in POINT:
            return True
        return not after and bool(before) and before[-1] in ACTS

    def _counts(self, amount: Quantity) -> bool:
        """Whether a number counts or measures something plainly, and is no label and no item."""
        found = set(self._folded)
        opens = self._words[0].start >= amount.span.start
        if opens and self._words[0].start > 2:
            return False  # an item of a list, its verb far off
        if not (opens or self._names or found & DEFINITE) or found & PRONOUNS:
            return False
        rest = self._quote[amount.span.end : self._words[-1].end]
        following = words(rest[:30])
        noun = following[0].of(rest) if following and following[0].start <= 1 else ""
        if amount.unit:
            # "the 94 kg event": a name of the thing, not its weight.
            return not noun or noun in STOP_WORDS or noun in EXTENT
        if not noun:
            before = [
                fold(word.of(self._quote)) for word in self._words if word.end <= amount.span.start
            ]
            return not following and bool(before) and before[-1] in BEING | {"at"}
        return noun.islower() and noun.isalpha() and len(noun) > 2 and noun not in STOP_WORDS

    def _is_one_event(self) -> bool:
        """Whether something is held or happens; who "held talks" or "met" may do so every day."""
        found = set(self._folded)
        if "met" in found:
            return False
        return not found & listed("held hosted staged") or bool(found & BEING)

    def _act(self) -> str:
        acts = [ACTS[word] for word in self._folded if word in ACTS]
        telling = [act for act in acts if act != "OCCUR"]
        if len(set(telling)) > 1:
            return ""
        if telling:
            return telling[0]
        if acts or (set(self._folded) & EVENTS and set(self._folded) & BEING):
            return "OCCUR"
        return ""

    def _tense(self) -> str:
        found = set(self._folded)
        if found & FUTURE:
            return "future"
        return "past" if found & PAST or any(word.endswith("ed") for word in found) else ""

    def _terms(self, holes: Sequence[Span]) -> tuple[frozenset[str], frozenset[str]]:
        """What the clause is about, as stems, and which of them come from names."""
        named: set[str] = set()
        covered = list(holes)
        for part in self._names:
            covered.append(part.span.shifted(-self._at))
            named.update(stem(word.of(part.value)) for word in words(part.value))
        terms: set[str] = set()
        for word, folded in zip(self._words, self._folded, strict=True):
            if any(hole.overlaps(word) for hole in covered):
                continue
            if folded in MEETS:
                terms.add("MEETING")
            if folded in LIGHT or folded in ACTS:
                continue
            terms.add(SAME.get(folded) or stem(word.of(self._quote)))
        return frozenset(terms | named), frozenset(named)


def _day_value(date: Part) -> str:
    """The day as ISO, "--09-16", or "weekday 3" where nothing settles it; else empty."""
    if date.value:
        return date.value
    short = fold(date.text)[:3]
    return f"weekday {WEEKDAYS.index(short)}" if short in WEEKDAYS else ""


def _people(claim: Claim, quote: str, holes: Sequence[Span]) -> Iterator[Fact]:
    """The titles and ages that stand beside full names of persons."""
    at = claim.span.start
    for part in claim.parts:
        if (
            part.kind is not PartKind.WHO
            or not part.value
            or any(hole.covers(part.span) for hole in holes)
        ):
            continue
        name = frozenset(stem(word.of(part.value)) for word in words(part.value))
        span = part.span.shifted(-at)
        before, after = quote[max(0, span.start - 60) : span.start], quote[span.end : span.end + 20]
        for found, base in ((_AGE_BEFORE.search(before), max(0, span.start - 60)),
                            (_AGE_AFTER.match(after), span.end)):  # fmt: skip
            if found is None:
                continue
            group = next(number for number in range(1, 4) if found.group(number))
            age = int(found.group(group))
            if 0 < age < 115:
                start, end = found.span(group)
                place = Span(start + base + at, end + base + at)
                excerpt = Excerpt(found.group(group), place)
                yield Fact("age", f"{age}", "", name, name, "", excerpt, claim)
        title = _title_before(before)
        if title is not None and len(name) > 0:
            place = title.shifted(max(0, span.start - 60) + at)
            excerpt = Excerpt(place.shifted(-at).of(claim.quote), place)
            yield Fact("role", fold(excerpt.text), "", name, name, "", excerpt, claim)


def _title_before(before: str) -> Span | None:
    """The title that ends right before a name; None where it is none, or one of the past."""
    found = words(before)
    first = len(found)
    while first and fold(found[first - 1].of(before)) in TITLE_WORDS:
        first -= 1
    if first == len(found) or before[found[-1].end :].strip():
        return None
    title = Span(found[first].start, found[-1].end)
    heads = {fold(word.of(before)) for word in found[first:]}
    ahead = {fold(word.of(before)) for word in found[max(0, first - 2) : first]}
    if not heads & TITLE_HEADS or (heads | ahead) & UNSURE_TITLE:
        return None
    return title
