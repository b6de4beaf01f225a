"""The report before it leaves: the same window, live, and the desk as it was behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.report.report_page import PAGES, TEXT
from tests.journeys.reviewer import Reviewer


@pytest.fixture
def at_report(reviewer: Reviewer) -> Reviewer:
    """The sample with one verdict, its report before the desk."""
    reviewer.open_sample()
    reviewer.press("4")
    reviewer.press("Ctrl+P")
    return reviewer


def choose(reviewer: Reviewer, key: str) -> None:
    formats = [one.key for one in reviewer.session.read.reports.formats()]
    reviewer.wiring.report.options.formats.button(formats.index(key)).click()
    reviewer.settle()


def test_the_report_lies_in_the_same_window_and_esc_leads_back_to_the_place(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    reviewer.press("J")
    view = reviewer.window.article_pane.view
    view.setFocus()
    view.verticalScrollBar().setValue(70)
    claim = reviewer.article.current
    reviewer.press("Ctrl+P")
    assert reviewer.window.page is reviewer.wiring.report
    assert not view.isVisible()
    reviewer.press("Esc")
    assert reviewer.window.page is None
    assert QApplication.focusWidget() is view
    assert view.verticalScrollBar().value() == 70
    assert reviewer.article.current is claim


def test_no_key_decides_a_claim_that_is_not_seen(at_report: Reviewer) -> None:
    before = dict(at_report.article.reviews)
    at_report.wiring.report.pages.setFocus()
    for key in ("1", "A", "F", "N", "Del"):
        at_report.press(key)
    assert at_report.article.reviews == before
    at_report.press("Esc")
    at_report.press("F")
    assert at_report.article.reviews != before


def test_pages_are_pictures_of_the_report(at_report: Reviewer) -> None:
    page = at_report.wiring.report
    assert page._views.currentIndex() == PAGES
    assert "page" in page.pages.accessibleName()
    first = QImage.fromData(page.pages._pages[0], "PNG")
    assert first.width() > 1000
    assert first.height() > first.width()


def test_every_format_has_its_preview_and_its_own_options(at_report: Reviewer) -> None:
    page = at_report.wiring.report
    for kind in at_report.session.read.reports.formats():
        choose(at_report, kind.key)
        assert page.note.text()
        paged = kind.key in ("html", "pdf", "docx")
        assert page._views.currentIndex() == (PAGES if paged else TEXT)
        assert paged or len(page.text.toPlainText()) > 20
        assert page.options._options.count() >= len(kind.options)


def test_the_preview_follows_what_is_done(at_report: Reviewer) -> None:
    choose(at_report, "csv")
    before = at_report.wiring.report.text.toPlainText()
    at_report.press("Ctrl+Z")
    assert at_report.wiring.report.text.toPlainText() != before


def test_a_warning_leads_to_its_claim(at_report: Reviewer) -> None:
    button = at_report.wiring.report.options.warnings.buttons[0]
    number = int(button.text().removeprefix("Claim "))
    button.click()
    at_report.settle()
    assert at_report.window.page is None
    assert at_report.article.current.position == number


def test_formats_are_exported_one_after_the_other_and_none_is_overwritten(
    at_report: Reviewer, qtbot: QtBot, tmp_path: Path
) -> None:
    exporting, export = at_report.wiring.exporting, at_report.wiring.report.options.export
    saved: list[Path] = []
    exporting.saved.connect(saved.append)
    for key in ("markdown", "csv", "csv", "pdf"):
        choose(at_report, key)
        qtbot.mouseClick(export, Qt.MouseButton.LeftButton)
    at_report.settle()
    assert [path.suffix for path in saved] == [".md", ".csv", ".csv", ".pdf"]
    assert saved[2].stem == f"{saved[1].stem} (2)"
    assert all(path.parent == tmp_path and path.stat().st_size for path in saved)
    status = at_report.window.status
    assert status.act.isVisible()
    assert status.second_act.text() == "Show folder"
    assert at_report.window.page is at_report.wiring.report


def test_the_profile_is_remembered(at_report: Reviewer, qtbot: QtBot) -> None:
    choose(at_report, "csv")
    options = at_report.wiring.report.options
    options._take("table", "sources")
    at_report.press("Esc")
    with qtbot.waitSignal(at_report.wiring.exporting.saved) as saved:
        at_report.press("Ctrl+E")
    assert saved.args[0].suffix == ".csv"
    assert "title" in saved.args[0].read_text(encoding="utf-8").splitlines()[0].casefold()
    kept = at_report.wiring.preferences.now
    assert kept.report_format == "csv"
    assert kept.report_options["csv"]["table"] == "sources"


def test_a_cancelled_export_leaves_no_file(at_report: Reviewer, tmp_path: Path) -> None:
    before = set(tmp_path.glob("*.*"))
    at_report.wiring.exporting.export()
    at_report.window.status.cancel.click()
    at_report.settle()
    assert set(tmp_path.glob("*.html")) <= before
    assert "cancelled" in at_report.window.status.said.text()


def test_bar_12_and_29_every_control_has_a_name_and_can_be_hit(at_report: Reviewer) -> None:
    for kind in at_report.session.read.reports.formats():
        choose(at_report, kind.key)
        for widget in at_report.wiring.report.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert widget.accessibleName() or text, widget
                assert widget.height() >= 24, widget
                assert widget.width() >= 24, widget


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_bars_13_and_14_nothing_is_clipped(at_report: Reviewer, percent: int) -> None:
    at_report.wiring.appearance.set_percent(percent)
    QApplication.processEvents()
    panel = at_report.wiring.report.options
    for button in panel.formats.buttons():
        room = button.mapTo(panel, button.rect().topLeft()).x() + button.sizeHint().width()
        assert room <= panel.width()
    at_report.wiring.appearance.set_percent(100)
