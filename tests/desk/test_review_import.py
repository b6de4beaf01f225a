"""A review goes from one library to another and is the same review, to the digest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.review_import import LARGEST
from app.desk.scales import Scales
from app.model.claim import Claim
from app.model.errors import InputError
from app.model.review import Stance
from app.model.work import Cancelled, Work
from app.reports.canonical import dossier_digest


@pytest.fixture
def other(tmp_path: Path, root: Path) -> Iterator[Desk]:
    """An empty library of somebody else."""
    opened = Desk.open(
        tmp_path / "other.claimdesk", root / "resources", root / "seeds", reviewer="Grace"
    )
    yield opened
    opened.close()


def work_on(desk: Desk, attacks: Claim) -> None:
    """A review with all that a review can have: see the steps."""
    found = desk.matching.for_claim(attacks.id, limit=10).candidates
    one, two, three = list({m.source.id: m.passage.id for m in reversed(found)}.values())[-3:]
    desk.review.settle(attacks.id, "supported", "First look.", [(one, None)])
    desk.review.settle(
        attacks.id, "refuted", "Another day.", [(two, Stance.CONTRADICTS), (three, None)]
    )
    desk.review.unlink(attacks.id, one)
    desk.review.clear_verdict(attacks.id)
    desk.review.settle(attacks.id, "supported", "Again.", [], acknowledge=True)
    desk.review.give_verdict(attacks.id, "refuted")
    assert desk.history.undo() is not None  # the one before is in force, the log keeps both
    claims = desk.articles.claims(attacks.article_id)
    article = desk.articles.get(attacks.article_id)
    own_words = next(zone.span for zone in article.zones if zone.included)
    desk.claims.remove(claims[2].id)
    desk.articles.excuse(article.id, own_words, "no check needed")
    desk.review.set_flag(claims[0].id, True)
    desk.review.set_rationale(claims[0].id, "Ask the ministry.\nTwice.")
    desk.review.give_verdict(claims[1].id, "not_checkable")


def test_the_same_review_to_the_digest(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    work_on(desk, attacks)
    # Other ids than at home: something is there before.
    other.articles.add_text("The dam broke on Monday. Nobody was hurt.")
    other.sources.add_text("The dam broke on Monday, the mayor said.", "Mayor")
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json")
    done = other.import_review(path)
    assert done.digest == done.digest_here
    assert done.notices == ()
    assert (done.sources_added, done.sources_present) == (3, 0)
    kept = other._library.articles.excuses(done.article_id)
    assert [one.reason for one in kept] == ["no check needed"]
    mine, theirs = desk.reports.dossier(attacks.article_id), other.reports.dossier(done.article_id)
    assert dossier_digest(theirs) == dossier_digest(mine) == done.digest
    assert theirs.article.id != mine.article.id
    [here] = [one for one in theirs.claims if one.claim.statement == attacks.statement]
    assert here.review.verdict is not None
    assert (here.review.verdict.rating, here.review.verdict.reviewer) == ("supported", "Ada")
    assert [one.rating for one in here.history] == [
        "supported", "refuted", "", "supported", "refuted",
    ]  # fmt: skip
    for linked in here.review.evidence:
        assert other.sources.passage(linked.passage_id).text == linked.exact
    # And once more from there.
    again = other.reports.write(done.article_id, tmp_path / "again.json")
    first, second = (json.loads(p.read_text(encoding="utf-8")) for p in (path, again))
    assert first["review"] == second["review"]
    assert first["copies"] == second["copies"]


def test_the_library_that_took_it_in_checks_out(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    work_on(desk, attacks)
    other.import_review(desk.reports.write(attacks.article_id, tmp_path / "review.json"))
    assert other._library.check() == []


def test_it_is_one_step_that_can_be_undone(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    work_on(desk, attacks)
    other.import_review(desk.reports.write(attacks.article_id, tmp_path / "review.json"))
    assert other.history.undo() is not None
    assert (other.articles.all(), other.sources.count()) == ((), 0)


def test_a_source_that_is_here_is_used_and_one_of_its_name_is_kept_apart(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    work_on(desk, attacks)
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json")
    theirs = json.loads(path.read_text(encoding="utf-8"))
    same = theirs["review"]["sources"][0]
    text = next(copy["text"] for copy in theirs["copies"] if copy["source"] == 1)
    taken = theirs["review"]["sources"][1]
    library = other._library
    source = desk.sources.find(same["title"], 1)[0]
    library.sources.add(replace(source, id=0), text, [])
    other.sources.add_text("Other words under that name.", "Other", taken["key"])
    done = other.import_review(path)
    assert (done.sources_added, done.sources_present) == (2, 1)
    assert done.digest != done.digest_here
    assert any("differs from the file" in notice for notice in done.notices)
    keys = {source.key for source in other.sources.all()}
    assert f"{taken['key']} (2)" in keys


def test_two_reviews_of_one_article_are_never_mixed(
    desk: Desk, attacks: Claim, tmp_path: Path
) -> None:
    work_on(desk, attacks)
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json")
    before = desk.info()
    with pytest.raises(InputError, match="never mixed"):
        desk.import_review(path)
    assert desk.info() == before


def test_called_off_it_leaves_nothing(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    work_on(desk, attacks)
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json")
    work = Work(lambda _done, _total, note: work.cancel() if "reviews" in note else None)
    with pytest.raises(Cancelled):
        other.import_review(path, work)
    assert (other.articles.all(), other.sources.count()) == ((), 0)


def test_bad_places_are_told(desk: Desk, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.json", Path("a\0b")):
        with pytest.raises(InputError):
            desk.import_review(path)


def test_a_dossier_too_large_for_memory_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(InputError, match="larger than 64 MB, which is the limit"):
        desk.import_review(path)
    path.write_bytes(b"[" + b"{}," * 3_000_000 + b"{}]")
    with pytest.raises(InputError, match="more values than a review has"):
        desk.import_review(path)


def test_the_scale_of_another_house_comes_with_its_review(
    other: Desk, tmp_path: Path, root: Path
) -> None:
    house = tmp_path / "house.toml"
    fever = other.scales.get("fever")
    Scales(fever, (), house).adopt(replace(fever, key="ours", name='Our "house" \x7f 中'))
    ours = Desk.open(
        tmp_path / "ours.claimdesk", root / "resources", root / "seeds", house_scales=house,
        scale="ours",
    )  # fmt: skip
    article = ours.articles.add_text("The dam broke on Monday. Nobody was hurt on the shore.")
    ours.review.give_verdict(ours.articles.claims(article.id)[0].id, "refutes", "No.")
    path = ours.reports.write(article.id, tmp_path / "ours.json")
    mine = ours.reports.dossier(article.id)
    ours.close()
    assert mine.scale.key == "ours"
    done = other.import_review(path)
    assert "was added to your rating scales" in done.notices[0]
    assert done.digest == done.digest_here == dossier_digest(mine)
    assert other.reports.dossier(done.article_id).scale == mine.scale
