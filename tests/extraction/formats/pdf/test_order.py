"""Columns are read one after the other; what is in order stays so."""

from __future__ import annotations

import random

import pytest

from app.extraction.formats.pdf.lines import Line
from app.extraction.formats.pdf.order import reading_order


def line(text: str, left: float, right: float, y: float, size: float = 10) -> Line:
    width = (right - left) / len(text)
    edges = [(left + width * n, left + width * (n + 1)) for n in range(len(text))]
    return Line(text, left, right, y, size, edges, page=1)


def column(name: str, left: float, right: float, top: float = 700, rows: int = 9) -> list[Line]:
    return [
        line(f"{name} {row} of running text and more of it", left, right, top - 12 * row)
        for row in range(rows)
    ]


TITLE = line("A title across all of the columns", 50, 545, 740, 20)
CAPTION = line("A caption across all of the columns of this page", 60, 530, 570, 8)
TWO = [
    TITLE,
    *column("left", 50, 290),
    *column("right", 305, 545),
    CAPTION,
    *column("lower left", 50, 290, 550),
    *column("lower right", 305, 545, 550),
]
THREE = [*column("one", 50, 200), *column("two", 215, 365), *column("three", 380, 530)]


@pytest.mark.parametrize("wanted", [TWO, THREE])
def test_columns_written_line_by_line(wanted: list[Line]) -> None:
    written = sorted(wanted, key=lambda one: (-one.y, one.left))
    assert [one.text for one in reading_order(written)] == [one.text for one in wanted]


def test_from_right_to_left() -> None:
    right = [line(f"עמודה ימנית שורה {n} של טקסט", 305, 545, 700 - 12 * n) for n in range(6)]
    left = [line(f"עמודה שמאלית שורה {n} של טקסט", 50, 290, 700 - 12 * n) for n in range(6)]
    mixed = [one for both in zip(left, right, strict=True) for one in both]
    assert reading_order(mixed) == [*right, *left]


def test_a_title_drawn_last_comes_first() -> None:
    body = column("body", 50, 545)
    assert reading_order([*body, TITLE]) == [TITLE, *body]


@pytest.mark.parametrize("wanted", [TWO, THREE, column("one", 50, 545)])
def test_what_is_in_order_stays_so(wanted: list[Line]) -> None:
    assert reading_order(wanted) is wanted


def test_rows_of_a_table_are_no_columns() -> None:
    rows = [
        line(text, left, left + 40, 700 - 12 * row)
        for row in range(12)
        for text, left in ((f"n{row}", 50), (f"{row}.5", 150), ("yes", 250))
    ]
    assert reading_order(rows) == rows


def test_no_line_is_lost_whatever_the_order() -> None:
    chance = random.Random(3)
    for _ in range(50):
        lines = [
            line(f"line {n} of it", left, left + chance.uniform(5, 300), chance.uniform(50, 800))
            for n in range(chance.randrange(40))
            for left in [chance.uniform(0, 400)]
        ]
        assert sorted(map(id, reading_order(lines))) == sorted(map(id, lines))
