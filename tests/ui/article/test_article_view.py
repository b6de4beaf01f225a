"""The article with its claims: which one a place belongs to, and where its number stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from app.ui.article.article_view import ArticleView
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from tests.ui.bench import WORLD, Bench


@pytest.fixture
def view(qtbot: QtBot, bench: Bench, article: OpenArticle, appearance: Appearance) -> ArticleView:
    made = ArticleView(article, OpenLedger(bench.session, article), appearance)
    qtbot.addWidget(made)
    made.resize(420, 400)
    made.show()
    article.open(article.article.id)
    return made


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_words_of_each_claim_lead_back_to_it(
    view: ArticleView, article: OpenArticle, bench: Bench, appearance: Appearance, percent: int
) -> None:
    article.open(bench.add_article(WORLD))
    appearance.set_percent(percent)
    for claim in article.claims:
        rects = view.rects(claim.span)
        assert rects
        for rect in rects:
            view.verticalScrollBar().setValue(round(rect.top()) - 100)
            at = rect.center() - QPointF(0, view.verticalScrollBar().value())
            place = view.place_at(at.toPoint())
            assert claim.span.start <= place <= claim.span.end
    assert view.selection() is None


def test_numbers_stand_in_the_gutter_one_below_the_other(
    view: ArticleView, article: OpenArticle
) -> None:
    entries = list(view.gutter.entries())
    assert [claim.id for claim, _ in entries] == [claim.id for claim in article.claims]
    for (_, above), (_, below) in pairwise(entries):
        assert above.bottom() <= below.top()
    assert all(rect.right() <= view.gutter.width for _, rect in entries)


def test_a_current_claim_out_of_sight_is_brought_to_its_height(
    view: ArticleView, article: OpenArticle, bench: Bench
) -> None:
    text = "Numbers\n\n" + "\n\n".join(
        f"The council paid {n} euros to the {n} owners of the mill on Monday." for n in range(2, 60)
    )
    article.open(bench.add_article(text))
    bar = view.verticalScrollBar()
    assert bar.value() == 0
    article.choose(article.claims[-1].id)
    top = view.rects(article.current.span)[0].top() - bar.value()
    assert top == pytest.approx(0.36 * view.viewport().height(), abs=2)
