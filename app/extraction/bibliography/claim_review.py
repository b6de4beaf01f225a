"""Reads fact checks that others published as ClaimReview (schema.org). Knows no store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.extraction.bibliography.fields import iso_of, words
from app.model.intake import Skipped
from app.model.reference import CheckedClaim, Reference

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
    """A fact check as a reference; its text is why it was rated so, and the check itself."""
    claimed = words(told.get("claimReviewed"))
    if not claimed:
        return Skipped(where, "The check does not say what was claimed.")
    rating = _object(told.get("reviewRating"))
    author = words(_object(told.get("author")).get("name")) or words(told.get("author"))
    item = _object(told.get("itemReviewed"))
    why = words(rating.get("ratingExplanation"))
    body = told.get("reviewBody")
    return Reference(
        where,
        id=words(told.get("@id")) or words(told.get("url")),
        title=claimed,
        author=author,
        issued=iso_of(words(told.get("datePublished"))),
        publisher=author or words(_object(told.get("publisher")).get("name")),
        language=words(told.get("inLanguage")),
        url=words(told.get("url")),
        text="\n\n".join(one for one in (why, body) if isinstance(one, str) and one.strip()),
        checked=CheckedClaim(
            claimed, _rated(rating), why, words(_object(item.get("author")).get("name"))
        ),
    )


def _rated(rating: dict[str, Any]) -> str:
    """The rating in words, or else its number and the scale that it is on."""
    named = words(rating.get("alternateName")) or words(rating.get("name"))
    value, worst, best = (
        words(rating.get(name)) for name in ("ratingValue", "worstRating", "bestRating")
    )
    if named or not value:
        return named
    return f"{value} (from {worst}, the worst, to {best})" if worst and best else value


def _object(value: Any) -> dict[str, Any]:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}
