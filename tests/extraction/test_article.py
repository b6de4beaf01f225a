"""Raw text becomes an article once and for all."""

from __future__ import annotations

from datetime import date

import pytest

from app.extraction.article import make_article
from app.model.article import DateSource
from app.model.errors import InputError
from app.text.normal import digest

BODY = "The bridge opened to traffic on Monday. It had been closed for 26 months.\n"


def test_an_article_holds_its_normal_form_zones_and_digest() -> None:
    article = make_article("# Harbour *bridge* reopens\r\n\r\n" + BODY + "\x00", "bridge.md")
    assert "\r" not in article.text
    assert article.digest == digest(article.text)
    assert article.title == "Harbour *bridge* reopens"
    assert article.origin == "bridge.md"
    assert article.zones[-1].span.end == len(article.text)
    assert article.id == 0
    assert any("NUL" in notice for notice in article.notices)


def test_titles() -> None:
    assert make_article(BODY, "x", title=" Mine ").title == "Mine"
    assert make_article(BODY, "x").title == BODY.strip()
    long = make_article("word " * 100, "x").title
    assert long.endswith("word…")
    assert len(long) <= 120


def test_the_stated_day() -> None:
    assert make_article(BODY, "x").publication.date is None
    stated = make_article(BODY, "x", published=date(2021, 5, 3)).publication
    assert (stated.date, stated.source) == (date(2021, 5, 3), DateSource.STATED)


@pytest.mark.parametrize("raw", ["", " \n\t", "\x00\x00", "...!?", "\ud800"])
def test_a_text_without_words_is_refused(raw: str) -> None:
    with pytest.raises(InputError, match="There is no text in pasted text"):
        make_article(raw, "pasted text")
