"""The list keeps in step with the current claim, and says why it is empty."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.claims.arrangement import Arrangement
from app.ui.claims.claims_pane import ClaimsPane
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.session import Session
from tests.ui.bench import Bench


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, article: OpenArticle, ledger: OpenLedger, appearance: Appearance
) -> ClaimsPane:
    arrangement = Arrangement(article, ledger, session.read.scale)
    made = ClaimsPane(article, ledger, arrangement, appearance)
    qtbot.addWidget(made)
    made.resize(260, 300)
    made.show()
    return made


def test_the_row_of_the_current_claim_is_chosen_and_in_sight(
    pane: ClaimsPane, article: OpenArticle
) -> None:
    for claim in article.claims:
        article.choose(claim.id)
        row = pane.list.currentIndex()
        assert row.row() == article.place(claim.id)
        assert pane.list.viewport().rect().contains(pane.list.visualRect(row).center())


def test_choosing_a_row_makes_its_claim_current(
    pane: ClaimsPane, article: OpenArticle, qtbot: QtBot
) -> None:
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    assert article.current is article.claims[1]


def test_the_row_stays_when_the_article_is_read_again(
    pane: ClaimsPane, article: OpenArticle, bench: Bench
) -> None:
    article.choose(article.claims[3].id)
    bench.do(lambda desk: desk.articles.set_published(article.article.id, date(2024, 5, 2)))
    assert pane.list.currentIndex().row() == 3
    assert article.current is article.claims[3]


def test_an_article_without_claims_says_why(
    pane: ClaimsPane, article: OpenArticle, bench: Bench
) -> None:
    assert not pane._empty.isVisible()
    article.open(bench.add_article("Menu\nHome\n"))
    assert pane._empty.isVisible()
    assert pane._count.text() == "0"


@pytest.mark.parametrize("percent", [100, 200])
def test_the_current_row_is_higher_and_nothing_is_wider_than_the_list(
    pane: ClaimsPane, article: OpenArticle, appearance: Appearance, percent: int
) -> None:
    appearance.set_percent(percent)
    article.choose(article.claims[3].id)
    heights = [
        pane.list.visualRect(pane.model.index(row)).height() for row in range(len(article.claims))
    ]
    assert heights[3] >= max(heights)
    assert len({height for row, height in enumerate(heights) if row != 3}) == 1
    assert not pane.list.horizontalScrollBar().isVisible()
