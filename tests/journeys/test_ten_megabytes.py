"""Ten million characters in one line: read at once, checked, and lost to no kill.

Slow: `./run test -m slow -s tests/journeys/test_ten_megabytes.py` prints the times.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.ui.article.shown_text import WHOLE
from tests.journeys.reviewer import Reviewer
from tests.ui.long_article import one_line
from tests.ui.page import said

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

LONG = 10_000_000
#: Ten times what is promised, on a machine that may be busy (seconds).
MOST_TO_OPEN, LONGEST_STALL = 20.0, 2.0


class Pulse:
    """How long the window's thread was ever away, in seconds."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def stop(self) -> float:
        self._timer.stop()
        return self.longest


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "line.txt"
    path.write_text(one_line(LONG), encoding="utf-8")
    return path


def wait(reviewer: Reviewer) -> None:
    """Until nothing is under way, however busy the machine is."""
    reviewer.qtbot.waitUntil(lambda: not reviewer.session.busy, timeout=600_000)


def test_ten_million_characters_in_one_line(sit_down: Callable[[], Reviewer], file: Path) -> None:
    reviewer = sit_down()
    reviewer.window.resize(1280, 800)
    view = reviewer.window.article_pane.view
    pulse, begun = Pulse(), perf_counter()
    with reviewer.qtbot.waitSignal(reviewer.article.opened, timeout=120_000):
        reviewer.wiring.intake.open_file(file)
    view.viewport().repaint()
    readable = perf_counter() - begun
    assert len(view.text) >= LONG
    assert view.document().characterCount() < WHOLE
    bar = view.verticalScrollBar()
    for tenth in range(11):
        bar.setValue(bar.maximum() * tenth // 10)
        QApplication.processEvents()
        seen = view.visible_span()
        assert abs(seen.start - LONG * tenth / 10) < 0.02 * LONG
        assert view.document().characterCount() < WHOLE
    wait(reviewer)
    found = perf_counter() - begun
    claims = reviewer.article.claims
    assert said(reviewer) == f"{len(claims):,} claims found."
    for claim in (claims[-1], claims[len(claims) // 2], claims[0]):
        reviewer.article.choose(claim.id)
        wait(reviewer)
        reviewer.press("4")
        assert reviewer.article.review(claim.id).verdict is not None
    stall = pulse.stop()
    print(
        f"\nreadable after {readable:.2f} s, {len(claims):,} claims after {found:.1f} s, "
        f"longest stall {stall * 1000:.0f} ms"
    )
    assert readable < MOST_TO_OPEN
    assert stall < LONGEST_STALL
    ledger = reviewer.session.read.articles.ledger(reviewer.article.article.id)
    assert ledger.words == ledger.claimed + ledger.excused + ledger.furniture + ledger.open
    assert ledger.words == len(file.read_text(encoding="utf-8").split())
    assert ledger.furniture > 0.9 * ledger.words
    before = [claim.span for claim in claims]
    reviewer = sit_down()
    reviewer.article.open(1)
    wait(reviewer)
    assert [claim.span for claim in reviewer.article.claims] == before
    assert reviewer.article.reviewed == 3
