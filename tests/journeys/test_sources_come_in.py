"""Sources come in while the work goes on: once by keys alone, once by the mouse alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.model.source import SourceKind
from app.ui.sources.source_form import DATE, TITLE
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
    reason = panel.list.topLevelItem(0)
    assert reason.text(0) == "1 file: it is a PNG picture."
    qtbot.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton,
        pos=panel.list.visualItemRect(reason).center(),
    )  # fmt: skip
    assert reason.child(reason.childCount() - 1).text(0) == "scan.png"
    click(panel.skip)
    click(panel.undo)
    assert reviewer.session.read.sources.count() == before
    assert panel.isHidden()
    click(reviewer.window.status.undo)
    assert reviewer.session.read.sources.count() == before + 1


def test_a_source_is_written_down_by_keys_alone(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    before = reviewer.session.read.sources.count()
    evidence = reviewer.window.evidence_pane
    form = reviewer.wiring.import_panel.form
    reviewer.press("Ctrl+Shift+W")
    reviewer.type("Statement of the air force")
    assert reviewer.article.review(reviewer.article.current.id).evidence == ()  # no letter linked
    reviewer.press("Tab")
    reviewer.type("Ministry")
    reviewer.press("Tab")
    reviewer.type("03/04/2016")
    reviewer.press("Return")
    assert "can be read in one way" in form.trouble.text()  # told where it is typed
    assert reviewer.session.read.sources.count() == before
    form.fields[DATE].selectAll()
    reviewer.type("18 September 2016")
    reviewer.press("Tab")
    reviewer.press("Tab")
    reviewer.type("https://ministry.example/statement")
    reviewer.press("Return")
    assert reviewer.session.read.sources.count() == before + 1
    assert not form.isVisible()
    added = reviewer.candidates.rows()[0].source
    assert (added.title, added.published) == ("Statement of the air force", "2016-09-18")
    assert reviewer.session.read.sources.record(added.id).text_missing
    assert QApplication.focusWidget() is evidence.list
    assert reviewer.article.review(reviewer.article.current.id).evidence == ()  # only offered
    reviewer.press("A")
    [linked] = reviewer.article.review(reviewer.article.current.id).evidence
    assert reviewer.session.read.sources.passage(linked.passage_id).source_id == added.id
    reviewer.press("Ctrl+Z")
    reviewer.press("Ctrl+Z")
    assert reviewer.session.read.sources.count() == before
    assert reviewer.candidates.rows()[0].source.id != added.id


def test_a_source_is_written_down_by_the_mouse_alone(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    claim = reviewer.claim_with("Deir ez-Zor")
    form = reviewer.wiring.import_panel.form

    def click(widget: QWidget, at: QPoint | None = None) -> None:
        assert widget.isVisible()
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        reviewer.settle()

    def choose(words: str) -> None:
        menu = QApplication.activePopupWidget()
        entry = next(one for one in menu.actions() if one.text() == words)
        click(menu, menu.actionGeometry(entry).center())

    click(reviewer.window.evidence_pane.add)
    choose("Write down a source…")
    click(form.kind)
    choose("News agency")
    form.fields[TITLE].setText("Strike near Deir ez-Zor")
    text = "The strike near Deir ez-Zor was on\u00a018 September, the agency said."
    QApplication.clipboard().setText(text)
    form.text.paste()
    click(form.add)
    added = reviewer.candidates.rows()[0].source
    assert (added.title, added.kind) == ("Strike near Deir ez-Zor", SourceKind.NEWS_AGENCY)
    assert reviewer.session.read.sources.text(added.id) == text
    assert reviewer.article.review(claim).evidence == ()
    click(reviewer.window.evidence_pane.add)
    choose("Write down a source…")
    assert form.fields[TITLE].text() == ""
    click(form.close_button)
    assert reviewer.wiring.import_panel.isHidden()
