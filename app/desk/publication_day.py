"""What the day on which an article was published changes in it: the days that its claims name.

Knows no library.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.extraction.claims import claims_at, find_claims
from app.extraction.stretches import set_included
from app.model.article import Article, DateSource, Publication
from app.model.claim import Claim
from app.model.span import Span


def on_day(publication: Publication, day: date | None) -> Publication:
    """What is known of the day once the reviewer has given one; None leaves it as it was read."""
    if day is None:
        return publication
    return replace(publication, date=day, source=DateSource.REVIEWER)


def redated(
    article: Article, claims: Sequence[Claim], publication: Publication
) -> tuple[Claim, ...]:
    """Those of the claims that name other days when counted from `publication`, with these.

    Ids, places and what the reviewer worded stay.
    """
    fresh = _read_again(article, claims, publication)
    both = ((claim, _redated(claim, fresh.get(claim.span))) for claim in claims)
    return tuple(dated for claim, dated in both if dated != claim)


def _read_again(
    article: Article, claims: Sequence[Claim], publication: Publication
) -> dict[Span, Claim]:
    """What the article says at the place of each claim, its days counted from `publication`."""
    found = {one.span: one for one in find_claims(article.text, article.zones, publication)}
    rest = [claim.span for claim in claims if claim.span not in found]
    if rest:
        zones = article.zones
        for span in rest:
            zones = set_included(article.text, zones, span, included=True)
        found.update((one.span, one) for one in claims_at(article.text, zones, publication, rest))
    return found


def _redated(claim: Claim, fresh: Claim | None) -> Claim:
    # Only what depends on the day: verdicts rest on the rest.
    if fresh is None:
        return claim
    values = {(part.kind, part.span): part.value for part in fresh.parts}
    parts = tuple(
        replace(part, value=values.get((part.kind, part.span), part.value)) for part in claim.parts
    )
    statement = claim.statement if claim.reworded else fresh.statement
    return replace(claim, claim_date=fresh.claim_date, parts=parts, statement=statement)
