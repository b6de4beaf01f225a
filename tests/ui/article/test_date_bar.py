"""The day is asked, offered with its reasons, and never taken by itself."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.article import DateSource, Publication
from app.ui.article.date_bar import told_day, told_publication
from tests.journeys.reviewer import Reviewer


def test_days_are_told_in_one_way() -> None:
    assert told_day(date(2016, 9, 21)) == "Wed 21 September 2016"


@pytest.mark.parametrize(
    ("source", "told"),
    [(DateSource.REVIEWER, "set by the reviewer"), (DateSource.STATED, "stated by the article")],
)
def test_who_says_the_day_is_told(source: DateSource, told: str) -> None:
    assert told_publication(Publication(date(2016, 9, 21), source)).endswith(told)
    assert told_publication(Publication(None, source)) == ""


def test_another_day_is_typed_and_taken_with_enter(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    dates = reviewer.window.article_pane.dates
    reviewer.wiring.commands.run("publication-date")
    dates._field.setDate(QDate(2016, 9, 20))
    reviewer.press("Return")
    assert reviewer.article.article.publication.date == date(2016, 9, 20)
    assert reviewer.article.article.publication.source is DateSource.REVIEWER
    assert not dates.isVisible()
    assert QApplication.focusWidget() is reviewer.window.evidence_pane.list
    row = reviewer.article.place(reviewer.article.current.id)
    assert reviewer.window.claims_pane.list.currentIndex().row() == row


def test_esc_leaves_the_field_and_sets_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.wiring.commands.run("publication-date")
    reviewer.press("Esc")
    assert reviewer.article.article.publication.date is None
    assert not reviewer.window.article_pane.dates._field.isVisible()
    assert reviewer.window.article_pane.dates.isVisible()


def test_a_day_that_is_known_can_be_changed(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    dates = reviewer.window.article_pane.dates
    qtbot.mouseClick(dates.accept, Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert not dates.isVisible()
    reviewer.wiring.commands.run("publication-date")
    assert dates.isVisible()
    assert dates._field.date() == QDate(2016, 9, 21)


def test_the_reasons_are_told_on_request(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    dates = reviewer.window.article_pane.dates
    assert not dates._reasons.isVisible()
    qtbot.mouseClick(dates._why, Qt.MouseButton.LeftButton)
    assert dates._reasons.isVisible()
    for reason in reviewer.article.article.publication.reasons:
        assert reason in dates._reasons.text()
