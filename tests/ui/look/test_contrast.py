"""Every pair of colours that meets on screen, in one table, held to WCAG 2 contrast.

Also: verdicts stay apart for readers who see no red-green difference.
"""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from app.ui.look.tokens import VERDICT_KEYS, Theme

GROUNDS = "canvas surface sunken"
TEXT, CONTROL = 4.5, 3.0

#: (ink, the grounds it stands on, the least contrast).
PAIRS = [
    ("text", f"{GROUNDS} hover pressed accent_tint shared_tint neutral_tint", TEXT),
    ("text", "covered_tint uncovered_tint notice_tint conflict_tint", TEXT),
    ("text_2", f"{GROUNDS} hover pressed accent_tint neutral_tint notice_tint", TEXT),
    ("text_3", f"{GROUNDS} hover accent_tint neutral_tint notice_tint", TEXT),
    ("accent", f"{GROUNDS} hover accent_tint", TEXT),
    ("on_accent", "accent accent_hover", TEXT),
    ("shared_text", f"shared_tint accent_tint {GROUNDS}", TEXT),
    ("neutral_text", f"neutral_tint {GROUNDS}", TEXT),
    ("conflict", f"conflict_tint accent_tint {GROUNDS}", TEXT),
    ("uncovered", f"uncovered_tint {GROUNDS}", TEXT),
    ("notice", f"notice_tint {GROUNDS}", TEXT),
    ("danger", f"{GROUNDS} hover conflict_tint", TEXT),
    ("on_danger", "danger", TEXT),
    ("control_border", f"{GROUNDS} hover", CONTROL),
    ("text_2", "neutral_tint", CONTROL),
]


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def linear(colour: QColor) -> tuple[float, float, float]:
    def one(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return one(colour.redF()), one(colour.greenF()), one(colour.blueF())


def luminance(colour: QColor) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# Machado, Oliveira and Fernandes 2009, deuteranopia, severity 1.0 (on linear RGB).
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)


def seen(colour: QColor, matrix: tuple[tuple[float, ...], ...] | None) -> tuple[float, ...]:
    """CIELAB of `colour` as seen through `matrix`."""
    rgb: tuple[float, ...] = linear(colour)
    if matrix is not None:
        rgb = tuple(
            min(max(sum(a * b for a, b in zip(row, rgb, strict=True)), 0), 1) for row in matrix
        )
    red, green, blue = rgb
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: QColor, other: QColor, matrix: tuple[tuple[float, ...], ...] | None) -> float:
    """ΔE (CIE 1976); about 2 is just noticed, 10 is seen at a glance."""
    pairs = zip(seen(one, matrix), seen(other, matrix), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


#: What text has at least in the theme of high contrast, the enhanced contrast of WCAG 2.
ENHANCED = 7.0


def least_of_text(theme: Theme) -> float:
    return ENHANCED if theme.name == "contrast" else TEXT


@pytest.mark.parametrize(("ink", "grounds", "least"), PAIRS)
def test_bar_15_ink_reads_on_every_ground(
    theme: Theme, ink: str, grounds: str, least: float
) -> None:
    least = least_of_text(theme) if least == TEXT else least
    found = {
        ground: round(contrast(theme.colour(ink), theme.colour(ground)), 2)
        for ground in grounds.split()
    }
    assert {ground: ratio for ground, ratio in found.items() if ratio < least} == {}


@pytest.mark.parametrize("key", VERDICT_KEYS)
def test_bar_15_a_verdict_reads_wherever_it_stands(theme: Theme, key: str) -> None:
    look, least = theme.verdicts[key], least_of_text(theme)
    grounds = {name: theme.colour(name) for name in (*GROUNDS.split(), "hover", "accent_tint")}
    grounds["its tint"] = look.tint
    ratios = {name: round(contrast(look.colour, ground), 2) for name, ground in grounds.items()}
    assert {name: ratio for name, ratio in ratios.items() if ratio < least} == {}
    assert contrast(look.on_colour, look.colour) >= least
    assert contrast(theme.text, look.tint) >= least


@pytest.mark.parametrize("matrix", [None, DEUTERANOPIA], ids=["full colour", "deuteranopia"])
def test_verdict_hues_stay_apart(
    theme: Theme, matrix: tuple[tuple[float, ...], ...] | None
) -> None:
    hues = {key: look.colour for key, look in theme.verdicts.items()}
    near = {
        f"{one} and {other}": round(distance(hues[one], hues[other], matrix), 1)
        for one, other in combinations(hues, 2)
        # “To review” is no verdict, and the only hollow form: seen beside one it may come nearer.
        if distance(hues[one], hues[other], matrix) < (7 if "to_review" in (one, other) else 10)
    }
    assert near == {}


def test_the_marks_of_a_claim_do_not_echo_a_verdict(theme: Theme) -> None:
    for token in ("covered_tint", "uncovered_tint", "shared_tint"):
        for key in ("supported", "partly_supported", "refuted"):
            assert distance(theme.colour(token), theme.verdicts[key].tint, None) > 8
    assert distance(theme.covered_tint, theme.uncovered_tint, DEUTERANOPIA) > 8
