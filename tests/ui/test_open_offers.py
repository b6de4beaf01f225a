"""What is offered about the current claim, and nothing of what was offered about another."""

from __future__ import annotations

import pytest

from app.ui.open_article import OpenArticle
from app.ui.open_offers import OpenOffers, second_half
from tests.ui.bench import Bench


@pytest.fixture
def offers(bench: Bench, article: OpenArticle) -> OpenOffers:
    """The offers for the sample's claims."""
    made = OpenOffers(bench.session, article)
    article.open(bench.do(lambda desk: desk.sample.open()).id)
    bench.settle()
    return made


def choose(article: OpenArticle, bench: Bench, words: str) -> None:
    article.choose(next(claim for claim in article.claims if words in claim.statement).id)
    bench.settle()


def test_a_split_is_offered_where_the_second_sentence_begins(
    article: OpenArticle, offers: OpenOffers, bench: Bench
) -> None:
    choose(article, bench, "September 9")
    (offer,) = offers.splits
    half = second_half(article.current, offer, article.article.text)
    assert half.startswith("which included a new ceasefire")
    assert " ".join(article.current.quote.split()).endswith(half)


def test_another_claim_forgets_at_once_what_was_offered(
    article: OpenArticle, offers: OpenOffers, bench: Bench
) -> None:
    choose(article, bench, "September 9")
    assert offers.splits
    article.choose(article.claims[0].id)
    assert offers.splits == ()
    choose(article, bench, "September 9")
    assert offers.splits
    article.close()
    assert offers.splits == ()


def test_a_verdict_asks_for_no_offers_again(
    article: OpenArticle, offers: OpenOffers, bench: Bench
) -> None:
    choose(article, bench, "September 9")
    told: list[int] = []
    offers.changed.connect(lambda: told.append(1))
    bench.do(lambda desk: desk.review.give_verdict(article.current.id, "not_checkable"))
    assert offers.splits
    assert told == []


def test_an_offered_word_stands_in_the_sentence_in_the_place_of_its_own(
    article: OpenArticle, offers: OpenOffers, bench: Bench
) -> None:
    choose(article, bench, "the group would reconvene")
    (offer,) = offers.wordings
    said = offers.reworded(offer)
    assert offer.statement in said
    assert said.endswith(article.current.statement[-30:])
    assert "the group" not in said
    bench.do(lambda desk: desk.claims.reword(article.current.id, "They meet on Friday."))
    assert offers.reworded(offer) == "They meet on Friday."


def test_nothing_is_offered_about_the_article_before_while_another_is_opened(
    article: OpenArticle, offers: OpenOffers, bench: Bench
) -> None:
    choose(article, bench, "September 9")
    assert offers.splits
    offered: list[tuple[object, ...]] = []
    article.opened.connect(lambda: offered.append(offers.splits))
    article.open(bench.add_article())
    assert offered == [()]
