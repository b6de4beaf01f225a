"""A verdict goes to schema.org's words and comes back as the same verdict."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.desk.scales import load_scales
from app.model.article import DateSource, Publication
from app.model.dossier import Dossier
from app.reports.claim_review import Publisher, claim_reviews, rating_of

PUBLISHER = Publisher("Check", "https://check.example", "https://check.example/dam")


@pytest.fixture
def published(dossier: Dossier) -> Dossier:
    """The sample review as it can be published: with a day and an address."""
    article = replace(
        dossier.article,
        url="https://news.example/talks",
        publication=Publication(date(2016, 9, 21), DateSource.REVIEWER),
    )
    return replace(dossier, article=article)


def test_every_verdict_comes_back(published: Dossier) -> None:
    told = claim_reviews(published, PUBLISHER)
    assert [entry.number for entry, _ in told] == [1, 2, 3, 5, 6, 7, 8]
    for entry, review in told:
        read = rating_of(json.loads(json.dumps(review)), [published.scale])
        assert read == (published.scale, entry.rating)


def test_every_rating_of_every_scale_comes_back(published: Dossier, root: Path) -> None:
    scales = load_scales(root / "resources" / "rating_scales.toml").all
    first = published.claims[0]
    assert first.review.verdict
    for scale in scales:
        for rating in scale.ratings:
            verdict = replace(first.review.verdict, rating=rating.key, scale=scale.key)
            claim = replace(first, review=replace(first.review, verdict=verdict), history=())
            [(_, review)] = claim_reviews(
                replace(published, claims=(claim,), scale=scale), PUBLISHER
            )
            assert rating_of(review, scales) == (scale, rating)
            assert ("ratingValue" in review["reviewRating"]) == bool(rating.truth)


def test_what_others_write_is_taken_only_where_it_is_clear(root: Path) -> None:
    scales = load_scales(root / "resources" / "rating_scales.toml").all
    rating = {"alternateName": "False", "ratingValue": "2", "worstRating": "1", "bestRating": 6}
    found = rating_of({"reviewRating": rating}, scales)
    assert found is not None
    assert found[1].key == "politifact_false"
    for odd in (
        {**rating, "ratingValue": 1},  # the number of Pants on Fire
        {**rating, "bestRating": 7},
        {**rating, "alternateName": "Falsch"},
        {"alternateName": "Supported", "ratingValue": 3, "worstRating": 1, "bestRating": 3},
        {"alternateName": "Unproven", "ratingValue": 1, "worstRating": 1, "bestRating": 5},
    ):
        assert rating_of({"reviewRating": odd}, scales) is None
    for nonsense in (None, [], {}, {"reviewRating": []}, {"reviewRating": {"alternateName": []}}):
        assert rating_of(nonsense, scales) is None


def test_what_is_not_known_is_left_out(dossier: Dossier) -> None:
    for _, review in claim_reviews(dossier, Publisher()):
        assert "url" not in review
        assert "datePublished" not in review["itemReviewed"]  # an inferred day is no day
        assert "appearance" not in review["itemReviewed"]


def test_it_holds_to_the_definitions_of_schema_org(published: Dossier, root: Path) -> None:
    known = json.loads((root / "tests/reports/schema_org.json").read_text(encoding="utf-8"))
    for _, review in claim_reviews(published, PUBLISHER):
        assert review.pop("@context") == "https://schema.org"
        check(review, known)


def test_the_check_against_schema_org_can_fail(published: Dossier, root: Path) -> None:
    known = json.loads((root / "tests/reports/schema_org.json").read_text(encoding="utf-8"))
    for name, value in (("claimReviewed", 7), ("author", {"@type": "Rating"}), ("stars", 5)):
        _, review = claim_reviews(published, PUBLISHER)[0]
        review.pop("@context")
        with pytest.raises(AssertionError):
            check({**review, name: value}, known)


def check(told: dict[str, Any], known: dict[str, Any]) -> None:
    """Every property is one of the type or of a parent of it, and holds what it may."""
    line = lineage(told["@type"], known)
    for name, values in told.items():
        if name == "@type":
            continue
        allowed = [known["properties"].get(kind, {}).get(name) for kind in line]
        expected = next((one for one in allowed if one), None)
        assert expected, f"{told['@type']} has no {name}"
        for value in values if isinstance(values, list) else [values]:
            assert any(holds(value, kind, known) for kind in expected), f"{name}: {value}"
            if isinstance(value, dict):
                check(value, known)


def lineage(kind: str, known: dict[str, Any]) -> list[str]:
    line = [kind]
    while line[-1] in known["parents"]:
        line.append(known["parents"][line[-1]])
    assert line[-1] == "Thing", f"{kind} is no type"
    return line


def holds(value: Any, kind: str, known: dict[str, Any]) -> bool:
    if isinstance(value, dict):
        return kind in lineage(value["@type"], known)
    if kind == "Number":
        return isinstance(value, int | float)
    if not isinstance(value, str):
        return False
    if kind == "URL":
        return value.startswith(("http://", "https://"))
    if kind in ("Date", "DateTime"):
        return bool(datetime.fromisoformat(value))
    return kind == "Text"
