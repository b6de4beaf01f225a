"""Every word of an article accounted for. Counts only; finds no claim by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

from app.extraction.claims import declarative_sentences
from app.extraction.page.words import count_words as count
from app.extraction.reading import KEPT, article_sentences
from app.model.article import Zone
from app.model.claim import Claim
from app.model.ledger import Excused, Ledger, Progress, ZoneWords
from app.model.span import Span
from app.text.words import word_count, word_places

_QUESTIONS = ("?", "？", "؟", "¿", ";?")
_CLOSERS = "\"'”’»“›)]}」』）* _"
#: A sentence of fewer words that asserts nothing is a fragment, a longer one a heading.
_FEWEST_WORDS = 3
#: So many characters outside the article, without a claim, are counted at once.
_LONG = 2_000

#: Where a word belongs, the reason it is excused or "", and what holds it there.
_Account: TypeAlias = tuple[str, str, int]


def count_words(
    text: str,
    zones: tuple[Zone, ...],
    claims: Iterable[Claim],
    excuses: Iterable[Excused] = (),
) -> Ledger:
    """The ledger of an article: each word in a claim, excused, furniture, or open.

    Claimed is what lies in a claim or a mention, wherever it stands. Of the rest, words outside
    the included zones are furniture; what the reviewer excused comes next; those of a declarative
    sentence are open; datelines, list signs, questions, headings and fragments need no check and
    are excused. Neighbouring words of one account make one stretch, within one sentence.
    """
    places = sorted(_places(claims))
    accounts = _Accounts(text, zones, places, excuses)
    counts = {"claimed": 0, "excused": 0, "furniture": 0, "open": 0}
    stretches: list[tuple[_Account, Span]] = []
    starts: list[int] = []
    outside = {span: _words_of(span.of(text)) for span in _wholly_outside(text, zones, places)}
    counts["furniture"] = sum(outside.values())
    for run in _between(len(text), outside):
        last: _Account | None = None
        first = end = run.start
        for start, stop in word_places(text, run.start, run.end):
            account = accounts.of(start, stop)
            counts[account[0]] += 1
            starts.append(start)
            if account != last:
                if last is not None:
                    stretches.append((last, Span(first, end)))
                last, first = account, start
            end = stop
        if last is not None:
            stretches.append((last, Span(first, end)))
    return Ledger(
        words=sum(counts.values()),
        **counts,
        open_spans=tuple(span for (place, _, _), span in stretches if place == "open"),
        excused_spans=tuple(
            Excused(span, reason) for (place, reason, _), span in stretches if place == "excused"
        ),
        claimed_spans=tuple(span for (place, _, _), span in stretches if place == "claimed"),
        zones=_by_zone(zones, starts, outside),
    )


def _by_zone(
    zones: Iterable[Zone], starts: Sequence[int], outside: Mapping[Span, int]
) -> tuple[ZoneWords, ...]:
    """How many words begin in each zone: of some it is known, and `starts` is where each word of
    the others begins."""
    return tuple(
        ZoneWords(
            zone.span,
            outside.get(zone.span, 0)
            or bisect_left(starts, zone.span.end) - bisect_left(starts, zone.span.start),
        )
        for zone in zones
    )


def _wholly_outside(text: str, zones: Iterable[Zone], places: Sequence[Span]) -> list[Span]:
    """The long zones outside the article in which no claim and no mention stands and whose edges
    cut no word: what is not the article's own may be many times as long."""
    # A claim may hold others: one that begins long before may end in here.
    reach = list(accumulate((span.end for span in places), max))
    found = []
    for zone in zones:
        before = bisect_left(places, zone.span.end, key=lambda span: span.start)
        apart = all(
            place in (0, len(text)) or text[place - 1].isspace() or text[place].isspace()
            for place in (zone.span.start, zone.span.end)
        )
        free = not before or reach[before - 1] <= zone.span.start
        if not zone.included and len(zone.span) >= _LONG and apart and free:
            found.append(zone.span)
    return found


def _between(length: int, outside: Iterable[Span]) -> Iterator[Span]:
    """What of a text of this length is not `outside`, whose stretches are in order."""
    start = 0
    for span in outside:
        yield Span(start, span.start)
        start = span.end
    yield Span(start, length)


@lru_cache(maxsize=KEPT)
def _words_of(text: str) -> int:
    return word_count(text)


def count_progress(
    text: str, ledger: Ledger, claims: Sequence[Claim], judged: Sequence[Claim]
) -> Progress:
    """How far the work is; `judged` are those of `claims` whose verdict is in force."""
    places = sorted(_places(judged))
    reviewed = _Cover(places)
    # From a blank on, so that no word is cut; behind the last place no word is reviewed.
    low = max(text.rfind(blank, 0, places[0].start) for blank in " \n") + 1 if places else 0
    high = max((span.end for span in places), default=0)
    return Progress(
        words=ledger.words - ledger.furniture,
        claimed=ledger.claimed,
        reviewed_words=sum(
            reviewed.holding(start) >= 0 for start, _ in word_places(text, low, high)
        ),
        risk=round(sum(claim.check_worthiness for claim in claims), 3),
        reviewed_risk=round(sum(claim.check_worthiness for claim in judged), 3),
    )


class _Accounts:
    """Where each word belongs, asked in order."""

    def __init__(
        self,
        text: str,
        zones: tuple[Zone, ...],
        claimed: Iterable[Span],
        excuses: Iterable[Excused],
    ) -> None:
        found = article_sentences(text, zones)
        asserting = set(declarative_sentences(text, found, zones))
        self._text = text
        self._claimed = _Cover(claimed)
        self._included = _Cover(zone.span for zone in zones if zone.included)
        given = sorted(excuses, key=lambda one: one.span)
        self._given = {one.span.start: one.reason for one in given}
        self._excused = _Cover(one.span for one in given)
        self._sentences = _Cover(found)
        self._reasons = {
            span.start: "" if span in asserting else _why_excused(span.of(text)) for span in found
        }

    def of(self, start: int, end: int) -> _Account:
        """The account of a word, the reason it is excused, and what holds it there."""
        held = self._claimed.holding(start)
        if held >= 0:
            return "claimed", "", held
        if self._included.holding(start) < 0:
            return "furniture", "", 0
        held = self._excused.holding(start)
        if held >= 0:
            return "excused", self._given[held], held
        held = self._sentences.holding(start)
        if held < 0:
            figure = end - start < 3 and self._text[start:end].isdecimal()
            return "excused", "list sign" if figure and self._leads(start) else "dateline", held
        reason = self._reasons[held]
        return ("excused", reason, held) if reason else ("open", "", held)

    def _leads(self, start: int) -> bool:
        """Whether a word stands first on its line, but for blanks."""
        before = self._text[max(0, start - 20) : start]
        return not before.strip() or before.rstrip(" \t\u00a0>#*•–—-").endswith(("\n", "\u2028"))


def _why_excused(sentence: str) -> str:
    """Why a sentence that asserts nothing needs no check."""
    if sentence[-40:].rstrip(_CLOSERS).endswith(_QUESTIONS):
        return "question"
    return "fragment" if count(sentence) < _FEWEST_WORDS else "heading"


def _places(claims: Iterable[Claim]) -> Iterable[Span]:
    return (span for claim in claims for span in (claim.span, *claim.mentions))


class _Cover:
    """A set of stretches that answers, for places asked in order, whether they lie in one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[tuple[int, int]] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1][1]:
                start, end = self._spans[-1]
                self._spans[-1] = (start, max(end, span.end))
            else:
                self._spans.append((span.start, span.end))
        self._spans.reverse()

    def holding(self, at: int) -> int:
        """Where the stretch begins that holds the character at `at`; -1 if none does."""
        spans = self._spans
        while spans and spans[-1][1] <= at:
            spans.pop()
        return spans[-1][0] if spans and spans[-1][0] <= at else -1
