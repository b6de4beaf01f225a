"""CSV: its delimiter, its quotation marks, its columns. What is lost is told row by row."""

from __future__ import annotations

import pytest

from app.extraction.bibliography.tables import csv_rows, guess_mapping
from app.model.errors import InputError
from app.model.intake import Skipped


def rows(text: str) -> list[list[str]]:
    return [list(row[1]) for row in csv_rows(text) if not isinstance(row, Skipped)]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(sign: str) -> None:
    text = sign.join(("title", "text")) + "\n" + f'"a{sign}b"{sign}c\n'
    assert rows(text) == [["title", "text"], [f"a{sign}b", "c"]]


def test_a_cell_may_hold_lines_and_marks_and_looks_of_a_formula() -> None:
    text = 'title,text\n"one\ntwo","he said ""no"""\n=1+1,5" pipe\n'
    assert rows(text)[1:] == [["one\ntwo", 'he said "no"'], ["=1+1", '5" pipe']]


def test_an_open_mark_costs_its_own_row_alone() -> None:
    text = "title,text\n" + "".join(
        f'"row {n},lost\n' if n in (5, 50) else f'"row {n}","kept"\n' for n in range(100)
    )
    told = list(csv_rows(text))
    assert [one.where for one in told if isinstance(one, Skipped)] == ["line 7", "line 52"]
    assert len(told) - 2 == 1 + 98


def test_however_many_rows_are_lost_each_is_told() -> None:
    text = "a,b\n" + "x,y\n" * 10 + '"x,y\n' * 5000 + "x,z\n" * 10
    told = list(csv_rows(text))
    assert sum(isinstance(one, Skipped) for one in told) == 5000
    assert [list(one[1]) for one in told if not isinstance(one, Skipped)][-1] == ["x", "z"]


def test_a_head_that_is_not_closed_is_told() -> None:
    with pytest.raises(InputError, match="line 1, which names the columns, is not closed"):
        list(csv_rows('"title,text\nA,b\n'))


def test_columns_are_known_by_their_names() -> None:
    assert guess_mapping(["Headline", "Publication_Date", "Body", "Link", "Source"]) == {
        "title": "Headline",
        "issued": "Publication_Date",
        "publisher": "Source",
        "url": "Link",
        "text": "Body",
    }
