"""The type scale: sizes follow the text size, families are ours, objects are shared."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo

from app.ui.look import fonts


def test_the_shipped_families_are_used(shipped: Path) -> None:
    families = fonts.load_fonts(shipped / "fonts")
    assert {"Inter", "Noto Serif", "Noto Naskh Arabic", "Noto Serif Hebrew"} <= set(families)
    assert QFontInfo(fonts.font("body")).family() == "Inter"
    assert QFontInfo(fonts.font("article")).family() == "Noto Serif"
    assert "Noto Naskh Arabic" in fonts.font("body").families()
    assert (shipped / "fonts" / "LICENSES.md").read_text(encoding="utf-8").count("Open Font") > 1


@pytest.mark.usefixtures("shipped")
def test_every_role_grows_with_the_text_size() -> None:
    for role in fonts.SIZES:
        sizes = [fonts.pixels(role, percent) for percent in (90, 100, 125, 150, 200)]  # type: ignore[arg-type]
        assert sizes == sorted(set(sizes))
        assert sizes[-1] == round(2 * fonts.SIZES[role])
        assert fonts.metrics(role, 200).height() > 1.8 * fonts.metrics(role, 100).height()  # type: ignore[arg-type]


@pytest.mark.usefixtures("shipped")
def test_fonts_are_shared_and_weighted() -> None:
    assert fonts.font("body", 150) is fonts.font("body", 150)
    assert fonts.font("claim").weight() == QFont.Weight.DemiBold
    assert fonts.font("claim", bold=False).weight() == QFont.Weight.Normal
    assert fonts.font("quote", bold=True).weight() == QFont.Weight.Bold
    assert fonts.font("body", medium=True).weight() == QFont.Weight.Medium
    assert fonts.font("body", italic=True).italic()


@pytest.mark.usefixtures("shipped")
def test_tabular_figures_have_one_width() -> None:
    from PySide6.QtGui import QFontMetricsF

    measures = QFontMetricsF(fonts.font("body", tabular=True))
    assert len({round(measures.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1


def test_a_file_that_is_no_font_is_left_out(
    qapp: object, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert qapp is not None
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert fonts.load_fonts(tmp_path) == ()
    assert "broken.ttf" in caplog.text
