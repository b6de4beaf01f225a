"""Paragraphs carry what the file says of them; lines that come again and again are buttons."""

from __future__ import annotations

from app.extraction.document import Hint
from app.extraction.page.lines import Page
from app.model.article import ZoneKind
from app.model.span import Span


def test_a_paragraph_is_cut_where_a_hint_begins_and_ends() -> None:
    text = "One two three four.\n\nFive six."
    page = Page(text, [Hint(Span(4, 13), ZoneKind.CAPTION)])
    assert [text[block.start : block.end].strip() for block in page.blocks] == [
        "One",
        "two three",
        "four.",
        "Five six.",
    ]
    assert page.told == [None, ZoneKind.CAPTION, None, None]
    assert page.untold().told == [None] * 4


def test_one_hint_over_many_paragraphs_and_a_hint_of_nothing() -> None:
    text = "One.\n\nTwo.\n\nThree."
    hints = [Hint(Span(0, 10), ZoneKind.FURNITURE), Hint(Span(12, 12), ZoneKind.BODY)]
    assert Page(text, hints).told == [ZoneKind.FURNITURE, ZoneKind.FURNITURE, None]


def test_short_lines_that_come_three_times_are_buttons() -> None:
    text = "Antwort\nA long remark.\nAntwort\nAnother one.\nAntwort\nTeilen\nTeilen"
    assert Page(text).buttons == {0, 2, 4}


def test_words_are_folded_and_bare() -> None:
    assert Page("“Harbour” (bridge),\n–").words([0, 1]) == {"harbour", "bridge", "–"}
