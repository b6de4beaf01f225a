"""Taking articles in, and saying when they were published."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.desk.articles import read_article_file
from app.desk.desk import Desk
from app.model.article import DateSource
from app.model.claim import Claim
from app.model.errors import InputError, NotFound

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
