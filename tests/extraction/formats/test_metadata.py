"""Titles that programs made up are no titles; languages come out as two letters."""

from __future__ import annotations

import pytest

from app.extraction.formats.metadata import chosen_title, language_code, stated_title


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Talks  end\nin Geneva", "Talks end in Geneva"),
        ("Microsoft Word - Talks end", "Talks end"),
        ("Microsoft Word - talks.docx", ""),
        ("Untitled", ""),
        ("Document1", ""),
        ("paper-final.indd", ""),
        (" - ", ""),
        ("Untitled questions remain", "Untitled questions remain"),
    ],
)
def test_titles(stated: str, title: str) -> None:
    assert stated_title(stated) == title


def test_the_headline_that_is_seen_comes_first() -> None:
    assert chosen_title("An old template", "Talks end") == "Talks end"
    assert chosen_title("Talks end", " ") == "Talks end"


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en-GB", "en"), ("DE_at", "de"), ("rus", "ru"), ("xyz", ""), ("", ""), ("english", "")],
)
def test_languages(tag: str, code: str) -> None:
    assert language_code(tag) == code
