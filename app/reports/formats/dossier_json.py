"""The dossier as JSON: everything, exact, and read back by any Claimdesk without loss.

The form is published in resources/dossier.schema.json. Its `review` is the canonical form, whose
digest stands beside it; `summary` only repeats what can be computed from it.
"""

from __future__ import annotations

import json
import re
from typing import Any

from app.model.dossier import Dossier
from app.model.report import OFF, ON, SWITCH, WITHHOLD, ReportFormat, ReportOption, ReportWarning
from app.reports.canonical import canonical, digest_of, number_by_use
from app.reports.claim_entry import claim_entries
from app.reports.json_values import plain
from app.reports.overview import count_verdicts, find_limits, number_sources
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "json",
    "JSON dossier",
    ".json",
    "Everything about the review, for programs and for another Claimdesk to take in.",
    (ReportOption("copies", "Stored copies of the sources", ON, SWITCH), WITHHOLD),
)

#: What the file says of itself, and the number of its form.
NAME, VERSION = "claimdesk dossier", 1

_LONE = re.compile("[\ud800-\udfff]")


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The dossier as one JSON object in UTF-8."""
    setting.work.tick(0, 2, "Gathering")
    review = canonical(dossier)
    told = {
        "format": NAME,
        "version": VERSION,
        "digest": digest_of(review),
        "made": {
            "at": dossier.made,
            "app": dossier.app_version,
            "scorer": dossier.scorer,
            "library_schema": dossier.schema,
            "scale": plain(dossier.scale),
        },
        "summary": _summary(dossier),
        "review": review,
    }
    if setting.is_on("copies"):
        numbers = number_by_use(dossier).sources
        told["copies"] = [
            {"source": numbers[key], "text": dossier.copies[key]}
            for key in sorted(dossier.copies, key=lambda one: numbers.get(one, 0))
            if key in numbers
        ]
    setting.work.tick(1, 2, "Writing")
    return exact_json(told)


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """Without the stored copies nobody can take the review in again."""
    if setting.options.get("copies") != OFF or not dossier.sources:
        return ()
    sentence = "Without the stored copies no other library can take this review in."
    return (ReportWarning("copies left out", sentence),)


def exact_json(value: Any) -> bytes:
    """A JSON value as a file in UTF-8; half a surrogate pair, which UTF-8 lacks, as its escape."""
    text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text).encode("utf-8")


def _summary(dossier: Dossier) -> dict[str, Any]:
    entries = claim_entries(dossier, number_sources(dossier))
    return {
        "claims": len(entries),
        "reviewed": sum(1 for entry in entries if entry.verdict),
        "unreviewed": sorted(entry.number for entry in entries if not entry.verdict),
        "verdicts": [
            {"name": tile.name, "claims": tile.count}
            for tile in count_verdicts(dossier, entries)
            if tile.count
        ],
        "limits": [
            {"sentence": limit.sentence, "claims": list(limit.claims)}
            for limit in find_limits(dossier, entries)
        ],
        "ledger": {
            "words": dossier.ledger.words,
            "claimed": dossier.ledger.claimed,
            "excused": dossier.ledger.excused,
            "furniture": dossier.ledger.furniture,
            "open": dossier.ledger.open,
            "open_spans": [plain(span) for span in dossier.ledger.open_spans],
        },
    }
