"""The verdicts as ClaimReview, JSON-LD in a file or as the block that goes into a page."""

from __future__ import annotations

import re
from typing import Any

from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportOption, ReportWarning
from app.reports.claim_entry import claim_entries
from app.reports.claim_review import Publisher, claim_reviews
from app.reports.claim_review_rules import Case, Finding, lint
from app.reports.formats.dossier_json import exact_json
from app.reports.overview import number_sources
from app.reports.writer import Setting

FILE, SCRIPT = "file", "script"
PERSON = "Person"

FORMAT = ReportFormat(
    "claimreview",
    "ClaimReview",
    ".claimreview.jsonld",
    "Verdicts as search engines and feeds of fact-checks read them.",
    (
        ReportOption("page", "The address of the page that the check stands on"),
        ReportOption("organisation", "The organisation that checked"),
        ReportOption("site", "The organisation’s address"),
        ReportOption(
            "speakers", "What those are who made the claims", PERSON, (PERSON, "Organization")
        ),
        ReportOption("form", "A file, or the script block for a page", FILE, (FILE, SCRIPT)),
        WITHHOLD,
    ),
)

# Within a script element these could end it or change how it is read; JSON has escapes for them.
_IN_SCRIPT = re.compile("[<>&\u2028\u2029]")


def render(dossier: Dossier, setting: Setting) -> bytes:
    """An array of ClaimReview objects, one a claim with a verdict; never with “</script” in it."""
    setting.work.tick(0, 1, "Writing")
    told = [review for _, review in claim_reviews(dossier, _publisher(setting))]
    text = exact_json(told).decode("utf-8")
    text = _IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    if setting.options.get("form") == SCRIPT:
        text = f'<script type="application/ld+json">\n{text}</script>\n'
    return text.encode("utf-8")


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """What the linter says, one warning a rule with the claims it is about; errors are grave."""
    publisher = _publisher(setting)
    pairs = claim_reviews(dossier, publisher)
    found: dict[str, list[tuple[int, Finding]]] = {}
    beside = _beside([review for _, review in pairs])
    for place, (entry, review) in enumerate(pairs):
        case = Case(
            told=review,
            today=setting.today,
            page=publisher.page or publisher.site,
            scale=dossier.scale_of(entry.verdict) if entry.verdict else None,
            recorded=entry.name,
            without_copy=sum(
                1 for one in entry.evidence if one.source is None or not one.source.digest
            ),
            others=beside[place],
        )
        for finding in lint(case):
            found.setdefault(finding.rule, []).append((entry.number, finding))
    told = [
        ReportWarning(
            rule, cases[0][1].sentence, tuple(number for number, _ in cases), cases[0][1].error
        )
        for rule, cases in found.items()
    ]
    told += _left_out(dossier, {entry.number for entry, _ in pairs})
    return tuple(sorted(told, key=lambda one: not one.grave))


def _beside(reviews: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The other reviews of each; of many, two that stand for the rest in what is asked of them.

    Ours share one page, so only those of the same claim, and any one more, can matter: all of them
    beside each of them would be a square of the claims.
    """
    by_claim: dict[str, list[int]] = {}
    for place, review in enumerate(reviews):
        by_claim.setdefault(review["claimReviewed"], []).append(place)
    told = []
    for place, review in enumerate(reviews):
        same = [one for one in by_claim[review["claimReviewed"]][:2] if one != place]
        some = [one for one in range(min(2, len(reviews))) if one != place]
        told.append([reviews[one] for one in dict.fromkeys([*same, *some])])
    return told


def _left_out(dossier: Dossier, told: set[int]) -> list[ReportWarning]:
    entries = claim_entries(dossier, number_sources(dossier))
    missing = tuple(sorted(entry.number for entry in entries if entry.number not in told))
    if not missing:
        return []
    sentence = "Claims without a verdict on a known scale are not in this file."
    return [ReportWarning("no verdict", sentence, missing)]


def _publisher(setting: Setting) -> Publisher:
    told = {key: value.strip() for key, value in setting.options.items()}
    return Publisher(
        told.get("organisation", ""),
        told.get("site", ""),
        told.get("page", ""),
        told.get("speakers", PERSON),
    )
