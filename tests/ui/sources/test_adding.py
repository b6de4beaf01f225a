"""Sources that the reviewer adds: which road each takes, and what is asked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.reviewer import Reviewer
from tests.ui.sources.conftest import STORY


def say(reviewer: Reviewer) -> str:
    return reviewer.window.status.said.text()


def drop(target: QWidget, data: QMimeData) -> None:
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), copy, data, Qt.MouseButton.LeftButton, none)
    target.dropEvent(event)


def test_one_file_is_one_step_and_no_panel_comes_up(reviewer: Reviewer, folder: Path) -> None:
    reviewer.wiring.adding.add_files([folder / "source.txt"])
    reviewer.settle()
    assert say(reviewer) == "1 source added. Nothing is linked yet."
    assert reviewer.wiring.import_panel.isHidden()
    reviewer.press("Ctrl+Z")
    assert reviewer.session.read.sources.count() == 0


def test_a_file_that_is_here_already_is_said(reviewer: Reviewer, folder: Path) -> None:
    for told in ("1 source added.", "0 sources added. It is in your library already"):
        reviewer.wiring.adding.add_files([folder / "source.txt"])
        reviewer.settle()
        assert say(reviewer).startswith(told)
    assert reviewer.session.read.sources.count() == 1


def test_a_file_that_cannot_be_read_is_one_sentence(reviewer: Reviewer, folder: Path) -> None:
    reviewer.wiring.adding.add_files([folder / "empty.txt"])
    reviewer.settle()
    assert say(reviewer) == "empty.txt is empty."
    assert QApplication.activeModalWidget() is None


def test_much_the_same_is_asked_before_it_comes_in(reviewer: Reviewer, tmp_path: Path) -> None:
    first, near = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(STORY, "utf-8")
    near.write_text(STORY + " More soon.", "utf-8")
    panel = reviewer.wiring.import_panel
    for path in (first, near):
        reviewer.wiring.adding.add_files([path])
        reviewer.settle()
    assert reviewer.session.read.sources.count() == 1
    assert panel.isVisible()
    assert "nearly the same text as" in panel.question.text()
    assert not panel.skip_all.isVisible()
    panel.add_anyway.click()
    reviewer.settle()
    assert reviewer.session.read.sources.count() == 2
    assert panel.isHidden()
    reviewer.press("Ctrl+Z")
    assert reviewer.session.read.sources.count() == 1


def test_a_pasted_text_that_is_here_is_asked_too(reviewer: Reviewer) -> None:
    panel = reviewer.wiring.import_panel
    for text in (f"The dam\n\n{STORY}", f"Night at the dam\n\n{STORY}"):
        QGuiApplication.clipboard().setText(text)
        reviewer.press("Ctrl+Shift+V")
    assert "nearly the same text as" in panel.question.text()
    panel.skip.click()
    reviewer.settle()
    assert panel.isHidden()
    assert reviewer.session.read.sources.count() == 1


def test_a_text_dropped_on_the_evidence_is_a_source(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    before = reviewer.session.read.sources.count()
    data = QMimeData()
    data.setText(STORY)
    drop(reviewer.window.evidence_pane, data)
    reviewer.settle()
    assert reviewer.session.read.sources.count() == before + 1


def test_a_folder_dropped_on_the_evidence_is_imported(reviewer: Reviewer, folder: Path) -> None:
    reviewer.open_sample()
    before = reviewer.session.read.sources.count()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    drop(reviewer.window.evidence_pane, data)
    reviewer.settle()
    assert reviewer.session.read.sources.count() == before + 2
    assert reviewer.wiring.import_panel.isVisible()


def test_what_an_import_left_out_joins_it_when_it_is_added(
    reviewer: Reviewer, tmp_path: Path
) -> None:
    where = tmp_path / "twice"
    where.mkdir()
    for name in ("a.txt", "b.txt", "c.txt"):
        (where / name).write_text(STORY, "utf-8")
    reviewer.wiring.adding.add_files([where])
    reviewer.settle()
    panel, read = reviewer.wiring.import_panel, reviewer.session.read
    assert read.sources.count() == 1
    assert panel._how_many.text() == "1 of 2"
    panel.add_anyway.click()
    reviewer.settle()
    assert [source.key for source in read.sources.all()] == ["a.txt", "b.txt"]
    panel.skip_all.click()
    assert not panel._asked.isVisible()
    panel.undo.click()
    reviewer.settle()
    assert read.sources.count() == 0
    assert say(reviewer) == "2 sources were removed."


def test_a_table_is_looked_at_before_it_comes_in(reviewer: Reviewer, tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text(
        "Ref,Words,Seen\nr1,The dam broke.,2021-05-04\nr2,It held.,2021-05-05\n", "utf-8"
    )
    reviewer.wiring.adding.add_files([path])
    reviewer.settle()
    panel = reviewer.wiring.import_panel
    form = panel.mapping
    assert panel.isVisible()
    assert form.isVisible()
    assert reviewer.session.read.sources.count() == 0
    form.choose("Words", "text")
    form.choose("Ref", "title")
    form.choose("Seen", "issued")
    form.take.click()
    reviewer.settle()
    assert not form.isVisible()
    assert [(s.title, s.published) for s in reviewer.session.read.sources.all()] == [
        ("r1", "2021-05-04"),
        ("r2", "2021-05-05"),
    ]
    assert reviewer.session.read.sources.text(1) == "The dam broke."


def test_rows_that_are_lost_are_said(reviewer: Reviewer, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text('title,text\nOne,"A dam."\nTwo,"open\nThree,"A wall."\n', "utf-8")
    reviewer.wiring.adding.add_files([path])
    reviewer.settle()
    panel = reviewer.wiring.import_panel
    panel.mapping.take.click()
    reviewer.settle()
    assert reviewer.session.read.sources.count() == 2
    assert panel.skipped.text() == "1 record was skipped."
    panel.show_skipped.click()
    [reason] = [panel.list.topLevelItem(row) for row in range(panel.list.topLevelItemCount())]
    assert "quotation mark" in reason.text(0)
    reason.setExpanded(True)
    assert "rows.csv, line 3" in [reason.child(n).text(0) for n in range(reason.childCount())]


def test_a_table_can_be_left(reviewer: Reviewer, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("title,text\nOne,A dam.\n", "utf-8")
    reviewer.wiring.adding.add_files([path])
    reviewer.settle()
    reviewer.wiring.import_panel.mapping.leave.click()
    assert reviewer.wiring.import_panel.isHidden()
    assert reviewer.session.read.sources.count() == 0


def test_files_are_kept_where_that_is_wanted(reviewer: Reviewer, folder: Path) -> None:
    reviewer.wiring.preferences.set(keep_files=True)
    reviewer.wiring.adding.add_files([folder / "source.txt"])
    reviewer.settle()
    [source] = reviewer.session.read.sources.all()
    kept = reviewer.session.read.sources.kept_file(source.id)
    assert kept is not None
    assert kept.read_bytes() == (folder / "source.txt").read_bytes()
