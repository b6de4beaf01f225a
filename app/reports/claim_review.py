"""A verdict as schema.org tells it (ClaimReview), both ways. Knows no file and no page.

https://schema.org/ClaimReview, with what search engines and the feeds of the field read of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.model.dossier import Dossier
from app.model.rating import Rating, RatingScale
from app.reports.claim_entry import ClaimEntry, claim_entries
from app.reports.overview import number_sources
from app.reports.wording import one_line, web_address, withheld_in_words

#: Whose names of scales and ratings stand in a rating's identifier.
OURS = "claimdesk"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the check: `page` is the address of the page it stands on.

    `speakers` is what those are who made the claims, Person or Organization: the library does not
    know, and schema.org wants it told.
    """

    name: str = ""
    site: str = ""
    page: str = ""
    speakers: str = "Person"


def claim_reviews(
    dossier: Dossier, publisher: Publisher
) -> tuple[tuple[ClaimEntry, dict[str, Any]], ...]:
    """A ClaimReview for each claim whose verdict is on a known scale, in article order."""
    entries = sorted(claim_entries(dossier, number_sources(dossier)), key=lambda e: e.number)
    told = []
    for entry in entries:
        scale = dossier.scale_of(entry.verdict) if entry.verdict else None
        if scale and entry.rating:
            told.append((entry, write(entry, dossier, scale, entry.rating, publisher)))
    return tuple(told)


def write(
    entry: ClaimEntry, dossier: Dossier, scale: RatingScale, rating: Rating, publisher: Publisher
) -> dict[str, Any]:
    """One verdict as a ClaimReview. What is not known is left out, not made up."""
    claim, verdict = entry.claim, entry.verdict
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": one_line(claim.statement or claim.quote),
        "reviewRating": _rating(scale, rating, entry.rationale),
        "itemReviewed": _item(entry, dossier, publisher.speakers),
    }
    if publisher.page:
        told["url"] = f"{publisher.page}#claim-{entry.number}"
    if verdict:
        told["datePublished"] = verdict.given
    author: dict[str, Any] = {"@type": "Organization", "name": publisher.name}
    if publisher.site:
        author["url"] = publisher.site
    told["author"] = author
    cited = [
        {"@type": "CreativeWork", "name": one.source.title, "url": one.source.url}
        for one in entry.evidence
        if one.source and web_address(one.source.url)
    ]
    if cited:
        told["citation"] = cited
    if entry.withheld:
        words = f"{withheld_in_words(entry.withheld)}."
        told["comment"] = {"@type": "Comment", "text": words}
    return told


def rating_of(told: Any, scales: Iterable[RatingScale]) -> tuple[RatingScale, Rating] | None:
    """The verdict that a ClaimReview tells, on one of these scales; None where none is meant.

    A rating is taken only where its name is that of the scale and its numbers, where it has any,
    are too. Where several scales have such a rating, ours is told by its identifier.
    """
    rating = told.get("reviewRating") if isinstance(told, dict) else None
    if not isinstance(rating, dict):
        return None
    found = [
        (scale, one)
        for scale in scales
        for one in scale.ratings
        if one.name == rating.get("alternateName") and agrees(scale, one, rating)
    ]
    named = [pair for pair in found if rating.get("identifier") == _identifier(*pair)]
    if len(named) == 1:
        return named[0]
    return found[0] if len(found) == 1 else None


def agrees(scale: RatingScale, rating: Rating, told: dict[str, Any]) -> bool:
    """Whether the numbers of a schema.org Rating, if it has any, are this rating's."""
    numbers = [number(told.get(name)) for name in ("ratingValue", "worstRating", "bestRating")]
    if "ratingValue" not in told:
        return not rating.truth
    return bool(rating.truth) and numbers == [rating.truth, 1, scale.best]


def number(value: Any) -> float | None:
    """The number that a member tells, as a number or in digits; None where it tells none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if abs(found) < 1e15 else None


def _rating(scale: RatingScale, rating: Rating, explanation: str) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": "Rating", "alternateName": rating.name}
    if rating.truth:
        told |= {"ratingValue": rating.truth, "worstRating": 1, "bestRating": scale.best}
    if explanation.strip():
        told["ratingExplanation"] = explanation
    told["identifier"] = _identifier(scale, rating)
    return told


def _identifier(scale: RatingScale, rating: Rating) -> dict[str, str]:
    return {
        "@type": "PropertyValue",
        "propertyID": OURS,
        "value": f"{scale.key}/{rating.key}",
    }


def _item(entry: ClaimEntry, dossier: Dossier, speakers: str) -> dict[str, Any]:
    article = dossier.article
    told: dict[str, Any] = {"@type": "Claim"}
    if entry.claim.speaker.strip():
        told["author"] = {"@type": speakers, "name": entry.claim.speaker}
    day = article.publication.date
    if day:
        # The claim was made when the article was published, not on the day it is about.
        told["datePublished"] = day.isoformat()
    if web_address(article.url):
        appearance: dict[str, Any] = {"@type": "CreativeWork", "url": article.url}
        if article.title:
            appearance["headline"] = article.title
        told["appearance"] = appearance
    return told
