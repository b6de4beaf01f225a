"""The account of words follows the article, and leads round its open words."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.article import ZoneKind
from app.model.ledger import Excused, Ledger
from app.model.span import Span
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from tests.ui.bench import Bench


@pytest.fixture
def ledger(qtbot: QtBot, bench: Bench, article: OpenArticle) -> OpenLedger:
    """The ledger of that article, counted."""
    made = OpenLedger(bench.session, article)
    with qtbot.waitSignal(made.changed, check_params_cb=lambda: made.ledger is not None):
        article.open(article.article.id)
    return made


def test_it_follows_what_changes_the_account(
    bench: Bench, article: OpenArticle, ledger: OpenLedger
) -> None:
    first = ledger.ledger
    assert first == bench.session.read.articles.ledger(article.article.id)
    assert ledger.progress.words == first.words - first.furniture
    claim = article.claims[1]
    bench.do(lambda desk: desk.claims.remove(claim.id))
    assert ledger.ledger.open > first.open
    assert ledger.open_at(claim.span.start) is not None
    article.close()
    assert ledger.ledger is None
    assert ledger.inconsistencies == ()


def test_a_verdict_moves_the_progress(
    bench: Bench, article: OpenArticle, ledger: OpenLedger, qtbot: QtBot
) -> None:
    assert ledger.progress.reviewed_words == 0
    claim = article.claims[0]
    with qtbot.waitSignal(ledger.changed, timeout=5_000):
        bench.do(lambda desk: desk.review.give_verdict(claim.id, "not_checkable"))
    assert ledger.progress.reviewed_words == len(claim.quote.split())
    assert 0 < ledger.progress.reviewed_risk <= ledger.progress.risk


def test_an_article_removed_meanwhile_is_no_trouble(
    bench: Bench, article: OpenArticle, ledger: OpenLedger
) -> None:
    article_id = article.article.id
    article.open(article_id)
    bench.do(lambda desk: desk.articles.remove(article_id))
    bench.settle()
    assert article.article is None
    assert ledger.ledger is None


@pytest.fixture
def counted(ledger: OpenLedger) -> OpenLedger:
    spans = (Span(10, 20), Span(30, 40), Span(50, 60))
    excused = (Excused(Span(22, 25), "question"),)
    ledger.ledger = Ledger(9, 1, 1, 1, 6, spans, excused)
    return ledger


def test_next_goes_round_and_says_so(counted: OpenLedger) -> None:
    first, second, third = counted.ledger.open_spans
    assert counted.next_open(0) == (first, False)
    assert counted.next_open(10) == (second, False)
    assert counted.next_open(55) == (first, True)
    assert counted.next_open(30, -1) == (first, False)
    assert counted.next_open(10, -1) == (third, True)
    counted.ledger = Ledger(1, 1, 0, 0, 0)
    assert counted.next_open(0) == (None, False)


def test_places_tell_their_account(counted: OpenLedger) -> None:
    assert counted.open_at(10) == Span(10, 20)
    assert counted.open_at(20) is None
    assert counted.excused_at(24).reason == "question"
    assert counted.excused_at(25) is None


def test_showing_is_told_once(counted: OpenLedger) -> None:
    told: list[bool] = []
    counted.toggled.connect(told.append)
    counted.show(True)
    counted.show(True)
    counted.show(False)
    assert told == [True, False]


def test_zones_left_out_are_counted_anew(
    bench: Bench, article: OpenArticle, ledger: OpenLedger
) -> None:
    before = ledger.ledger.furniture
    body = next(z for z in article.article.zones if z.kind in (ZoneKind.LEDE, ZoneKind.BODY))
    bench.do(lambda desk: desk.articles.include_zone(article.article.id, body.span.start, False))
    assert ledger.ledger.furniture > before
