"""The checker's memo: the report as plain text, for a mail or a terminal. Knows no markup."""

from __future__ import annotations

import textwrap
from functools import partial

from markupsafe import Markup

from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportWarning
from app.reports.overview import glance
from app.reports.templating import environment
from app.reports.wording import one_line, plain_words
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "memo",
    "Checker’s memo",
    ".txt",
    "Plain text for a mail: what to change, what is open, on which sources.",
    (WITHHOLD,),
)

#: Characters in a line.
WIDTH = 76


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The memo in UTF-8."""
    setting.work.tick(0, 1, "Writing")
    made = environment(setting.templates, lambda text: one_line(plain_words(text)))
    made.filters["wrapped"] = wrapped
    made.filters["ruled"] = partial(ruled, sign="-")
    made.filters["titled"] = partial(ruled, sign="=")
    return made.get_template("memo.txt").render(**glance(dossier)).encode("utf-8")


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """The memo tells of everything but the article itself."""
    del dossier, setting
    sentence = "The memo does not hold the article; send it along."
    return (ReportWarning("article left out", sentence),)


def wrapped(text: str, first: str = "", indent: int = 0) -> Markup:
    """The words broken into lines, `first` before the first one and spaces before the others."""
    lines = textwrap.wrap(
        one_line(plain_words(text)),
        WIDTH,
        initial_indent=" " * indent + first,
        subsequent_indent=" " * (indent + len(first)),
        break_on_hyphens=False,
    )
    return Markup("\n".join(lines))


def ruled(text: str, sign: str) -> Markup:
    """A heading with a line of signs under it."""
    words = wrapped(text)
    longest = max(map(len, words.splitlines()), default=1)
    return Markup(f"{words}\n{sign * min(longest, WIDTH)}")
