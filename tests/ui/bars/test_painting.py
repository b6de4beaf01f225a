"""Bar 30: painting drops no reference, in the very panes of the window."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, QRegion

from tests.journeys.reviewer import Reviewer

PAINTS = 10_000


@pytest.mark.slow
def test_bar_30_ten_thousand_paints_of_the_panes_drop_no_reference(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("A")
    window = reviewer.window
    panes = [
        window.article_pane.view.viewport(), window.article_pane.ruler,
        window.claims_pane.list.viewport(), window.evidence_pane.list.viewport(),
        window.evidence_pane.claim.header, window.header.strip, window.header.palette_button,
        window.dock.buttons[0], window.evidence_pane.search, window.welcome.zone,
    ]  # fmt: skip
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    corner = QRegion(0, 0, 40, 40)

    def paint(rounds: int) -> None:
        for _ in range(rounds):
            for pane in panes:
                pane.render(painter, QPoint(0, 0), corner)

    paint(5)  # what is laid out once is laid out now
    before = sys.getrefcount(None)
    paint(PAINTS // len(panes))
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 50
