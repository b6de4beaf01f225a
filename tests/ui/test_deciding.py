"""Linking, deciding, moving on: each act once, for the claim it was meant for."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.model.rating import Rating
from app.model.review import ReviewState, Stance
from app.ui.deciding import Deciding
from app.ui.open_article import OpenArticle
from tests.ui.bench import SOURCE, Bench


@pytest.fixture
def deciding(bench: Bench, article: OpenArticle) -> Deciding:
    return Deciding(bench.session, article)


@pytest.fixture
def told(deciding: Deciding) -> list[str]:
    sentences: list[str] = []
    deciding.said.connect(sentences.append)
    return sentences


def rating(bench: Bench, key: str) -> Rating:
    return bench.session.read.scale.rating(key)


def choose_disputed(bench: Bench, article: OpenArticle) -> int:
    """The claim that names a weekday, current, with a source in the library that names another."""
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    article.choose(next(c.id for c in article.claims if "Monday" in c.statement))
    return article.current.id


def link_first(bench: Bench, article: OpenArticle, deciding: Deciding) -> None:
    match = bench.session.read.matching.for_claim(article.current.id).candidates[0]
    deciding.toggle_link(match)
    bench.settle()


def test_a_link_is_made_and_taken_away(
    bench: Bench, article: OpenArticle, deciding: Deciding, told: list[str]
) -> None:
    claim_id = choose_disputed(bench, article)
    link_first(bench, article, deciding)
    assert [e.stance for e in article.review(claim_id).evidence] == [None]
    link_first(bench, article, deciding)
    assert article.review(claim_id).evidence == ()
    assert [sentence.split()[-1] for sentence in told] == ["linked.", "unlinked."]


def test_linking_as_contradicting_keeps_a_link_that_is_there(
    bench: Bench, article: OpenArticle, deciding: Deciding
) -> None:
    claim_id = choose_disputed(bench, article)
    link_first(bench, article, deciding)
    match = bench.session.read.matching.for_claim(claim_id).candidates[0]
    deciding.toggle_link(match, Stance.CONTRADICTS)
    bench.settle()
    assert [e.stance for e in article.review(claim_id).evidence] == [Stance.CONTRADICTS]


def test_a_verdict_moves_to_the_next_claim_and_says_so(
    bench: Bench, article: OpenArticle, deciding: Deciding, told: list[str]
) -> None:
    claim = article.current
    deciding.take_rationale_from(lambda: "The minutes say so.")
    deciding.give(rating(bench, "4"))
    bench.settle()
    verdict = article.review(claim.id).verdict
    assert (verdict.rating, verdict.rationale, verdict.reviewer) == (
        "not_enough_evidence", "The minutes say so.", "A. Lind",
    )  # fmt: skip
    assert article.current is article.claims[1]
    assert told == ["Claim 1: Not enough evidence recorded."]


def test_going_round_the_end_is_said_and_so_is_the_end_of_the_work(
    bench: Bench, article: OpenArticle, deciding: Deciding, told: list[str]
) -> None:
    article.choose(article.claims[-1].id)
    deciding.give(rating(bench, "5"))
    bench.settle()
    assert article.current is article.claims[0]
    assert told[-1].endswith("From the top again.")
    for _ in article.claims[1:]:
        deciding.give(rating(bench, "5"))
        bench.settle()
    assert told[-1].endswith("Every claim has a verdict.")


def test_a_verdict_belongs_to_the_claim_it_was_given_for(
    bench: Bench, article: OpenArticle, deciding: Deciding
) -> None:
    first, _, third = (claim.id for claim in article.claims[:3])
    deciding.give(rating(bench, "5"))
    article.choose(third)  # before the library has answered
    bench.settle()
    assert article.review(first).verdict is not None
    assert article.review(third).verdict is None
    assert article.current.id == third


def test_two_keys_in_haste_decide_two_claims_at_most_once_each(
    bench: Bench, article: OpenArticle, deciding: Deciding
) -> None:
    first = article.current.id
    deciding.give(rating(bench, "4"))
    deciding.give(rating(bench, "5"))
    bench.settle()
    log = bench.session.read.review.verdicts(first)
    assert [v.rating for v in log] == ["not_enough_evidence", "not_checkable"]
    assert article.reviewed == 1


def test_evidence_against_a_verdict_is_asked_once_and_recorded(
    bench: Bench, article: OpenArticle, deciding: Deciding, qtbot: QtBot
) -> None:
    claim_id = choose_disputed(bench, article)
    link_first(bench, article, deciding)
    with qtbot.waitSignal(deciding.asked) as asked:
        deciding.give(rating(bench, "1"))
    assert "Tuesday" in asked.args[0].sentence
    bench.settle()
    assert article.review(claim_id).verdict is None
    sentence = deciding.question.sentence
    deciding.confirm()
    bench.settle()
    assert article.review(claim_id).verdict.acknowledged == sentence
    assert deciding.question is None


def test_going_back_or_elsewhere_drops_the_question(
    bench: Bench, article: OpenArticle, deciding: Deciding
) -> None:
    claim_id = choose_disputed(bench, article)
    link_first(bench, article, deciding)
    deciding.give(rating(bench, "1"))
    bench.settle()
    deciding.withdraw()
    assert deciding.question is None
    deciding.give(rating(bench, "1"))
    bench.settle()
    assert deciding.question is not None
    article.move(1)
    assert deciding.question is None
    deciding.confirm()
    bench.settle()
    assert article.reviewed == 0
    assert article.review(claim_id).evidence


def test_another_verdict_answers_the_question(
    bench: Bench, article: OpenArticle, deciding: Deciding
) -> None:
    claim_id = choose_disputed(bench, article)
    link_first(bench, article, deciding)
    others = [claim.id for claim in article.claims if claim.id != claim_id]
    bench.do(lambda desk: [desk.review.give_verdict(i, "not_checkable") for i in others])
    deciding.give(rating(bench, "1"))
    bench.settle()
    assert deciding.question is not None
    deciding.give(rating(bench, "3"))
    bench.settle()
    assert article.review(claim_id).verdict.rating == "refuted"
    assert deciding.question is None


def test_a_link_taken_away_answers_the_question_too(
    bench: Bench, article: OpenArticle, deciding: Deciding
) -> None:
    choose_disputed(bench, article)
    link_first(bench, article, deciding)
    deciding.give(rating(bench, "1"))
    bench.settle()
    assert deciding.question is not None
    link_first(bench, article, deciding)
    assert deciding.question is None


def test_clear_flag_undo_redo(
    bench: Bench, article: OpenArticle, deciding: Deciding, told: list[str]
) -> None:
    first = article.current.id
    deciding.clear()  # nothing to clear: nothing is said
    deciding.give(rating(bench, "5"))
    bench.settle()
    article.choose(first)
    deciding.clear()
    bench.settle()
    assert article.review(first).verdict is None
    deciding.undo()
    bench.settle()
    assert article.review(first).verdict.rating == "not_checkable"
    deciding.redo()
    bench.settle()
    assert article.review(first).verdict is None
    deciding.toggle_flag()
    bench.settle()
    assert article.review(first).state is ReviewState.FLAGGED
    article.move(3)
    deciding.undo()
    bench.settle()
    assert article.review(first).state is ReviewState.TO_REVIEW
    assert article.current.id == first
    assert len(told) == 6
    assert told[-1] == "Undone: Flag claim."
