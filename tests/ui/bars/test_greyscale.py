"""Bar 16: without colour all verdicts tell apart, in the very pictures of the window."""

from __future__ import annotations

import os
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import lay_out, place_in


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_bar_16_verdict_buttons_and_gutter_tell_apart_in_grey(
    reviewer: Reviewer, appearance: Appearance, mode: str
) -> None:
    appearance.set_mode(mode)
    reviewer.open_sample()
    for key in "45453":
        reviewer.press(key)
    run = reviewer.wiring.commands.run
    for row, name in enumerate(("supported", "partly_supported", "refuted", "not_enough_evidence",
                                "not_checkable")):  # fmt: skip
        reviewer.article.choose(reviewer.article.claims[row].id)
        reviewer.settle()
        run(f"verdict-{name}")
        reviewer.settle()
    lay_out()
    grey = reviewer.window.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    if folder := os.environ.get("CLAIMDESK_PICTURES"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        grey.save(str(Path(folder) / f"grey-{mode}.png"))
    strip = reviewer.window.header.strip
    place = place_in(reviewer.window, strip)
    left, pitch = strip._marks_left(), strip._pitch()
    middles = [round(place.left() + left + (row + 0.5) * pitch) for row in range(6)]
    # Five verdicts, and one claim to review.
    icons = [grey.copy(QRect(middle - 8, place.center().y() - 8, 17, 17)) for middle in middles]
    for one, other in combinations(range(6), 2):
        assert differing(icons[one], icons[other]) > 0.08, (one, other)
    appearance.set_mode("light")


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that look different."""
    differ = [
        abs(one.pixelColor(x, y).red() - other.pixelColor(x, y).red()) > 40
        for x in range(one.width())
        for y in range(one.height())
    ]
    return sum(differ) / len(differ)
