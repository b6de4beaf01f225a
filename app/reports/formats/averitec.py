"""The verdicts in the shape of the AVeriTeC data set, for those who train and measure on it.

Schlichtkrull, Guo and Vlachos, "AVeriTeC: A Dataset for Real-world Claim Verification with
Evidence from the Web", 2023. Each linked passage is told as one answer, word for word; the question
is the claim itself, since no other was asked.
"""

from __future__ import annotations

from typing import Any

from app.model.claim import ClaimKind
from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportOption, ReportWarning
from app.reports.claim_entry import ClaimEntry, EvidenceEntry, claim_entries
from app.reports.formats.dossier_json import exact_json
from app.reports.overview import number_sources
from app.reports.wording import web_address
from app.reports.writer import Setting

CONFLICTING = "Conflicting Evidence/Cherrypicking"
REFUTED = "Refuted"
LEAVE = "leave open"

#: The labels by the sense of a rating. “Partly supported” means none of the four exactly, so the
#: reviewer says which it is to be; what cannot be checked has none.
LABELS = {
    "supported": "Supported",
    "refuted": REFUTED,
    "not_enough_evidence": "Not Enough Evidence",
}

FORMAT = ReportFormat(
    "averitec",
    "AVeriTeC",
    ".averitec.json",
    "Claims, labels and evidence in the shape of the AVeriTeC data set.",
    (
        ReportOption(
            "partly",
            "The label of a claim that is partly supported",
            LEAVE,
            (LEAVE, CONFLICTING, REFUTED),
        ),
        WITHHOLD,
    ),
)

_TYPES = {
    ClaimKind.EVENT: "Event/Property Claim",
    ClaimKind.ROLE: "Event/Property Claim",
    ClaimKind.DATE: "Event/Property Claim",
    ClaimKind.STATEMENT: "Position Statement",
    ClaimKind.QUANTITY: "Numerical Claim",
    ClaimKind.CAUSE: "Causal Claim",
}


def render(dossier: Dossier, setting: Setting) -> bytes:
    """A JSON array, one object a claim that has a verdict, in article order."""
    entries = sorted(claim_entries(dossier, number_sources(dossier)), key=lambda e: e.number)
    told = []
    for place, entry in enumerate(entries):
        setting.work.tick(place, len(entries), "Writing")
        if entry.verdict:
            told.append(_claim(entry, dossier, label_of(entry, setting.options["partly"])))
    return exact_json(told)


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """Claims that have no verdict, or a verdict that none of the four labels says."""
    entries = claim_entries(dossier, number_sources(dossier))
    partly = setting.options["partly"]
    told = []
    for rule, sentence, chosen in (
        (
            "no label",
            "The verdict is none of the four labels, so the label is left open (null).",
            [e for e in entries if e.verdict and label_of(e, partly) is None],
        ),
        (
            "no verdict",
            "Without a verdict a claim is not in this file.",
            [e for e in entries if not e.verdict],
        ),
    ):
        if chosen:
            told.append(ReportWarning(rule, sentence, tuple(sorted(e.number for e in chosen))))
    return tuple(told)


def label_of(entry: ClaimEntry, partly: str = LEAVE) -> str | None:
    """The label that a verdict is told by, or None where none of the four means the same."""
    rating = entry.rating
    if rating is None:
        return None
    if rating.name in {*LABELS.values(), CONFLICTING}:
        return rating.name
    if rating.sense == "partly_supported" and partly != LEAVE:
        return partly
    return LABELS.get(rating.sense)


def _claim(entry: ClaimEntry, dossier: Dossier, label: str | None) -> dict[str, Any]:
    claim, article = entry.claim, dossier.article
    kind = _TYPES.get(claim.kind)
    day = article.publication.date
    return {
        "claim": claim.statement or claim.quote,
        "required_reannotation": False,
        "label": label,
        "justification": entry.rationale,
        "claim_date": claim.claim_date or (day.isoformat() if day else None),
        "speaker": claim.speaker or None,
        "original_claim_url": web_address(article.url) or None,
        "cached_original_claim_url": None,
        "fact_checking_article": None,
        "reporting_source": article.origin or None,
        "location_ISO_code": None,
        "claim_types": [kind] if kind else [],
        "fact_checking_strategies": ["Written Evidence"] if entry.evidence else [],
        "questions": [
            {"question": claim.statement or claim.quote, "answers": [_answer(one)]}
            for one in entry.evidence
        ],
        # Beyond the data set's own members, only where there is something to tell.
        **({"evidence_withheld": entry.withheld.total()} if entry.withheld else {}),
    }


def _answer(one: EvidenceEntry) -> dict[str, Any]:
    source = one.source
    return {
        "answer": one.evidence.exact,
        "answer_type": "Extractive",
        "source_url": (web_address(source.url) if source else "") or None,
        "cached_source_url": None,
        "source_medium": "Web text",
        # Beyond the data set's own members: which copy, where in it, and what it says.
        "source_title": source.title if source else None,
        "source_digest": one.evidence.digest,
        "source_start": one.evidence.span.start,
        "source_end": one.evidence.span.end,
        "stance": one.stance.value,
    }
