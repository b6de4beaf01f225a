"""The report as one self-contained HTML file, made from a dossier alone. Knows no store.

No script and nothing from outside: the file's own Content-Security-Policy forbids both, and allows
the one style by its hash. Whatever an article, a source or a reviewer wrote is escaped by default.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from markupsafe import Markup

from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportWarning
from app.reports.claim_entry import RISK, TO_REVIEW
from app.reports.marked_article import mark_article
from app.reports.overview import glance
from app.reports.templating import environment
from app.reports.wording import legible, listed
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "html",
    "Web page",
    ".html",
    "One file for any browser, to read, print and pass on; needs nothing else.",
    (WITHHOLD,),
)


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The report on this dossier as one file in UTF-8."""
    setting.work.tick(0, 2, "Laying out")
    html = _page(dossier, setting.templates)
    setting.work.tick(1, 2, "Writing")
    return html.encode("utf-8")


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """The page holds whatever the dossier does."""
    del dossier, setting
    return ()


def _page(dossier: Dossier, templates: Path) -> str:
    made = environment(templates, legible, html=True)
    style = _style(templates)
    told = glance(dossier)
    entries = told["entries"]
    marks = [mark for entry in entries for mark in entry.marks()]
    in_use = {entry.look: entry.name for entry in entries}
    names: dict[str, list[str]] = {}
    for entry in entries:
        if entry.verdict:
            names.setdefault(entry.look, []).append(entry.name)
    return made.get_template("report.html").render(
        **told,
        style=Markup(style),
        style_hash=Markup(_hash(style)),
        stretches=mark_article(dossier.article, marks, dossier.ledger.open_spans),
        # Of a longer scale several ratings share a look, and are shown together.
        choices=[
            (look, listed(list(dict.fromkeys(names[look]))), len(names[look]))
            for look in RISK
            if look in names
        ],
        legend=[(look, in_use[look]) for look in (*RISK, TO_REVIEW) if look in in_use],
    )


def _style(templates: Path) -> str:
    """The style with newlines as a parser sees them, or its hash would not be the browser's."""
    return (templates / "report.css").read_text(encoding="utf-8").strip()


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
