"""Every word of an article accounted for. Counts only; finds no claim by itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from app.extraction.claims import declarative_sentences
from app.extraction.page.words import count_words as count
from app.extraction.reading import article_sentences
from app.model.article import Zone
from app.model.claim import Claim
from app.model.ledger import Excused, Ledger, Progress, ZoneWords
from app.model.span import Span
from app.text.words import words

_QUESTIONS = ("?", "？", "؟", "¿", ";?")
_CLOSERS = "\"'”’»“›)]}」』）* _"
#: A sentence of fewer words that asserts nothing is a fragment, a longer one a heading.
_FEWEST_WORDS = 3


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
    accounts = _Accounts(text, zones, claims, excuses)
    counts = {"claimed": 0, "excused": 0, "furniture": 0, "open": 0}
    stretches: list[tuple[str, str, int, Span]] = []
    found = words(text)
    for word in found:
        place, reason, holder = accounts.of(word)
        counts[place] += 1
        if stretches and stretches[-1][:3] == (place, reason, holder):
            since = stretches[-1][3].start
            stretches[-1] = (place, reason, holder, Span(since, word.end))
        else:
            stretches.append((place, reason, holder, word))
    return Ledger(
        words=sum(counts.values()),
        **counts,
        open_spans=tuple(span for place, _, _, span in stretches if place == "open"),
        excused_spans=tuple(
            Excused(span, reason) for place, reason, _, span in stretches if place == "excused"
        ),
        claimed_spans=tuple(span for place, _, _, span in stretches if place == "claimed"),
        zones=_by_zone(zones, found),
    )


def _by_zone(zones: Iterable[Zone], found: Sequence[Span]) -> tuple[ZoneWords, ...]:
    starts = [word.start for word in found]
    return tuple(
        ZoneWords(
            zone.span, bisect_left(starts, zone.span.end) - bisect_left(starts, zone.span.start)
        )
        for zone in zones
    )


def count_progress(
    text: str, ledger: Ledger, claims: Sequence[Claim], judged: Sequence[Claim]
) -> Progress:
    """How far the work is; `judged` are those of `claims` whose verdict is in force."""
    reviewed = _Cover(_places(judged))
    return Progress(
        words=ledger.words - ledger.furniture,
        claimed=ledger.claimed,
        reviewed_words=sum(reviewed.holding(word.start) >= 0 for word in words(text)),
        risk=round(sum(claim.check_worthiness for claim in claims), 3),
        reviewed_risk=round(sum(claim.check_worthiness for claim in judged), 3),
    )


class _Accounts:
    """Where each word belongs, asked in order."""

    def __init__(
        self,
        text: str,
        zones: tuple[Zone, ...],
        claims: Iterable[Claim],
        excuses: Iterable[Excused],
    ) -> None:
        found = article_sentences(text, zones)
        asserting = set(declarative_sentences(text, found))
        self._text = text
        self._claimed = _Cover(_places(claims))
        self._included = _Cover(zone.span for zone in zones if zone.included)
        given = sorted(excuses, key=lambda one: one.span)
        self._given = {one.span.start: one.reason for one in given}
        self._excused = _Cover(one.span for one in given)
        self._sentences = _Cover(found)
        self._reasons = {
            span.start: "" if span in asserting else _why_excused(span.of(text)) for span in found
        }

    def of(self, word: Span) -> tuple[str, str, int]:
        """The account of a word, the reason it is excused, and what holds it there."""
        held = self._claimed.holding(word.start)
        if held >= 0:
            return "claimed", "", held
        if self._included.holding(word.start) < 0:
            return "furniture", "", 0
        held = self._excused.holding(word.start)
        if held >= 0:
            return "excused", self._given[held], held
        held = self._sentences.holding(word.start)
        if held < 0:
            figure = word.of(self._text).isdecimal() and len(word) < 3
            return "excused", "list sign" if figure and self._leads(word) else "dateline", held
        reason = self._reasons[held]
        return ("excused", reason, held) if reason else ("open", "", held)

    def _leads(self, word: Span) -> bool:
        """Whether a word stands first on its line, but for blanks."""
        before = self._text[max(0, word.start - 20) : word.start]
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
