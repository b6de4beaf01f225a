"""What is open, which claim is current, and how it follows the library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.desk.desk import Desk
from app.model.errors import NotFound
from app.ui.open_article import OpenArticle
from tests.ui.bench import Bench


def give(*claim_ids: int) -> Callable[[Desk], None]:
    def verb(desk: Desk) -> None:
        for claim_id in claim_ids:
            desk.review.give_verdict(claim_id, "not_checkable")

    return verb


def ids(article: OpenArticle) -> list[int]:
    return [claim.id for claim in article.claims]


def test_opens_at_the_first_claim_still_to_review(bench: Bench, article: OpenArticle) -> None:
    assert article.current is article.claims[0]
    bench.do(give(*ids(article)[:2]))
    other = OpenArticle(bench.session)
    other.open(article.article.id)
    assert other.current.id == ids(article)[2]
    other.open(article.article.id, ids(article)[4])
    assert other.current.id == ids(article)[4]


def test_an_article_that_is_not_there_leaves_the_open_one(article: OpenArticle) -> None:
    with pytest.raises(NotFound):
        article.open(77)
    assert article.article is not None
    assert article.current is article.claims[0]


def test_moving_stays_at_the_ends(article: OpenArticle) -> None:
    article.move(-1)
    assert article.place(article.current.id) == 0
    article.move(99)
    assert article.current is article.claims[-1]


def test_an_unknown_claim_is_never_current(article: OpenArticle, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(article.current_changed):
        article.choose(999)
        article.choose(article.current.id)


def test_the_next_to_review_is_the_first_after_the_current_and_wraps(
    bench: Bench, article: OpenArticle
) -> None:
    claims = ids(article)
    bench.do(give(claims[1], claims[5]))
    assert article.next_to_review() == (claims[2], False)
    article.choose(claims[4])
    assert article.next_to_review() == (claims[0], True)
    assert article.next_to_review(-1) == (claims[3], False)
    article.choose(claims[0])
    assert article.next_to_review(-1) == (claims[4], True)
    bench.do(give(*claims[1:]))
    assert article.next_to_review() == (0, False)
    assert article.reviewed == 5


def test_a_step_on_a_claim_touches_that_claim_alone(
    bench: Bench, article: OpenArticle, qtbot: QtBot
) -> None:
    touched: list[frozenset[int]] = []
    article.claims_changed.connect(touched.append)
    kept = article.article
    with qtbot.assertNotEmitted(article.article_changed):
        bench.do(lambda desk: desk.review.set_rationale(ids(article)[2], "Seen."))
        bench.do(lambda desk: desk.history.undo())
    assert touched == [{ids(article)[2]}] * 2
    assert article.article is kept


def test_follows_verdict_and_undo(bench: Bench, article: OpenArticle) -> None:
    first = ids(article)[0]
    bench.do(give(first))
    assert article.review(first).verdict.rating == "not_checkable"
    bench.do(lambda desk: desk.history.undo())
    assert article.review(first).verdict is None
    assert article.current.id == first


def test_a_day_given_is_followed_and_the_current_claim_stays(
    bench: Bench, article: OpenArticle, qtbot: QtBot
) -> None:
    article.choose(ids(article)[3])
    with qtbot.waitSignal(article.article_changed):
        bench.do(lambda desk: desk.articles.set_published(article.article.id, date(2024, 5, 2)))
    assert article.article.publication.date == date(2024, 5, 2)
    assert article.current.id == ids(article)[3]


def test_work_on_another_article_touches_nothing_here(
    bench: Bench, article: OpenArticle, qtbot: QtBot
) -> None:
    other = bench.add_article("Rain\n\nIt rained 40 hours in Paris on 3 May 2016.\n")
    with qtbot.assertNotEmitted(article.claims_changed):
        bench.do(give(bench.session.read.articles.claims(other)[0].id))


def test_a_removed_article_is_closed_and_comes_back_with_undo(
    bench: Bench, article: OpenArticle, qtbot: QtBot
) -> None:
    article_id, claim_id = article.article.id, ids(article)[3]
    article.choose(claim_id)
    with qtbot.waitSignals([article.opened, article.current_changed]):
        bench.do(lambda desk: desk.articles.remove(article_id))
    assert article.article is None
    assert article.current is None
    assert article.claims == ()
    bench.do(lambda desk: desk.history.undo())
    assert article.article.id == article_id
    assert article.current.id == claim_id
    bench.do(lambda desk: desk.history.redo())
    assert article.article is None


def test_an_article_closed_by_the_reviewer_stays_closed(bench: Bench, article: OpenArticle) -> None:
    article_id = article.article.id
    article.close()
    bench.do(lambda desk: desk.articles.remove(article_id))
    bench.do(lambda desk: desk.history.undo())
    assert article.article is None


def test_an_article_without_claims_has_no_current_claim(
    bench: Bench, article: OpenArticle, qtbot: QtBot
) -> None:
    empty = bench.add_article("Menu\nHome\n")
    with qtbot.waitSignal(article.current_changed) as current:
        article.open(empty)
    assert current.args == [0]
    assert article.current is None
    assert article.next_to_review() == (0, False)
    article.move(1)
    assert article.current is None


def test_a_place_belongs_to_the_shortest_claim_there(article: OpenArticle) -> None:
    said, money = article.claims[3:5]
    assert said.span.covers(money.span)
    assert article.claim_at(said.span.start) is said
    assert article.claim_at(money.span.start) is money
    assert article.claim_at(0) is None
    assert article.claim_at(article.claims[-1].span.end) is None


def test_zones_and_lines_are_found_by_their_places(article: OpenArticle) -> None:
    text = article.article.text
    for zone in article.article.zones:
        assert article.zone_at(zone.span.start) == zone
        assert article.zone_at(zone.span.end - 1) == zone
    at = text.index("sold the old mill on")
    line = article.line_at(at).of(text)
    assert line.startswith("The council sold")
    assert line.endswith("nine votes to four.")
    article.close()
    assert article.zone_at(0) is None


def test_many_claims_are_read_in_a_lane_and_lose_nothing(
    bench: Bench, article: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.open_article.FEW", 3)
    wanted = ids(article)[3]
    other = OpenArticle(bench.session)
    told: list[int] = []
    other.current_changed.connect(told.append)
    other.open(article.article.id, wanted)
    assert other.loading
    assert other.claims == ()
    bench.settle()
    assert not other.loading
    assert other.claims == article.claims
    assert other.current.id == wanted
    assert told == [0, wanted]


def test_a_verdict_given_while_claims_are_read_is_shown(
    bench: Bench, article: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.open_article.FEW", 3)
    other = OpenArticle(bench.session)
    other.open(article.article.id)
    bench.do(give(ids(article)[1]))
    assert other.reviewed == 1
    assert other.review(ids(article)[1]).verdict is not None


def test_another_article_opened_meanwhile_keeps_its_own_claims(
    bench: Bench, article: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.open_article.FEW", 3)
    short = bench.add_article("The mayor sold the mill on 3 May 2016.\n")
    other = OpenArticle(bench.session)
    other.open(article.article.id)
    other.open(short)
    bench.settle()
    assert [claim.article_id for claim in other.claims] == [short]


def test_many_changed_claims_leave_the_current_one_current(
    bench: Bench, article: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.open_article.FEW_CHANGED", 2)
    article.choose(ids(article)[4])
    day = date(2024, 5, 6)
    bench.do(lambda desk: desk.articles.set_published(article.article.id, day))
    assert article.current.id == ids(article)[4]
    assert {claim.claim_date for claim in article.claims} == {"2024-05-06"}
