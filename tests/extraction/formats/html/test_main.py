"""The article's own blocks are found with trafilatura's answer and without it."""

from __future__ import annotations

import pytest

from app.extraction.formats.html import main as html_main
from app.extraction.formats.html.blocks import TextBlock, take_apart
from app.extraction.formats.html.main import article_box, is_prose, is_sentence, main_blocks, within
from app.extraction.formats.html.tree import parse_markup
from tests.extraction.formats.site_shapes import ENGLISH, divs, wrapped

LONG = "The repairs cost $38.5 million, the mayor said to the paper on the same day."


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (LONG, True),
        ("橋は月曜日に再び開通したと発表した。", True),
        ("وقالت رئيسة البلدية إن الأمر انتهى؟", True),
        ("Home World Business Sport Weather", False),
        ("He left.", False),
        ("x" * 200, True),
    ],
)
def test_prose_in_any_script(text: str, prose: bool) -> None:
    assert is_prose(TextBlock(text, 0)) is prose


def test_a_short_sentence_is_one() -> None:
    assert is_sentence(TextBlock("He left.", 0))
    assert not is_sentence(TextBlock("Sign in", 0))


@pytest.mark.parametrize("shape", [divs, wrapped])
@pytest.mark.parametrize("too_large", [False, True])
def test_the_article_is_found_either_way(
    shape: object, too_large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if too_large:
        monkeypatch.setattr(html_main, "_LARGEST", 10)
    markup = shape(ENGLISH)  # type: ignore[operator]
    page = take_apart(parse_markup(markup))
    found = main_blocks(markup, page.blocks, page.boxes, [False] * len(page.blocks))
    texts = {page.blocks[place].text for place in found}
    assert {words for words in ENGLISH.body if len(words) > 60} <= texts
    assert not texts & {*ENGLISH.related, *ENGLISH.menu}


def test_the_box_of_the_article_holds_its_paragraphs_alone() -> None:
    markup = f"<div id=a><p>Menu</p></div><div id=b><p>{LONG}</p><p>{LONG}</p></div>"
    page = take_apart(parse_markup(markup))
    box = article_box({1, 2}, page.blocks, page.boxes)
    inside = within(box, page.boxes)
    assert [inside[block.box] for block in page.blocks] == [False, True, True]
    assert article_box({1}, page.blocks, page.boxes) == box  # its neighbours belong to it
    assert article_box(set(), page.blocks, page.boxes) == -1
