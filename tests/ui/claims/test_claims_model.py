"""The claims as a Qt model: sound, told in words, and following the work."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.model.inconsistency import Inconsistency
from app.model.match import Excerpt
from app.model.span import Span
from app.ui.claims.claims_model import ClaimRole, ClaimsModel, CurrentRole, OtherRole
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from tests.ui.bench import SOURCE, Bench


@pytest.fixture
def model(article: OpenArticle, ledger: OpenLedger) -> ClaimsModel:
    made = ClaimsModel(article, ledger)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    made.tester = QAbstractItemModelTester(made, fatal)
    return made


def told(model: ClaimsModel, row: int) -> str:
    return model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_it_stays_sound_through_everything_that_happens(
    bench: Bench, article: OpenArticle, model: ClaimsModel
) -> None:
    assert model.rowCount() == 6
    first = article.claims[0].id
    bench.do(lambda desk: desk.review.set_flag(first, True))
    bench.do(lambda desk: desk.articles.set_published(article.article.id, date(2024, 5, 2)))
    article.choose(article.claims[3].id)
    bench.do(lambda desk: desk.articles.remove(article.article.id))
    assert model.rowCount() == 0
    bench.do(lambda desk: desk.history.undo())
    assert model.rowCount() == 6
    article.close()
    assert model.rowCount() == 0
    assert model.claim_id(0) == 0


def test_bar_29_a_row_says_position_verdict_sources_flag_speaker_and_claim(
    bench: Bench, article: OpenArticle, model: ClaimsModel
) -> None:
    assert told(model, 0) == (
        "Claim 1 of 6, To review, 0 sources: The council sold the old mill on Monday."
    )
    assert "said by The mayor" in told(model, 4)
    first = article.claims[0].id
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    match = bench.session.read.matching.for_claim(first).candidates[0]
    bench.do(lambda desk: desk.review.link(first, match.passage.id))
    bench.do(lambda desk: desk.review.give_verdict(first, "refuted"))
    bench.do(lambda desk: desk.review.set_flag(first, True))
    assert told(model, 0).startswith("Claim 1 of 6, Refuted, 1 source, flagged: ")


def test_a_change_touches_its_row_alone(
    bench: Bench, article: OpenArticle, model: ClaimsModel, qtbot: QtBot
) -> None:
    rows: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda top, bottom: rows.append((top.row(), bottom.row())))
    with qtbot.assertNotEmitted(model.modelReset):
        bench.do(lambda desk: desk.review.give_verdict(article.claims[2].id, "refuted"))
    assert set(rows) == {(2, 2)}
    rows.clear()
    article.choose(article.claims[4].id)
    assert (4, 4) in rows
    assert model.index(4).data(CurrentRole)
    assert not model.index(0).data(CurrentRole)
    assert model.index(4).data(ClaimRole) is article.claims[4]


def test_a_tool_tip_is_plain_text(bench: Bench, article: OpenArticle, model: ClaimsModel) -> None:
    hostile = bench.add_article(
        "Title\n\nThe <img src=x> buyer paid 250,000 euros for <b>it</b>.\n"
    )
    article.open(hostile)
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "<b>" not in tip


def test_claims_that_do_not_fit_name_each_other(
    article: OpenArticle, ledger: OpenLedger, model: ClaimsModel
) -> None:
    first, second = article.claims[0], article.claims[2]
    told_before = told(model, 0)
    words = (Excerpt("Monday", Span(0, 6)), Excerpt("Tuesday", Span(9, 16)))
    pair = Inconsistency((first.id, second.id), "day", *words, "Two days for one meeting.")
    ledger.take(None, None, (pair,))
    assert model.index(0).data(OtherRole) == (3,)
    assert model.index(2).data(OtherRole) == (1,)
    assert model.index(1).data(OtherRole) == ()
    assert "look at claim 3" in told(model, 0)
    assert "look at" not in told_before
