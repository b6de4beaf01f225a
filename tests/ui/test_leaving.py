"""Quitting while work is under way asks first, stops nothing, and does what it says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.reviewer import Reviewer

FILES, DONE = 40, 4


@pytest.fixture
def importing(reviewer: Reviewer, tmp_path: Path, qtbot: QtBot) -> Reviewer:
    """A reviewer at the sample with an import that rests half-way."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(FILES):
        (folder / f"{number}.txt").write_text(f"Dam {number} broke in May.", "utf-8")
    reviewer.open_sample()
    wiring = reviewer.wiring
    # Told to rest from the import's own thread while it is at the fourth file, which is finished.
    tick = wiring.importing._tick

    def rest(done: int, total: int, note: str) -> None:
        tick(done, total, note)
        if done == DONE - 1:
            wiring.importing._work.pause()

    wiring.importing._tick = rest  # type: ignore[method-assign]
    wiring.adding.add_files([folder])
    qtbot.waitUntil(lambda: wiring.importing.progress[0] == DONE, timeout=20_000)
    return reviewer


def test_nothing_under_way_asks_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    assert reviewer.window.close()
    assert reviewer.wiring.leaving.isHidden()


def test_an_import_is_asked_about_and_staying_leaves_it_running(importing: Reviewer) -> None:
    window, bar = importing.window, importing.wiring.leaving
    before = QApplication.focusWidget()
    assert not window.close()
    assert window.isVisible()
    assert bar.told.text() == (
        f"An import is under way: {DONE} of {FILES} files are done and stay; if you quit now, the "
        f"other {FILES - DONE} do not come in."
    )
    assert QApplication.activeModalWidget() is None
    assert QApplication.focusWidget() is bar.stay_button
    QApplication.sendPostedEvents()
    importing.wiring.commands.run("back")
    assert bar.isHidden()
    assert QApplication.focusWidget() is before
    importing.wiring.importing._work.resume()
    importing.settle()
    assert importing.session.read.sources.count() == 80 + FILES
    assert window.close()


def test_quitting_keeps_what_is_done(
    importing: Reviewer, sit_down: Callable[[], Reviewer], qtbot: QtBot
) -> None:
    importing.wiring.commands.run("quit")
    bar = importing.wiring.leaving
    qtbot.mouseClick(bar.quit_button, Qt.MouseButton.LeftButton)
    assert not importing.window.isVisible()
    importing.wiring.close()
    assert sit_down().session.read.sources.count() == 80 + DONE


def test_the_question_goes_when_the_import_is_over(importing: Reviewer) -> None:
    bar, importer = importing.wiring.leaving, importing.wiring.importing
    assert not importing.window.close()
    importer._work.resume()
    importing.settle()
    assert bar.isHidden()
    assert importing.window.isVisible()


def test_a_report_is_asked_about(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    bar = reviewer.wiring.leaving
    reviewer.wiring.commands.run("export")
    assert not reviewer.window.close()
    assert bar.told.text() == "A report is under way: if you quit now, it is not written."
    assert bar.stay()
    reviewer.settle()
    assert reviewer.window.status.said.text().startswith("Saved ")
    assert reviewer.window.close()
