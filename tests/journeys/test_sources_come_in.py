"""Sources come in while the work goes on: once by keys alone, once by the mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.reviewer import Reviewer
from tests.ui.sources.conftest import STORY


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Two reports that say nearly the same, an unreadable file, and a table."""
    where = tmp_path / "papers"
    where.mkdir()
    (where / "a.txt").write_text(STORY, "utf-8")
    (where / "b.txt").write_text(STORY + " More soon.", "utf-8")
    (where / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "notes.csv").write_text("title,text\nWall,The wall held.\n", "utf-8")
    return where


def test_by_keys_alone(reviewer: Reviewer, papers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reviewer.open_sample()
    before = reviewer.session.read.sources.count()
    panel = reviewer.wiring.import_panel
    # The system's own dialog answers with the folder that was picked in it.
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(papers))
    reviewer.wiring.commands.action("add-folder").trigger()
    reviewer.settle()
    assert panel.skipped.text() == "1 file was skipped."
    assert "nearly the same text as" in panel.question.text()
    for _ in range(5):
        if panel.isAncestorOf(QApplication.focusWidget()):
            break
        reviewer.press("F6")
    assert QApplication.focusWidget() is panel.add_anyway
    reviewer.press("Return")
    assert reviewer.session.read.sources.count() == before + 2
    reviewer.press("F6")
    reviewer.press("4")  # goes on reviewing with the panel still there
    assert panel.isVisible()
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: ([str(papers.parent / "notes.csv")], "")
    )
    reviewer.press("Ctrl+Shift+N")
    assert QApplication.focusWidget() is panel.mapping.take
    reviewer.press("Space")
    assert reviewer.session.read.sources.count() == before + 3
    assert reviewer.window.status.said.text().startswith("1 source added.")


def test_by_the_mouse_alone(reviewer: Reviewer, papers: Path, qtbot: QtBot) -> None:
    def click(widget: QWidget) -> None:
        assert widget.isVisible()
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        reviewer.settle()

    reviewer.open_sample()
    before = reviewer.session.read.sources.count()
    panel = reviewer.wiring.import_panel
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(papers))])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    reviewer.window.evidence_pane.dropEvent(
        QDropEvent(QPointF(5, 5), copy, data, Qt.MouseButton.LeftButton, none)
    )
    reviewer.settle()
    assert reviewer.session.read.sources.count() == before + 1
    click(panel.show_skipped)
    assert "scan.png" in panel.list.item(0).text()
    click(panel.skip)
    click(panel.undo)
    assert reviewer.session.read.sources.count() == before
    assert panel.isHidden()
    click(reviewer.window.status.undo)
    assert reviewer.session.read.sources.count() == before + 1
