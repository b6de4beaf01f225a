"""What a reviewer marks confidential stays at home, and what a colleague gets says so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.model.claim import Claim
from app.model.errors import InputError, NotFound
from app.reports.canonical import digest_of


@pytest.fixture
def other(tmp_path: Path, root: Path) -> Iterator[Desk]:
    """An empty library of somebody else."""
    opened = Desk.open(tmp_path / "other.claimdesk", root / "resources", root / "seeds")
    yield opened
    opened.close()


@pytest.fixture
def linked(desk: Desk, attacks: Claim) -> tuple[int, int]:
    """Two passages of two sources, linked to the claim, which is refuted."""
    found = desk.matching.for_claim(attacks.id, limit=10).candidates
    one, two = list({m.source.id: m.passage.id for m in reversed(found)}.values())[-2:]
    desk.review.settle(attacks.id, "refuted", "Another day.", [(one, None), (two, None)])
    return one, two


@pytest.mark.usefixtures("linked")
def test_marks_are_steps_that_can_be_taken_back(desk: Desk, attacks: Claim) -> None:
    first, _ = desk.review.get(attacks.id).evidence
    desk.review.set_confidential(first.id, True)
    desk.sources.set_confidential(first.source_id, True)
    assert desk.review.get(attacks.id).evidence[0].confidential
    assert desk.sources.get(first.source_id).confidential
    assert desk._library.check() == []
    told = [desk.history.undo(), desk.history.undo()]
    labels = [changes.label for changes in told if changes]
    assert labels == ["Mark source confidential", "Mark evidence confidential"]
    assert desk.review.get(attacks.id).evidence[0] == first
    assert not desk.sources.get(first.source_id).confidential
    desk.history.redo()
    assert desk.review.get(attacks.id).evidence[0].confidential
    desk.review.set_stance(first.id, None)
    assert desk.review.get(attacks.id).evidence[0].confidential
    with pytest.raises(NotFound):
        desk.sources.set_confidential(999_999, True)
    with pytest.raises(NotFound):
        desk.review.set_confidential(999_999, True)


def test_a_mark_goes_along_when_claims_are_merged(
    desk: Desk, attacks: Claim, linked: tuple[int, int]
) -> None:
    """Also where the same passage is linked to both, and marked at one of them only."""
    claims = desk.articles.claims(attacks.article_id)
    place = claims.index(attacks)
    before = claims[place - 1]
    desk.review.link(before.id, linked[0])
    marked = next(e for e in desk.review.get(attacks.id).evidence if e.passage_id == linked[0])
    desk.review.set_confidential(marked.id, True)
    merged = desk.claims.merge(before.id, attacks.id)
    told = {e.passage_id: e.confidential for e in desk.review.get(merged.id).evidence}
    assert told == {linked[0]: True, linked[1]: False}


@pytest.mark.usefixtures("linked")
def test_a_report_leaves_out_what_is_confidential_unless_asked(desk: Desk, attacks: Claim) -> None:
    first, second = desk.review.get(attacks.id).evidence
    desk.sources.set_confidential(first.source_id, True)
    secret, told = desk.sources.get(first.source_id), desk.sources.get(second.source_id)
    for kind in desk.reports.formats():
        assert [o.default for o in kind.options if o.key == "withhold"] == ["yes"]
    page = desk.reports.render(attacks.article_id, "markdown").decode()
    assert secret.digest[:12] not in page
    assert told.digest in page
    whole = desk.reports.render(attacks.article_id, "markdown", {"withhold": "no"}).decode()
    assert secret.digest in whole
    assert len(desk.reports.pages(attacks.article_id, dots=20)) <= len(
        desk.reports.pages(attacks.article_id, {"withhold": "no"}, dots=20)
    )
    [warning, *_] = desk.reports.warnings(attacks.article_id, "markdown")
    assert warning.sentence == "1 item of evidence is withheld as confidential (1 news agency)."
    assert warning.claims == (attacks.position,)


@pytest.mark.usefixtures("linked")
def test_a_review_taken_in_says_what_was_withheld(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    first, second = desk.review.get(attacks.id).evidence
    desk.sources.set_confidential(first.source_id, True)
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json")
    done = other.import_review(path)
    sentence = (
        "1 item of evidence was withheld as confidential when this review was exported from its "
        "library."
    )
    assert done.notices == (sentence,)
    assert done.digest != done.digest_here
    assert sentence in other.articles.get(done.article_id).notices
    here = [c for c in other.reports.dossier(done.article_id).claims if c.review.evidence]
    assert [e.exact for c in here for e in c.review.evidence] == [second.exact]
    # What is made from there says it too.
    assert sentence in other.reports.render(done.article_id, "html").decode()


@pytest.mark.usefixtures("linked")
def test_a_review_from_before_kinds_were_told_is_taken_in_too(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    first, _ = desk.review.get(attacks.id).evidence
    desk.sources.set_confidential(first.source_id, True)
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json")
    told = json.loads(path.read_bytes())
    [claim] = [one for one in told["review"]["claims"] if "withheld" in one]
    assert sum(claim["withheld"].values()) == 1
    claim["withheld"] = 1
    told["digest"] = digest_of(told["review"])
    path.write_text(json.dumps(told), encoding="utf-8")
    done = other.import_review(path)
    # Nothing of “differs from the file”: told as the file tells it, the digest is the file's.
    [notice] = done.notices
    assert notice.startswith("1 item of evidence was withheld as confidential")
    assert done.digest == told["digest"]


@pytest.mark.usefixtures("linked")
def test_a_whole_review_taken_in_keeps_its_marks(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    first, second = desk.review.get(attacks.id).evidence
    desk.sources.set_confidential(first.source_id, True)
    desk.review.set_confidential(second.id, True)
    options = {"withhold": "no"}
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json", options=options)
    done = other.import_review(path)
    assert (done.digest, done.notices) == (done.digest_here, ())
    told = other.reports.dossier(done.article_id)
    assert {s.key for s in told.sources if s.confidential} == {
        desk.sources.get(first.source_id).key
    }
    marks = [e.confidential for c in told.claims for e in c.review.evidence]
    assert marks == [False, True]


def test_a_source_whose_words_are_withheld_in_part_keeps_its_copy_at_home(
    desk: Desk, other: Desk, attacks: Claim, tmp_path: Path
) -> None:
    source = next(s for s in desk.sources.all() if len(desk.sources.passages(s.id)) > 1)
    one, two = desk.sources.passages(source.id)[:2]
    desk.review.settle(attacks.id, "refuted", "", [(one.id, None), (two.id, None)])
    marked = desk.review.get(attacks.id).evidence[0]
    desk.review.set_confidential(marked.id, True)
    path = desk.reports.write(attacks.article_id, tmp_path / "review.json")
    assert marked.exact not in json.dumps(json.loads(path.read_bytes()), ensure_ascii=False)
    rules = [one.rule for one in desk.reports.warnings(attacks.article_id, "json")]
    assert "copies withheld" in rules
    with pytest.raises(InputError, match="withheld as confidential"):
        other.import_review(path)
