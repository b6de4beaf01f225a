"""The one style sheet of the application, filled from tokens. Knows the theme, no widget of ours.

Variants are dynamic properties, set before a widget is shown (or polished again after):

* QPushButton, QToolButton: `variant` = "primary", "quiet", "link", "danger", "keycap"; none is the
  outlined standard. `verdict` = a verdict's key: the card of the dock, tinted while checked.
* QLabel: `role` = "title", "claim", "meta", "caption", "strong", "keycap", "error", "section".
* QWidget, QFrame: `surface` = "canvas", "surface", "sunken", "card", "overlay", "notice", "drop".
"""

from __future__ import annotations

from pathlib import Path
from string import Template

from PySide6.QtGui import QColor

from app.ui.look.fonts import Role, pixels
from app.ui.look.sheet import SHEET, VERDICT_SHEET
from app.ui.look.tokens import (
    COLOUR_TOKENS,
    FOCUS_RING,
    RADIUS_CARD,
    RADIUS_CONTROL,
    RADIUS_OVERLAY,
    TARGET,
    Theme,
)

_ROLES: tuple[Role, ...] = ("caption", "meta", "body", "claim", "palette", "title")


def build_stylesheet(theme: Theme, percent: int, themes_folder: Path) -> str:
    """The style sheet of this theme at this text size (per cent).

    `themes_folder` holds, in a folder of the theme's name, the few marks that a style sheet can
    only take from files (tick, chevrons).
    """
    values: dict[str, object] = {token: css(theme.colour(token)) for token in COLOUR_TOKENS}
    values |= {f"px_{role}": pixels(role, percent) for role in _ROLES}
    pad = round(6 * percent / 100)
    target = round(TARGET * percent / 100)
    values |= {
        "radius": RADIUS_CONTROL,
        "radius_card": RADIUS_CARD,
        "radius_overlay": RADIUS_OVERLAY,
        "ring": FOCUS_RING,
        "target": target,
        "field": round(32 * percent / 100) - 2,
        "field_ring": round(32 * percent / 100) - 2 * FOCUS_RING,
        "palette": round(44 * percent / 100),
        "pad": pad,
        "pad_ring": pad - 1,
        "side": round(12 * percent / 100),
        "side_ring": round(12 * percent / 100) - 1,
        "control": round(32 * percent / 100) - 2 * pad - 2,
        "quiet": target - 2 * FOCUS_RING,
        "check": round(16 * percent / 100),
        "radio": round(16 * percent / 100) // 2 + 1,
        "icon": round(16 * percent / 100),
        "mark": round(12 * percent / 100),
        "gap": round(8 * percent / 100),
        "marks": (themes_folder / theme.name).as_posix(),
    }
    sheets = [Template(SHEET).substitute(values)]
    for key, look in theme.verdicts.items():
        colours = {"key": key, "colour": css(look.colour), "tint": css(look.tint)}
        sheets.append(Template(VERDICT_SHEET).substitute(values | colours))
    return "\n".join(sheets)


def css(colour: QColor) -> str:
    """`colour` as a style sheet writes it."""
    if colour.alpha() == 255:
        return colour.name()
    return f"rgba({colour.red()}, {colour.green()}, {colour.blue()}, {colour.alpha()})"
