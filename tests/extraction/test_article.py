"""Raw text becomes an article once and for all."""

from __future__ import annotations

from datetime import date

import pytest

from app.extraction.article import make_article
from app.extraction.document import Document, Hint
from app.extraction.reading import READ_LIMIT
from app.model.article import DateSource, ProposedSource, ZoneKind
from app.model.errors import InputError
from app.model.span import Span
from app.text.normal import digest

BODY = "The bridge opened to traffic on Monday. It had been closed for 26 months.\n"


def test_an_article_holds_its_normal_form_zones_and_digest() -> None:
    article = make_article(
        Document("# Harbour *bridge* reopens\r\n\r\n" + BODY + "\x00", "bridge.md")
    )
    assert "\r" not in article.text
    assert article.digest == digest(article.text)
    assert article.title == "Harbour *bridge* reopens"
    assert article.origin == "bridge.md"
    assert article.zones[-1].span.end == len(article.text)
    assert article.id == 0
    assert any("NUL" in notice for notice in article.notices)


def test_titles() -> None:
    assert make_article(Document(BODY, "x", title=" Mine ")).title == "Mine"
    assert make_article(Document(BODY, "x")).title == BODY.strip()
    long = make_article(Document("word " * 100, "x")).title
    assert long.endswith("word…")
    assert len(long) <= 120


def test_the_stated_day() -> None:
    assert make_article(Document(BODY, "x")).publication.date is None
    stated = make_article(Document(BODY, "x", published=date(2021, 5, 3))).publication
    assert (stated.date, stated.source) == (date(2021, 5, 3), DateSource.STATED)


@pytest.mark.parametrize("raw", ["", " \n\t", "\x00\x00", "...!?", "\ud800"])
def test_a_text_without_words_is_refused(raw: str) -> None:
    with pytest.raises(InputError, match="There is no text in pasted text"):
        make_article(Document(raw, "pasted text"))


def test_what_the_file_says_goes_with_the_article() -> None:
    text = "Menu of the day\n\n" + BODY
    link = ProposedSource(Span(21, 27), "link", "bridge", "https://city.example/bridge")
    article = make_article(
        Document(
            text,
            "bridge.html",
            notices=("Look at it.",),
            language="en",
            url="https://post.example/bridge",
            hints=(Hint(Span(0, 15), ZoneKind.COMMENTS),),
            pages=(Span(0, len(text)),),
            proposals=(link,),
            file_digest="ab" * 32,
        )
    )
    assert [zone.kind for zone in article.zones] == [ZoneKind.COMMENTS, ZoneKind.BODY]
    assert (article.language, article.url) == ("en", "https://post.example/bridge")
    assert (article.pages, article.proposals) == ((Span(0, len(text)),), (link,))
    assert (article.notices, article.file_digest) == (("Look at it.",), "ab" * 32)


def test_places_that_no_longer_fit_a_text_are_not_kept() -> None:
    raw = "Menu\r\n\r\n" + BODY
    article = make_article(Document(raw, "x", hints=(Hint(Span(0, 4), ZoneKind.COMMENTS),)))
    assert ZoneKind.COMMENTS not in [zone.kind for zone in article.zones]


@pytest.mark.parametrize("between", [" ", "\n\n"], ids=["one line", "paragraphs"])
def test_what_follows_a_long_beginning_stands_outside_the_check(between: str) -> None:
    sentences = [f"The council sold mill number {n} on Monday." for n in range(20_000)]
    article = make_article(Document(between.join(sentences), "x"))
    inside, outside = article.zones[-2:]
    assert (inside.included, outside.included) == (True, False)
    assert READ_LIMIT - 4_000 < inside.span.end <= READ_LIMIT
    assert outside.span.of(article.text).startswith("The council sold mill number")
    assert outside.span.end == len(article.text)
    told = f"What follows character {outside.span.start:,} stands outside the check."
    assert any(notice.startswith(told) for notice in article.notices)


def test_a_long_word_is_cut_where_reading_ends() -> None:
    article = make_article(Document("x" * (READ_LIMIT + 9), "x"))
    assert [zone.span.end for zone in article.zones][-1] == READ_LIMIT + 9
    assert article.publication.date is None


def test_the_day_of_a_long_text_is_looked_for_at_its_beginning() -> None:
    head = "Published: 21 September 2016\n\n"
    tail = "They met. " * (READ_LIMIT // 10) + "Published: 3 May 2020\n"
    assert make_article(Document(head + tail, "x")).publication.date == date(2016, 9, 21)
