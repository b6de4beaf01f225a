"""The workbook reads back cell by cell; no cell is a formula or a link, no cell is too long."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from app.model.dossier import Dossier
from app.reports.formats import xlsx
from app.reports.tables import LONGEST_CELL, Cell, tables, utf16_length
from app.reports.writer import Setting
from tests.reports.hostile import HOSTILE, hostile


def cells_of(data: bytes) -> dict[str, list[list[Cell]]]:
    """The cells of each sheet, text as the file says it: openpyxl does not undo every escape."""
    with ZipFile(io.BytesIO(data)) as parts:
        shared = etree.fromstring(parts.read("xl/sharedStrings.xml"))
    texts = ["".join(one.itertext()) for one in shared]
    texts = [re.sub("_x([0-9A-Fa-f]{4})_", lambda f: chr(int(f[1], 16)), one) for one in texts]
    told: dict[str, list[list[Cell]]] = {}
    for place, sheet in enumerate(load_workbook(io.BytesIO(data)).worksheets, start=1):
        assert all(cell.data_type in ("s", "n") for row in sheet.iter_rows() for cell in row)
        with ZipFile(io.BytesIO(data)) as parts:
            root = etree.fromstring(parts.read(f"xl/worksheets/sheet{place}.xml"))
        told[sheet.title] = [
            [
                texts[int(cell.findtext("{*}v"))] if cell.get("t") == "s"
                else float(cell.findtext("{*}v"))
                for cell in row.iterfind("{*}c")
            ]
            for row in root.iterfind("{*}sheetData/{*}row")
        ]  # fmt: skip
    return told


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_come_back_and_no_formula_is_live(
    dossier: Dossier, set_up: Callable[..., Setting], text: str
) -> None:
    bad = hostile(dossier, text)
    data = xlsx.render(bad, set_up(xlsx))
    told = cells_of(data)
    for table in tables(bad):
        head, *rows = told[table.name]
        assert head == list(table.columns)
        for row, own in zip(rows, table.rows, strict=True):
            for cell, wanted in zip(row, own, strict=True):
                if not isinstance(wanted, str):
                    assert cell == wanted
                elif utf16_length(wanted) <= LONGEST_CELL:
                    expected = re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", wanted)
                    assert str(cell) == expected
    with ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            root = etree.fromstring(parts.read(name))
            assert not [one for one in root.iter() if etree.QName(one).localname in
                        ("f", "hyperlink", "externalReference", "ddeLink")]  # fmt: skip


def test_the_sheets_and_their_first_lines(dossier: Dossier, set_up: Callable[..., Setting]) -> None:
    told = cells_of(xlsx.render(dossier, set_up(xlsx)))
    assert list(told) == ["Claims", "Evidence", "Sources", "Verdicts", "Scale", "About"]
    assert [len(rows) - 1 for rows in told.values()] == [9, 5, 5, 9, 5, len(told["About"]) - 1]
    claim = dict(zip(told["Claims"][0], told["Claims"][6], strict=True))
    assert (claim["Claim"], claim["Verdict"], claim["Rating"]) == (6, "Refuted", "refuted")
    assert claim["Rationale"].startswith("The strikes took place on Saturday")
    assert (claim["Start"], claim["Sources linked"]) == (dossier.claims[5].claim.span.start, 2)
    about = dict(told["About"])
    assert about["Digest of the review (SHA-256)"].startswith("6db2389712b9")


@pytest.mark.parametrize("sign", ["x", "😀"])
def test_a_cell_that_is_too_long_is_cut_and_said(
    dossier: Dossier, set_up: Callable[..., Setting], sign: str
) -> None:
    first = dossier.claims[0]
    long = replace(first, claim=replace(first.claim, statement=sign * 40_000))
    bad = replace(dossier, claims=(long,))
    [told] = xlsx.warnings(bad, set_up(xlsx))
    assert "“Statement” in row 1 of the sheet Claims" in told.sentence
    cell = str(cells_of(xlsx.render(bad, set_up(xlsx)))["Claims"][1][1])
    assert cell.endswith(xlsx.CUT)
    assert set(cell.removesuffix(xlsx.CUT)) == {sign}
    assert LONGEST_CELL - 4 < utf16_length(cell) <= LONGEST_CELL
    assert xlsx.warnings(dossier, set_up(xlsx)) == ()
