"""Taking articles in, and saying when they were published."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.desk.articles import (
    LONGEST_ARTICLE,
    find_claims_to_come,
    read_article,
    read_article_file,
    read_article_page,
)
from app.desk.desk import Desk
from app.model.article import Article, DateSource, ZoneKind
from app.model.changes import Changes
from app.model.claim import Claim
from app.model.errors import InputError, NotFound
from app.model.span import Span
from app.model.work import Cancelled, Work

TEXT = """The dam broke

GENEVA (Reuters) – The dam near the town broke on Wednesday and 62 people drowned.

The minister said on Thursday that the dam had been inspected in May.
"""


def test_a_text_is_taken_in_once(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    assert article.id
    assert desk.articles.add_text(TEXT.replace("\n", "\r\n")).id == article.id
    [summary] = desk.articles.all()
    assert summary.claims == len(desk.articles.claims(article.id)) >= 2
    assert summary.added.endswith("+00:00")


def test_a_claim_is_the_words_at_its_place(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    for claim in desk.articles.claims(article.id):
        assert claim.quote == claim.span.of(article.text)
        assert desk.articles.claim(claim.id) == claim


def test_the_words_add_up(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    ledger = desk.articles.ledger(article.id)
    assert ledger.words == ledger.claimed + ledger.excused + ledger.furniture + ledger.open
    assert desk.articles.reading(article.id).sentences


def test_a_day_given_dates_the_claims_and_keeps_the_rest(desk: Desk, attacks: Claim) -> None:
    before = desk.articles.claims(attacks.article_id)
    desk.review.give_verdict(attacks.id, "refuted")
    article = desk.articles.set_published(attacks.article_id, date(2016, 9, 21))
    assert article.publication.date == date(2016, 9, 21)
    assert article.publication.source is DateSource.REVIEWER
    after = desk.articles.claims(attacks.article_id)
    assert [(c.id, c.span, c.wording) for c in after] == [(c.id, c.span, c.wording) for c in before]
    assert "On Wednesday [21 September 2016]" in desk.articles.claim(attacks.id).statement
    assert "2016-09-16" in {part.value for part in desk.articles.claim(attacks.id).parts}
    assert desk.review.get(attacks.id).verdict is not None
    assert desk.history.undo_label() == "Set publication date"
    desk.history.undo()
    assert desk.articles.claims(attacks.article_id) == before


def test_a_day_taken_back_leaves_what_the_text_suggests(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    desk.articles.set_published(article.id, date(2020, 1, 1))
    assert desk.articles.set_published(article.id, None).publication == article.publication
    label = desk.history.undo_label()
    desk.articles.set_published(article.id, None)
    assert desk.history.undo_label() == label


def test_a_day_given_with_a_text_that_is_here_is_taken_over(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    again = desk.articles.add_text(TEXT, published=date(2020, 1, 2))
    assert (again.id, again.publication.date) == (article.id, date(2020, 1, 2))


def test_an_article_goes_with_its_work_and_comes_back(desk: Desk, attacks: Claim) -> None:
    desk.review.give_verdict(attacks.id, "refuted")
    desk.articles.remove(attacks.article_id)
    with pytest.raises(NotFound):
        desk.articles.get(attacks.article_id)
    with pytest.raises(NotFound):
        desk.articles.claim(attacks.id)
    desk.history.undo()
    assert desk.articles.claim(attacks.id) == attacks
    assert desk.review.get(attacks.id).verdict is not None


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_nothing_is_no_article(desk: Desk, text: str) -> None:
    with pytest.raises(InputError):
        desk.articles.add_text(text)
    assert desk.articles.all() == ()


def test_what_is_not_there_is_told(desk: Desk) -> None:
    for verb in (
        desk.articles.get,
        desk.articles.claims,
        desk.articles.ledger,
        desk.articles.claim,
    ):
        with pytest.raises(NotFound):
            verb(99)
    with pytest.raises(NotFound):
        desk.articles.set_published(99, None)


def test_a_file_is_read_without_a_library(tmp_path: Path, desk: Desk) -> None:
    path = tmp_path / "dam.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    article, claims = read_article_file(path, date(2020, 1, 2))
    assert (article.id, article.publication.date) == (0, date(2020, 1, 2))
    assert claims
    assert desk.articles.read_file(path, date(2020, 1, 2))[:2] == (article, claims)
    assert desk.articles.all() == ()
    assert desk.articles.add_file(path).digest == article.digest


def quotes(desk: Desk, article_id: int) -> list[str]:
    return [claim.quote for claim in desk.articles.claims(article_id)]


def test_claims_follow_a_zone_in_and_out(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    before, claims = quotes(desk, article.id), desk.articles.claims(article.id)
    body = next(zone for zone in article.zones if zone.included)
    steps: list[Changes] = []
    desk.on_change(steps.append)
    without = desk.articles.include_zone(article.id, body.span.start, False)
    assert not any(zone.included for zone in without.zones)
    assert desk.articles.claims(article.id) == ()
    assert desk.articles.ledger(article.id).furniture == desk.articles.ledger(article.id).words
    assert desk.articles.include_zone(article.id, body.span.start, False) == without
    desk.articles.include_zone(article.id, body.span.start, True)
    assert quotes(desk, article.id) == before
    assert [step.label for step in steps] == ["Leave text out", "Include text"]
    desk.history.undo()
    desk.history.undo()
    assert desk.articles.claims(article.id) == claims
    assert desk.articles.get(article.id) == article


def test_work_outlives_the_zone_it_stands_in(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    first, second, *_ = desk.articles.claims(article.id)
    desk.review.give_verdict(first.id, "refuted", "No dam broke.")
    desk.claims.reword(second.id, "In May the dam was inspected, said the minister.")
    body = next(zone for zone in article.zones if zone.included)
    desk.articles.include_zone(article.id, body.span.start, False)
    left = desk.articles.claims(article.id)
    assert [(claim.id, claim.position) for claim in left] == [(first.id, 1), (second.id, 2)]
    assert desk.review.get(first.id).verdict is not None


def test_a_stretch_is_left_out_at_whole_words_and_put_back(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    claims = desk.articles.claims(article.id)
    start = TEXT.index("and 62")
    cut = desk.articles.include_span(article.id, Span(start + 1, start + 6), False)
    assert [zone.span.of(TEXT) for zone in cut.zones if not zone.included][-1] == "and 62"
    assert "".join(zone.span.of(TEXT) for zone in cut.zones) == TEXT
    assert desk.articles.include_span(article.id, Span(start, start + 6), True) == article
    after = desk.articles.claims(article.id)
    assert [claim.quote for claim in after] == [claim.quote for claim in claims]
    untouched = [claim.id for claim in claims if not claim.span.covers(Span(start, start + 6))]
    assert set(untouched) <= {claim.id for claim in after}


def test_an_excuse_is_cut_by_a_later_one(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    first = desk.articles.claims(article.id)[0]
    desk.claims.remove(first.id)

    def told(words: str, reason: str = "") -> list[tuple[str, str]]:
        start = TEXT.index(words)
        span = Span(start, start + len(words))
        if reason:
            ledger = desk.articles.excuse(article.id, span, reason)
        else:
            ledger = desk.articles.unexcuse(article.id, span)
        return [
            (one.span.of(TEXT), one.reason)
            for one in ledger.excused_spans
            if first.span.covers(one.span)
        ]

    assert told("dam near the town", "opinion") == [("dam near the town", "opinion")]
    assert told("near the", "no check needed") == [
        ("dam", "opinion"),
        ("near the", "no check needed"),
        ("town", "opinion"),
    ]
    assert told("dam near") == [("the", "no check needed"), ("town", "opinion")]


def test_no_zone_no_words_no_reason(desk: Desk) -> None:
    article = desk.articles.add_text(TEXT)
    blank = TEXT.index("\n\n")
    for verb in (
        lambda: desk.articles.include_zone(article.id, 3, True),
        lambda: desk.articles.include_span(article.id, Span(blank, blank + 2), False),
        lambda: desk.articles.excuse(article.id, Span(blank, blank + 1), "opinion"),
        lambda: desk.articles.excuse(article.id, Span(0, 9), " "),
        lambda: desk.articles.unexcuse(article.id, Span(0, 9)),
    ):
        with pytest.raises(InputError):
            verb()
    for lost in (
        lambda: desk.articles.include_zone(99, 0, True),
        lambda: desk.articles.progress(99),
        lambda: desk.articles.next_open(99, 0),
        lambda: desk.articles.inconsistencies(99),
    ):
        with pytest.raises(NotFound):
            lost()


def test_progress_follows_verdicts(desk: Desk, attacks: Claim) -> None:
    before = desk.articles.progress(attacks.article_id)
    assert (before.reviewed_words, before.reviewed_risk) == (0, 0)
    assert before.words >= before.claimed > 0
    desk.review.give_verdict(attacks.id, "refuted")
    after = desk.articles.progress(attacks.article_id)
    assert after.reviewed_risk == pytest.approx(attacks.check_worthiness)
    assert 0 < after.reviewed_words < after.claimed
    assert (after.words, after.risk) == (before.words, before.risk)


def test_the_two_days_of_the_sample_are_shown_with_the_ids_of_their_claims(
    desk: Desk, attacks: Claim
) -> None:
    [found] = desk.articles.inconsistencies(attacks.article_id)
    speakers = [desk.articles.claim(claim_id).speaker for claim_id in found.claims]
    assert speakers == ["Frank-Walter Steinmeier", "Staffan de Mistura"]
    # Without the claim of what Steinmeier said, the sentence that reports it says so itself.
    outer = desk.articles.claim(found.claims[0] - 1)
    desk.claims.remove(found.claims[0])
    [left] = desk.articles.inconsistencies(attacks.article_id)
    assert left.claims == (outer.id, found.claims[1])


PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Dam broke</title>
<link rel="canonical" href="https://post.example/dam">
<meta property="article:published_time" content="2021-05-05T20:00:00Z"></head><body>
<nav><a href="/">Home</a></nav><article><h1>The dam broke</h1>
<p>The dam near the town broke on Wednesday and <a href="https://city.example/62">62 people</a>
drowned, the ministry said.</p>
<p>The minister said on Thursday that the dam had been inspected in May.</p></article>
<footer>About 40 people read this.</footer></body></html>"""


def test_a_web_page_becomes_an_article_with_all_it_says_of_itself(tmp_path: Path) -> None:
    path = tmp_path / "dam.html"
    path.write_text(PAGE, encoding="utf-8")
    article, claims = read_article_file(path)
    assert (article.title, article.origin) == ("The dam broke", "dam.html")
    assert article.file_published == date(2021, 5, 5)
    assert (article.language, article.url) == ("en", "https://post.example/dam")
    assert article.publication.source is DateSource.STATED
    assert article.publication.date == date(2021, 5, 5)
    assert [one.url for one in article.proposals] == ["https://city.example/62"]
    assert article.file_digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert "About 40 people read this." in article.text
    assert {claim.quote.split()[1] for claim in claims} == {"dam", "minister"}


def test_a_page_from_the_clipboard_is_read_like_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pasted text"
    path.write_text(PAGE, encoding="utf-8")
    article, claims = read_article_page(PAGE, "pasted text")
    assert (article, claims) == read_article_file(path)
    with pytest.raises(InputError, match="pasted text shows no text"):
        read_article_page("<p></p>", "pasted text")


def test_the_day_that_the_file_states_comes_back_when_the_reviewers_is_taken_away(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "dam.html"
    path.write_text(PAGE, encoding="utf-8")
    article = desk.articles.add_file(path)
    stated = article.publication
    assert stated.date == date(2021, 5, 5)
    desk.articles.set_published(article.id, date(2021, 5, 6))
    assert desk.articles.set_published(article.id, None).publication == stated


HIDING = """<html><body><article><h1>Council sells the old mill</h1>
<p>The council sold the old mill on Monday, and the buyer paid 250,000 euros for it.</p>
<p hidden>The mayor said on Tuesday that 40 people had protested outside the hall.</p>
<p>The sale was approved on Wednesday by nine votes to four.</p>
</article><div style="display:none">The roof was repaired in 2015 for 90,000 euros.</div></body>"""


@pytest.fixture
def hiding(desk: Desk, tmp_path: Path) -> int:
    """The id of an article whose page hides two sentences."""
    path = tmp_path / "mill.html"
    path.write_text(HIDING, encoding="utf-8")
    return desk.articles.add_file(path).id


def state(desk: Desk, article_id: int) -> tuple[Any, ...]:
    articles = desk.articles
    return articles.get(article_id), articles.claims(article_id), articles.ledger(article_id)


def test_words_that_a_file_hides_are_put_in_and_their_claims_follow(
    desk: Desk, hiding: int
) -> None:
    before = state(desk, hiding)
    old, claims, counted = before
    assert [one.words for one in old.left_out] == [13, 9]
    assert old.text[: old.left_out[0].place].endswith("paid 250,000 euros for it.")
    told: list[Changes] = []
    desk.on_change(told.append)
    grown = desk.articles.include_left_out(hiding, (0,), True)
    assert len(told) == 1
    assert grown == desk.articles.get(hiding)
    assert grown.text.startswith(old.text)
    assert "".join(zone.span.of(grown.text) for zone in grown.zones) == grown.text
    (zone,) = [zone for zone in grown.zones if zone.kind is ZoneKind.HIDDEN]
    assert zone.included
    assert zone.span.of(grown.text) == old.left_out[0].text
    more = desk.articles.claims(hiding)
    # No claim that was there before has moved or changed.
    assert more[: len(claims)] == claims
    assert {claim.speaker for claim in more[len(claims) :]} == {"", "The mayor"}
    ledger = desk.articles.ledger(hiding)
    assert ledger.words == counted.words + 13
    assert ledger.furniture == counted.furniture
    assert desk.history.undo_label() == "Include left-out words"
    desk.history.undo()
    assert state(desk, hiding) == before
    desk.history.redo()
    assert desk.articles.get(hiding) == grown


def test_words_put_in_are_left_out_like_any_zone_and_put_in_again(desk: Desk, hiding: int) -> None:
    claims, counted = desk.articles.claims(hiding), desk.articles.ledger(hiding)
    both = desk.articles.include_left_out(hiding, (0, 1), True)
    assert [one.span.of(both.text) for one in both.left_out] == [one.text for one in both.left_out]
    full = desk.articles.claims(hiding)
    without = desk.articles.include_left_out(hiding, (0, 1), False)
    # The words stay where they were put, so that nothing that points there is lost.
    assert without.text == both.text
    assert desk.articles.claims(hiding) == claims
    assert desk.articles.ledger(hiding).furniture == counted.furniture + 13 + 9
    again = desk.articles.include_left_out(hiding, (0,), True)
    assert again.text == both.text
    assert len(claims) < len(desk.articles.claims(hiding)) < len(full)
    place = again.left_out[1].span
    assert place is not None
    assert desk.articles.include_zone(hiding, place.start, True) == both


def test_a_file_whose_hidden_words_were_put_in_is_not_taken_in_twice(
    desk: Desk, hiding: int, tmp_path: Path
) -> None:
    desk.articles.include_left_out(hiding, (1,), True)
    assert desk.articles.add_file(tmp_path / "mill.html").id == hiding
    assert len(desk.articles.all()) == 1


def test_only_what_was_left_out_can_be_put_in(
    desk: Desk, hiding: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    label = desk.history.undo_label()
    for row in (-1, 2):
        with pytest.raises(InputError, match=f"number {row + 1}"):
            desk.articles.include_left_out(hiding, (0, row), True)
    monkeypatch.setattr("app.desk.articles.LONGEST_ARTICLE", 250)
    with pytest.raises(InputError, match="more than 250"):
        desk.articles.include_left_out(hiding, (0, 1), True)
    assert desk.history.undo_label() == label


@pytest.fixture
def unread(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Article:
    """An article that is stored before its claims are found."""
    monkeypatch.setattr("app.desk.articles.AT_ONCE", 100)
    return desk.articles.store(*read_article(TEXT, "x", soon=True))


def wordings(claims: tuple[Claim, ...]) -> list[tuple[int, Span, str, str]]:
    return [(one.position, one.span, one.statement, one.speaker) for one in claims]


def test_claims_to_come_are_those_that_would_have_come_at_once(desk: Desk, unread: Article) -> None:
    assert unread.claims_to_come
    assert desk.articles.claims(unread.id) == ()
    assert desk.articles.ledger(unread.id).open > 0
    found = find_claims_to_come(unread, Work())
    assert desk.articles.keep_claims(unread, found)
    article, at_once = read_article(TEXT, "x")
    assert wordings(desk.articles.claims(unread.id)) == wordings(at_once)
    assert desk.articles.get(unread.id).notices == article.notices
    assert desk.articles.count_claims(unread.id) == len(at_once)


def test_claims_that_are_there_come_no_second_time(desk: Desk, unread: Article) -> None:
    found = find_claims_to_come(unread, Work())
    own = desk.claims.create(unread.id, found[0].span)
    assert desk.articles.keep_claims(unread, found)
    assert desk.articles.keep_claims(unread, found)
    kept = desk.articles.claims(unread.id)
    assert [one.span for one in kept] == [one.span for one in found]
    assert [one.position for one in kept] == list(range(1, len(found) + 1))
    assert kept[0].id == own.id


def test_claims_found_before_the_day_was_given_are_not_kept(desk: Desk, unread: Article) -> None:
    found = find_claims_to_come(unread, Work())
    dated = desk.articles.set_published(unread.id, date(2016, 9, 21))
    assert not desk.articles.keep_claims(unread, found)
    assert desk.articles.claims(unread.id) == ()
    assert desk.articles.keep_claims(dated, find_claims_to_come(dated, Work()))
    assert any("[21 September 2016]" in one.statement for one in desk.articles.claims(unread.id))


def test_finding_claims_is_one_step_and_can_be_called_off(desk: Desk, unread: Article) -> None:
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        find_claims_to_come(unread, work)
    desk.articles.keep_claims(unread, find_claims_to_come(unread, Work()))
    assert desk.history.undo_label() == "Find claims"
    desk.history.undo()
    assert desk.articles.claims(unread.id) == ()
    assert desk.articles.get(unread.id).claims_to_come


def test_an_endless_text_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError, match="20,000,001 characters, and an article to check at most"):
        read_article("a " * (LONGEST_ARTICLE // 2) + "b", "x")
