"""Claims of one article that do not fit together: "look here", never a verdict. Knows no store.

Two claims are shown side by side where both answer the same question (the same act of the same
thing in the same tense) and the answers cannot both be right. A pair that is missed costs little, a
false alarm costs trust: any sign that two things are meant, or that a figure has changed, ends it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.extraction.fact_words import ONCE, RANKS
from app.extraction.facts import Fact, facts_of
from app.model.article import Article
from app.model.claim import Claim
from app.model.inconsistency import Inconsistency
from app.model.span import Span

#: So many facts with the same rarest word are compared with one; more is a table, not a report.
_MOST_CANDIDATES = 40
_QUESTIONS = {
    "day": "as the day of what may be the same event",
    "number": "for what may be the same figure",
    "role": "as the post of what may be the same person",
    "age": "as the age of what may be the same person",
}


def find_inconsistencies(
    article: Article,  # noqa: ARG001
    claims: Sequence[Claim],
) -> tuple[Inconsistency, ...]:
    """The pairs of claims that answer the same question differently, in article order.

    A claim is named by its id, or by its position while it is not stored. Near-linear in the number
    of claims.
    """
    facts = [fact for claim, holes in _with_holes(claims) for fact in facts_of(claim, holes)]
    found: dict[tuple[int, int], Inconsistency] = {}
    for one, other in _pairs(facts):
        if one.claim.span.overlaps(other.claim.span) or not _clash(one, other):
            continue
        first, second = sorted((one, other), key=lambda fact: fact.excerpt.span)
        ids = (_number(first.claim), _number(second.claim))
        found.setdefault(
            ids, Inconsistency(ids, first.kind, first.excerpt, second.excerpt, _told(first, second))
        )
    return tuple(sorted(found.values(), key=lambda pair: (pair.first.span, pair.second.span)))


def _with_holes(claims: Sequence[Claim]) -> Iterator[tuple[Claim, list[Span]]]:
    """Each claim with the claims that lie inside it, whose facts are theirs."""
    ordered = sorted(claims, key=lambda claim: (claim.span.start, -claim.span.end))
    for index, claim in enumerate(ordered):
        holes = []
        for other in ordered[index + 1 :]:
            if other.span.start >= claim.span.end:
                break
            if claim.span.covers(other.span) and other.span != claim.span:
                holes.append(other.span)
        yield claim, holes


def _pairs(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of facts of one kind and act that share the rarest word of one of them."""
    places: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, fact in enumerate(facts):
        for term in fact.subject:
            places[fact.kind, fact.act, term].append(index)
    for index, fact in enumerate(facts):
        keys = [(fact.kind, fact.act, term) for term in fact.subject]
        rarest = min(keys, key=lambda key: (len(places[key]), key))
        for other in places[rarest][:_MOST_CANDIDATES]:
            if other != index:
                yield fact, facts[other]


def _clash(one: Fact, other: Fact) -> bool:
    if one.kind == "day":
        return _same_event(one, other) and _other_day(one, other)
    if one.kind == "number":
        return _same_amount(one, other) and _other_number(one, other)
    if one.subject != other.subject or len(one.subject) < 2:
        return False
    if one.kind == "role":
        ours, theirs = set(one.value.split()), set(other.value.split())
        alike = "minister" in ours & theirs or (ours & RANKS and theirs & RANKS)
        return bool(alike) and not (ours <= theirs or theirs <= ours)
    return one.value != other.value


def _same_event(one: Fact, other: Fact) -> bool:
    """Whether the shorter account is a plain reference to what the longer one names in full."""
    if one.apart != other.apart:
        return False
    if "past" in (one.tense, other.tense) and one.tense != other.tense:
        return False
    small, large = sorted((one, other), key=lambda fact: len(fact.subject))
    if not small.subject <= large.subject:
        return False
    # What only one side names must not tell it apart: the other one may name nothing of its own.
    own = small.names - {"MEETING"}
    return not own or not large.names - own


def _other_day(one: Fact, other: Fact) -> bool:
    ours, theirs = one.value, other.value
    if ours.startswith("weekday") or theirs.startswith("weekday"):
        return ours.startswith("weekday") and theirs.startswith("weekday") and ours != theirs
    if ours.startswith("--") or theirs.startswith("--"):
        ours, theirs = ours[-5:], theirs[-5:]
        return len(one.value) >= 7 and len(other.value) >= 7 and ours != theirs
    if ours.startswith(theirs) or theirs.startswith(ours):
        return False
    if len(ours) == len(theirs) == 10 and not (_has_year(one) or _has_year(other)):
        return ours[5:] != theirs[5:]  # the app supplied the years; only what stands there counts
    return one.act in ONCE or (ours[:4] == theirs[:4] and len(ours) == len(theirs))


def _has_year(fact: Fact) -> bool:
    return re.search(r"\d{4}", fact.excerpt.text) is not None


def _same_amount(one: Fact, other: Fact) -> bool:
    """Whether both count the same of the same; a part is no whole, so nothing may be added."""
    if one.quantity is None or other.quantity is None or one.quantity.unit != other.quantity.unit:
        return False
    return one.subject == other.subject and (one.tense, one.apart) == (other.tense, other.apart)


def _other_number(one: Fact, other: Fact) -> bool:
    ours, theirs = one.quantity, other.quantity
    if ours is None or theirs is None or ours.value == theirs.value:
        return False
    low, high = sorted((ours, theirs), key=lambda amount: amount.value)
    if low.approximate or high.approximate:
        exact = not (low.approximate and high.approximate)
        return exact and (
            (low.bound == "at most" and not high.approximate)
            or (high.bound == "at least" and not low.approximate)
        )
    return not _rounds_to(high.value, low.value) and not _rounds_to(low.value, high.value)


def _rounds_to(exact: float, rough: float) -> bool:
    """Whether `rough` is `exact` with fewer digits, as 300,000 is for 302,418."""
    digits = len(f"{rough:.0f}".rstrip("0"))
    if rough != int(rough) or digits >= len(f"{rough:.0f}"):
        return False
    return float(f"{exact:.{max(0, digits - 1)}e}") == rough


def _number(claim: Claim) -> int:
    return claim.id or claim.position


def _told(first: Fact, second: Fact) -> str:
    one = f"{first.claim.speaker or 'the article'} says {_words(first)}"
    other = f"{second.claim.speaker or 'the article'} says {_words(second)}"
    if first.claim.speaker == second.claim.speaker:
        one, other = f"{_words(first)} stands here", f"{_words(second)} there"
    return f"Look here: {one}, {other}, {_QUESTIONS[first.kind]}."


def _words(fact: Fact) -> str:
    return " ".join(fact.excerpt.text.split())
