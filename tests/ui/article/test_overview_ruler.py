"""The ruler at the edge: a mark a claim, and a click goes to the nearest."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.journeys.reviewer import Reviewer


def test_a_click_goes_to_the_nearest_claim(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    ruler, claims = reviewer.window.article_pane.ruler, reviewer.article.claims
    qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, ruler.height() - 1))
    assert reviewer.article.current in claims[-2:]  # both begin in the last line
    reviewer.settle()
    qtbot.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, 0))
    assert reviewer.article.current is claims[0]


def test_marks_stand_in_the_order_of_the_text_beside_the_scroll_bar(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane = reviewer.window.article_pane
    marks = pane.ruler._marks()
    assert [claim_id for claim_id, _ in marks] == [claim.id for claim in reviewer.article.claims]
    assert all(above <= below for (_, above), (_, below) in pairwise(marks))
    assert 0 < marks[0][1] < marks[-1][1] < pane.ruler.height()
    assert pane.view.viewport().geometry().right() < pane.ruler.geometry().left()
