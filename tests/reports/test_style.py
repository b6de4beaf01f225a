"""The report's style: what is read can be read, on every ground and in both schemes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

VERDICTS = ("supported", "partly", "refuted", "unsure", "uncheckable")
PAIRS = (
    [(word, ground) for word in ("text", "text-2", "text-3", "accent")
     for ground in ("surface", "sunken")]
    + [(verdict, "surface") for verdict in VERDICTS]
    + [(verdict, f"{verdict}-tint") for verdict in VERDICTS]
    + [("text", f"{verdict}-tint") for verdict in VERDICTS]
)  # fmt: skip


def schemes(css: str) -> dict[str, dict[str, str]]:
    """The colours of the three :root blocks in their order: light, dark, print."""
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    return {
        name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block))
        for name, block in zip(("light", "dark", "print"), blocks, strict=True)
    }


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(c * 2 for c in colour[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_contrast(templates: Path, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: text at least 4.5 to 1."""
    colours = schemes((templates / "report.css").read_text(encoding="utf-8"))[scheme]
    for word, ground in PAIRS:
        light, dark = sorted((luminance(colours[word]), luminance(colours[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (word, ground)


def test_print_and_light_agree(templates: Path) -> None:
    found = schemes((templates / "report.css").read_text(encoding="utf-8"))
    assert {**found["light"], "canvas": "#fff"} == found["print"]


def test_every_look_has_a_shape_and_an_underline(templates: Path) -> None:
    css = (templates / "report.css").read_text(encoding="utf-8")
    parts = (templates / "report_parts.html").read_text(encoding="utf-8")
    looks = re.findall(r'id="shape-(\w+)"', parts)
    assert len(looks) == 6
    for look in looks:
        assert f".v-{look} {{" in css
        assert f".u-{look} {{ background-image" in css
