"""What comes in, and what cannot: one sentence in its place, nothing lost, no box in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QClipboard, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.reviewer import Reviewer
from tests.ui.bench import ARTICLE, SOURCE

BAD = ("empty.txt", "blank.txt", "picture.png", "missing.txt", "folder")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "blank.txt").write_bytes(b" \n\t\n")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200))
    (folder / "folder").mkdir()
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    return folder


def is_one_sentence(told: str) -> bool:
    return told.endswith(".") and "\n" not in told and "Error" not in told and len(told) < 200


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_one_sentence(
    reviewer: Reviewer, files: Path, name: str, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reviewer.wiring.intake.failed) as failed:
        reviewer.wiring.intake.open_file(files / name)
    reviewer.settle()
    assert is_one_sentence(failed.args[0])
    assert reviewer.window.status.said.text() == failed.args[0]
    assert reviewer.window.welcome._trouble.text() == failed.args[0]
    assert QApplication.activeModalWidget() is None
    assert reviewer.session.read.articles.all() == ()


def test_a_bad_file_leaves_the_work_as_it_is(reviewer: Reviewer, files: Path) -> None:
    reviewer.open_sample()
    reviewer.press("A")
    claim = reviewer.article.current
    for name in BAD:
        reviewer.wiring.intake.open_file(files / name)
        reviewer.settle()
        assert is_one_sentence(reviewer.window.status.said.text())
        assert reviewer.article.current.id == claim.id
        assert len(reviewer.article.review(claim.id).evidence) == 1
    assert QApplication.activeModalWidget() is None


def test_an_article_comes_in_by_file_and_by_clipboard_once(reviewer: Reviewer, files: Path) -> None:
    reviewer.wiring.intake.open_file(files / "article.txt")
    reviewer.settle()
    first = reviewer.article.article.id
    assert reviewer.window.status.said.text() == "“Council sells the old mill” is open: 6 claims."
    reviewer.press("Ctrl+W")
    QGuiApplication.clipboard().setText(ARTICLE)
    reviewer.press("Ctrl+V")
    assert reviewer.article.article.id == first
    assert len(reviewer.session.read.articles.all()) == 1


def test_an_empty_clipboard_is_said(reviewer: Reviewer) -> None:
    QGuiApplication.clipboard().setText("  ")
    reviewer.press("Ctrl+V")
    assert "no text" in reviewer.window.status.said.text()
    reviewer.press("Ctrl+Shift+V")
    assert "no text" in reviewer.window.status.said.text()
    assert reviewer.session.read.sources.count() == 0


def drop(target: QWidget, data: QMimeData) -> None:
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), copy, data, Qt.MouseButton.LeftButton, none)
    target.dropEvent(event)


def test_files_and_texts_can_be_dropped(reviewer: Reviewer, files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files / "article.txt"))])
    drop(reviewer.window, data)
    reviewer.settle()
    assert len(reviewer.article.claims) == 6
    source = QMimeData()
    source.setUrls([QUrl.fromLocalFile(str(files / "source.txt"))])
    drop(reviewer.window.evidence_pane, source)
    reviewer.settle()
    assert reviewer.candidates.rows()[0].passage.text in SOURCE
    assert reviewer.article.review(reviewer.article.current.id).evidence == ()
    reviewer.press("Ctrl+W")
    words = QMimeData()
    words.setText("Rain\n\nIt rained 40 hours in Paris on 3 May 2016.\n")
    drop(reviewer.window.welcome.zone, words)
    reviewer.settle()
    assert reviewer.article.article.title == "Rain"


@pytest.mark.parametrize(
    ("dropped", "sources"),
    [(("papers",), 2), (("papers/a.txt", "papers/b.txt"), 2), (("records.ris",), 1)],
    ids=["a folder", "several files", "a file of records"],
)
def test_what_is_no_article_is_taken_for_sources(
    reviewer: Reviewer, tmp_path: Path, dropped: tuple[str, ...], sources: int
) -> None:
    (tmp_path / "papers").mkdir()
    for name in "ab":
        (tmp_path / "papers" / f"{name}.txt").write_text(f"Dam {name} broke in May.", "utf-8")
    (tmp_path / "records.ris").write_text("TY  - BOOK\nTI  - On dams\nER  - \n", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in dropped])
    welcome = reviewer.window.welcome
    welcome.zone.dragEnterEvent(
        QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                        Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    assert welcome._drop.text() == "Drop to add these to your sources"
    drop(reviewer.window, data)
    assert welcome._drop.text().startswith("Drop an article here")
    reviewer.settle()
    assert reviewer.article.article is None
    assert reviewer.session.read.sources.count() == sources
    assert reviewer.wiring.import_panel.isVisible()


def test_a_cancelled_article_is_not_opened(reviewer: Reviewer, files: Path) -> None:
    reviewer.wiring.intake.open_file(files / "article.txt")
    reviewer.window.status.cancel.click()
    reviewer.settle()
    assert reviewer.article.article is None
    assert reviewer.window.status.said.text() == "Cancelled. What was finished is kept."


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    """The clipboard, empty again at the end: what Python made must not outlive Python in it."""
    assert qapp is not None
    held = QGuiApplication.clipboard()
    yield held
    held.clear()


def test_a_page_on_the_clipboard_is_read_with_its_structure(
    reviewer: Reviewer, qtbot: QtBot, clipboard: QClipboard
) -> None:
    held = QMimeData()
    held.setText("Council sells the old mill The council sold the old mill on Monday.")
    held.setHtml(
        "<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article>"
        "<h1>Council sells the old mill</h1><p>The council sold the old mill on Monday "
        "for 250,000 euros.</p><p>Some 40 people protested outside the hall.</p>"
        "</article></body></html>"
    )
    clipboard.setMimeData(held)
    with qtbot.waitSignal(reviewer.article.opened, timeout=30_000):
        reviewer.wiring.commands.run("paste-article")
    reviewer.settle()
    article = reviewer.article.article
    assert article.title == "Council sells the old mill"
    assert "The council sold the old mill on Monday for 250,000 euros.\n" in article.text
    assert [claim.quote for claim in reviewer.article.claims] == [
        "The council sold the old mill on Monday for 250,000 euros.",
        "Some 40 people protested outside the hall.",
    ]


def test_what_is_no_page_is_taken_as_a_text(
    reviewer: Reviewer, qtbot: QtBot, clipboard: QClipboard
) -> None:
    held = QMimeData()
    held.setText(ARTICLE)
    held.setHtml("<p></p>")
    clipboard.setMimeData(held)
    with qtbot.waitSignal(reviewer.article.opened, timeout=30_000):
        reviewer.wiring.commands.run("paste-article")
    reviewer.settle()
    assert reviewer.article.article.text == ARTICLE


def test_a_dossier_is_opened_with_its_review(reviewer: Reviewer, tmp_path: Path) -> None:
    reviewer.open_sample()
    reviewer.press("4")
    article_id = reviewer.article.article.id
    path = reviewer.session.read.reports.write(article_id, tmp_path / "review.json", "json")
    reviewer.wiring.article.close()
    reviewer.wiring.intake.remove_sample()
    reviewer.settle()
    reviewer.wiring.intake.open_file(path)
    reviewer.settle()
    assert reviewer.article.article is not None, reviewer.window.status.said.text()
    assert reviewer.article.review(reviewer.article.claims[0].id).verdict is not None
    assert "with its review" in reviewer.window.status.said.text()


def test_a_json_file_that_is_no_dossier_is_one_sentence(reviewer: Reviewer, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    path.write_text("[1, 2]", encoding="utf-8")
    reviewer.wiring.intake.open_file(path)
    reviewer.settle()
    assert reviewer.article.article is None
    assert reviewer.window.status.said.text().endswith(".")
