"""Reads fact checks that others published as ClaimReview (schema.org). Knows no store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.extraction.bibliography.fields import iso_of, words
from app.model.intake import Skipped
from app.model.reference import Reference

#: Objects within objects are looked into so deep.
_DEPTH = 6


def find_reviews(told: Any, depth: int = _DEPTH) -> Iterator[dict[str, Any]]:
    """The ClaimReviews in a JSON value: alone, in lists, graphs, item lists and feeds."""
    if isinstance(told, list):
        for one in told if depth else ():
            yield from find_reviews(one, depth - 1)
    elif isinstance(told, dict):
        kinds = told.get("@type")
        if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
            yield told
            return
        for name in ("@graph", "itemListElement", "item", "dataFeedElement", "claimReview"):
            if depth and name in told:
                yield from find_reviews(told[name], depth - 1)


def read_review(told: dict[str, Any], where: str) -> Reference | Skipped:
    """A fact check as a reference: what was claimed, and in `earlier_check` how it was rated."""
    claimed = words(told.get("claimReviewed"))
    if not claimed:
        return Skipped(where, "The check does not say what was claimed.")
    rating = _object(told.get("reviewRating"))
    verdict = words(rating.get("alternateName")) or words(rating.get("ratingValue"))
    author = words(_object(told.get("author")).get("name")) or words(told.get("author"))
    day = iso_of(words(told.get("datePublished")))
    item = _object(told.get("itemReviewed"))
    said_by = words(_object(item.get("author")).get("name"))
    body = told.get("reviewBody")
    why = words(rating.get("ratingExplanation"))
    by = f" by {author}" if author else ""
    on = f" on {day}" if day else ""
    rated = f"rated “{verdict}”" if verdict else "checked without a rating"
    text = [claimed, f"Claimed by {said_by}." if said_by else "", why]
    text.append(body if isinstance(body, str) else "")
    return Reference(
        where,
        id=words(told.get("@id")) or words(told.get("url")),
        title=claimed,
        author=author,
        issued=day,
        publisher=author,
        language=words(told.get("inLanguage")),
        url=words(told.get("url")),
        text="\n\n".join(one for one in text if one),
        earlier_check=f"An earlier check, {rated}{by}{on}.",
    )


def _object(value: Any) -> dict[str, Any]:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}
