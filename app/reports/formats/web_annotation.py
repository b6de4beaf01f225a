"""Verdicts and evidence as W3C Web Annotations (JSON-LD), anchored in the article and the copies.

Each claim is one annotation on the article, its verdict and rationale the bodies; each linked
passage is one on the stored copy, its body the claim. Selectors count code points, the first is 0,
the end not included, as the Web Annotation Data Model says.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from app.model.article import Article
from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportWarning
from app.model.source import Source
from app.model.span import Span
from app.reports.canonical import dossier_digest
from app.reports.claim_entry import ClaimEntry, EvidenceEntry, claim_entries
from app.reports.formats.dossier_json import exact_json
from app.reports.overview import number_sources
from app.reports.wording import language_tag, web_address, withheld_in_words
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "annotations",
    "Web Annotations",
    ".annotations.jsonld",
    "Claims and evidence as W3C annotations, for other annotation tools.",
    (WITHHOLD,),
)

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

#: So many characters round a quotation tell it from the same words elsewhere.
CONTEXT_LENGTH = 32

_HEX = re.compile("[0-9a-f]{64}")


def render(dossier: Dossier, setting: Setting) -> bytes:
    """An annotation collection with one page that holds every annotation."""
    base = f"urn:sha256:{dossier_digest(dossier)}"
    entries = sorted(claim_entries(dossier, number_sources(dossier)), key=lambda e: e.number)
    items: list[dict[str, Any]] = []
    for place, entry in enumerate(entries):
        setting.work.tick(place, len(entries), "Writing")
        items.append(_claim(entry, dossier.article, base))
        items += [_evidence(one, entry, n, base) for n, one in enumerate(entry.evidence, start=1)]
    return exact_json({
        "@context": CONTEXT,
        "id": f"{base}#annotations",
        "type": "AnnotationCollection",
        "label": f"Verdicts on “{dossier.article.title}”",
        "total": len(items),
        "first": {
            "id": f"{base}#page-1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    })  # fmt: skip


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """Without an address only those who have the file itself find the places."""
    del setting
    if web_address(dossier.article.url):
        return ()
    sentence = "The article has no web address, so the annotations name it by its digest."
    return (ReportWarning("no address", sentence),)


def _claim(entry: ClaimEntry, article: Article, base: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": f"{base}#claim-{entry.number}",
        "type": "Annotation",
        "motivation": "assessing" if entry.verdict else "highlighting",
    }
    if entry.verdict:
        told |= _created(entry.verdict.given, entry.verdict.reviewer)
        told["body"] = [
            _text(entry.name, "classifying"),
            *([_text(entry.rationale, "commenting")] if entry.rationale.strip() else []),
        ]
    if entry.withheld:
        words = f"{withheld_in_words(entry.withheld)}."
        told["body"] = [*told.get("body", []), _text(words, "describing")]
    spans = [entry.claim.span, *entry.claim.mentions]
    targets = [
        {
            "source": web_address(article.url) or f"urn:sha256:{article.digest}",
            "selector": _selectors(article.text, span),
        }
        for span in spans
        if span.start < span.end <= len(article.text)
    ]
    told["target"] = targets or [f"urn:sha256:{article.digest}"]
    return told


def _evidence(one: EvidenceEntry, entry: ClaimEntry, place: int, base: str) -> dict[str, Any]:
    linked = one.evidence
    return {
        "id": f"{base}#claim-{entry.number}-evidence-{place}",
        "type": "Annotation",
        "motivation": "linking",
        **_created(linked.linked, ""),
        "body": [
            {"id": f"{base}#claim-{entry.number}", "purpose": "linking"},
            _text(one.stance.value, "classifying"),
        ],
        "target": [
            {
                "source": _source_id(one.source, linked.digest),
                "selector": [
                    {
                        "type": "TextQuoteSelector",
                        "exact": linked.exact,
                        "prefix": linked.prefix,
                        "suffix": linked.suffix,
                    },
                    _position(linked.span),
                ],
            }
        ],
    }


def _source_id(source: Source | None, digest: str) -> dict[str, Any]:
    # The stored copy is what was read; the page it is of may have changed since.
    told: dict[str, Any] = {
        "id": f"urn:sha256:{digest if _HEX.fullmatch(digest) else 'unknown'}",
        "type": "Text",
        "format": "text/plain",
    }
    if source and language_tag(source.language):
        told["language"] = source.language
    if source and web_address(source.url):
        told["canonical"] = source.url
    return told


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT_LENGTH) : span.start],
            "suffix": text[span.end : span.end + CONTEXT_LENGTH],
        },
        _position(span),
    ]


def _position(span: Span) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _created(moment: str, name: str) -> dict[str, Any]:
    told: dict[str, Any] = {}
    try:
        # xsd:dateTime must have a zone; every time of a dossier is in UTC.
        when = datetime.fromisoformat(moment)
        told["created"] = when.isoformat() if when.tzinfo else f"{when.isoformat()}Z"
    except ValueError:
        pass
    if name.strip():
        told["creator"] = {"type": "Person", "name": name}
    return told
