"""How the claims of an article follow when its zones change. Pure; knows no store.

The kindest rule: what the reviewer made or worked on stays, whatever its zone; what only the app
found goes with its zone and comes with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from app.extraction.claims import fill_drafts, find_drafts
from app.extraction.reading import article_sentences
from app.model.article import Article, Zone
from app.model.claim import APP, Claim
from app.model.ledger import Excused
from app.model.span import Span
from app.text.words import words


@dataclass(frozen=True, slots=True)
class Following:
    """What a change of zones does to the claims: ids that go, claims that change or come."""

    gone: tuple[int, ...]
    changed: tuple[Claim, ...]
    added: tuple[Claim, ...]


def follow_zones(
    article: Article,
    zones: tuple[Zone, ...],
    claims: Sequence[Claim],
    worked: Collection[int],
    excuses: Iterable[Excused] = (),
) -> Following:
    """What becomes of `claims` when the zones of `article` become `zones`.

    `worked` are the ids of claims with work on them. A sentence put in becomes a claim unless it is
    one already, is told as a mention of one that stays, or lies wholly in claims of the reviewer's
    own making or in `excuses`. Of the claims that stay only mentions, and the rank that counts
    them, follow.
    """
    text = article.text
    fresh = {one.span: one for one in find_drafts(text, zones, article.publication)}
    region = _region(article, zones)
    free = [one for one in claims if one.made_by == APP and one.id not in worked]
    gone = {one.id for one in free if one.span not in fresh and _touches(one.span, region)}
    released = [span for one in claims if one.id in gone for span in (one.span, *one.mentions)]
    staying = [one for one in claims if one.id not in gone]
    taken = {one.span for one in staying}
    told = {span for one in staying if one.id in worked for span in one.mentions}
    own = [one.span for one in staying if one.made_by != APP] + [one.span for one in excuses]
    added = [
        one
        for span, one in fresh.items()
        if span not in taken
        and span not in told
        and (_touches(span, region) or span in released)
        and not _covered(text, span, own)
    ]
    repeated = {span for one in added for span in one.mentions}
    gone |= {one.id for one in free if one.span in repeated and one.span not in fresh}
    retold = [
        one
        for one in staying
        if one.id not in gone
        and one.made_by == APP
        and one.span in fresh
        and one.mentions != fresh[one.span].mentions
    ]
    # Only what comes or changes is read for its parts and its rank.
    wanted = [*added, *(fresh[one.span] for one in retold)]
    filled = fill_drafts(text, zones, article.publication, wanted) if wanted else ()
    changed = zip(retold, filled[len(added) :], strict=True)
    return Following(
        tuple(sorted(gone)),
        tuple(_with_mentions(one, now) for one, now in changed),
        filled[: len(added)],
    )


def _with_mentions(claim: Claim, fresh: Claim) -> Claim:
    return replace(
        claim,
        mentions=fresh.mentions,
        check_worthiness=fresh.check_worthiness,
        reasons=fresh.reasons,
    )


def _region(article: Article, zones: tuple[Zone, ...]) -> list[Span]:
    """The stretches whose place in the article changes, with the sentences they cut, in order."""
    changed = _changed(article.zones, zones)
    cut = [
        span
        for state in (article.zones, zones)
        for span in article_sentences(article.text, state)
        if _touches(span, changed)
    ]
    joined: list[Span] = []
    for span in sorted((*changed, *cut)):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _changed(before: Sequence[Zone], after: Sequence[Zone]) -> list[Span]:
    """Where the two partitions differ in what is included, in order."""
    found: list[Span] = []
    one = other = 0
    at = 0
    while one < len(before) and other < len(after):
        end = min(before[one].span.end, after[other].span.end)
        if before[one].included is not after[other].included and end > at:
            found.append(Span(at, end))
        at = end
        one, other = (
            one + (before[one].span.end == end),
            other + (after[other].span.end == end),
        )
    return found


def _touches(span: Span, region: Sequence[Span]) -> bool:
    """Whether `span` overlaps one of the stretches, which are in order and do not overlap."""
    low, high = 0, len(region)
    while low < high:
        middle = (low + high) // 2
        if region[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    return low < len(region) and region[low].overlaps(span)


def _covered(text: str, span: Span, covers: Sequence[Span]) -> bool:
    """Whether every word at `span` lies in one of `covers`."""
    near = [cover for cover in covers if cover.overlaps(span)]
    return bool(near) and all(
        any(cover.covers(word.shifted(span.start)) for cover in near)
        for word in words(span.of(text))
    )
