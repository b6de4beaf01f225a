"""CSV by RFC 4180 that reads back cell by cell, and runs in no spreadsheet."""

from __future__ import annotations

import csv as reader
import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.model.dossier import Dossier
from app.reports.formats import csv
from app.reports.tables import tables
from app.reports.wording import writable
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile

FUSES = "=+-@\t\r\n＝＋－＠"


def rows_of(data: bytes) -> list[list[str]]:
    return list(reader.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def test_golden(
    dossier: Dossier, set_up: Callable[..., Setting], golden: Callable[[str, str], None]
) -> None:
    golden(csv.render(dossier, set_up(csv)).decode("utf-8"), "report.csv")


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_and_no_formula_is_live(
    dossier: Dossier, set_up: Callable[..., Setting], text: str
) -> None:
    bad = hostile(dossier, text)
    for wanted in tables(bad):
        head, *rows = rows_of(csv.render(bad, set_up(csv, table=wanted.key)))
        assert head == list(wanted.columns)
        assert not any(cell[:1] and cell[0] in FUSES for row in rows for cell in row)
        told = [[cell[1:] if cell.startswith("'") else cell for cell in row] for row in rows]
        assert told == [[writable(str(cell)) for cell in row] for row in wanted.rows]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_without_the_apostrophe_every_cell_is_as_it_was(
    dossier: Dossier, set_up: Callable[..., Setting], text: str
) -> None:
    bad = hostile(dossier, text)
    _, *rows = rows_of(csv.render(bad, set_up(csv, defuse="no")))
    assert rows == [[writable(str(cell)) for cell in row] for row in tables(bad)[0].rows]


def test_lines_end_as_the_rfc_says(dossier: Dossier, set_up: Callable[..., Setting]) -> None:
    data = csv.render(dossier, set_up(csv, table="sources"))
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == 6
    assert not data.startswith(b"\xef\xbb\xbf")
    assert csv.render(dossier, set_up(csv, table="sources", bom="yes")) == b"\xef\xbb\xbf" + data


def test_what_a_spreadsheet_would_do_is_said(
    dossier: Dossier, set_up: Callable[..., Setting]
) -> None:
    assert csv.warnings(dossier, set_up(csv)) == ()
    first = dossier.claims[0]
    live = replace(first, claim=replace(first.claim, statement="=1+1"))
    told = csv.warnings(replace(dossier, claims=(live,)), set_up(csv, defuse="no"))
    assert [one.rule for one in told] == ["live formulas"]
    assert csv.warnings(replace(dossier, claims=(live,)), set_up(csv)) == ()
    long = replace(first, claim=replace(first.claim, statement="😀" * 16_384))
    [told_long] = csv.warnings(replace(dossier, claims=(long,)), set_up(csv))
    assert told_long.rule == "overlong cell"
    assert "“Statement” in row 1" in told_long.sentence
