"""One table of the dossier as CSV by RFC 4180, in UTF-8. Knows no spreadsheet's own format."""

from __future__ import annotations

import csv
import io

from app.model.dossier import Dossier
from app.model.report import OFF, ON, SWITCH, WITHHOLD, ReportFormat, ReportOption, ReportWarning
from app.reports.tables import KEYS, LONGEST_CELL, Cell, overlong_cells, tables
from app.reports.wording import writable
from app.reports.writer import Setting

FORMAT = ReportFormat(
    "csv",
    "CSV table",
    ".csv",
    "One table for a spreadsheet or a script.",
    (
        ReportOption("table", "Which table", KEYS[0], KEYS),
        ReportOption("defuse", "An apostrophe before what would be a formula", ON, SWITCH),
        ReportOption("bom", "A byte order mark, for older spreadsheets", OFF, SWITCH),
        WITHHOLD,
    ),
)

#: What a spreadsheet may take for the beginning of a formula; the apostrophe itself is among them
#: so that taking one away always gives back what was there.
_FUSES = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")


def render(dossier: Dossier, setting: Setting) -> bytes:
    """The chosen table, its columns named in the first line, lines ended by CRLF."""
    table = next(one for one in tables(dossier) if one.key == setting.options["table"])
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(table.columns)
    for place, row in enumerate(table.rows):
        if place % 100 == 0:
            setting.work.tick(place, len(table.rows), "Writing")
        writer.writerow([_told(cell, defuse=setting.is_on("defuse")) for cell in row])
    return file.getvalue().encode("utf-8-sig" if setting.is_on("bom") else "utf-8")


def warnings(dossier: Dossier, setting: Setting) -> tuple[ReportWarning, ...]:
    """Live formulas, and cells that a spreadsheet would cut."""
    table = next(one for one in tables(dossier) if one.key == setting.options["table"])
    told = []
    live = any(
        isinstance(cell, str) and cell.startswith(_FUSES) and not cell.startswith("'")
        for row in table.rows
        for cell in row
    )
    if live and not setting.is_on("defuse"):
        sentence = "Some cells begin like a formula; a spreadsheet may run them."
        told.append(ReportWarning("live formulas", sentence))
    for name, column, row in overlong_cells(dossier):
        if name == table.name:
            told.append(
                ReportWarning(
                    "overlong cell",
                    f"“{column}” in row {row} has more than {LONGEST_CELL:,} characters: this file "
                    "has them all, a spreadsheet will cut them.",
                )
            )
    return tuple(told)


def _told(cell: Cell, *, defuse: bool) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = writable(cell)
    return f"'{text}" if defuse and text.startswith(_FUSES) else text
