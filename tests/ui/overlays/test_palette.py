"""The palette finds commands, claims and sources, runs the chosen one, and keeps the keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.overlays.palette import Palette
from tests.journeys.reviewer import Reviewer


@pytest.fixture
def palette(reviewer: Reviewer) -> Palette:
    reviewer.open_sample()
    opened = reviewer.wiring.palette
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    opened.tester = QAbstractItemModelTester(opened.list.model(), fatal)
    reviewer.press("Ctrl+K")
    return opened


def titles(palette: Palette) -> list[str]:
    """What can be run, without the headings."""
    model = palette.list.model()
    entries = [model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]
    return [entry.title for entry in entries if entry.act is not None]


def test_a_command_is_found_by_its_words_and_run(reviewer: Reviewer, palette: Palette) -> None:
    reviewer.type("flag sec")
    assert titles(palette)[0] == "Flag for second review"
    reviewer.press("Return")
    assert not palette.isVisible()
    assert reviewer.article.review(reviewer.article.current.id).state.value == "flagged"


def test_a_claim_is_found_and_chosen(reviewer: Reviewer, palette: Palette) -> None:
    reviewer.type("#deir ez-zor")
    assert all("Deir ez-Zor" in title for title in titles(palette))
    reviewer.press("Return")
    assert "Deir ez-Zor" in reviewer.article.current.statement


def test_a_source_is_found_and_read(reviewer: Reviewer, palette: Palette) -> None:
    source = reviewer.session.read.sources.all()[0]
    reviewer.type("@" + " ".join(source.title.split()[:3]))
    assert source.title in titles(palette)
    reviewer.press("Return")
    assert reviewer.window.article_pane.in_context


def test_nothing_found_is_said(reviewer: Reviewer, palette: Palette) -> None:
    reviewer.type("xylophone zebra")
    assert titles(palette) == []
    assert palette._none.isVisible()
    reviewer.press("Return")
    assert palette.isVisible()


def test_arrows_go_round(reviewer: Reviewer, palette: Palette) -> None:
    first, *_, last = titles(palette)
    assert palette.list.currentIndex().data() == first
    reviewer.press("Up")
    assert palette.list.currentIndex().data() == last
    reviewer.press("Down")
    assert palette.list.currentIndex().data() == first


def test_tab_does_not_lead_under_the_card_and_esc_gives_the_focus_back(
    reviewer: Reviewer, palette: Palette
) -> None:
    for key in ("Tab", "Tab", "Shift+Tab", "F6"):
        reviewer.press(key)
        assert palette.isAncestorOf(QApplication.focusWidget())
    reviewer.press("Esc")
    assert not palette.isVisible()
    assert QApplication.focusWidget() is reviewer.window.evidence_pane.list


def test_a_click_beside_the_card_closes(palette: Palette, qtbot: QtBot) -> None:
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, palette.height() - 3))
    assert not palette.isVisible()


def test_a_row_says_what_it_is_and_its_key(reviewer: Reviewer, palette: Palette) -> None:
    reviewer.type(">undo")
    index = palette.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Undo, Edit, Ctrl+Z"


def test_it_follows_the_window_s_size(reviewer: Reviewer, palette: Palette) -> None:
    reviewer.window.resize(1000, 700)
    assert palette.size() == reviewer.window.size()
    assert palette.rect().contains(palette.card.geometry())
