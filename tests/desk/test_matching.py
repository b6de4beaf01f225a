"""Matching on a real library: explained, dated by the article, never linking."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from app.desk.desk import Desk
from app.desk.matching import LONGEST_QUERY, passage_day
from app.model.claim import Claim
from app.model.errors import LibraryError, NotFound
from app.model.match import DifferenceKind, Judged, Relation
from app.model.source import Source
from app.model.work import Cancelled, Work


def test_the_sample_shows_another_date_than_the_article(desk: Desk, attacks: Claim) -> None:
    matches = desk.matching.for_claim(attacks.id)
    assert len(matches.candidates) == 5
    assert matches.query == attacks.statement
    firsts = [match.differences[0] for match in matches.candidates if match.differences]
    other_days = [d for d in firsts if d.kind is DifferenceKind.DATE]
    assert any(d.relation is Relation.DIFFERENT for d in other_days)
    assert desk.review.get(attacks.id).evidence == ()


def test_offsets_point_at_the_words_they_name(desk: Desk, attacks: Claim) -> None:
    matches = desk.matching.for_claim(attacks.id)
    for match in matches.candidates:
        assert match.passage.text == match.passage.span.of(desk.sources.text(match.source.id))
        for difference in match.differences:
            if difference.claim:
                assert difference.claim.span.of(matches.query) == difference.claim.text
            if difference.passage:
                assert difference.passage.span.of(match.passage.text) == difference.passage.text


def test_a_batch_answers_in_order_and_as_one_query_does(desk: Desk, attacks: Claim) -> None:
    queries = [("b", attacks.statement), ("a", "aid convoy near Aleppo"), ("c", "!!! ((")]
    answers = list(desk.matching.batch(queries, 3, Work()))
    assert [name for name, _ in answers] == ["b", "a", "c"]
    alone = desk.matching.for_text("aid convoy near Aleppo", 3)
    assert answers[1][1].candidates == alone.candidates
    assert answers[2][1].candidates == ()


def test_an_endless_claim_is_asked_by_its_beginning(desk: Desk) -> None:
    desk.sample.open()
    article = desk.articles.add_text("The convoy near Aleppo burned and " * 20_000)
    [claim] = desk.articles.claims(article.id)
    matches = desk.matching.for_claim(claim.id)
    assert claim.statement.startswith(matches.query)
    assert len(matches.query) == LONGEST_QUERY
    assert desk.review.link(claim.id, matches.candidates[0].passage.id).scorer


def test_a_batch_stops_when_called_off(desk: Desk) -> None:
    work = Work()
    answers = desk.matching.batch((("q", "dam") for _ in iter(int, 1)), 3, work)
    next(answers)
    work.cancel()
    with pytest.raises(Cancelled):
        next(answers)


@pytest.mark.parametrize("text", ["", "the of and", '" OR * NEAR(', "\ud800\x00", "日本", "😀"])
def test_no_text_breaks_the_search(desk: Desk, text: str) -> None:
    assert desk.matching.for_text(text).candidates == ()


def test_a_passage_is_explained_even_where_it_is_not_suggested(
    tmp_path: Path, desk: Desk, attacks: Claim
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Quite another thing, 3 May 1999.", encoding="utf-8")
    [source] = desk.sources.import_paths([path]).sources
    # Its passage is the last one that was added, so it is found by its own words.
    own = desk.matching.for_text("Quite another thing").candidates[0]
    assert own.source.id == source.id
    match, scorer = desk.matching.of_passage(attacks.id, own.passage.id)
    assert (match.passage, match.score, scorer) == (own.passage, 0.0, "")
    with pytest.raises(NotFound):
        desk.matching.of_passage(attacks.id, 10**9)


def test_only_a_whole_date_is_a_day() -> None:
    assert passage_day(Source(1, "a", "A", published="2016-09-21")) == date(2016, 9, 21)
    for published in ("", "2016", "2016-09", "soon"):
        assert passage_day(Source(1, "a", "A", published=published)) is None


def test_a_typed_search_shows_where_and_else_what_does_occur(desk: Desk) -> None:
    desk.sample.open()
    answer = desk.matching.search('lavrov "support group" in:lavrov', 5)
    assert answer.hits
    for hit in answer.hits:
        assert "lavrov" in hit.source.title.lower()
        assert {"Lavrov"} <= {span.of(hit.passage.text) for span in hit.found}
    assert answer.occurring == ()
    missed = desk.matching.search("lavrov unheardof")
    assert missed.hits == ()
    assert [text for text, _ in missed.occurring] == ["lavrov", "unheardof"]
    assert missed.occurring[0][1] > 0 == missed.occurring[1][1]


def test_an_earlier_verdict_is_a_precedent_and_never_copied(desk: Desk, attacks: Claim) -> None:
    assert desk.matching.for_claim(attacks.id).earlier == ()
    desk.review.give_verdict(attacks.id, "refuted", rationale="Others say 17 September.")
    assert desk.matching.for_claim(attacks.id).earlier == ()
    text = attacks.statement.replace("September 16", "September 17")
    later = desk.articles.add_text(text)
    claim = desk.articles.claims(later.id)[0]
    [earlier] = desk.matching.for_claim(claim.id).earlier
    assert isinstance(earlier.judged, Judged)
    assert earlier.judged.claim_id == attacks.id
    assert (earlier.judged.rating, earlier.judged.rationale) == (
        "refuted",
        "Others say 17 September.",
    )
    assert earlier.judged.article_title == desk.articles.get(attacks.article_id).title
    assert earlier.score > 80
    first = earlier.differences[0]
    assert (first.kind, first.relation) == (DifferenceKind.DATE, Relation.DIFFERENT)
    assert desk.review.get(claim.id).verdict is None
    assert desk.matching.for_text("The price of tea rose in Haldis.").earlier == ()
    desk.history.undo()
    desk.history.undo()
    assert desk.matching.for_text(text).earlier == ()


@pytest.mark.parametrize("ask", ["claim", "words"])
def test_a_passage_that_was_changed_is_told_and_never_shown(
    desk: Desk, attacks: Claim, ask: str
) -> None:
    passage = desk.matching.for_claim(attacks.id).candidates[0].passage
    other = sqlite3.connect(desk.path, isolation_level=None)
    changed = passage.text.replace("17", "16")
    assert changed != passage.text
    other.execute("UPDATE passages SET text = ? WHERE id = ?", (changed, passage.id))
    other.close()
    asked = {
        "claim": lambda: desk.matching.for_claim(attacks.id),
        "words": lambda: desk.matching.search("military airport"),
    }[ask]
    with pytest.raises(LibraryError, match=f"passage {passage.id}"):
        asked()


def test_of_a_source_the_passage_that_speaks_of_the_claim_most(desk: Desk, attacks: Claim) -> None:
    best = desk.matching.for_claim(attacks.id).candidates[0]
    assert desk.matching.of_source(attacks.id, best.source.id) == best
    [other] = desk.sources.add_text("Nothing of that kind.\n\nNor this.", "Rain").sources
    first = desk.matching.of_source(attacks.id, other.id)
    assert (first.passage.text, first.score) == ("Nothing of that kind.", 0.0)
    with pytest.raises(NotFound):
        desk.matching.of_source(attacks.id, 10**9)
