"""Tags of any size: what is read of them, and what is left alone."""

from __future__ import annotations

import pytest

from app.extraction.formats.html.attributes import MOST_ATTRIBUTES, within_measure
from app.extraction.formats.html.tree import decode_page, parse_markup
from tests.growth import LENGTHS, MOST_GROWTH, growth

MANY = MOST_ATTRIBUTES + 500


def tag(written: str, number: int = MANY) -> str:
    return "<p id=first " + " ".join(written.format(n) for n in range(number)) + ">"


@pytest.mark.parametrize("written", ["a{}", "a{0}={0}", "a{} = '>'", 'a{}="<b c>"', "a{}/", "=a{}"])
def test_attributes_beyond_measure_go_and_the_words_stay(written: str) -> None:
    found = within_measure(f"<h1>Talks</h1>{tag(written)}Officials met.</p><p id=last>Soon.")
    assert found.startswith("<h1>Talks</h1><p id=first ")
    assert found.endswith(">Officials met.</p><p id=last>Soon.")
    page = f"<h1>Talks</h1>{tag(written)}Officials met.</p><p id=last>Soon."
    tree = parse_markup(decode_page(page).text)
    assert "".join(tree.itertext()) == "TalksOfficials met.Soon."
    assert all(len(element.attrib) <= MOST_ATTRIBUTES for element in tree.iter())


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<p>Officials met.",
        "<img src='data:" + "A" * 100_000 + "' alt=x>",
        tag("a{}='b'", MOST_ATTRIBUTES - 10) + "Officials met.",
        "<p " + 'title="' + "word " * MANY + '">Officials met.</p>',
        "<p>" + "word < word " * MANY,
        "<!-- " + tag("a{}") + " --><p>Officials met.",
        "<script>if (a <b) { " + "c d " * MANY + "}</SCRIPT><p>Officials met.",
    ],
)
def test_other_markup_stays_as_it_is(markup: str) -> None:
    assert within_measure(markup) == markup


@pytest.mark.parametrize("cut", ["<p", '<p a="', "<p a='", "<p a=", "<!--", "<script", "<"])
def test_a_page_that_breaks_off_is_read_to_its_end(cut: str) -> None:
    assert within_measure(f"{tag('a{}')}Officials met.{cut}").endswith(f">Officials met.{cut}")


@pytest.mark.parametrize(
    "unit", ["<a ", '<a x="', "<a x='<a x=\"", '<a "', "<!--", "<script", "< "]
)
@pytest.mark.parametrize("length", LENGTHS)
def test_the_time_grows_with_the_page(unit: str, length: int) -> None:
    assert growth(within_measure, unit, length) < MOST_GROWTH
