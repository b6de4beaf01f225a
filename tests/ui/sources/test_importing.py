"""A long import beside the work: what is shown, what stops it, what stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.changes import Changes
from app.ui.sources.importing import Phase
from tests.journeys.reviewer import Reviewer


def begin(reviewer: Reviewer, qtbot: QtBot, folder: Path) -> None:
    """Import this folder and wait for its first sources."""
    importing = reviewer.wiring.importing
    with qtbot.waitSignal(reviewer.session.changed, timeout=30_000):
        reviewer.wiring.adding.add_files([folder])
    assert importing.phase is Phase.RUNNING


def answered(qtbot: QtBot, happened: Callable[[], bool]) -> None:
    qtbot.waitUntil(happened, timeout=30_000)


def test_a_folder_comes_in_and_what_was_skipped_is_listed(reviewer: Reviewer, folder: Path) -> None:
    reviewer.wiring.adding.add_files([folder])
    reviewer.settle()
    panel = reviewer.wiring.import_panel
    assert reviewer.session.read.sources.count() == 2
    assert panel.title.text() == "Import finished"
    assert panel.told.text().startswith("2 sources added.")
    assert panel.skipped.text() == "2 files were skipped."
    assert not panel.list.isVisible()
    panel.show_skipped.click()
    reasons = [panel.list.topLevelItem(row).text(0) for row in range(2)]
    assert reasons == ["1 file: it is empty.", "1 file: it is a PNG picture."]
    panel.close_button.click()
    assert panel.isHidden()


def test_an_import_is_undone_as_one_and_the_undo_too(reviewer: Reviewer, folder: Path) -> None:
    reviewer.wiring.adding.add_files([folder])
    reviewer.settle()
    panel, count = reviewer.wiring.import_panel, reviewer.session.read.sources.count
    panel.undo.click()
    reviewer.settle()
    assert count() == 0
    assert panel.isHidden()
    reviewer.press("Ctrl+Z")
    assert count() == 2


def test_keys_answer_while_thousands_of_files_come_in(
    reviewer: Reviewer, qtbot: QtBot, many: Path
) -> None:
    reviewer.open_sample()
    commits: list[Changes] = []
    reviewer.session.changed.connect(commits.append)
    begin(reviewer, qtbot, many)
    importing, article = reviewer.wiring.importing, reviewer.article
    given = 0
    while importing.running and given < 4:
        claim = article.current
        before = len(commits)
        target = QApplication.focusWidget() or reviewer.window
        qtbot.keyClick(target, Qt.Key.Key_4)
        answered(qtbot, lambda claim=claim: article.review(claim.id).verdict is not None)
        answered(qtbot, lambda claim=claim: article.current.id != claim.id)
        # Parts of the import that were under way or handed over before, and no more.
        parts = [one for one in commits[before:] if one.ids("source")]
        assert len(parts) <= 3
        assert importing.running
        given += 1
    assert given == 4
    reviewer.settle()
    assert importing.phase is Phase.OVER
    assert importing.outcome.added == 2_000


def test_the_candidates_stay_under_the_hands_until_it_is_over(
    reviewer: Reviewer, qtbot: QtBot, many: Path
) -> None:
    reviewer.open_sample()
    shown = [match.passage.id for match in reviewer.candidates.rows()]
    changes: list[None] = []
    reviewer.candidates.changed.connect(lambda: changes.append(None))
    begin(reviewer, qtbot, many)
    answered(qtbot, lambda: reviewer.wiring.importing.progress[0] > 500)
    assert not changes
    assert [match.passage.id for match in reviewer.candidates.rows()] == shown
    reviewer.settle()
    assert changes


def test_a_source_is_added_while_an_import_goes_on(
    reviewer: Reviewer, qtbot: QtBot, many: Path, folder: Path
) -> None:
    begin(reviewer, qtbot, many)
    with qtbot.waitSignal(reviewer.wiring.adding.sources_added, timeout=30_000) as added:
        reviewer.wiring.adding.add_files([folder / "source.txt"])
    assert added.args == [1]
    assert reviewer.wiring.importing.running
    reviewer.settle()


def test_cancel_keeps_what_is_finished(reviewer: Reviewer, qtbot: QtBot, many: Path) -> None:
    begin(reviewer, qtbot, many)
    panel, importing = reviewer.wiring.import_panel, reviewer.wiring.importing
    panel.cancel.click()
    assert importing.phase is Phase.STOPPING
    assert not panel.cancel.isEnabled()
    reviewer.settle()
    assert panel.title.text() == "Import cancelled"
    kept = reviewer.session.read.sources.count()
    assert 0 < kept < 2_000
    assert panel.told.text().startswith(f"{kept:,} sources added.")
    panel.undo.click()
    reviewer.settle()
    assert reviewer.session.read.sources.count() == 0


def test_a_pause_rests_and_goes_on(reviewer: Reviewer, qtbot: QtBot, many: Path) -> None:
    begin(reviewer, qtbot, many)
    panel, importing = reviewer.wiring.import_panel, reviewer.wiring.importing
    panel.pause.click()
    assert (panel.title.text(), panel.pause.text()) == ("Import paused", "Go on")
    # What was read before the pause is committed, and then nothing more comes.
    at = importing.progress[0]
    answered(qtbot, lambda: reviewer.session.read.sources.count() >= at)
    rested = reviewer.session.read.sources.count()
    for _ in range(3):
        with qtbot.waitSignal(importing.ticked):
            pass
    assert reviewer.session.read.sources.count() == rested < 2_000
    panel.pause.click()
    reviewer.settle()
    assert importing.outcome.added == 2_000


def test_a_second_import_waits_and_is_undone_with_the_first(
    reviewer: Reviewer, qtbot: QtBot, many: Path, folder: Path
) -> None:
    begin(reviewer, qtbot, many)
    reviewer.wiring.adding.add_files([folder])
    assert reviewer.window.status.said.text().startswith("It comes in once")
    reviewer.settle()
    assert reviewer.wiring.importing.outcome.added == 2_002
    reviewer.wiring.import_panel.undo.click()
    reviewer.settle()
    assert reviewer.session.read.sources.count() == 0


def test_the_window_can_be_closed_during_an_import(
    sit_down: Callable[[], Reviewer], qtbot: QtBot, many: Path
) -> None:
    begin(sit_down(), qtbot, many)
    again = sit_down()
    assert 0 < again.session.read.sources.count() <= 2_000
    assert not again.session.ended_uncleanly


def test_the_panel_stands_where_the_reviewer_is(reviewer: Reviewer, folder: Path) -> None:
    panel = reviewer.wiring.import_panel
    reviewer.wiring.adding.add_files([folder])
    reviewer.settle()
    assert reviewer.window.welcome.isAncestorOf(panel)
    assert panel.isVisible()
    reviewer.open_sample()
    assert reviewer.window.article_pane.isAncestorOf(panel)
    assert panel.isVisible()
