"""Paragraphs are lines, and hard-wrapped lines are one paragraph."""

from __future__ import annotations

from app.extraction.page.blocks import find_blocks


def test_lines_are_paragraphs_with_indent_and_gap() -> None:
    text = "One\n\n   Two \n" + "Three " * 30
    found = find_blocks(text)
    assert [text[block.start : block.end] for block in found] == [
        "One",
        "Two",
        ("Three " * 30)[:-1],
    ]
    assert [(block.indent, block.gap) for block in found] == [(0, False), (3, True), (0, False)]


def test_wrapped_lines_are_joined_and_list_items_are_not() -> None:
    text = (
        "The group met in New York on Wednesday and would\n"
        "meet again on Friday, said the envoy of the\n"
        "United Nations after the talks.\n"
        "- It had met before.\n"
        "- It will meet again, said another\n"
        "envoy of the same office."
    )
    assert [text[block.start : block.end].split()[0] for block in find_blocks(text)] == [
        "The",
        "-",
        "-",
    ]


def test_headlines_under_each_other_are_not_one_paragraph() -> None:
    text = "Ferry Captains Fear for Their Jobs\nFive Bridges That Never Opened\nThe Mill Is Sold"
    assert len(find_blocks(text)) == 3


def test_a_flattened_page_is_joined_at_its_links() -> None:
    text = (
        "Council to sell the old gasworks\n"
        "The council voted on Monday to sell it to\nBrandt Homes\n, a firm from the capital.\n"
        "Its price was\ntoo low\n, said the mayor.\nShare\nPrint"
    )
    assert [" ".join(text[block.start : block.end].split()) for block in find_blocks(text)] == [
        "Council to sell the old gasworks",
        "The council voted on Monday to sell it to Brandt Homes , a firm from the capital.",
        "Its price was too low , said the mayor.",
        "Share",
        "Print",
    ]
