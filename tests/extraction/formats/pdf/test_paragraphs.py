"""Lines are joined to the paragraphs that they were broken from."""

from __future__ import annotations

from app.extraction.formats.pdf.lines import Line
from app.extraction.formats.pdf.paragraphs import Joints, join_rows, joined, paragraphs

WIDTH = 5.0


def line(text: str, y: float, left: float = 50, page: int = 1, hyphen: bool = False) -> Line:
    edges = [(left + WIDTH * n, left + WIDTH * (n + 1)) for n in range(len(text))]
    return Line(text, left, left + WIDTH * len(text), y, 10, edges, hyphen, page)


def block(*texts: str, top: float = 700, left: float = 50, page: int = 1) -> list[Line]:
    return [line(text, top - 12 * row, left, page) for row, text in enumerate(texts)]


def read(lines: list[Line]) -> list[str]:
    joints = Joints(lines)
    return [
        "".join(one.text[:stands] + between for one, stands, between in joined(printed, joints))
        for printed in paragraphs(lines)
    ]


def test_a_line_that_leaves_room_ends_a_paragraph() -> None:
    lines = block(
        "The talks in Geneva ended on Friday without a",
        "deal of any kind.",
        "Nobody signed, and everybody left for home at",
        "once.",
    )
    assert read(lines) == [
        "The talks in Geneva ended on Friday without a deal of any kind.",
        "Nobody signed, and everybody left for home at once.",
    ]


def test_an_indent_or_a_gap_begins_a_paragraph() -> None:
    first = "The talks in Geneva ended on Friday, said two."
    assert read([line(first, 700), line("Nobody signed any of these papers here.", 688, 62)]) == [
        first,
        "Nobody signed any of these papers here.",
    ]
    lines = [*block(*[first] * 5), *block(*[first] * 2, top=620)]
    assert read(lines) == [" ".join([first] * 5), " ".join([first] * 2)]


def test_a_list_keeps_its_items() -> None:
    lines = [
        line("• The first of the items is somewhat longer and", 700),
        line("goes on.", 688, 60),
        line("• The second.", 676),
    ]
    assert read(lines) == [
        "• The first of the items is somewhat longer and goes on.",
        "• The second.",
    ]


def test_a_paragraph_goes_on_in_the_next_column_and_page() -> None:
    lines = [
        *block("The talks in Geneva ended on Friday", "and it was the minister himself who"),
        *block(
            "said so to the press before he left", "for Moscow, where Putin waited and", left=300
        ),
        *block("Lavrov spoke to him. Then he went to", "bed.", page=2),
        *block("Nobody else was there.", top=500, page=2),
    ]
    assert read(lines) == [
        "The talks in Geneva ended on Friday and it was the minister himself who said so to the "
        "press before he left for Moscow, where Putin waited and Lavrov spoke to him. Then he "
        "went to bed.",
        "Nobody else was there.",
    ]


def test_pieces_of_a_row_are_joined() -> None:
    rows = join_rows([line("1.", 700), line("first", 700, 90), line("name", 680)])
    assert [one.text for one in rows] == ["1. first", "name"]
    assert [one.text for one in join_rows([line("name", 680), line("12", 680, 200)])] == [
        "name\t12"
    ]
    assert len(rows[0].edges) == len(rows[0].text)


def test_hyphens_are_dropped_only_on_evidence() -> None:
    def joint(before: str, after: str, *others: str) -> str:
        lines = [line(before, 700), line(after, 688), *(line(one, 1) for one in others)]
        dropped, between = Joints(lines).between(lines[0], lines[1])
        return before[: len(before) - dropped] + between + after

    assert joint("a recon-", "sideration") == "a reconsideration"
    assert joint("the well-", "known man") == "the wellknown man"
    assert joint("the well-", "known man", "a well-known man") == "the well-known man"
    assert joint("the well-", "known man", "known as well") == "the well-known man"
    # Fifty lines without a hyphen: whoever printed this parts no words.
    assert joint("the well-", "known man", *["a line"] * 50) == "the well-known man"
    assert joint("a recon-", "sideration", "reconsideration", *["a line"] * 50) == (
        "a reconsideration"
    )
    assert joint("co-", "operation", "co operation cooperation") == "cooperation"
    assert joint("Franco-", "German") == "Franco-German"
    assert joint("2015-", "2016") == "2015-2016"
    assert joint("a word", "another") == "a word another"
    assert joint("外交部", "长") == "外交部长"
