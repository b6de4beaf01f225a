"""Templates: one way to fill them, whatever the format. Knows no format.

What a template prints is made safe for its format by default; only `Markup` passes as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app.reports import wording

#: Words that any template may ask for.
_FILTERS = (
    "day", "moment", "is_moment", "number", "counted", "listed", "short_digest", "language_name",
    "language_tag", "web_address", "sentence",
)  # fmt: skip


def environment(templates: Path, safe: Callable[[str], str], *, html: bool = False) -> Environment:
    """An environment whose templates print every string through `safe`.

    With `html` the result is escaped for HTML besides. An unknown name is an error and no gap.
    """

    def printed(value: object) -> object:
        return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=printed,
    )
    for name in _FILTERS:
        made.filters[name] = getattr(wording, name)
    return made
