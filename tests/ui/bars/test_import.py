"""Bar 27 by the order of what is done, not by the clock: no import stands before the reviewer.

A key waits for one part of the import at most, parts are small, and Cancel comes before the next
file. The milliseconds are printed by tests/benchmarks/bench_window.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.desk.source_parts import PASSAGES_AT_ONCE, SOURCES_AT_ONCE
from app.model.changes import Changes
from app.ui.sources.importing import Phase
from tests.journeys.reviewer import Reviewer

FILES = 2_500


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Thousands of small reports."""
    where = tmp_path / "reports"
    where.mkdir()
    for number in range(FILES):
        text = f"Village {number}\n\nSome {number} people saw the dam break on 4 May."
        (where / f"{number}.txt").write_text(text, "utf-8")
    return where


def begin(reviewer: Reviewer, folder: Path) -> None:
    """Import the folder; back once its first part is in the library."""
    reviewer.wiring.adding.add_files([folder])
    reviewer.qtbot.waitUntil(lambda: reviewer.session.read.sources.count() > 80, timeout=60_000)


def test_bar_27_a_verdict_waits_for_one_part_of_the_import_at_most(
    reviewer: Reviewer, folder: Path
) -> None:
    reviewer.open_sample()
    commits: list[Changes] = []
    reviewer.session.changed.connect(commits.append)
    begin(reviewer, folder)
    before_it = []
    while reviewer.wiring.importing.running and len(before_it) < 5:
        claim = reviewer.article.current
        QApplication.processEvents()  # what was committed until now has been told
        seen = len(commits)
        reviewer.qtbot.keyClick(QApplication.focusWidget() or reviewer.window, Qt.Key.Key_4)

        def told(seen: int = seen) -> bool:
            return any(one.ids("review") for one in commits[seen:])

        reviewer.qtbot.waitUntil(told, timeout=60_000)
        verdict = next(n for n, one in enumerate(commits[seen:]) if one.ids("review"))
        before_it.append(sum(1 for one in commits[seen : seen + verdict] if one.ids("source")))
        reviewer.qtbot.waitUntil(
            lambda claim=claim: reviewer.article.current.id != claim.id, timeout=60_000
        )
    assert len(before_it) == 5
    # One that was under way, and one that was handed over before the key.
    assert max(before_it) <= 2, before_it
    parts = [len(one.ids("source")) for one in commits if one.ids("source")]
    assert max(parts) <= min(SOURCES_AT_ONCE, PASSAGES_AT_ONCE)
    reviewer.wiring.importing.cancel()
    reviewer.settle()


def test_bar_27_the_window_asks_nothing_of_the_lane_that_reads_files(
    reviewer: Reviewer, folder: Path
) -> None:
    """What is read for the screen goes on lanes and connections of its own."""
    reviewer.open_sample()
    begin(reviewer, folder)
    reviewer.wiring.importing.pause()
    reviewer.qtbot.waitUntil(lambda: reviewer.wiring.importing.resting, timeout=60_000)
    # The import rests and holds its lane: whatever waited for it would wait for good.
    here = reviewer.article.current
    for key in ("J", "A", "4", "N", "Space"):
        reviewer.qtbot.keyClick(QApplication.focusWidget() or reviewer.window, _key(key))
        QApplication.processEvents()
    reviewer.qtbot.waitUntil(lambda: reviewer.article.current.id != here.id, timeout=60_000)
    reviewer.qtbot.waitUntil(lambda: reviewer.window.article_pane.in_context, timeout=60_000)
    assert reviewer.wiring.importing.phase is Phase.PAUSED
    reviewer.wiring.importing.cancel()
    reviewer.settle()


def test_bar_27_cancel_comes_before_the_next_file(reviewer: Reviewer, folder: Path) -> None:
    reviewer.open_sample()
    importing = reviewer.wiring.importing
    tick, stopped_at = importing._tick, 400

    def cancelling(done: int, total: int, note: str) -> None:
        tick(done, total, note)
        if done == stopped_at:  # in the import's own thread, as late as it can be pressed
            importing._work.cancel()

    importing._tick = cancelling  # type: ignore[method-assign]
    reviewer.wiring.adding.add_files([folder])
    reviewer.settle()
    assert importing.phase is Phase.OVER
    # What was finished is kept, and nothing after it was read.
    assert reviewer.session.read.sources.count() == 80 + stopped_at
    assert importing.outcome.added == stopped_at


def _key(name: str) -> Qt.Key:
    return Qt.Key[f"Key_{name}"]
