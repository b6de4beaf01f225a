"""Names, roles and classes of elements say what their words are, where they speak of them."""

from __future__ import annotations

import pytest

from app.extraction.formats.html.marks import mark_of
from app.model.article import ZoneKind

Z = ZoneKind


@pytest.mark.parametrize(
    ("tag", "attributes", "kind"),
    [
        ("nav", {}, Z.FURNITURE),
        ("div", {"role": "navigation"}, Z.FURNITURE),
        ("div", {"class": "l-col site-footer__inner"}, Z.FURNITURE),
        ("header", {}, Z.MASTHEAD),
        ("header", {"role": "banner"}, Z.MASTHEAD),
        ("div", {"id": "masthead"}, Z.MASTHEAD),
        ("h1", {}, Z.HEADLINE),
        ("div", {"class": "post-title"}, Z.HEADLINE),
        ("aside", {"class": "intro"}, Z.RELATED),
        ("div", {"class": "ArticleBody_relatedLinks__x3f"}, Z.RELATED),
        ("section", {"id": "commentsSection"}, Z.COMMENTS),
        ("figcaption", {}, Z.CAPTION),
        ("figcaption", {"class": "credit"}, Z.CREDIT),
        ("p", {"class": "wp-caption-text"}, Z.CAPTION),
        ("span", {"itemprop": "author"}, Z.BYLINE),
        ("a", {"rel": "author nofollow"}, Z.BYLINE),
        ("a", {"rel": "tag"}, Z.TAGS),
        ("time", {}, Z.BYLINE),
        ("div", {"class": "article__standfirst"}, Z.LEDE),
        ("p", {}, None),
        ("p", {"class": "paragraph text-lg"}, None),
        ("p", {"class": "has-sidebar no-comments print:hidden md:nav"}, None),
        ("body", {"class": "comments"}, None),
        ("article", {"class": "related"}, None),
    ],
)
def test_what_an_element_says(tag: str, attributes: dict[str, str], kind: ZoneKind | None) -> None:
    mark = mark_of(tag, attributes)
    assert (mark.kind if mark else None) is kind
