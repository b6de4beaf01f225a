"""The verdicts of an article are told on another scale: mapped or asked, never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.model.claim import Claim
from app.model.errors import InputError, NotFound

#: Two scales of other newsrooms that have a rating of one key and no sense in common.
HOUSE = "\n".join(
    f"""
[[scale]]
key = "{key}"
name = "{key.title()}"
[[scale.rating]]
key = "odd"
number = 1
name = "Odd"
definition = "Not like the others."
look = "not_checkable"
"""
    for key in ("ours", "theirs")
)


def verdicts(desk: Desk, article_id: int) -> dict[int, tuple[str, str]]:
    """The scale and rating in force by claim."""
    found = (desk.review.get(claim.id).verdict for claim in desk.articles.claims(article_id))
    return {one.claim_id: (one.scale, one.rating) for one in found if one}


@pytest.fixture
def judged(desk: Desk, attacks: Claim) -> list[int]:
    """The ids of three claims of the sample: refuted, partly supported, not enough evidence."""
    ids = [attacks.id, *(c.id for c in desk.articles.claims(attacks.article_id)[:2])]
    desk.review.give_verdict(ids[0], "refuted", "Others say 17 September.")
    desk.review.give_verdict(ids[1], "partly_supported")
    desk.review.give_verdict(ids[2], "not_enough_evidence")
    return ids


def test_what_means_exactly_the_same_is_mapped(
    desk: Desk, attacks: Claim, judged: list[int]
) -> None:
    desk.review.clear_verdict(judged[1])
    before = desk.review.get(judged[0]).verdict
    done = desk.rescaling.change(attacks.article_id, "fever", {})
    assert [one.rating.key for one in done] == ["not_enough_info", "refutes"]
    assert verdicts(desk, attacks.article_id) == {
        judged[0]: ("fever", "refutes"),
        judged[2]: ("fever", "not_enough_info"),
    }
    after = desk.review.get(judged[0]).verdict
    assert before is not None
    assert after is not None
    assert (after.rationale, after.evidence) == (before.rationale, before.evidence)
    assert desk.reports.dossier(attacks.article_id).scale.key == "fever"
    assert desk.rescaling.change(attacks.article_id, "fever", {}) == ()


def test_what_does_not_is_asked_before_anything_is_written(
    desk: Desk, attacks: Claim, judged: list[int]
) -> None:
    before = verdicts(desk, attacks.article_id)
    asked = [one for one in desk.rescaling.outlook(attacks.article_id, "fever") if not one.becomes]
    assert [one.key for one in asked] == ["five_way.partly_supported"]
    assert [one.key for one in asked[0].choices] == ["supports", "refutes", "not_enough_info"]
    with pytest.raises(
        InputError, match=r"“Partly supported” becomes .* partly_supported=supports"
    ):
        desk.rescaling.change(attacks.article_id, "fever", {})
    with pytest.raises(InputError, match="is not a rating"):
        desk.rescaling.change(attacks.article_id, "fever", {"partly_supported": "half"})
    assert verdicts(desk, attacks.article_id) == before
    desk.rescaling.change(attacks.article_id, "fever", {"partly_supported": "refutes"})
    assert verdicts(desk, attacks.article_id)[judged[1]] == ("fever", "refutes")


def test_it_is_one_step_and_the_log_keeps_both(
    desk: Desk, attacks: Claim, judged: list[int]
) -> None:
    before = verdicts(desk, attacks.article_id)
    desk.rescaling.change(attacks.article_id, "averitec", {"partly_supported": "averitec_refuted"})
    assert {scale for scale, _ in verdicts(desk, attacks.article_id).values()} == {"averitec"}
    desk.history.undo()
    assert verdicts(desk, attacks.article_id) == before
    claims = desk.reports.dossier(attacks.article_id).claims
    log = [v.scale for claim in claims if claim.claim.id == judged[0] for v in claim.history]
    assert log == ["five_way", "averitec"]


def test_an_unknown_scale_or_article_is_told(desk: Desk, attacks: Claim) -> None:
    with pytest.raises(InputError, match="is not a rating scale"):
        desk.rescaling.change(attacks.article_id, "stars", {})
    with pytest.raises(NotFound):
        desk.rescaling.change(99, "fever", {})


@pytest.mark.usefixtures("judged")
def test_the_outlook_tells_each_rating_once_with_its_claims(desk: Desk, attacks: Claim) -> None:
    more = desk.articles.claims(attacks.article_id)[3]
    desk.review.give_verdict(more.id, "refuted")
    told = desk.rescaling.outlook(attacks.article_id, "averitec")
    assert [(one.rating.key, one.claims, one.becomes and one.becomes.name) for one in told] == [
        ("partly_supported", 1, None),
        ("refuted", 2, "Refuted"),
        ("not_enough_evidence", 1, "Not Enough Evidence"),
    ]
    answers = {"partly_supported": "averitec_refuted"}
    desk.rescaling.change(attacks.article_id, "averitec", answers)
    assert desk.rescaling.outlook(attacks.article_id, "averitec") == ()


def test_ratings_of_one_key_on_two_scales_are_answered_apart(root: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.claimdesk"
    house = tmp_path / "rating_scales.toml"
    house.write_text(HOUSE, encoding="utf-8")
    given = []
    for scale in ("ours", "theirs"):
        desk = Desk.open(
            library, root / "resources", root / "seeds", house_scales=house, scale=scale
        )
        article = desk.articles.add_text("Dam\n\nThe dam broke on Monday. Ten people drowned.\n")
        claim = desk.articles.claims(article.id)[len(given)]
        given.append(claim.id)
        desk.review.give_verdict(claim.id, "odd")
        desk.close()
    desk = Desk.open(library, root / "resources", root / "seeds", house_scales=house)
    with pytest.raises(InputError, match=r"ours\.odd=supports.*theirs\.odd=supports"):
        desk.rescaling.change(article.id, "fever", {})
    answers = {"ours.odd": "supports", "theirs.odd": "refutes"}
    desk.rescaling.change(article.id, "fever", answers)
    assert verdicts(desk, article.id) == {
        given[0]: ("fever", "supports"),
        given[1]: ("fever", "refutes"),
    }
    desk.close()
