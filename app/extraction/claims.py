"""Every declarative sentence of lede and body becomes a claim, ranked and never filtered.

Reported speech gives a second claim: what the speaker asserts. Knows text and zones, no store.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from app.extraction.kinds import Features, kind_of
from app.extraction.page.words import count_words
from app.extraction.parts import parts_of
from app.extraction.reading import (
    KEPT,
    READ_LIMIT,
    article_names,
    article_quantities,
    article_sentences,
    read,
)
from app.extraction.repeats import headline_mentions, same_claims
from app.extraction.speech.article import speech_of_article
from app.extraction.speech.sentence import Speech
from app.extraction.statement import self_contained
from app.extraction.worth import worth_of
from app.model.article import Publication, Zone, ZoneKind
from app.model.claim import Claim, ClaimKind
from app.model.reading import DateMention, NameMention, Quantity, Reading
from app.model.span import Span

Mention = TypeVar("Mention", DateMention, NameMention, Quantity)

_QUESTION = ("?", "？", "؟", "¿", ";?")
_CLOSERS = "\"'”’»“›)]}」』）* _"
_ENDS = ".!…。！۔।։።។｡:"
_LONGEST_HEADING = 12
#: Zones whose sentences bear no full stop as a rule.
_UNSTOPPED = frozenset({ZoneKind.HEADLINE, ZoneKind.CAPTION})
_FEWEST_WORDS = 3
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim as the article's sentences give it: where it stands, who says it, where again."""

    span: Span
    speaker: str = ""
    said: tuple[Speech, ...] = ()
    said_on: str = ""
    quoted: bool = False
    mentions: tuple[Span, ...] = ()


def find_claims(text: str, zones: tuple[Zone, ...], publication: Publication) -> tuple[Claim, ...]:
    """The claims of the included zones in article order, positions from 1, ids 0.

    An outer claim has no speaker and ends with its full stop; what a speaker asserts follows it as
    a claim of its own, without "that" and without the stop. Repetitions are mentions of one claim.
    `claim_date` is the day it was asserted: the day of publication, or the day X said it.
    Beyond `READ_LIMIT` sentences are claims without kind, rank and parts.
    `statement` is `quote` on one line with its days settled.
    """
    return fill_drafts(text, zones, publication, find_drafts(text, zones, publication))


def find_drafts(text: str, zones: tuple[Zone, ...], publication: Publication) -> list[Draft]:
    """The claims of `find_claims` before kind, rank and parts are read out of them."""
    reading = read(text, zones, publication)
    declared = declarative_sentences(text, reading.sentences, zones)
    said = _said(text, zones)
    drafts: list[Draft] = []
    for span, mentions in _grouped(text, zones, declared):
        drafts.extend(_drafts(span, mentions, said.get(span, ()), reading))
    drafts.sort(key=lambda draft: (draft.span.start, -draft.span.end))
    return drafts


def fill_drafts(
    text: str, zones: tuple[Zone, ...], publication: Publication, drafts: Iterable[Draft]
) -> tuple[Claim, ...]:
    """The claims of some drafts, at the positions 1, 2, … in the order given."""
    finder = _Finder(text, zones, publication)
    return tuple(finder.claim(position, draft) for position, draft in enumerate(drafts, start=1))


def claims_at(
    text: str, zones: tuple[Zone, ...], publication: Publication, spans: Sequence[Span]
) -> tuple[Claim, ...]:
    """A claim for each of these stretches, which lie in included zones, in the order given.

    A stretch inside what a speaker asserts is that speaker's; one that holds speech names its
    source. Positions are those in `spans`; no mentions.
    """
    reading = read(text, zones, publication)
    found = [speech for sentence in _said(text, zones).values() for speech in sentence]
    drafts = [_draft_at(span, found, reading) for span in spans]
    return fill_drafts(text, zones, publication, drafts)


def _draft_at(span: Span, found: Sequence[Speech], reading: Reading) -> Draft:
    for said in found:
        if said.content.covers(span):
            day = _day_of(said, reading)
            return Draft(span, said.speaker, said_on=day, quoted=said.quoted)
    return Draft(span, said=tuple(said for said in found if span.covers(said.cue)))


@lru_cache(maxsize=KEPT)
def _said(text: str, zones: tuple[Zone, ...]) -> Mapping[Span, Sequence[Speech]]:
    """What is said in each sentence, of those in which names were looked for."""
    sentences = article_sentences(text, zones)
    end = bisect_left(sentences, READ_LIMIT, key=lambda sentence: sentence.end)
    return speech_of_article(text, sentences[:end], article_names(text, zones))


def _drafts(
    sentence: Span,
    mentions: tuple[Span, ...],
    found: Sequence[Speech],
    reading: Reading,
) -> list[Draft]:
    """The claim of a sentence, and one for each thing that somebody says in it.

    A sentence that is nothing but quotation, its speaker named elsewhere, is one claim: theirs.
    """
    outer = Draft(
        sentence,
        said=tuple(said for said in found if sentence.covers(said.cue)),
        mentions=mentions,
    )
    inner = [
        Draft(
            said.content,
            said.speaker,
            said_on=_day_of(said, reading),
            quoted=said.quoted,
        )
        for said in found
    ]
    if found and not outer.said:
        return [replace(inner[0], mentions=mentions), *inner[1:]]
    return [outer, *inner]


def _day_of(said: Speech, reading: Reading) -> str:
    """The day on which it was said, where the verb's sentence names it outside the said words."""
    verb = said.cue.start
    place = bisect_right(reading.sentences, verb, key=lambda sentence: sentence.start) - 1
    outside = (
        mention.value
        for mention in _within(reading.dates, reading.sentences[max(0, place)])
        if not said.content.overlaps(mention.span)
        and not said.source.overlaps(mention.span)
        and mention.granularity in ("day", "weekday")
    )
    return next((day for day in outside if len(day) == 10 and day[0] != "-"), "")


def declarative_sentences(
    text: str, found: Sequence[Span], zones: Sequence[Zone] = ()
) -> list[Span]:
    """The sentences that assert something: no questions, no headings, no fragments.

    A headline or caption among the included `zones` was put in by the reviewer: it asserts without
    a full stop.
    """
    any_ended = any(_is_ended(text, span) for span in found)
    put_in = [zone.span for zone in zones if zone.included and zone.kind in _UNSTOPPED]
    return [
        span
        for span in found
        if _is_declarative(text, span, any_ended and not any(each.covers(span) for each in put_in))
    ]


def _is_declarative(text: str, span: Span, any_ended: bool) -> bool:
    if len(span) < _FEWEST_WORDS:  # of scripts without spaces each character is a word
        return False
    quote = span.of(text) if len(span) < 2000 else text[span.end - 40 : span.end]
    bare = quote.rstrip(_CLOSERS)
    if bare.endswith(_QUESTION):
        return False
    if len(span) >= 2000:
        return True
    words = count_words(quote)
    if words < _FEWEST_WORDS or not any(char.isalpha() for char in quote):
        return False
    if bare.endswith(":"):
        return words > 5
    # A short line without a stop is a heading, unless the whole article is written that way.
    return bare.endswith(tuple(_ENDS)) or words > _LONGEST_HEADING or not any_ended


def _is_ended(text: str, span: Span) -> bool:
    return text[max(span.start, span.end - 12) : span.end].rstrip(_CLOSERS).endswith(tuple(_ENDS))


def _grouped(
    text: str, zones: tuple[Zone, ...], declared: list[Span]
) -> list[tuple[Span, tuple[Span, ...]]]:
    """Each claim's span with the spans of its repetitions; the body's wording leads the lede's."""
    ledes = [zone.span for zone in zones if zone.kind is ZoneKind.LEDE]
    leading: list[Span] = []
    repeated: list[list[Span]] = []
    for group in same_claims(text, declared):
        spans = [declared[index] for index in group]
        best = min(spans, key=lambda span: (any(lede.covers(span) for lede in ledes), span.start))
        leading.append(best)
        repeated.append([span for span in spans if span != best])
    for zone in zones:
        if zone.kind is ZoneKind.HEADLINE and not zone.included:
            for index, span in headline_mentions(text, zone.span, leading).items():
                repeated[index].append(span)
    return [
        (span, tuple(sorted(others)))
        for span, others in sorted(zip(leading, repeated, strict=True), key=lambda pair: pair[0])
    ]


class _Finder:
    """Fills drafts with what was read in their stretch of the article."""

    def __init__(self, text: str, zones: tuple[Zone, ...], publication: Publication) -> None:
        reading = read(text, zones, publication)
        self._text = text
        self._names = reading.names
        self._dates = reading.dates
        self._published = publication.date.isoformat() if publication.date else ""
        self._quantities = article_quantities(text, zones, publication)

    def claim(self, position: int, draft: Draft) -> Claim:
        """The claim of one draft, at its position."""
        span = draft.span
        quote = span.of(self._text)
        found = Features(
            quote=quote[:4000],
            dates=_within(self._dates, span),
            names=_within(self._names, span),
            quantities=_within(self._quantities, span),
            reports_speech=bool(draft.said),
            inner=bool(draft.speaker),
            quoted=draft.quoted,
            repeated=len(draft.mentions),
        )
        deep = span.start < READ_LIMIT
        worth, reasons = worth_of(found) if deep else (0.0, ())
        return Claim(
            id=0,
            article_id=0,
            position=position,
            span=span,
            quote=quote,
            statement=self_contained(self._text, span, found.dates),
            kind=kind_of(found) if deep else ClaimKind.EVENT,
            speaker=draft.speaker,
            claim_date=draft.said_on or self._published,
            check_worthiness=worth,
            reasons=reasons,
            parts=parts_of(self._text, span, found, draft.said) if deep else (),
            mentions=draft.mentions,
        )


def _within(mentions: Sequence[Mention], span: Span) -> tuple[Mention, ...]:
    """The mentions that lie inside `span`; `mentions` are in order and do not overlap."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    last = bisect_left(mentions, span.end, key=lambda mention: mention.span.start)
    return tuple(mention for mention in mentions[first:last] if mention.span.end <= span.end)
