"""The work on one claim: link, stance, objection, verdict, and all of it taken back."""

from __future__ import annotations

import pytest

from app.desk.desk import Desk
from app.model.claim import Claim
from app.model.errors import InputError, NotFound
from app.model.match import Match, Relation
from app.model.objection import ObjectionKind
from app.model.review import ReviewState, Stance


@pytest.fixture
def differing(desk: Desk, attacks: Claim) -> Match:
    """The best candidate of that claim which gives another day."""
    return next(
        match
        for match in desk.matching.for_claim(attacks.id).candidates
        if match.differences and match.differences[0].relation is Relation.DIFFERENT
    )


def test_a_link_keeps_the_quote_its_anchors_and_why(
    desk: Desk, attacks: Claim, differing: Match
) -> None:
    evidence = desk.review.link(attacks.id, differing.passage.id)
    text = desk.sources.text(evidence.source_id)
    assert evidence.exact == evidence.span.of(text) == differing.passage.text
    assert text[: evidence.span.start].endswith(evidence.prefix)
    assert text[evidence.span.end :].startswith(evidence.suffix)
    assert evidence.digest == differing.source.digest
    assert evidence.score == pytest.approx(differing.score)
    assert evidence.scorer
    assert evidence.stance is None
    assert evidence.linked
    told = [d for d in differing.differences if d.relation is Relation.DIFFERENT]
    assert list(evidence.differences) == told
    assert desk.review.get(attacks.id).evidence == (evidence,)


def test_linking_twice_links_once_and_may_change_the_stance(
    desk: Desk, attacks: Claim, differing: Match
) -> None:
    first = desk.review.link(attacks.id, differing.passage.id)
    assert desk.review.link(attacks.id, differing.passage.id) == first
    again = desk.review.link(attacks.id, differing.passage.id, Stance.CONTRADICTS)
    assert (again.id, again.stance) == (first.id, Stance.CONTRADICTS)
    assert desk.review.get(attacks.id).evidence == (again,)


def test_a_toggle_links_unlinks_and_keeps_a_link_that_takes_a_stance(
    desk: Desk, attacks: Claim, differing: Match
) -> None:
    passage = differing.passage.id
    assert desk.review.toggle_link(attacks.id, passage) is not None
    assert desk.review.toggle_link(attacks.id, passage, Stance.CONTRADICTS) is not None
    assert desk.review.toggle_link(attacks.id, passage) is None
    assert desk.review.get(attacks.id).evidence == ()
    with pytest.raises(NotFound):
        desk.review.unlink(attacks.id, passage)


def test_every_verb_is_one_step_with_a_name_that_is_taken_back(
    desk: Desk, attacks: Claim, differing: Match
) -> None:
    claim, passage = attacks.id, differing.passage.id
    steps = [
        (lambda: desk.review.link(claim, passage), "Link source"),
        (
            lambda: desk.review.set_stance(
                desk.review.get(claim).evidence[0].id, Stance.QUALIFIES
            ),
            "Set stance",
        ),
        (lambda: desk.review.set_rationale(claim, "Other day."), "Change rationale"),
        (lambda: desk.review.set_flag(claim, True), "Flag claim"),
        (lambda: desk.review.set_flag(claim, False), "Remove flag"),
        (lambda: desk.review.give_verdict(claim, "refuted", "Yet another."), "Give verdict"),
        (lambda: desk.review.clear_verdict(claim), "Clear verdict"),
        (lambda: desk.review.unlink(claim, passage), "Unlink source"),
    ]  # fmt: skip
    states = [desk.review.get(claim)]
    for verb, label in steps:
        verb()
        assert desk.history.undo_label() == label
        states.append(desk.review.get(claim))
    for state in reversed(states[:-1]):
        changes = desk.history.undo()
        assert changes is not None
        assert changes.claim_id == claim
        assert desk.review.get(claim) == state
    for state in states[1:]:
        desk.history.redo()
        assert desk.review.get(claim) == state


def test_a_verdict_is_signed_dated_and_names_its_evidence(
    desk: Desk, attacks: Claim, differing: Match
) -> None:
    desk.review.link(attacks.id, differing.passage.id)
    desk.review.set_rationale(attacks.id, "Typed before.")
    given = desk.review.give_verdict(attacks.id, "3", acknowledged="Refuted, though A …")
    review = desk.review.get(attacks.id)
    assert review.verdict == given
    assert review.state is ReviewState.REVIEWED
    assert (given.rating, given.scale, given.reviewer) == ("refuted", desk.scale.key, "Ada")
    assert (given.rationale, given.evidence) == ("Typed before.", (differing.passage.id,))
    assert given.acknowledged == "Refuted, though A …"
    assert given.given.endswith("+00:00")


def test_the_log_of_verdicts_only_grows(desk: Desk, attacks: Claim) -> None:
    for rating in ("supported", "refuted"):
        desk.review.give_verdict(attacks.id, rating)
    desk.review.clear_verdict(attacks.id)
    assert desk.review.clear_verdict(attacks.id) is None
    ratings = [verdict.rating for verdict in desk.review.verdicts(attacks.id)]
    assert ratings == ["supported", "refuted", ""]
    assert desk.review.get(attacks.id).verdict is None


def test_an_unknown_rating_changes_nothing(desk: Desk, attacks: Claim) -> None:
    with pytest.raises(InputError, match="not a rating"):
        desk.review.give_verdict(attacks.id, "true", "Because.")
    assert desk.review.get(attacks.id).rationale == ""


def test_supported_against_another_day_is_asked(
    desk: Desk, attacks: Claim, differing: Match
) -> None:
    evidence = desk.review.link(attacks.id, differing.passage.id)
    objection = desk.review.objection(attacks.id, "supported")
    assert objection is not None
    assert objection.evidence_id == evidence.id
    assert objection.asks
    assert objection.sentence.startswith(f"Supported, though {differing.source.publisher} says ")
    assert desk.review.objection(attacks.id, "refuted") is None
    desk.review.set_stance(evidence.id, Stance.SUPPORTS)
    against = desk.review.objection(attacks.id, "refuted")
    assert against is not None
    assert against.kind is ObjectionKind.STANCE


def test_a_verdict_without_a_source_is_noted(desk: Desk, attacks: Claim) -> None:
    noted = desk.review.objection(attacks.id, "supported")
    assert noted is not None
    assert noted.kind is ObjectionKind.NO_SOURCE
    assert desk.review.objection(attacks.id, "not_checkable") is None


def test_settling_is_one_step_and_all_or_nothing(
    desk: Desk, attacks: Claim, differing: Match
) -> None:
    passage = differing.passage.id
    before = desk.history.undo_label()
    for links, rating in (([(passage, None), (10**9, None)], "supported"), ([], "nonsense")):
        with pytest.raises((NotFound, InputError)):
            desk.review.settle(attacks.id, rating, "x", links)
    assert desk.history.undo_label() == before
    given, objection = desk.review.settle(attacks.id, "supported", "x", [(passage, None)])
    assert objection is not None
    assert given.acknowledged == ""
    assert given.evidence == (passage,)
    again, _ = desk.review.settle(attacks.id, "supported", acknowledge=True)
    assert again.acknowledged == objection.sentence
    desk.history.undo()
    desk.history.undo()
    review = desk.review.get(attacks.id)
    assert (review.evidence, review.verdict, review.rationale) == ((), None, "")


def test_reviews_of_an_article(desk: Desk, attacks: Claim) -> None:
    desk.review.give_verdict(attacks.id, "refuted")
    review = desk.review.of_article(attacks.article_id)[attacks.id]
    assert review == desk.review.get(attacks.id)


def test_what_is_not_there_is_told(desk: Desk) -> None:
    for verb in (
        lambda: desk.review.get(99),
        lambda: desk.review.give_verdict(99, "refuted"),
        lambda: desk.review.link(99, 1),
        lambda: desk.review.set_stance(99, None),
        lambda: desk.review.objection(99, "refuted"),
    ):
        with pytest.raises(NotFound):
            verb()


def test_an_earlier_verdict_is_put_in_force_again_and_taken_back(
    desk: Desk, attacks: Claim
) -> None:
    first = desk.review.give_verdict(attacks.id, "supported")
    second = desk.review.give_verdict(attacks.id, "refuted")
    desk.review.restore_verdict(attacks.id, first.id)
    assert desk.review.get(attacks.id).verdict == first
    assert len(desk.review.verdicts(attacks.id)) == 2
    desk.history.undo()
    assert desk.review.get(attacks.id).verdict == second
    with pytest.raises(NotFound):
        desk.review.restore_verdict(attacks.id, second.id + 1)
