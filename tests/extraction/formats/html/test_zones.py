"""Blocks are labelled by their structure, but never against where the article plainly stands."""

from __future__ import annotations

from app.extraction.formats.html.blocks import take_apart
from app.extraction.formats.html.tree import parse_markup
from app.extraction.formats.html.zones import block_kinds, marked_kinds
from app.model.article import ZoneKind

LONG = "The repairs cost $38.5 million, the mayor said to the paper on day {}, and then she left."
BODY = [LONG.format(number) for number in range(6)]


def kinds(markup: str, title: str = "") -> dict[str, ZoneKind | None]:
    page = take_apart(parse_markup(markup))
    return dict(zip((b.text for b in page.blocks), block_kinds(page, markup, title), strict=True))


def paragraphs(opening: str = "<p>") -> str:
    return "".join(f"{opening}{words}</p>" for words in BODY)


def test_a_class_that_every_paragraph_bears_means_nothing() -> None:
    for name in ("social", "ad", "promo", "comment", "caption"):
        found = kinds(f"<body><div>{paragraphs(f'<p class={name}>')}</div>")
        assert set(found.values()) == {ZoneKind.BODY}


def test_a_box_that_holds_the_article_is_no_aside() -> None:
    for tag in ("form", "aside", "footer", "nav", "figure", "div class=comments", "label"):
        found = kinds(f"<body><{tag}>{paragraphs()}</{tag.split()[0]}><p>About us</p>")
        assert [found[words] for words in BODY] == [ZoneKind.BODY] * 6


def test_what_is_set_apart_stays_apart() -> None:
    found = kinds(
        f"<body><article>{paragraphs()}<section class=comments><h2>Say</h2><form><p>Tell us.</p>"
        "</form><aside>Rules</aside></section><footer><p class=byline>By us</p></footer></article>"
    )
    assert found["Say"] is found["Tell us."] is found["Rules"] is ZoneKind.COMMENTS
    assert found["By us"] is ZoneKind.FURNITURE


def test_the_headline_is_not_the_name_of_the_site() -> None:
    markup = (
        f"<body><header><h1>Ellery Post</h1></header><h2>Bridge open again after repairs</h2>"
        f"<div>{paragraphs()}</div><h1>More news</h1>"
    )
    found = kinds(markup, "Bridge open again after repairs")
    assert found["Bridge open again after repairs"] is ZoneKind.HEADLINE
    assert list(found.values()).count(ZoneKind.HEADLINE) == 1
    assert kinds(markup.replace("<h1>Ellery Post</h1>", ""))["More news"] is not ZoneKind.HEADLINE


def test_what_stands_with_the_headline_is_no_masthead() -> None:
    found = kinds(
        "<body><header class=page-header><h1>Bridge open</h1><p class=dek>After a year of work</p>"
        f"<p class=byline>By Lena Ford</p></header><div>{paragraphs()}</div>"
    )
    assert found["After a year of work"] is ZoneKind.LEDE
    assert found["By Lena Ford"] is ZoneKind.BYLINE


def test_short_lines_within_the_article_are_its_own() -> None:
    middle = "<h2>The cost</h2><p>Much.</p><ul><li>38 million dollars</ul><pre>a = b</pre>"
    found = kinds(f"<body><article>{paragraphs()}{middle}{paragraphs()}</article>")
    assert {found[words] for words in ("The cost", "Much.", "38 million dollars", "a = b")} == {
        ZoneKind.BODY
    }


def test_a_line_that_is_but_a_link_is_not_the_articles() -> None:
    link = "<p><a href=/x>Read more: how the tunnel was closed for a week in June</a></p>"
    found = kinds(f"<body><article>{paragraphs()}{link}{paragraphs()}</article>")
    assert found["Read more: how the tunnel was closed for a week in June"] is not ZoneKind.BODY


def test_links_above_the_article_are_not_its_standfirst() -> None:
    box = "<div><b>Traffic</b><ul><li><a href=/x>Bridge to stay open, says mayor</a></ul></div>"
    markup = f"<body><article><h1>Bridge open</h1>{box}{paragraphs()}</article>"
    assert kinds(markup)["Bridge to stay open, says mayor"] is ZoneKind.RELATED


def test_a_line_about_rights_ends_no_article() -> None:
    found = kinds(f"<body>{paragraphs()}<p>© 2021 Ellery Post. All rights are reserved by us.</p>")
    assert found["© 2021 Ellery Post. All rights are reserved by us."] is ZoneKind.FURNITURE


def test_without_an_article_marks_alone_speak() -> None:
    found = kinds("<body><nav>Home</nav><p>Short</p><footer>About</footer>")
    assert found == {"Home": ZoneKind.FURNITURE, "Short": None, "About": ZoneKind.FURNITURE}


def test_marks_by_themselves() -> None:
    page = take_apart(parse_markup("<nav>a</nav><figure><figcaption>b</figcaption></figure><p>c"))
    assert marked_kinds(page) == [ZoneKind.FURNITURE, ZoneKind.CAPTION, None]
