"""Why words need no check: a reason by one press or in own words, or none at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.span import Span
from app.ui.article.excuse_bar import REASONS, ExcuseBar
from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer


@pytest.fixture
def bar(qtbot: QtBot, appearance: Appearance) -> ExcuseBar:
    made = ExcuseBar(appearance)
    qtbot.addWidget(made)
    made.ask(Span(3, 9), "some   words\nof the article")
    return made


@pytest.mark.parametrize("number", range(len(REASONS)))
def test_a_reason_by_one_press(bar: ExcuseBar, qtbot: QtBot, number: int) -> None:
    assert bar._words.text() == "“some words of the article”"
    with qtbot.waitSignal(bar.released), qtbot.waitSignal(bar.chosen) as told:
        bar.reasons[number].click()
    assert told.args == [Span(3, 9), REASONS[number]]
    assert not bar.isVisible()


def test_a_reason_in_own_words(bar: ExcuseBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "  settled in 2015  ")
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert told.args == [Span(3, 9), "settled in 2015"]


def test_no_reason_excuses_nothing(bar: ExcuseBar, qtbot: QtBot) -> None:
    chosen: list[object] = []
    bar.chosen.connect(lambda *words: chosen.append(words))
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.isVisible()
    with qtbot.waitSignal(bar.released):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert chosen == []


def test_esc_closes_it_from_anywhere(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("Del")
    reviewer.press("O")
    reviewer.press("X")
    bar = reviewer.window.article_pane.excuse
    assert bar.isVisible()
    reviewer.window.claims_pane.list.setFocus()
    reviewer.press("Esc")
    assert not bar.isVisible()
