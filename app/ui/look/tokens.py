"""The design tokens: colours, verdict looks and measures. Knows TOML and QColor, no widget.

A theme is data: nothing else in the ui names a colour.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from PySide6.QtGui import QColor

#: Steps of space, in logical pixels at a text size of 100 %.
SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, SPACE_6 = 4, 8, 12, 16, 24, 32
SPACES = (SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, SPACE_6)

RADIUS_CONTROL = 6
RADIUS_CARD = 10
RADIUS_OVERLAY = 12
FOCUS_RING = 2
#: The least side of anything that can be clicked.
TARGET = 28
#: How long a movement lasts, in milliseconds; 0 where the reader asked for less motion.
MOTION_MS = 120

Underline = Literal["solid", "long_dash", "double", "dots", "dash", "sparse_dots"]
Silhouette = Literal[
    "circle_tick",
    "half_circle",
    "octagon_cross",
    "diamond_question",
    "square_bar",
    "dashed_ring",
]

#: The verdict looks that every theme has, in the order of their digits; the last is no verdict.
VERDICT_KEYS = (
    "supported",
    "partly_supported",
    "refuted",
    "not_enough_evidence",
    "not_checkable",
    "to_review",
)


class ThemeError(ValueError):
    """A theme file cannot be used; the message names the file and what is wrong in it."""


@dataclass(frozen=True, slots=True, eq=False)
class VerdictLook:
    """How one verdict looks: its hue, the tint behind it, the mark upon the hue, and its forms."""

    colour: QColor
    tint: QColor
    on_colour: QColor
    underline: Underline
    silhouette: Silhouette


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """One theme, as read from its file. QColor is mutable: treat these as read-only.

    `canvas` is the window, `surface` what is read, `sunken` a quieter pane. `text`, `text_2` and
    `text_3` fall in importance, never below 4.5:1. `shared_*` marks words that claim and passage
    have in common, `conflict*` what differs, `neutral_*` what is not stated. `covered_tint` and
    `uncovered*` mark the parts of a claim: none of them echoes the hue of a verdict.
    """

    name: str
    dark: bool
    canvas: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    pressed: QColor
    hairline: QColor
    control_border: QColor
    text: QColor
    text_2: QColor
    text_3: QColor
    accent: QColor
    accent_hover: QColor
    accent_tint: QColor
    on_accent: QColor
    shared_tint: QColor
    shared_text: QColor
    neutral_tint: QColor
    neutral_text: QColor
    conflict: QColor
    conflict_tint: QColor
    covered_tint: QColor
    uncovered_tint: QColor
    uncovered: QColor
    notice: QColor
    notice_tint: QColor
    danger: QColor
    on_danger: QColor
    scrim: QColor
    shadow: QColor
    verdicts: Mapping[str, VerdictLook]

    def verdict(self, key: str) -> VerdictLook:
        """The look of this verdict; an empty or unknown key looks like “to review”."""
        return self.verdicts.get(key, self.verdicts["to_review"])

    def colour(self, token: str) -> QColor:
        """The colour of this token. Raises KeyError when there is none of that name."""
        if token not in COLOUR_TOKENS:
            raise KeyError(token)
        found = getattr(self, token)
        assert isinstance(found, QColor)
        return found


#: The names of all plain colours of a theme.
COLOUR_TOKENS = tuple(
    field.name for field in fields(Theme) if field.name not in ("name", "dark", "verdicts")
)


def load_theme(folder: Path, name: str) -> Theme:
    """The theme `name` from `folder`/`name`.toml.

    Raises ThemeError, naming the file and the entry, when it is missing, damaged or incomplete.
    """
    path = folder / f"{name}.toml"
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ThemeError(f"The theme {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ThemeError(f"The theme {path} is not valid TOML: {error}.") from error
    colours = _table(path, raw, "colours")
    unknown = sorted(set(colours) - set(COLOUR_TOKENS))
    if unknown:
        raise ThemeError(f"The theme {path} has unknown colours: {', '.join(unknown)}.")
    values = {token: _colour(path, colours, token) for token in COLOUR_TOKENS}
    verdicts = _table(path, raw, "verdicts")
    looks = {key: _look(path, _table(path, verdicts, key), key) for key in VERDICT_KEYS}
    dark = raw.get("dark")
    if not isinstance(dark, bool):
        raise ThemeError(f"The theme {path} does not say “dark = true” or “dark = false”.")
    return Theme(
        name=str(raw.get("name", name)), dark=dark, verdicts=MappingProxyType(looks), **values
    )


def _table(path: Path, raw: dict[str, Any], key: str) -> dict[str, Any]:
    table = raw.get(key)
    if not isinstance(table, dict):
        raise ThemeError(f"The theme {path} has no table “{key}”.")
    return table


def _colour(path: Path, table: dict[str, Any], key: str, where: str = "colours") -> QColor:
    value = table.get(key)
    if not isinstance(value, str):
        raise ThemeError(f"The theme {path} has no colour “{key}” in “{where}”.")
    if not value.startswith("#") or not QColor.isValidColorName(value):
        raise ThemeError(f"The theme {path} gives “{value}” for “{key}”: write #RRGGBB.")
    return QColor(value)


def _look(path: Path, table: dict[str, Any], key: str) -> VerdictLook:
    where = f"verdicts.{key}"
    underline, silhouette = table.get("underline"), table.get("silhouette")
    if underline not in get_args(Underline):
        known = ", ".join(get_args(Underline))
        raise ThemeError(f"The theme {path} gives no known underline in “{where}”: {known}.")
    if silhouette not in get_args(Silhouette):
        known = ", ".join(get_args(Silhouette))
        raise ThemeError(f"The theme {path} gives no known silhouette in “{where}”: {known}.")
    return VerdictLook(
        _colour(path, table, "colour", where),
        _colour(path, table, "tint", where),
        _colour(path, table, "on_colour", where),
        cast(Underline, underline),
        cast(Silhouette, silhouette),
    )
