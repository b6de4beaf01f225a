"""The dossier as an Excel workbook, a sheet each table. No cell is ever a formula or a link.

One text in the world is not kept: XlsxWriter writes two of the format's own escapes that share an
underscore ("_x0041_x0042_") so that a spreadsheet reads a letter for the second.
"""

from __future__ import annotations

import io
import re

from app.model.dossier import Dossier
from app.model.report import WITHHOLD, ReportFormat, ReportWarning
from app.reports.tables import LONGEST_CELL, Cell, overlong_cells, tables, utf16_length
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "xlsx",
    "Excel workbook",
    ".xlsx",
    "Claims, evidence, sources and verdicts as sheets to sort and filter.",
    (WITHHOLD,),
)

#: What is written where a cell was cut, within the longest that a cell can be.
CUT = " … [cut: too long for a cell]"

#: What XML cannot hold even as a reference; the other control characters are written escaped.
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")

_WIDE = {"Statement", "Words of the article", "Rationale", "Quotation", "Title", "Said",
         "Given when", "Reliability", "Differences", "Warnings"}  # fmt: skip


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The workbook."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(
        file,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_date_format": None,
        },
    )
    book.set_properties({
        "title": _writable(f"Verdict report: {dossier.article.title}")[:255],
        "comments": "Made by Claimdesk. Every verdict is a person’s.",
    })  # fmt: skip
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for table in tables(dossier):
        sheet = book.add_worksheet(table.name)
        for column, name in enumerate(table.columns):
            sheet.set_column(column, column, 60 if name in _WIDE else 16)
            sheet.write_string(0, column, name, head)
        for place, row in enumerate(table.rows, start=1):
            if place % 100 == 1:
                setting.work.tick(place, len(table.rows), table.name)
            for column, cell in enumerate(row):
                _put(sheet, place, column, cell, body)
        sheet.freeze_panes(1, 1)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    setting.work.tick(1, 1, "Packing")
    book.close()
    return file.getvalue()


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """Cells that had to be cut."""
    del setting
    return tuple(
        ReportWarning(
            "overlong cell",
            f"“{column}” in row {row} of the sheet {name} has more than {LONGEST_CELL:,} "
            "characters, the most that a cell holds; it is cut there and says so.",
        )
        for name, column, row in overlong_cells(dossier)
    )


def _put(sheet: object, row: int, column: int, cell: Cell, style: object) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, _short(_writable(cell)), style)  # type: ignore[attr-defined]
    else:
        sheet.write_number(row, column, cell, style)  # type: ignore[attr-defined]


def _writable(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def _short(text: str) -> str:
    if utf16_length(text) <= LONGEST_CELL:
        return text
    room = LONGEST_CELL - len(CUT)
    # Every character may be two units; a little is given away for certainty.
    kept = text[:room]
    while utf16_length(kept) > room:
        kept = kept[: len(kept) - (utf16_length(kept) - room + 1) // 2]
    return kept + CUT
