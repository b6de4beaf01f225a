"""Markup becomes characters and a tree, whatever it declares and whatever it lacks."""

from __future__ import annotations

import pytest

from app.extraction.formats.html.tree import decode_page, parse_markup
from tests.extraction.formats.site_shapes import RUSSIAN

WORDS = RUSSIAN.body[0]


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<META HTTP-EQUIV=content-type CONTENT='text/html; charset=windows-1251'>",
        "<meta name=x content=y><meta charset = windows-1251 />",
        '<?xml version="1.0" encoding="windows-1251"?>',
    ],
)
def test_the_encoding_a_page_declares(head: str) -> None:
    found = decode_page(f"{head}<p>{WORDS}</p>".encode("cp1251"))
    assert WORDS in found.text
    assert found.notices == ()


def test_the_encoding_is_told_from_outside_or_guessed() -> None:
    data = f"<meta charset=koi8-r><p>{WORDS}</p>".encode("cp1251")
    assert WORDS in decode_page(data, "windows-1251").text
    guessed = decode_page(f"<p>{WORDS}</p>".encode("cp1251"))
    assert WORDS in guessed.text
    assert "Windows-1251" in guessed.notices[0]


def test_a_page_in_utf16_or_with_a_wrong_declaration() -> None:
    assert WORDS in decode_page(f"<meta charset=utf-8>{WORDS}".encode("utf-16")).text
    assert WORDS in decode_page(f"<meta charset=iso-8859-1>{WORDS}".encode()).text


def test_characters_that_cannot_be_are_removed_and_told() -> None:
    found = decode_page("<p>a\x00b\ud800c\r\nd</p>")
    assert found.text == "<p>abc\nd</p>"
    assert len(found.notices) == 2


@pytest.mark.parametrize("markup", ["", " \n", "<!-- x -->", "<?xml version='1.0'?>", "<>", "&"])
def test_a_page_of_nothing_has_a_tree(markup: str) -> None:
    assert parse_markup(markup) is not None


def test_no_page_defines_entities_or_reads_files() -> None:
    markup = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY a "aaaa">'
        '<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body><p>&a;&f;</p></body></html>'
    )
    text = "".join(parse_markup(markup).itertext())
    assert "&a;&f;" in text
    assert "aaaa" not in text
