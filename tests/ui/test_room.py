"""How the window shares its room: four panes where it is wide, a folded list where it is not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import lay_out, run


@pytest.fixture
def wide(reviewer: Reviewer) -> Reviewer:
    """The sample in a window of 1920 pixels."""
    reviewer.window.resize(1920, 1080)
    reviewer.open_sample()
    return reviewer


def is_shown(reviewer: Reviewer, qtbot: QtBot, row: int) -> None:
    """The pane at the right shows this candidate at its passage."""
    beside, match = reviewer.window.beside, reviewer.candidates.rows()[row]
    qtbot.waitUntil(lambda: beside._shown == match)
    assert match.passage.text.split()[0] in beside.text.text
    passage = beside.text._passage
    assert passage.of(beside.text.text) == match.passage.text
    rect = beside.text.rects(passage)[0].translated(0, -beside.text.verticalScrollBar().value())
    assert beside.text.viewport().rect().contains(rect.center().toPoint())
    assert "parts are here" in beside._told.text()


def test_the_source_stands_beside_the_evidence_and_follows(wide: Reviewer, qtbot: QtBot) -> None:
    wide.claim_with("Deir ez-Zor")
    assert wide.window.beside.isVisible()
    is_shown(wide, qtbot, 0)
    wide.press("]")
    is_shown(wide, qtbot, 1)
    wide.claim_with("September 9")
    is_shown(wide, qtbot, 0)
    wide.press("4")
    is_shown(wide, qtbot, 0)


def test_space_goes_to_the_source_beside_and_the_keys_decide_there(
    wide: Reviewer, qtbot: QtBot
) -> None:
    claim_id = wide.claim_with("Deir ez-Zor")
    is_shown(wide, qtbot, 0)
    wide.press("Space")
    assert QApplication.focusWidget() is wide.window.beside.text
    assert not wide.window.article_pane.in_context
    wide.press("A")
    wide.press("3")
    review = wide.article.review(claim_id)
    assert (len(review.evidence), review.verdict.rating) == (1, "refuted")
    wide.press("Esc")
    assert QApplication.focusWidget() is wide.window.evidence_pane.list
    wide.press("F6")
    assert QApplication.focusWidget() is wide.window.beside.text


def test_a_narrower_window_has_three_panes_and_reads_in_the_article_s_place(
    wide: Reviewer,
) -> None:
    wide.window.resize(1500, 900)
    lay_out()
    assert not wide.window.beside.isVisible()
    assert wide.window.claims_pane.isVisible()
    wide.press("Space")
    assert wide.window.article_pane.in_context


def test_without_a_candidate_the_pane_says_so(wide: Reviewer, qtbot: QtBot) -> None:
    wide.candidates.search("xylophone zebra")
    wide.settle()
    qtbot.waitUntil(lambda: wide.window.beside._told.text() == "No candidate is open.")


def test_a_filter_is_told_also_while_the_list_is_folded(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.window.resize(1000, 700)
    reviewer.open_sample()
    chip = reviewer.window.header.filter
    assert not reviewer.window.claims_pane.isVisible()
    assert not chip.isVisible()
    run(reviewer, "flag", "filter-flagged")
    assert chip.isVisible()
    assert chip.text() == "1 of 11 shown"
    assert "Flagged" in chip.toolTip()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert not chip.isVisible()
    assert len(reviewer.article.shown) == 11


def test_a_folded_list_is_one_key_away(reviewer: Reviewer, appearance: Appearance) -> None:
    appearance.set_percent(150)
    reviewer.open_sample()
    window = reviewer.window
    assert not window.claims_pane.isVisible()
    reviewer.press("Ctrl+2")
    lay_out()
    assert window.claims_pane.list.hasFocus()
    assert not window.article_pane.isVisible()
    QTest.keyClick(window.claims_pane.list, Qt.Key.Key_Down)
    reviewer.settle()
    assert reviewer.article.current is reviewer.article.claims[1]
    reviewer.press("Esc")
    lay_out()
    assert window.article_pane.isVisible()
    assert not window.claims_pane.isVisible()
    run(reviewer, "filter-words")
    assert window.claims_pane.words.hasFocus()
    reviewer.type("Geneva")
    run(reviewer, "pane-3")
    assert window.header.filter.isVisible()
