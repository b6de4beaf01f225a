"""Fonts: what we ship, what the system offers, and the scale of sizes. Knows no theme.

All sizes are pixels at a text size of 100 %; every height in the window comes from metrics.
"""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

Role = Literal[
    "caption", "meta", "body", "claim", "palette", "title", "quote", "article", "headline"
]

#: Pixels of each role at 100 %.
SIZES: dict[str, float] = {
    "caption": 11,
    "meta": 12,
    "body": 13,
    "claim": 15.5,
    "palette": 16,
    "title": 20,
    "quote": 14,
    "article": 17,
    "headline": 23,
}
SERIF_ROLES = frozenset({"quote", "article", "headline"})
_WEIGHTS = {
    "claim": QFont.Weight.DemiBold,
    "title": QFont.Weight.Bold,
    "headline": QFont.Weight.Bold,
}

# Families in order of wish. Those that a system lacks are dropped, so that Qt does not search for
# them; scripts that none of them covers are left to the system's own fallback.
_SANS = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
_SERIF = ("Noto Serif", "Georgia", "Charter", "DejaVu Serif")
_ARABIC_SANS = ("Noto Sans Arabic", "Geeza Pro")
_OTHER = (
    "Noto Naskh Arabic",
    "Noto Serif Hebrew",
    "Noto Sans Hebrew",
    "Noto Serif CJK SC",
    "Noto Sans CJK SC",
    "Source Han Serif SC",
    "Songti SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Mincho ProN",
    "Yu Mincho",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "Noto Color Emoji",
    "Apple Color Emoji",
    "Segoe UI Emoji",
)

_log = logging.getLogger(__name__)


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Register every font file of `folder` with Qt and return the families found there.

    A file that Qt refuses is logged and left out: the system's fonts stand in. Needs a running
    QGuiApplication.
    """
    families: list[str] = []
    for path in sorted(folder.glob("*.[ot]tf")):
        number = _register(str(path))
        if number < 0:
            _log.warning("The font %s cannot be used.", path.name)
            continue
        families += QFontDatabase.applicationFontFamilies(number)
    # What was chosen before these families were known would stay with the system's fonts.
    _families.cache_clear()
    font.cache_clear()
    metrics.cache_clear()
    return tuple(dict.fromkeys(families))


@cache
def _register(path: str) -> int:
    return QFontDatabase.addApplicationFont(path)


@cache
def _families(serif: bool) -> tuple[str, ...]:
    there = set(QFontDatabase.families())
    wished = (*_SERIF, *_OTHER, *_SANS) if serif else (*_SANS, *_ARABIC_SANS, *_OTHER)
    return tuple(family for family in wished if family in there)


def pixels(role: Role, percent: int = 100) -> int:
    """The pixel size of `role` at this text size; halves are rounded up."""
    return int(SIZES[role] * percent / 100 + 0.5)


@lru_cache(maxsize=512)
def font(
    role: Role,
    percent: int = 100,
    *,
    bold: bool | None = None,
    medium: bool = False,
    italic: bool = False,
    tabular: bool = False,
    sans: bool = False,
) -> QFont:
    """The font of `role`. The object is shared: copy it (QFont(font)) before changing it.

    `bold` True or False replaces the role's own weight; `medium` is the step between. `tabular`
    gives figures of one width, for counts and scores that stand under each other. `sans` takes no
    serif for what is to be read.
    """
    serif = role in SERIF_ROLES and not sans
    made = QFont()
    families = _families(serif)
    if families:
        made.setFamilies(list(families))
    made.setStyleHint(QFont.StyleHint.Serif if serif else QFont.StyleHint.SansSerif)
    made.setPixelSize(pixels(role, percent))
    weight = _WEIGHTS.get(role, QFont.Weight.Normal)
    if bold is not None:
        # The shipped serif has no semibold: a synthetic one would smear.
        strong = QFont.Weight.Bold if serif else QFont.Weight.DemiBold
        weight = strong if bold else QFont.Weight.Normal
    elif medium and not serif:
        weight = QFont.Weight.Medium
    made.setWeight(weight)
    made.setItalic(italic)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made


@lru_cache(maxsize=512)
def metrics(
    role: Role,
    percent: int = 100,
    *,
    bold: bool | None = None,
    medium: bool = False,
    sans: bool = False,
) -> QFontMetricsF:
    """The metrics of `font` with the same arguments, shared."""
    return QFontMetricsF(font(role, percent, bold=bold, medium=medium, sans=sans))
