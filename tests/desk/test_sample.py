"""The sample: marked as such, never doubled, gone in one step, and kind to own work."""

from __future__ import annotations

import json
from pathlib import Path

from app.desk.desk import Desk
from app.model.claim import Claim


def test_it_is_marked_and_says_what_its_texts_are(desk: Desk, root: Path) -> None:
    assert not desk.sample.is_present()
    article = desk.sample.open()
    assert article.sample
    assert desk.sample.is_present()
    records = json.loads((root / "resources/sample/sources.json").read_text(encoding="utf-8"))
    sources = {source.key: source for source in desk.sources.all()}
    assert sources.keys() == {record["id"] for record in records}
    for record in records:
        source = sources[record["id"]]
        assert source.sample
        assert "our own words" in source.copy_note
        assert "excerpt of the page named" in source.copy_note
        assert ("English rendering" in source.copy_note) == ("notes_en" in record)
        assert source.url == (record["url"] or "")
        for remark in ("reliability_note", "date_note", "title_note"):
            assert record.get(remark, "") in source.note
        text = desk.sources.text(source.id)
        assert text == "\n\n".join(record["notes"] + record.get("notes_en", []))


def test_opening_twice_is_opening_once(desk: Desk) -> None:
    article = desk.sample.open()
    label, count = desk.history.undo_label(), desk.sources.count()
    assert label == "Open sample"
    assert desk.sample.open() == article
    assert (desk.history.undo_label(), desk.sources.count()) == (label, count)
    desk.history.undo()
    assert not desk.sample.is_present()
    assert desk.sources.count() == 0


def test_removing_is_one_step_and_comes_back_whole(desk: Desk, attacks: Claim) -> None:
    passage = desk.matching.for_claim(attacks.id).candidates[0].passage.id
    desk.review.settle(attacks.id, "refuted", "Another day.", [(passage, None)])
    review, sources = desk.review.get(attacks.id), desk.sources.all()
    matches = desk.matching.for_claim(attacks.id).candidates
    gone = desk.sample.remove()
    assert (gone.sources, gone.articles, gone.kept) == (80, 1, ())
    assert gone.sentence == "The sample is removed."
    assert not desk.sample.is_present()
    assert desk.matching.for_text(attacks.statement).candidates == ()
    assert desk.history.undo_label() == "Remove sample"
    desk.history.undo()
    assert desk.sources.all() == sources
    assert desk.articles.claim(attacks.id) == attacks
    assert desk.review.get(attacks.id) == review
    assert desk.matching.for_claim(attacks.id).candidates == matches


def test_a_source_that_the_reviewers_own_article_quotes_stays(desk: Desk, attacks: Claim) -> None:
    quoted = desk.matching.for_claim(attacks.id).candidates[0]
    own = desk.articles.add_text("The coalition struck Syrian troops near Deir ez-Zor in May.")
    [claim, *_] = desk.articles.claims(own.id)
    evidence = desk.review.link(claim.id, quoted.passage.id)
    gone = desk.sample.remove()
    assert (gone.sources, [source.id for source in gone.kept]) == (79, [quoted.source.id])
    assert "stays, because evidence of your own articles quotes it" in gone.sentence
    assert desk.review.get(claim.id).evidence == (evidence,)
    assert [article.id for article in desk.articles.all()] == [own.id]
    again = desk.sample.remove()
    assert (again.sources, len(again.kept)) == (0, 1)
    assert desk.sample.open().sample
    assert desk.sources.count() == 80


def test_nothing_of_the_reviewers_goes_with_it(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "own.txt"
    path.write_text("My own source on Aleppo.", encoding="utf-8")
    [own] = desk.sources.import_paths([path]).sources
    desk.sample.open()
    desk.sample.remove()
    assert desk.sources.all() == (own,)
    assert desk.sample.remove().sentence == "No sample is here."
