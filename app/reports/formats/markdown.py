"""The report as Markdown (CommonMark with tables). Knows no HTML: it never writes any."""

from __future__ import annotations

import re

from markupsafe import Markup

from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportWarning
from app.reports.overview import glance
from app.reports.templating import environment
from app.reports.wording import one_line, plain_words
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "markdown",
    "Markdown",
    ".md",
    "The report as text with light markup, for wikis, notes and repositories.",
    (WITHHOLD,),
)

# Every sign that can begin or end something in CommonMark or its common extensions.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>()#|~&$@!^]")
# What means something only at the beginning of a line: lists, rules, underlined headings.
_FIRST = re.compile(r"^(?:([0-9]{1,9})([.)])|([-+=:]))")
_SCHEME = re.compile(r":(?=//)")


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The report in UTF-8."""
    setting.work.tick(0, 1, "Writing")
    made = environment(setting.templates, escape)
    made.filters["quoted"] = quoted
    made.filters["cell"] = one_line
    text = made.get_template("report.md").render(**glance(dossier))
    return text.encode("utf-8")


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """White space of quotations is not kept: Markdown has its own use for it."""
    del dossier, setting
    return ()


def escape(text: str) -> str:
    """The words as one line of Markdown that shows exactly them."""
    line = _SIGNS.sub(r"\\\g<0>", one_line(plain_words(text)))
    line = _SCHEME.sub(r"\\:", line)  # or some readers make a link of it
    return _FIRST.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", line)


def quoted(text: str) -> Markup:
    """The words as the inside of a quotation, its line breaks kept."""
    lines = [escape(line) for line in plain_words(text).splitlines() if line.strip()]
    return Markup("\\\n> ".join(lines))
