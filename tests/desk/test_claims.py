"""Claims by hand: each verb is one step, takes the work along, and is undone exactly."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.desk.desk import Desk
from app.model.changes import Changes
from app.model.claim import Claim
from app.model.errors import InputError, NotFound
from app.model.review import ReviewState, Stance
from app.model.span import Span


def place(desk: Desk, article_id: int, words: str) -> Span:
    text = desk.articles.get(article_id).text.replace("\u00a0", " ")
    start = text.index(words)
    return Span(start, start + len(words))


def state(desk: Desk, article_id: int) -> tuple[Any, ...]:
    return (
        desk.articles.get(article_id),
        desk.articles.claims(article_id),
        desk.review.of_article(article_id),
        desk.articles.ledger(article_id),
    )


def in_order(claims: tuple[Claim, ...]) -> bool:
    places = [(claim.span.start, -claim.span.end) for claim in claims]
    return places == sorted(places) and [claim.position for claim in claims] == list(
        range(1, len(claims) + 1)
    )


@pytest.fixture
def worked(desk: Desk, attacks: Claim) -> Claim:
    """The claim about the attacks, with two links, a rationale, a flag and a verdict."""
    found = desk.matching.for_claim(attacks.id).candidates
    desk.review.link(attacks.id, found[0].passage.id, Stance.CONTRADICTS)
    desk.review.link(attacks.id, found[1].passage.id)
    desk.review.give_verdict(attacks.id, "refuted", "Another day.")
    desk.review.set_flag(attacks.id, True)
    return desk.articles.claim(attacks.id)


def test_a_new_claim_is_read_like_any_other(desk: Desk, attacks: Claim) -> None:
    desk.articles.set_published(attacks.article_id, date(2016, 9, 21))
    known = {claim.id: claim for claim in desk.articles.claims(attacks.article_id)}
    span = place(desk, attacks.article_id, "econd between Lavrov and Kerry")
    made = desk.claims.create(attacks.article_id, span)
    assert made.quote.replace("\u00a0", " ") == "second between Lavrov and Kerry"
    assert (made.made_by, made.article_id) == ("reviewer", attacks.article_id)
    assert "Sergey Lavrov" in {part.value for part in made.parts}
    assert made.reasons
    inner = desk.claims.create(attacks.article_id, place(desk, attacks.article_id, "on Friday"))
    assert (inner.speaker, inner.claim_date) == ("Staffan de Mistura", "2016-09-20")
    assert inner.statement == "on Friday [23 September 2016]"
    claims = desk.articles.claims(attacks.article_id)
    assert in_order(claims)
    assert {claim.id for claim in claims} == {*known, made.id, inner.id}


def test_what_is_no_new_claim_is_told(desk: Desk, attacks: Claim) -> None:
    article = desk.articles.get(attacks.article_id)
    blank = article.text.index("\n\n")
    label = desk.history.undo_label()
    for span in (Span(blank, blank + 2), attacks.span, Span(10**9, 10**9 + 5)):
        with pytest.raises(InputError):
            desk.claims.create(article.id, span)
    assert desk.history.undo_label() == label
    with pytest.raises(NotFound):
        desk.claims.create(99, Span(0, 5))


def test_words_outside_the_article_can_be_a_claim(desk: Desk, attacks: Claim) -> None:
    headline = place(desk, attacks.article_id, "Pentagon 'Succeeded in Ruining' Lavrov-Kerry Deal")
    made = desk.claims.create(attacks.article_id, headline)
    assert made.position == len(desk.articles.claims(attacks.article_id))
    assert {part.text for part in made.parts} >= {"Lavrov", "Kerry"}


def test_a_reworded_claim_keeps_its_place_and_goes_back_to_review(
    desk: Desk, worked: Claim
) -> None:
    before = state(desk, worked.article_id)
    told = desk.claims.reword(worked.id, "  Lavrov called\nthe attacks a violation. ")
    assert told.statement == told.wording == "Lavrov called the attacks a violation."
    assert (told.span, told.quote, told.reworded) == (worked.span, worked.quote, True)
    review = desk.review.get(worked.id)
    assert (review.verdict, review.state) == (None, ReviewState.FLAGGED)
    assert (review.rationale, len(review.evidence)) == ("Another day.", 2)
    log = desk.review.verdicts(worked.id)
    assert [one.rating for one in log] == ["refuted", ""]
    desk.articles.set_published(worked.article_id, date(2016, 9, 21))
    assert desk.articles.claim(worked.id).statement == told.statement
    desk.history.undo()
    again = desk.claims.reword(worked.id, "")
    assert (again.statement, again.reworded) == (worked.statement, False)
    label = desk.history.undo_label()
    desk.claims.reword(worked.id, worked.quote)
    assert desk.history.undo_label() == label
    desk.history.undo()
    desk.history.undo()
    assert state(desk, worked.article_id) == before


def test_a_moved_claim_is_compared_again_with_its_links(desk: Desk, worked: Claim) -> None:
    before = state(desk, worked.article_id)
    assert any(one.differences for one in desk.review.get(worked.id).evidence)
    span = place(desk, worked.article_id, "a flagrant violation of the ceasefire agreement")
    moved = desk.claims.move(worked.id, span)
    assert (moved.id, moved.span, moved.made_by) == (worked.id, span, "reviewer")
    evidence = desk.review.get(worked.id).evidence
    assert [one.stance for one in evidence] == [Stance.CONTRADICTS, None]
    assert not any(
        difference.claim and difference.claim.text == "September 16"
        for one in evidence
        for difference in one.differences
    )
    assert in_order(desk.articles.claims(worked.article_id))
    desk.history.undo()
    assert state(desk, worked.article_id) == before


def test_both_halves_of_a_split_keep_the_links(desk: Desk, worked: Claim) -> None:
    before = state(desk, worked.article_id)
    ids = [claim.id for claim in before[1]]
    at = place(desk, worked.article_id, "at a military airport").start
    first, second = desk.claims.split(worked.id, at + 1)
    assert first.id == worked.id
    assert second.id not in ids
    assert second.quote.startswith("at\u00a0a military")
    assert second.position > first.position
    linked = [
        [(one.passage_id, one.stance) for one in desk.review.get(half.id).evidence]
        for half in (first, second)
    ]
    assert linked[0] == linked[1]
    assert desk.review.get(first.id).rationale == "Another day."
    assert desk.review.get(second.id).rationale == ""
    assert desk.review.get(first.id).verdict is None
    assert desk.articles.ledger(worked.article_id).open == 0
    desk.history.undo()
    assert state(desk, worked.article_id) == before
    for wrong in (worked.span.start, worked.span.end, 0, 10**9):
        with pytest.raises(InputError):
            desk.claims.split(worked.id, wrong)


def test_a_merged_claim_takes_all_work_over(desk: Desk, worked: Claim) -> None:
    claims = desk.articles.claims(worked.article_id)
    one = claims[worked.position - 2]
    desk.review.set_rationale(one.id, "Mine.")
    before = state(desk, worked.article_id)
    merged = desk.claims.merge(one.id, worked.id)
    assert merged.id == one.id
    assert merged.span == Span(one.span.start, worked.span.end)
    review = desk.review.get(merged.id)
    assert review.rationale == "Mine.\n\nAnother day."
    assert (review.state, len(review.evidence)) == (ReviewState.FLAGGED, 2)
    with pytest.raises(NotFound):
        desk.articles.claim(worked.id)
    assert [entry.rating for entry in desk.review.verdicts(worked.id)] == ["refuted", ""]
    assert in_order(desk.articles.claims(worked.article_id))
    desk.history.undo()
    assert state(desk, worked.article_id) == before
    assert desk.claims.merge(claims[0].id).span.end == claims[1].span.end


@pytest.fixture
def spoken(desk: Desk) -> tuple[Claim, ...]:
    """What the mayor said, twice, what he said it of, and a claim beside them."""
    article = desk.articles.add_text(
        "The mill was sold on Monday.\n\n"
        "The mayor said that the roof had been repaired in 2015 for 90,000 euros. "
        "The minister said that nine members had voted for the sale."
    )
    return desk.articles.claims(article.id)


def test_a_claim_is_merged_with_the_next_one_that_does_not_stand_inside_it(
    desk: Desk, spoken: tuple[Claim, ...]
) -> None:
    sold, mayor, roof, minister, members = spoken
    assert mayor.span.covers(roof.span)
    assert minister.span.covers(members.span)
    assert desk.claims.follower(mayor.id) == minister
    before = state(desk, mayor.article_id)
    merged = desk.claims.merge(mayor.id)
    assert merged.span == Span(mayor.span.start, minister.span.end)
    # What was said inside either stays a claim of its own.
    left = [claim.id for claim in desk.articles.claims(mayor.article_id)]
    assert left == [sold.id, mayor.id, roof.id, members.id]
    assert in_order(desk.articles.claims(mayor.article_id))
    with pytest.raises(InputError, match="No claim follows"):
        desk.claims.merge(mayor.id)
    desk.history.undo()
    assert state(desk, mayor.article_id) == before


def test_an_inner_claim_is_merged_with_what_follows_it(
    desk: Desk, spoken: tuple[Claim, ...]
) -> None:
    sold, _, roof, minister, _ = spoken
    assert desk.claims.follower(sold.id) == spoken[1]
    assert desk.claims.merge(roof.id).span == Span(roof.span.start, minister.span.end)


def test_two_inner_claims_of_one_sentence_are_merged_with_each_other(
    desk: Desk, spoken: tuple[Claim, ...]
) -> None:
    _, mayor, roof, *_ = spoken
    first, second = desk.claims.split(roof.id, place(desk, mayor.article_id, "for 90").start)
    assert (desk.claims.follower(first.id), desk.claims.merge(first.id).span) == (second, roof.span)


def test_a_split_leaves_the_claim_inside_it_whole(desk: Desk, spoken: tuple[Claim, ...]) -> None:
    _, mayor, roof, *_ = spoken
    before = state(desk, mayor.article_id)
    at = place(desk, mayor.article_id, "in 2015 for").start
    first, second = desk.claims.split(mayor.id, at)
    assert desk.articles.claim(roof.id).span == roof.span
    assert in_order(desk.articles.claims(mayor.article_id))
    # The claim inside reaches beyond the cut; what follows the first half is the second.
    assert desk.claims.follower(first.id) == second
    assert desk.claims.merge(first.id).span == mayor.span
    for _ in range(2):
        desk.history.undo()
    assert state(desk, mayor.article_id) == before
    # Cut where the inner one begins, the second half would be that claim a second time.
    with pytest.raises(InputError, match="these words already"):
        desk.claims.split(mayor.id, roof.span.start)


def test_what_cannot_be_merged_is_told(desk: Desk, attacks: Claim) -> None:
    other = desk.articles.add_text("The dam broke on Wednesday. It was new.")
    last = desk.articles.claims(attacks.article_id)[-1]
    for first, second in (
        (attacks.id, attacks.id),
        (attacks.id, desk.articles.claims(other.id)[0].id),
        (last.id, 0),
    ):
        with pytest.raises(InputError):
            desk.claims.merge(first, second)
    with pytest.raises(NotFound):
        desk.claims.merge(attacks.id, 999)


def test_the_words_of_a_removed_claim_are_open_until_excused(desk: Desk, worked: Claim) -> None:
    before = state(desk, worked.article_id)
    inner = desk.articles.claims(worked.article_id)[worked.position]
    desk.claims.remove(worked.id)
    desk.claims.remove(inner.id)
    open_words = desk.articles.next_open(worked.article_id, 0)
    assert open_words is not None
    assert worked.span.covers(open_words)
    assert desk.articles.next_open(worked.article_id, open_words.start + 1) is None
    ledger = desk.articles.excuse(worked.article_id, open_words, "opinion")
    assert ledger.open == 0
    assert "opinion" in {one.reason for one in ledger.excused_spans}
    assert desk.articles.unexcuse(worked.article_id, open_words).open > 0
    for _ in range(4):
        desk.history.undo()
    assert state(desk, worked.article_id) == before


@pytest.mark.parametrize("verb", ["create", "reword", "move", "split", "merge", "remove"])
def test_each_verb_is_one_step_that_names_its_claim(desk: Desk, attacks: Claim, verb: str) -> None:
    told: list[Changes] = []
    middle = attacks.span.start + 40
    acts: dict[str, Callable[[], Any]] = {
        "create": lambda: desk.claims.create(attacks.article_id, Span(middle, middle + 30)),
        "reword": lambda: desk.claims.reword(attacks.id, "Otherwise."),
        "move": lambda: desk.claims.move(attacks.id, Span(attacks.span.start, middle)),
        "split": lambda: desk.claims.split(attacks.id, middle),
        "merge": lambda: desk.claims.merge(attacks.id, attacks.id - 1),
        "remove": lambda: desk.claims.remove(attacks.id),
    }
    desk.on_change(told.append)
    done = acts[verb]()
    assert len(told) == 1
    assert told[0].claim_id == (done.id if verb == "create" else attacks.id)
    assert attacks.article_id in told[0].ids("article")


def test_every_offer_of_the_sample_can_be_taken_and_taken_back(desk: Desk, attacks: Claim) -> None:
    desk.articles.set_published(attacks.article_id, date(2016, 9, 21))
    before = state(desk, attacks.article_id)
    taken = []
    for claim in desk.articles.claims(attacks.article_id):
        for offer in desk.claims.offers(claim.id):
            assert claim.span.start <= offer.at < claim.span.end
            if offer.kind == "split":
                second = desk.claims.split(claim.id, offer.at)[1]
                assert second.span.start == offer.at
            else:
                assert desk.claims.reword(claim.id, offer.statement).statement == offer.statement
            taken.append(offer)
            desk.history.undo()
    assert state(desk, attacks.article_id) == before
    assert {offer.kind for offer in taken} == {"split", "wording"}
    assert any("International Syria Support Group would reconvene" in o.statement for o in taken)
