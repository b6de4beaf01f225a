"""What a preview of each format is made of: pages as pictures, or the beginning of the text.

Made away from the window's thread. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.desk.desk import Desk
from app.model.report import WITHHOLD, ReportFormat, ReportWarning
from app.model.work import Work

#: Formats that read as pages; all but the PDF itself have pages of their own only when printed.
PAGED = ("html", "pdf", "docx")

#: Formats that are no text, and the one whose text stands for them here.
TOLD_AS = {"xlsx": ("csv", {"table": "claims"})}

#: So much of a text is shown, in characters in all and in one line: a view of more would stall.
MOST, LONGEST_LINE = 200_000, 2_000


@dataclass(frozen=True)
class Preview:
    """What is shown of a report: `pages` (PNG) or `text`, one of them empty. `note` says how what
    is shown differs from the file; `limits` are of the review, `warnings` of the format."""

    pages: tuple[bytes, ...]
    text: str
    note: str
    limits: tuple[ReportWarning, ...]
    warnings: tuple[ReportWarning, ...]


def make_preview(
    desk: Desk, article_id: int, kind: ReportFormat, options: Mapping[str, str], work: Work
) -> Preview:
    """The preview of a report. Raises as `Reports.write` does."""
    reports = desk.reports
    warnings = reports.warnings(article_id, kind.key, options)
    limits = reports.limits(article_id)
    if kind.key in PAGED:
        shared = {WITHHOLD.key: options[WITHHOLD.key]} if WITHHOLD.key in options else {}
        pages = reports.pages(article_id, options if kind.key == "pdf" else shared, work)
        note = "" if kind.key == "pdf" else f"Shown set in pages. The {_told(kind)} says the same."
        return Preview(pages, "", note, limits, warnings)
    key, stand_in = kind.key, dict(options)
    if kind.key in TOLD_AS:
        key, table = TOLD_AS[kind.key]
        stand_in |= table
    written = reports.render(article_id, key, stand_in, work).decode("utf-8-sig", "replace")
    text, cut = _beginning(written)
    note = "Shown: the sheet of claims. The workbook has the others too." if key != kind.key else ""
    if cut:
        note = f"{note} Shown: the beginning; the file is whole.".strip()
    return Preview((), text, note, limits, warnings)


def _beginning(text: str) -> tuple[str, bool]:
    lines = text[:MOST].splitlines()
    shown = [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}…" for line in lines]
    cut = len(text) > MOST or any(len(line) > LONGEST_LINE for line in lines)
    return "\n".join(shown), cut


def _told(kind: ReportFormat) -> str:
    return kind.name[:1].lower() + kind.name[1:] if kind.key == "html" else kind.name
