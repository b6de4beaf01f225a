"""The header marks the words of the statement, wherever supplied days have moved them."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.ui.evidence.candidates import Candidates
from app.ui.evidence.claim_header import ClaimHeader
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from tests.ui.bench import Bench


@pytest.fixture
def header(qtbot: QtBot, bench: Bench, article: OpenArticle, appearance: Appearance) -> ClaimHeader:
    made = ClaimHeader(article, Candidates(bench.session, article), appearance)
    qtbot.addWidget(made)
    return made


def marked(header: ClaimHeader, article: OpenArticle) -> list[str]:
    assert article.current is not None
    statement = article.current.statement
    return [statement[mark.start : mark.end] for mark in header._marks()]


def test_the_parts_are_marked_where_they_stand_in_the_statement(
    bench: Bench, article: OpenArticle, header: ClaimHeader
) -> None:
    number = bench.add_article("On Monday the council sold the old mill for 250,000 euros.")
    bench.do(lambda desk: desk.articles.set_published(number, date(2016, 9, 21)))
    article.open(number)
    assert article.claims[0].statement.startswith("On Monday [19 September 2016] the council")
    assert marked(header, article) == ["Monday", "250,000 euros"]


def test_parts_that_the_reviewer_left_out_are_not_marked(
    bench: Bench, article: OpenArticle, header: ClaimHeader
) -> None:
    claim = next(c for c in article.claims if "250,000" in c.statement)
    article.choose(claim.id)
    assert marked(header, article)
    bench.do(lambda desk: desk.claims.reword(claim.id, "Very much was paid: 250,000 euros."))
    assert marked(header, article) == ["250,000 euros"]
    bench.do(lambda desk: desk.claims.reword(claim.id, "Very much was paid."))
    assert marked(header, article) == []
