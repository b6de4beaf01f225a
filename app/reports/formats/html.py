"""The report as one self-contained HTML file, made from a dossier alone. Knows no store.

No script and nothing from outside: the file's own Content-Security-Policy forbids both, and allows
the one style by its hash. Whatever an article, a source or a reviewer wrote is escaped by default.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.model.dossier import Dossier
from app.model.report import ReportFormat, ReportWarning
from app.reports import wording
from app.reports.claim_entry import RISK, TO_REVIEW, claim_entries
from app.reports.marked_article import mark_article
from app.reports.overview import (
    count_verdicts,
    covered_in_words,
    digest_holds,
    find_limits,
    list_sources,
    number_sources,
    publication_in_words,
    reviewers,
    share_words,
)
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "html",
    "Web page",
    ".html",
    "One file for any browser, to read, print and pass on; needs nothing else.",
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
    environment = _environment(templates)
    style = _style(templates)
    numbers = number_sources(dossier)
    entries = claim_entries(dossier, numbers)
    marks = [mark for entry in entries for mark in entry.marks()]
    in_use = {entry.look: entry.name for entry in entries}
    return environment.get_template("report.html").render(
        style=Markup(style),
        style_hash=Markup(_hash(style)),
        dossier=dossier,
        article=dossier.article,
        published=publication_in_words(dossier.article.publication),
        digest_holds=digest_holds(dossier.article),
        reviewers=reviewers(dossier),
        tiles=count_verdicts(dossier, entries),
        reviewed=[entry for entry in entries if entry.verdict],
        unreviewed=[entry for entry in entries if not entry.verdict],
        limits=find_limits(dossier, entries),
        coverage=covered_in_words(dossier.ledger),
        shares=share_words(dossier.ledger),
        stretches=mark_article(dossier.article, marks, dossier.ledger.open_spans),
        legend=[(look, in_use[look]) for look in (*RISK, TO_REVIEW) if look in in_use],
        sources=list_sources(dossier, numbers, entries),
    )


def _environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_writable,
    )
    for name in (
        "day", "moment", "is_moment", "number", "counted", "listed", "short_digest",
        "language_name", "language_tag", "web_address",
    ):  # fmt: skip
        environment.filters[name] = getattr(wording, name)
    return environment


def _writable(value: object) -> object:
    """What a template prints: control characters made visible, unless it is markup of our own."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return wording.legible(value)
    return value


def _style(templates: Path) -> str:
    """The style with newlines as a parser sees them, or its hash would not be the browser's."""
    return (templates / "report.css").read_text(encoding="utf-8").strip()


def _hash(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
