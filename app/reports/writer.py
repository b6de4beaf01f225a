"""What every format offers and what it is given. Knows no format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from app.model.dossier import Dossier
from app.model.report import ON, ReportFormat, ReportWarning
from app.model.work import Work


@dataclass(frozen=True, slots=True)
class Setting:
    """What a format works with besides the dossier.

    `resources` is the folder of templates and fonts; `options` hold a value for every option of
    the format; `today` is the day that dates are held against.
    """

    resources: Path
    today: date
    options: Mapping[str, str] = field(default_factory=dict)
    work: Work = field(default_factory=Work)

    @property
    def templates(self) -> Path:
        """The folder of the templates."""
        return self.resources / "templates"

    def is_on(self, option: str) -> bool:
        """Whether a switch is on."""
        return self.options.get(option) == ON


class Writer(Protocol):
    """A format, as a module: what it is, how it is made, and what to know before it is sent out.

    `render` makes a file of the same content from the same dossier and setting. It ticks, and
    raises Cancelled when it was called off; OSError (jinja2.TemplateError among them) where a file
    that comes with the app is missing.
    """

    FORMAT: ReportFormat

    def render(self, dossier: Dossier, setting: Setting) -> bytes:
        """The file's bytes."""

    def warnings(self, dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
        """What this format cannot tell, changes, or should not be sent out with."""
