"""A page's own record: only what it states, and no day but that of its publication."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from app.extraction.formats.html.record import PageRecord, day_of, read_record
from app.extraction.formats.html.tree import parse_markup

STORY = {"@type": "NewsArticle", "headline": "Bridge reopens"}


def record(markup: str) -> PageRecord:
    return read_record(parse_markup(markup), markup)


def linked(*data: Any) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(d)}</script>' for d in data)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2021-05-03T23:30:00-05:00">',
        '<meta name="DC.date.issued" content="2021-05-03">',
        '<meta name="parsely-pub-date" content="20210503T10:00">',
        linked({**STORY, "datePublished": "2021-05-03T10:00:00Z"}),
        linked({"@graph": [{"@type": "WebPage"}, [{**STORY, "datePublished": "2021-05-03"}]]}),
        linked({"@type": ["Thing", "BlogPosting"], "datePublished": "2021-05-03"}),
        '<time pubdate datetime="2021-05-03">Monday</time>',
        '<time itemprop="datePublished" datetime="2021-05-03T10:00">Monday</time>',
    ],
)
def test_stated_days(head: str) -> None:
    assert record(head).published == date(2021, 5, 3)


@pytest.mark.parametrize(
    "head",
    [
        "<p>Published on 3 May 2021</p>",
        '<time datetime="2021-05-03">now</time>',
        '<meta property="article:modified_time" content="2021-05-03">',
        '<meta property="og:updated_time" content="2021-05-03">',
        '<meta http-equiv="date" content="2021-05-03"><meta name="date" content="2021-05-03">',
        linked({**STORY, "dateModified": "2021-05-03"}),
        linked({"@type": "WebSite", "datePublished": "2021-05-03"}),
        '<meta property="article:published_time" content="2021-15-03">',
        '<meta property="article:published_time" content="yesterday">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePubl</script>',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_what_states_no_day(head: str) -> None:
    assert record(head).published is None


def test_days_are_taken_as_they_stand() -> None:
    assert day_of("2021-05-03T00:30:00+14:00") == date(2021, 5, 3)
    for nonsense in ("", "2021", "2021-05", "2021-02-30", "202105031", None, 20210503):
        assert day_of(nonsense) is None


def test_of_several_articles_the_main_one_counts() -> None:
    other = {**STORY, "headline": "Tunnel closes", "datePublished": "2020-01-01"}
    main = {**STORY, "datePublished": "2021-05-03", "mainEntityOfPage": {"@id": "x"}}
    found = record(linked(other, main))
    assert (found.title, found.published) == ("Bridge reopens", date(2021, 5, 3))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Bridge reopens after rust | Ellery Post</title>", "Bridge reopens after rust"),
        ("<title>Bridge reopens - again and again</title>", "Bridge reopens - again and again"),
        ('<meta property="og:title" content="A &amp; B"><title>x</title>', "A & B"),
        (
            '<meta property="og:site_name" content="Post"><title>Post - One two</title>',
            "One two",
        ),
        ("<title>\n Bridge \n reopens </title>", "Bridge reopens"),
        ("<title></title>", ""),
    ],
)  # fmt: skip
def test_titles(head: str, title: str) -> None:
    assert record(head).title == title


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (linked({**STORY, "author": {"name": "Lena Ford"}}), "Lena Ford"),
        (linked({**STORY, "author": [{"name": "A"}, "B", {"name": "A"}, 7]}), "A, B"),
        ('<meta name="author" content="Lena  Ford">', "Lena Ford"),
        ('<meta property="article:author" content="https://post.example/lena">', ""),
        ("<p class=byline>By Lena Ford</p>", ""),
    ],
)
def test_authors(head: str, author: str) -> None:
    assert record(head).author == author


@pytest.mark.parametrize(
    ("markup", "language"),
    [
        ('<html lang="de-AT"><p>x', "de"),
        ('<html xml:lang="fr"><p>x', "fr"),
        ('<html><meta property="og:locale" content="pt_BR"><p>x', "pt"),
        ('<html lang="klingon"><p>x', ""),
        ("<p>x", ""),
    ],
)
def test_languages(markup: str, language: str) -> None:
    assert record(markup).language == language


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<link rel=canonical href="https://a.example/b"><p>x', "https://a.example/b"),
        ('<link rel=canonical href="/b"><meta property=og:url content="http://a.example">', "http://a.example"),
        ("<!-- saved from url=(0021)https://a.example/b --><html><p>x", "https://a.example/b"),
        ('<link rel=canonical href="javascript:alert(1)"><p>x', ""),
    ],
)  # fmt: skip
def test_addresses(markup: str, url: str) -> None:
    assert record(markup).url == url
