"""Pieces become one text with exact places."""

from __future__ import annotations

from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind


def test_every_piece_stands_where_the_builder_said() -> None:
    builder = TextBuilder()
    title = builder.add("  The title ", ZoneKind.HEADLINE)
    nothing = builder.add(" \n ")
    body = builder.add("First line\r\nsecond\x00 line")
    found = builder.document("page.html", title="The title")
    assert found.text == "The title\n\nFirst line\nsecond line"
    assert (title.of(found.text), body.of(found.text)) == ("The title", "First line\nsecond line")
    assert len(nothing) == 0
    assert [(hint.span, hint.kind) for hint in found.hints] == [(title, ZoneKind.HEADLINE)]
    assert found.notices


def test_pages_partition_the_text_and_may_be_empty() -> None:
    builder = TextBuilder()
    for words in ("one", "", "three"):
        builder.begin_page()
        builder.add(words)
    found = builder.document("paper.pdf")
    assert [span.of(found.text).strip() for span in found.pages] == ["one", "", "three"]
    assert found.pages[0].start == 0
    assert found.pages[-1].end == len(found.text)
    assert all(a.end == b.start for a, b in zip(found.pages, found.pages[1:], strict=False))
