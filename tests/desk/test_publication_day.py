"""Another day of publication dates the claims anew that count from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.desk.articles import read_article
from app.desk.publication_day import on_day, redated
from app.model.article import DateSource

TEXT = "Mill sold\n\nThe council sold the mill on Monday.\n\nThe mill has 40 windows and a tower.\n"


def test_the_day_that_the_reviewer_gives_goes_before_what_was_read() -> None:
    article, _ = read_article(TEXT, "mill.txt")
    given = on_day(article.publication, date(2016, 9, 21))
    assert (given.date, given.source) == (date(2016, 9, 21), DateSource.REVIEWER)
    assert on_day(article.publication, None) == article.publication


def test_days_are_counted_anew_and_words_of_the_reviewer_stay() -> None:
    article, claims = read_article(TEXT, "mill.txt", date(2016, 9, 21))
    sold, tower = claims
    own = replace(sold, statement="The mill was sold.", made_by="reviewer", reworded=True)
    later = on_day(article.publication, date(2016, 9, 28))
    first, second, third = redated(article, [sold, own, tower], later)
    assert first.statement == "The council sold the mill on Monday [26 September 2016]."
    assert [part.value for part in first.parts if part.kind == "date"] == ["2016-09-26"]
    assert (second.statement, second.parts) == ("The mill was sold.", first.parts)
    assert third == replace(tower, claim_date="2016-09-28")
    assert redated(article, claims, article.publication) == ()
