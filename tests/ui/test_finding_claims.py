"""A long article can be read before its claims are found, and loses none of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.desk.articles import read_article
from app.model.article import CLAIMS_TO_COME
from tests.journeys.reviewer import Reviewer
from tests.ui.bench import ARTICLE
from tests.ui.page import said


@pytest.fixture(autouse=True)
def _every_article_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.desk.articles.AT_ONCE", 20)


def open_text(reviewer: Reviewer) -> None:
    """Open the article and wait only until it can be read."""
    with reviewer.qtbot.waitSignal(reviewer.article.opened, timeout=20_000):
        reviewer.wiring.intake.open_text(ARTICLE)


def test_the_text_is_there_first_and_then_its_claims(reviewer: Reviewer) -> None:
    open_text(reviewer)
    assert reviewer.window.article_pane.view.text == ARTICLE
    assert reviewer.article.claims == ()
    assert CLAIMS_TO_COME in reviewer.article.article.notices
    pane = reviewer.window.claims_pane
    assert pane._empty.text() == CLAIMS_TO_COME
    reviewer.settle()
    assert pane._empty.isHidden()
    assert pane._count.text() == "6"
    assert pane.model.rowCount() == 6
    assert len(reviewer.article.claims) == 6
    assert reviewer.article.current is reviewer.article.claims[0]
    assert CLAIMS_TO_COME not in reviewer.article.article.notices
    assert said(reviewer) == "6 claims found."
    ledger = reviewer.wiring.ledger.ledger
    assert ledger == reviewer.session.read.articles.ledger(reviewer.article.article.id)


def test_what_was_interrupted_is_found_at_the_next_opening(
    sit_down: Callable[[], Reviewer],
) -> None:
    reviewer = sit_down()
    article, none = read_article(ARTICLE, "pasted text", soon=True)
    reviewer.session.do(lambda desk: desk.articles.store(article, none))
    reviewer.settle()
    reviewer = sit_down()
    [summary] = reviewer.session.read.articles.all()
    assert summary.claims == 0
    reviewer.article.open(summary.id)
    reviewer.settle()
    assert len(reviewer.article.claims) == 6


def test_cancel_keeps_the_text_and_the_next_opening_goes_on(reviewer: Reviewer) -> None:
    open_text(reviewer)
    reviewer.qtbot.mouseClick(reviewer.window.status.cancel, Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert said(reviewer).startswith("Cancelled.")
    assert reviewer.article.claims == ()
    reviewer.article.open(reviewer.article.article.id)
    reviewer.settle()
    assert len(reviewer.article.claims) == 6


def test_a_day_given_meanwhile_is_in_the_claims(reviewer: Reviewer) -> None:
    open_text(reviewer)
    article_id = reviewer.article.article.id
    reviewer.session.do(lambda desk: desk.articles.set_published(article_id, date(2024, 5, 6)))
    reviewer.settle()
    assert len(reviewer.article.claims) == 6
    assert {claim.claim_date for claim in reviewer.article.claims} == {"2024-05-06"}


def test_another_article_opened_meanwhile_is_left_alone(reviewer: Reviewer) -> None:
    open_text(reviewer)
    first = reviewer.article.article.id
    reviewer.open_sample()
    assert reviewer.article.article.id != first
    assert {claim.article_id for claim in reviewer.article.claims} == {reviewer.article.article.id}
    assert reviewer.session.read.articles.count_claims(first) in (0, 6)
