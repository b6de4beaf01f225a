"""What is not in the text is told with how much, why, and after which words."""

from __future__ import annotations

from dataclasses import replace

from app.extraction.appending import append_left_out
from app.extraction.article import make_article
from app.extraction.document import Document
from app.model.article import Article, LeftOut, WhyLeftOut
from app.model.span import Span
from app.ui.article.left_out_rows import is_included, left_out_rows, told_left_out

TEXT = "The council sold the old mill on Monday.\n\nThe mayor said that it was empty."


def article() -> Article:
    left_out = (
        LeftOut(0, WhyLeftOut.SPOKEN, "Skip", 1),
        LeftOut(42, WhyLeftOut.HIDDEN, "The buyer is known.", 4),
        LeftOut(len(TEXT), WhyLeftOut.DELETED, "Nobody asked.", 2),
    )
    return make_article(Document(TEXT, "mill.html", left_out=left_out))


def test_each_stretch_has_a_row_that_leads_to_its_place() -> None:
    told = article()
    assert told_left_out(told) == "The file does not show 7 words in 3 places."
    first, second, third = left_out_rows(told)
    assert first.told.split("\n") == ["Skip", "1 word for screen readers, before the first word"]
    assert first.span == Span(0, 0)
    assert "\n4 words hidden, after “" in second.told
    assert "…sold the old mill on Monday." in second.told
    # The place is that of the last sign before it, not of the blank line.
    assert second.span.of(TEXT) == "."
    assert second.span.end == 40
    assert second.tip == "The buyer is known."
    assert "\n2 words deleted, after “" in third.told


def test_what_is_put_in_is_told_and_leads_to_where_it_stands() -> None:
    grown = append_left_out(article(), (1,))
    assert not is_included(grown, grown.left_out[1])
    *before, last = grown.zones
    grown = replace(grown, zones=(*before, replace(last, included=True)))
    assert is_included(grown, grown.left_out[1])
    assert told_left_out(grown).endswith("4 of them are put in.")
    row = left_out_rows(grown)[1]
    assert "\n4 words put in, after “" in row.told
    assert row.span.of(grown.text) == "The buyer is known."
