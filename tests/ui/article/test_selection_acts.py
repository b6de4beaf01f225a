"""A selection offers what can be done with its words, in its place, and goes with Esc."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.span import Span
from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer

WORDS = "which included a new ceasefire"


def select(reviewer: Reviewer, words: str = WORDS) -> Span:
    view = reviewer.window.article_pane.view
    start = view.text.index(words)
    span = Span(start, start + len(words))
    view.bring(span)
    view.select(span)
    return span


def test_a_selection_offers_its_acts_with_the_keys_that_are_bound(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    select(reviewer)
    bar = reviewer.wiring.selection.bar
    assert bar.isVisible()
    assert [button.accessibleName() for button in bar.buttons] == [
        "New claim, key Ctrl+N", "Search, key /",
    ]  # fmt: skip
    reviewer.press("Esc")
    assert not bar.isVisible()
    assert reviewer.window.article_pane.view.selection() is None


def test_it_searches_the_words_that_are_selected(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    select(reviewer)
    with qtbot.waitSignal(reviewer.candidates.changed, timeout=5_000):
        qtbot.mouseClick(reviewer.wiring.selection.bar.buttons[1], Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert reviewer.window.evidence_pane.search.text() == WORDS
    assert reviewer.candidates.query == WORDS


def test_a_selection_in_what_is_outside_can_be_put_in(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    select(reviewer, "Lavrov Reiterates Call")
    words = [button.text() for button in reviewer.wiring.selection.bar.buttons]
    assert words == ["New claim", "Put in", "Search"]


@pytest.mark.parametrize(("width", "percent"), [(1280, 100), (960, 100), (1280, 150), (960, 200)])
def test_the_bar_stays_inside_and_off_the_words(
    reviewer: Reviewer, appearance: Appearance, width: int, percent: int
) -> None:
    appearance.set_percent(percent)
    reviewer.window.resize(width, 800)
    reviewer.open_sample()
    QApplication.sendPostedEvents()
    span = select(reviewer)
    view, bar = reviewer.window.article_pane.view, reviewer.wiring.selection.bar
    assert view.viewport().rect().contains(bar.geometry())
    for rect in view.rects(span):
        seen = rect.translated(0, -view.verticalScrollBar().value()).toRect()
        assert not bar.geometry().intersects(seen)
    for button in bar.buttons:
        assert button.height() >= 24
        assert button.width() >= button.minimumSizeHint().width()


def test_the_bar_moves_with_its_words(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    select(reviewer)
    view, bar = reviewer.window.article_pane.view, reviewer.wiring.selection.bar
    before, scroll = bar.y(), view.verticalScrollBar()
    scroll.setValue(scroll.value() + 40)
    assert bar.y() == before - 40


def test_nothing_selected_makes_no_claim_and_says_what_to_do(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    count = len(reviewer.article.claims)
    reviewer.press("Ctrl+N")
    assert len(reviewer.article.claims) == count
    assert "Select the words" in reviewer.window.status.said.text()
    reviewer.press("X")
    assert not reviewer.window.article_pane.excuse.isVisible()
