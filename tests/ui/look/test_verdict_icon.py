"""The six silhouettes are told apart without colour, at the sizes they are used in."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.look.tokens import VERDICT_KEYS, Theme
from app.ui.look.verdict_icon import paint_verdict, verdict_icon, verdict_pixmap


def grey(theme: Theme, key: str, size: int) -> list[int]:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(theme.surface)
    painter = QPainter(image)
    paint_verdict(painter, QRectF(0, 0, size, size), key, theme)
    painter.end()
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    # Ink against ground, stretched to the same black: what is left is the form.
    ground = plain.pixelColor(0, 0).red() if key != "none" else 0
    values = [abs(plain.pixelColor(x, y).red() - ground) for x in range(size) for y in range(size)]
    return [round(255 * value / max(values)) for value in values]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [14, 16, 20, 32])
def test_bar_16_forms_differ_in_greyscale(theme: Theme, size: int) -> None:
    forms = {key: grey(theme, key, size) for key in VERDICT_KEYS}
    for one, other in combinations(VERDICT_KEYS, 2):
        differing = sum(abs(a - b) > 80 for a, b in zip(forms[one], forms[other], strict=True)) / (
            size * size
        )
        assert differing > 0.08, (one, other, differing)


@pytest.mark.parametrize("size", [14, 15, 16, 18, 20])
def test_a_form_stays_within_its_box(qapp: QApplication, theme: Theme, size: int) -> None:
    assert qapp is not None
    for key in VERDICT_KEYS:
        image = QImage(size + 8, size + 8, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_verdict(painter, QRectF(4, 4, size, size), key, theme)
        painter.end()
        for at in range(size + 8):
            for edge in (3, size + 4):
                assert image.pixelColor(at, edge).alpha() == 0, key
                assert image.pixelColor(edge, at).alpha() == 0, key


@pytest.mark.usefixtures("qapp")
def test_icons_and_odd_boxes(theme: Theme) -> None:
    assert verdict_pixmap("refuted", theme, 16, 2.0).width() == 32
    assert not verdict_icon("", theme).isNull()
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    paint_verdict(painter, QRectF(0, 0, 2, 0), "supported", theme)
    painter.end()
