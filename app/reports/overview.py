"""The report at a glance: verdicts counted, words covered, limits, sources in order. No format."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.model.article import Article, DateSource, Publication
from app.model.dossier import Dossier
from app.model.ledger import Ledger
from app.model.source import Source
from app.reports.canonical import dossier_digest, history, number_by_use, scales_used
from app.reports.claim_entry import TO_REVIEW, ClaimEntry, claim_entries, look_of
from app.reports.time_spent import time_in_words, time_spent
from app.reports.wording import (
    counted,
    day,
    kinds_in_words,
    listed,
    moment,
    number,
    withheld_in_words,
)

#: So many publishers are named where the origins of sources are counted.
NAMED = 6


@dataclass(frozen=True, slots=True)
class Tile:
    """How many claims have this verdict; `first` is the number of the first of them, or 0."""

    name: str
    look: str
    count: int
    first: int


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the article's words: `offset` and `width` in thousandths of the whole."""

    name: str
    kind: str
    words: int
    meaning: str
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class Limit:
    """Something a reader should know first, with the numbers of the claims it is about."""

    sentence: str
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source with its number in the report and the claims whose evidence names it."""

    number: int
    source: Source
    claims: tuple[int, ...]


def number_sources(dossier: Dossier) -> dict[int, int]:
    """A number for each source: by first use in article order, as the JSON dossier has it."""
    return number_by_use(dossier).sources


def list_sources(
    dossier: Dossier, numbers: dict[int, int], entries: Sequence[ClaimEntry]
) -> tuple[SourceEntry, ...]:
    """The sources in the order of their numbers."""
    used: dict[int, set[int]] = {}
    for entry in entries:
        for one in entry.evidence:
            used.setdefault(one.number, set()).add(entry.number)
    listed = [
        SourceEntry(numbers[s.id], s, tuple(sorted(used.get(numbers[s.id], ()))))
        for s in dossier.sources
    ]
    return tuple(sorted(listed, key=lambda one: one.number))


def count_verdicts(dossier: Dossier, entries: Sequence[ClaimEntry]) -> tuple[Tile, ...]:
    """A tile for each rating of the scale, for ratings of other scales in use, and what is left."""
    counted_by_name = {
        rating.name: (look_of(dossier.scale, rating.key)[1], 0, 0)
        for rating in dossier.scale.ratings
    }
    for entry in entries:
        look, count, first = counted_by_name.get(entry.name, (entry.look, 0, 0))
        counted_by_name[entry.name] = (look, count + 1, first or entry.number)
    tiles = [Tile(name, *rest) for name, rest in counted_by_name.items()]
    return tuple(sorted(tiles, key=lambda tile: tile.look == TO_REVIEW))


def share_words(ledger: Ledger) -> tuple[Share, ...]:
    """Every word of the article accounted for, as shares of the whole in the ledger's order."""
    told = (
        ("In a claim", "claimed", ledger.claimed, "lie in a claim below or where it is repeated"),
        ("Excused", "excused", ledger.excused, "need no check: a dateline, a question, a greeting"),
        ("Open", "open", ledger.open, "are in no claim and not excused: nobody has checked them"),
        (
            "Outside",
            "furniture",
            ledger.furniture,
            "lie outside the article: menus, links, comments",
        ),
    )
    total = sum(words for _, _, words, _ in told) or 1
    shares, at = [], 0
    for name, kind, words, meaning in told:
        end = at + words
        offset = round(at * 1000 / total)
        shares.append(Share(name, kind, words, meaning, offset, round(end * 1000 / total) - offset))
        at = end
    return tuple(shares)


def covered_in_words(ledger: Ledger) -> str:
    """One sentence: how much of the article's own words the claims cover."""
    own = ledger.words - ledger.furniture
    if own <= 0:
        return "The article has no words of its own."
    rest = (
        "none is left open"
        if not ledger.open
        else f"{number(ledger.open)} {'is' if ledger.open == 1 else 'are'} left open"
    )
    percent = ledger.claimed * 100 // own
    return (
        f"Of the article’s own {counted(own, 'word')}, {number(ledger.claimed)} ({percent} %) "
        f"lie in a claim, {number(ledger.excused)} need no check, and {rest}."
    )


def publication_in_words(publication: Publication) -> str:
    """The day and how it is known; a guess that nobody confirmed is said as such."""
    if publication.date is not None:
        how = {
            DateSource.STATED: "stated by the article",
            DateSource.REVIEWER: "given by the reviewer",
        }.get(publication.source, "how it is known was not recorded")
        return f"{day(publication.date)}, {how}"
    if publication.inferred is not None:
        return f"not known; {day(publication.inferred)} was inferred and nobody has confirmed it"
    return "not known"


def digest_holds(article: Article) -> bool:
    """Whether the stored text still has the digest it was given at intake."""
    found = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return found == article.digest


def reviewers(dossier: Dossier) -> tuple[str, ...]:
    """Everyone who gave a verdict, in order of appearance."""
    verdicts = [v for one in dossier.claims for v in (*one.history, one.review.verdict) if v]
    return tuple(dict.fromkeys(v.reviewer for v in verdicts if v.reviewer.strip()))


def find_limits(dossier: Dossier, entries: Sequence[ClaimEntry]) -> tuple[Limit, ...]:
    """What this report does not settle, gravest first."""
    limits = []
    if not digest_holds(dossier.article):
        limits.append(Limit("The stored text no longer has the digest it was given at intake."))
    if dossier.withheld:
        about = tuple(sorted(entry.number for entry in entries if entry.withheld))
        limits.append(Limit(withheld_in_words(dossier.withheld), about))
    given = [entry for entry in entries if entry.verdict]
    for sentence, chosen in (
        ("not reviewed yet", [e for e in entries if not e.verdict]),
        ("with a verdict that no source bears out", [e for e in entries if e.without_source]),
        (
            "where linked evidence speaks against the verdict and nobody acknowledged it",
            [e for e in given if e.contested and not e.acknowledged],
        ),
        (
            "where evidence speaks against the verdict, acknowledged by the reviewer",
            [e for e in given if e.acknowledged],
        ),
        ("with a verdict but no rationale", [e for e in given if not e.rationale.strip()]),
        ("flagged for a second look", [e for e in entries if e.flagged]),
    ):
        if chosen:
            numbers = tuple(sorted(entry.number for entry in chosen))
            limits.append(Limit(f"{counted(len(chosen), 'claim')} {sentence}", numbers))
    if dossier.article.publication.date is None:
        limits.append(Limit("The day of publication is not confirmed; dates depend on it."))
    return tuple(limits)


def figures(dossier: Dossier, entries: Sequence[ClaimEntry]) -> tuple[tuple[str, str], ...]:
    """The review in figures, each with its name: sources by kind and origin, conflicts, days."""
    linked = {one.source.id: one.source for e in entries for one in e.evidence if one.source}
    told = [
        ("Sources linked", kinds_in_words(Counter(one.kind for one in linked.values())) or "none")
    ]
    if linked:
        told.append(("Published by", _publishers(linked.values())))
    known = sum(1 for entry in entries if entry.acknowledged)
    silent = sum(1 for entry in entries if entry.contested and not entry.acknowledged)
    told.append(("Conflicts", f"{number(known)} acknowledged, {number(silent)} not"))
    log = sorted(v.given for claim in dossier.claims for v in history(claim) if v.rating)
    if log:
        span = " to ".join(dict.fromkeys((moment(log[0]), moment(log[-1]))))
        told.append(("Verdicts given", f"{number(len(log))}, {span}"))
    spent = time_spent(dossier)
    if spent is not None:
        told.append(("Time spent", time_in_words(spent)))
    return tuple(told)


def _publishers(sources: Iterable[Source]) -> str:
    """“Reuters with 2, Tass and nobody named with 1”, those met most often first.

    A number never follows a name at once: beside one in Arabic or Hebrew it would change places.
    """
    met = Counter(source.publisher.strip() for source in sources)
    unnamed = met.pop("", 0)
    told = [
        name if count == 1 else f"{name} with {number(count)}"
        for name, count in met.most_common(NAMED)
    ]
    if len(met) > NAMED:
        told.append(counted(len(met) - NAMED, "other publisher"))
    return listed(told + ([f"nobody named with {number(unnamed)}"] if unnamed else []))


def verdicts_in_words(tiles: Sequence[Tile]) -> str:
    """“Verdicts: 3 Supported, 1 Refuted”: what a chart of them says to those who do not see it."""
    told = listed([f"{number(tile.count)} {tile.name}" for tile in tiles if tile.count])
    return f"Verdicts: {told or 'none'}"


def share_verdicts(tiles: Sequence[Tile]) -> tuple[Share, ...]:
    """The verdicts as shares of all claims, for a chart."""
    total = sum(tile.count for tile in tiles) or 1
    shares, at = [], 0
    for tile in tiles:
        start, end = round(at * 1000 / total), round((at + tile.count) * 1000 / total)
        shares.append(Share(tile.name, tile.look, tile.count, "", start, end - start))
        at += tile.count
    return tuple(shares)


def glance(dossier: Dossier) -> dict[str, Any]:
    """All that a template of any format asks for, by the names that they share."""
    numbers = number_sources(dossier)
    entries = claim_entries(dossier, numbers)
    used = scales_used(dossier)
    tiles = count_verdicts(dossier, entries)
    sources = list_sources(dossier, numbers, entries)
    return {
        "dossier": dossier,
        "article": dossier.article,
        "digest": dossier_digest(dossier),
        "published": publication_in_words(dossier.article.publication),
        "digest_holds": digest_holds(dossier.article),
        "reviewers": reviewers(dossier),
        "tiles": tiles,
        "chart": share_verdicts(tiles),
        "chart_in_words": verdicts_in_words(tiles),
        "figures": figures(dossier, entries),
        "entries": entries,
        "reviewed": [entry for entry in entries if entry.verdict],
        "unreviewed": [entry for entry in entries if not entry.verdict],
        "limits": find_limits(dossier, entries),
        "coverage": covered_in_words(dossier.ledger),
        "shares": share_words(dossier.ledger),
        "sources": sources,
        # Others are listed because an earlier verdict rested on them.
        "linked": sum(1 for one in sources if one.claims),
        "scales": (dossier.scale, *(scale for scale in used if scale.key != dossier.scale.key)),
    }
