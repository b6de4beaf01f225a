"""Pages of many shapes: every visible word is kept, and the article is found among them."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.article import make_article
from app.extraction.document import Document
from app.extraction.formats.html.reader import add_visible, parse, read
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ARTICLE_ZONES, ZoneKind
from app.model.errors import InputError
from app.model.work import Work
from tests.extraction.formats.site_shapes import SHAPES, STORIES, portal
from tests.extraction.formats.told import left_out

PARAGRAPH = "<p>The harbour bridge opened to traffic on Monday, after being closed for a year.</p>"


def page(markup: str | bytes) -> Document:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return read(data, "page.html", Work())


def kinds(document: Document) -> dict[str, ZoneKind]:
    return {hint.span.of(document.text): hint.kind for hint in document.hints}


UNSEEN = {"script", "style", "title", "template", "noscript"}
VOID = {"meta", "link", "img", "br", "hr", "input"}


class Seen(HTMLParser):
    """The visible words of a page, by the parser of the standard library."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.words: Counter[str] = Counter()
        self.open: list[tuple[str, bool]] = [("", False)]
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        hidden = tag in UNSEEN or "hidden" in told or told.get("class") == "visually-hidden"
        if tag not in VOID:
            self.open.append((tag, hidden or self.open[-1][1]))

    def handle_endtag(self, tag: str) -> None:
        while tag in [name for name, _ in self.open] and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self.open[-1][1]:
            self.words.update(data.split())


def shapes_and_stories() -> list[tuple[str, str]]:
    return [(shape, language) for shape in SHAPES for language in STORIES]


def fourgrams(text: str) -> set[str]:
    letters = "".join(text.split())
    return {letters[i : i + 4] for i in range(len(letters) - 3)}


@pytest.mark.parametrize(("shape", "language"), shapes_and_stories())
def test_every_visible_word_of_a_site_is_in_the_text_once(shape: str, language: str) -> None:
    markup = SHAPES[shape](STORIES[language])
    assert Counter(page(markup).text.split()) == Seen(markup).words


@pytest.mark.parametrize(("shape", "language"), shapes_and_stories())
def test_the_article_is_found_in_every_shape_of_site(shape: str, language: str) -> None:
    story = STORIES[language]
    article = make_article(page(SHAPES[shape](story)))
    assert article.title == story.title
    found = fourgrams("\n".join(z.span.of(article.text) for z in article.zones if z.included))
    wanted = fourgrams("\n".join(story.body))
    # A standfirst may count as the article's own; where the author stands unmarked too.
    free = fourgrams(story.standfirst) | fourgrams(story.author)
    recall = len(found & wanted) / len(wanted)
    precision = len(found & wanted) / len(found - (free - wanted))
    assert 2 * recall * precision / (recall + precision) > 0.95, (recall, precision)


def test_a_page_tells_its_day_author_language_and_address() -> None:
    found = page(portal(STORIES["de"]))
    assert (found.published, found.author) == (date(2021, 5, 3), "Jörg Müller")
    assert (found.language, found.url) == ("de", "https://post.example/bridge")
    assert found.notices == ()


def test_the_parts_of_a_page_are_told_apart() -> None:
    story = STORIES["en"]
    found = kinds(page(portal(story)))
    assert found[story.title] is ZoneKind.HEADLINE
    assert found[story.standfirst] is ZoneKind.LEDE
    assert found["Lena Ford 03.05.2021"] is ZoneKind.BYLINE
    assert found[story.caption] is ZoneKind.CAPTION
    assert {found[words] for words in story.body} == {ZoneKind.BODY}
    assert {found[words] for words in story.menu} == {ZoneKind.FURNITURE}
    assert {found[words] for words in story.related} == {ZoneKind.RELATED}
    assert {found[words] for words in story.comments} == {ZoneKind.COMMENTS}
    assert found[story.footer] is ZoneKind.FURNITURE
    assert found[story.site] is ZoneKind.MASTHEAD


def test_what_trafilatura_gives_up_on_is_found_all_the_same() -> None:
    body = "".join(f"<p>{words.replace('<', '&lt;')}</p>" for words in STORIES["en"].body[:3] * 2)
    for depth in (300, 1500):  # it answers nothing from about 256 nested tags on
        found = page(f"<body>{'<div>' * depth}{body}{'</div>' * depth}<footer>About us</footer>")
        assert list(kinds(found).values()).count(ZoneKind.BODY) >= 3
        assert found.text.count("The repairs cost") == 2  # it drops what is repeated


def test_repeated_paragraphs_stay() -> None:
    found = page(f"<body><article>{PARAGRAPH * 5}</article>")
    assert found.text.count("The harbour bridge") == 5
    assert [hint.kind for hint in found.hints] == [ZoneKind.BODY] * 5


def test_links_of_the_body_are_proposed_as_sources() -> None:
    linked = PARAGRAPH.replace(
        "bridge", '<a href=" https://city.example/r?a=1&amp;b=2 ">bridge</a>'
    )
    more = PARAGRAPH.replace("Monday", '<a href="/relative">Monday</a>')
    menu = '<nav><a href="https://other.example">Other</a></nav>'
    found = page(f"<body>{menu}<article>{PARAGRAPH}{linked}{more}</article>")
    (proposal,) = found.proposals
    assert proposal.span.of(found.text) == proposal.text == "bridge"
    assert (proposal.kind, proposal.url) == ("link", "https://city.example/r?a=1&b=2")


def test_a_page_of_links_proposes_a_sane_number() -> None:
    links = "".join(
        f'<p>It was said on Monday by <a href="https://x.example/{i}">Mr {i}</a>, who left.</p>'
        for i in range(1000)
    )
    assert len(page(f"<body><article>{links}</article>").proposals) == 200


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        ("<html><body></body></html>", "shows no text"),
        ("<html><script>words('here')</script></html>", "shows no text"),
        ("<html><body><p>...</p></body></html>", "shows no text"),
    ],
)
def test_a_page_without_words_is_refused(markup: str, told: str) -> None:
    with pytest.raises(InputError, match=f"page.html {told}"):
        page(markup)


def test_a_page_that_hides_much_says_so() -> None:
    hidden = "<div style='display: none'>" + "unseen words " * 100 + "</div>"
    found = page(f"<body>{PARAGRAPH}{hidden}{PARAGRAPH}")
    assert "unseen" not in found.text
    assert found.notices == (
        "The page hides 1,299 characters from who looks at it; they were left out.",
    )


def test_what_a_page_hides_is_kept_at_its_place_and_not_in_the_text() -> None:
    found = page(
        f"<body><nav>Home <b class='sr-only'>Skip to content</b></nav><article>{PARAGRAPH}"
        "<p hidden>The mayor had known for a year.</p>"
        f"{PARAGRAPH}</article><div style='visibility:hidden'>Accept &amp; close</div>"
    )
    words = PARAGRAPH.removeprefix("<p>").removesuffix("</p>")
    assert left_out(found) == [
        ("Home", "spoken", "Skip to content"),
        (words, "hidden", "The mayor had known for a year."),
        (words, "hidden", "Accept & close"),
    ]
    assert [one.words for one in found.left_out] == [3, 7, 2]
    assert "mayor had known" not in found.text


def test_a_quote_that_is_never_closed_costs_no_words() -> None:
    found = page(f"<body>{PARAGRAPH}<a title='open>{PARAGRAPH}</a><p>And the tail.")
    assert found.text.count("The harbour bridge") == 2
    assert found.text.endswith("And the tail.")
    assert found.notices == (
        "A quote in the page's code is never closed; what follows it was read all the same.",
    )
    assert list(kinds(found).values()).count(ZoneKind.BODY) == 2


def test_other_formats_take_in_trees_with_a_kind_of_their_own() -> None:
    builder = TextBuilder()
    tree = parse("<h1>Chapter</h1><nav>Contents</nav><p>Words.</p>")
    add_visible(builder, tree, ZoneKind.BODY)
    assert kinds(builder.document("x")) == {
        "Chapter": ZoneKind.BODY,
        "Contents": ZoneKind.FURNITURE,
        "Words.": ZoneKind.BODY,
    }
    builder = TextBuilder()
    add_visible(builder, tree, None)
    assert kinds(builder.document("x")) == {
        "Chapter": ZoneKind.HEADLINE,
        "Contents": ZoneKind.FURNITURE,
    }
    add_visible(builder, parse(b""), None)


BLOCK = st.sampled_from(
    ("p", "div", "section", "article", "li", "h2", "blockquote", "td", "aside", "footer", "nav")
)
INLINE = st.sampled_from(["b", "i", "span", "a", "em", "time", "sub", "code"])
WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cc", "Cn"))
    .filter(lambda char: char not in "<>&"),
    min_size=1, max_size=30,
)  # fmt: skip


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    each = st.lists(inner, max_size=4)
    return st.builds(lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>", BLOCK | INLINE, each)


@settings(deadline=None)
@given(st.lists(st.recursive(WORDS, nested, max_leaves=20), min_size=1, max_size=6))
def test_no_visible_character_of_any_page_is_lost(parts: list[str]) -> None:
    markup = f"<html><body><p>Words to begin with.</p>{''.join(parts)}</body></html>"
    seen: Counter[str] = Counter()
    for word, times in Seen(markup).words.items():
        for char in word:
            seen[char] += times
    text = page(markup).text
    assert Counter(char for char in text if not char.isspace()) == seen


def test_hints_and_text_agree() -> None:
    for shape in SHAPES.values():
        found = page(shape(STORIES["en"]))
        ends = [0]
        for hint in found.hints:
            assert hint.span.start >= ends[-1]
            assert hint.span.of(found.text) == hint.span.of(found.text).strip() != ""
            ends.append(hint.span.end)
        assert any(hint.kind in ARTICLE_ZONES for hint in found.hints)
