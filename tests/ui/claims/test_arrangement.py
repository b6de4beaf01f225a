"""Filter and sort: what is shown, what moving respects, and that the current claim stays."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.model.rating import Rating
from app.ui.claims.arrangement import Arrangement
from app.ui.claims.claims_model import ClaimsModel
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.session import Session
from tests.journeys.reviewer import Reviewer
from tests.ui.bench import SOURCE, Bench


@pytest.fixture
def arrangement(session: Session, article: OpenArticle, ledger: OpenLedger) -> Arrangement:
    return Arrangement(article, ledger, session.read.scale)


@pytest.fixture
def model(article: OpenArticle, ledger: OpenLedger, arrangement: Arrangement) -> ClaimsModel:
    assert arrangement.filter == ""
    made = ClaimsModel(article, ledger)
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def positions(article: OpenArticle) -> list[int]:
    return [claim.position for claim in article.shown]


def judge(bench: Bench, article: OpenArticle, row: int, rating: str) -> None:
    claim_id = article.claims[row].id
    bench.do(lambda desk: desk.review.give_verdict(claim_id, rating))


def test_each_filter_shows_its_claims_and_the_current_one(
    bench: Bench, article: OpenArticle, arrangement: Arrangement, model: ClaimsModel
) -> None:
    judge(bench, article, 1, "refuted")
    judge(bench, article, 2, "supported")
    bench.do(lambda desk: desk.review.set_flag(article.claims[3].id, True))
    shown = {}
    for choice in arrangement.filters:
        arrangement.show_only(choice.name)
        shown[choice.name] = positions(article)
        assert model.rowCount() == len(article.shown)
        assert model.claim_id(0) == article.shown[0].id
    assert shown["to-review"] == [1, 4, 5, 6]
    assert shown["verdict-refuted"] == [1, 2]
    assert shown["verdict-supported"] == [1, 3]
    assert shown["flagged"] == [1, 4]
    assert shown["no-source"] == [1, 2, 3, 4, 5, 6]
    assert shown["conflict"] == [1]
    arrangement.show_all()
    assert positions(article) == [1, 2, 3, 4, 5, 6]
    assert arrangement.told() == ""


def test_a_conflict_in_the_evidence_is_found(
    bench: Bench, article: OpenArticle, arrangement: Arrangement
) -> None:
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    first = article.claims[0].id
    passage = bench.session.read.matching.for_claim(first).candidates[0].passage.id
    bench.do(lambda desk: desk.review.link(first, passage))
    article.choose(article.claims[5].id)
    arrangement.show_only("conflict")
    assert positions(article) == [1, 6]
    assert arrangement.told() == "1 of 6 shown + current: Conflict in evidence"
    arrangement.show_only("no-source")
    assert positions(article) == [2, 3, 4, 5, 6]


def test_moving_keeps_to_what_is_shown_and_what_was_current_leaves_then(
    bench: Bench, article: OpenArticle, arrangement: Arrangement, model: ClaimsModel
) -> None:
    judge(bench, article, 1, "refuted")
    arrangement.show_only("to-review")
    assert positions(article) == [1, 3, 4, 5, 6]
    article.move(1)
    assert article.current is article.claims[2]
    judge(bench, article, 2, "supported")
    assert article.current in article.shown
    assert "+ current" in arrangement.told()
    assert article.next_to_review() == (article.claims[3].id, False)
    article.move(1)
    assert positions(article) == [1, 4, 5, 6]
    assert model.rowCount() == 4
    article.move(-1)
    assert article.current is article.claims[0]


def test_words_narrow_a_filter(article: OpenArticle, arrangement: Arrangement) -> None:
    arrangement.show_with("  MILL ")
    assert positions(article) == [1]
    assert arrangement.told() == "1 of 6 shown: “MILL”"
    arrangement.show_only("flagged")
    assert arrangement.told() == "0 of 6 shown + current: Flagged, “MILL”"


def test_orders(bench: Bench, article: OpenArticle, arrangement: Arrangement) -> None:
    arrangement.sort("risk")
    risks = [claim.check_worthiness for claim in article.shown]
    assert risks == sorted(risks, reverse=True)
    assert len(set(risks)) > 1
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    first = article.claims[0].id
    passage = bench.session.read.matching.for_claim(first).candidates[0].passage.id
    arrangement.sort("weak")
    bench.do(lambda desk: desk.review.link(first, passage))
    assert positions(article) == [2, 3, 4, 5, 6, 1]
    arrangement.sort("article")
    assert positions(article) == [1, 2, 3, 4, 5, 6]


def test_the_chip_tells_what_is_shown_and_shows_all_again(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane = reviewer.window.claims_pane
    assert not pane.chip.isVisible()
    reviewer.press("4")
    reviewer.wiring.commands.run("filter-verdict-not_enough_evidence")
    assert pane.chip.isVisible()
    assert pane.chip.accessibleName().startswith("1 of 11 shown + current: Not enough evidence")
    assert pane.model.rowCount() == 2
    pane.chip.click()
    assert not pane.chip.isVisible()
    assert pane.model.rowCount() == 11
    reviewer.wiring.commands.run("filter-words")
    reviewer.type("Kerry")
    assert QApplication.focusWidget() is pane.words
    assert 0 < pane.model.rowCount() < 11
    assert pane.chip.isVisible()


def test_ratings_of_the_scale_are_the_filters(session: Session, arrangement: Arrangement) -> None:
    ratings: tuple[Rating, ...] = session.read.scale.ratings
    names = [choice.title for choice in arrangement.filters]
    assert all(rating.name in names for rating in ratings)
