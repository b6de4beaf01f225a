"""The second way to a page's text: by its characters, without a tree."""

from __future__ import annotations

import pytest

from app.extraction.formats.html.blocks import take_apart
from app.extraction.formats.html.letters import visible_letters, visible_paragraphs
from app.extraction.formats.html.tree import parse_markup
from tests.extraction.formats.site_shapes import SHAPES, STORIES
from tests.growth import LENGTHS, MOST_GROWTH, growth


@pytest.mark.parametrize("shape", SHAPES)
def test_both_ways_agree_on_every_shape_of_site(shape: str) -> None:
    for story in STORIES.values():
        markup = SHAPES[shape](story)
        blocks = take_apart(parse_markup(markup)).blocks
        assert visible_letters(markup)[0] == sum(sum(map(len, b.text.split())) for b in blocks)


@pytest.mark.parametrize(
    ("markup", "letters"),
    [
        ("", 0),
        ("words", 5),
        ("<p title='a > b'>one</p> two", 6),
        ("a &amp; b &lt;&nbsp;", 4),
        ("<!-- no --><!doctype html><p>yes<?no?>", 3),
        ("<script>if (a < b) '</p>'</script>yes<style>no</style>", 3),
        ("<div hidden><div>no</div>no</div>yes", 3),
        ("<ul><li hidden>no<li>yes</ul>", 3),
        ("<p style='display:none'>no</p><p class=sr-only>no</p>yes", 3),
        ("<textarea><b>yes</textarea>", 6),
        ("<img hidden>yes<input type=hidden hidden>", 3),
        ("1 < 2 <3", 5),
        ("<!-->yes", 3),
        ("<!-- never closed", 0),
        ("<a title='open>one</a> two <b>three</b>", 11),
    ],
)
def test_letters_that_are_visible(markup: str, letters: int) -> None:
    assert visible_letters(markup)[0] == letters


def test_tags_with_a_quote_that_is_never_closed_are_cut_out() -> None:
    markup = "<p>one</p><a title='open>two</a> <b class=\"c>three</b>"
    assert visible_letters(markup)[1] == "<p>one</p>two</a> three</b>"
    whole = "<p title='a > b'>it's one</p>"
    assert visible_letters(whole)[1] is whole


def test_paragraphs_without_a_tree() -> None:
    markup = "<div>one <b>and</b>\n more<p title='open>two &amp; three<td>four</td><br>five"
    assert visible_paragraphs(markup) == ["one and more", "two & three", "four", "five"]


@pytest.mark.parametrize(
    "unit", ["<", "<a ", "<a b='", '<a b="\' ', "<!--", "<!-- x ", "</", "<div hidden>", "&", "&#",
             "<script>", "<textarea>", "<?", "<a>"],
)  # fmt: skip
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_page(unit: str, length: int) -> None:
    assert growth(visible_letters, unit, length) < MOST_GROWTH
    assert growth(visible_paragraphs, unit, length) < MOST_GROWTH
