"""Reads tables of sources: CSV however it is delimited, and rows of JSON. Knows no store.

A cell is text, whatever it looks like: nothing is computed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence

from app.extraction.bibliography.fields import iso_of, words
from app.model.errors import InputError
from app.model.intake import Skipped
from app.model.reference import MAPPABLE, Reference

DELIMITERS = ",;\t|"
#: A cell with line breaks of its own spans at most so many lines and characters.
MOST_LINES, LONGEST_ROW = 500, 2_000_000
#: After so many rows that do not close each one is only looked for on its own line, lest a damaged
#: file be read five hundred times over.
MOST_UNCLOSED = 1_000
_MEANT = {
    "id": ("id", "_id", "key", "citation key"),
    "type": ("type", "item type", "kind", "document type"),
    "title": ("title", "headline", "name", "titel", "titre", "titulo", "título", "заголовок"),
    "author": ("author", "authors", "creator", "byline", "autor", "auteur", "автор"),
    "issued": ("issued", "date", "published", "publication date", "date published",
               "publication year", "year", "datum", "fecha", "дата"),
    "container_title": ("container title", "publication title", "journal", "newspaper", "outlet"),
    "publisher": ("publisher", "source", "organisation", "organization", "quelle", "fuente"),
    "language": ("language", "lang", "sprache", "langue", "idioma"),
    "url": ("url", "link", "address", "uri", "web address"),
    "doi": ("doi",),
    "abstract": ("abstract", "abstract note", "summary", "description", "teaser"),
    "note": ("note", "notes", "comment", "comments", "extra"),
    "text": ("text", "full text", "fulltext", "body", "content", "article", "transcript"),
}  # fmt: skip

Row = tuple[str, Sequence[str]]


def csv_rows(text: str) -> Iterator[Row | Skipped]:
    """The rows of a CSV file with where each stands, the head first.

    A quotation mark that is never closed would swallow the rows after it: the row that it stands
    in is told as lost, and the next line begins a new one. Raises InputError where that is the
    head.
    """
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_ROW))
    lines = text.lstrip("\ufeff").split("\n")
    delimiter = _delimiter(lines)
    width = at = unclosed = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        where = f"line {at + 1}"
        longest = MOST_LINES if unclosed < MOST_UNCLOSED else 1
        cells, after = _row(lines, at, delimiter, width, longest)
        if cells is None:
            unclosed += 1
            if not width:
                raise InputError(
                    f"A quotation mark in {where}, which names the columns, is not closed. "
                    "Close it, then add the file again."
                )
            yield Skipped(where, "A quotation mark in it is not closed, so this row is lost.")
            at += 1
            continue
        width = width or len(cells)
        yield where, cells
        at = after


def _row(
    lines: Sequence[str], at: int, delimiter: str, width: int, longest: int
) -> tuple[list[str] | None, int]:
    """The cells of the row that begins on this line, None where it does not end within so many
    lines; and the next line."""
    if len(lines[at]) > LONGEST_ROW:
        return None, at + 1
    if '"' not in lines[at]:
        return lines[at].split(delimiter), at + 1
    end, length, inside = at, 0, False
    while end < len(lines) and end - at < longest and length <= LONGEST_ROW:
        inside = _is_open_after(lines[end], delimiter, inside)
        length += len(lines[end]) + 1
        end += 1
        if not inside:
            break
    if inside or length > LONGEST_ROW + 1:
        return None, end
    row = ["\n".join(lines[at:end])]
    try:
        # Strict: where an open mark meets the next row's mark, that row's words follow it at once.
        cells, sure = next(csv.reader(row, delimiter=delimiter, strict=True), []), end - at == 1
    except csv.Error:
        if end - at > 1:
            return None, end
        cells, sure = next(csv.reader(row, delimiter=delimiter), []), False
    # What makes no row of this table is rows with an open quotation mark; a mark that is only
    # written carelessly leaves the number of cells as it is.
    if not sure and width and len(cells) != width:
        return None, end
    return cells, end


def _is_open_after(line: str, delimiter: str, inside: bool) -> bool:
    """Whether a quoted cell is open at the end of a line; a mark within a bare cell opens none."""
    at = 0
    while True:
        if inside:
            closing = line.find('"', at)
            if closing < 0:
                return True
            if line.startswith('"', closing + 1):
                at = closing + 2
                continue
            inside, at = False, closing + 1
        elif line.startswith('"', at) and (at == 0 or line[at - 1] == delimiter):
            inside, at = True, at + 1
            continue
        comma = line.find(delimiter, at)
        if comma < 0:
            return False
        at = comma + 1


def _delimiter(lines: Sequence[str]) -> str:
    """What parts the cells: the sign that makes the most columns, alike in the first lines."""
    head = [line[:10_000] for line in lines[:20] if line.strip()]

    def worth(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in head]
        columns = counts[0] if counts else 0
        return (sum(1 for one in counts if one >= columns) if columns else 0) * columns, columns

    return max(DELIMITERS, key=worth)


def guess_mapping(columns: Sequence[str]) -> dict[str, str]:
    """What the columns are by their names: field to column. Each column serves once."""
    folded = {" ".join(column.casefold().replace("_", " ").replace("-", " ").split()) or column:
              column for column in reversed(columns)}  # fmt: skip
    folded.update({column.casefold(): column for column in reversed(columns)})
    mapping: dict[str, str] = {}
    for field, names in _MEANT.items():
        column = next((folded[name] for name in names if name in folded), None)
        if column is not None and column not in mapping.values():
            mapping[field] = column
    return mapping


def check_mapping(mapping: Mapping[str, str], columns: Sequence[str]) -> None:
    """Raise InputError where a mapping names a field or a column that is not there."""
    for field, column in mapping.items():
        if field not in MAPPABLE:
            raise InputError(f"“{field}” is no field. Fields are: {', '.join(MAPPABLE)}.")
        if column not in columns:
            raise InputError(f"The table has no column “{column}”. It has: {', '.join(columns)}.")
    if not {"title", "abstract", "text"} & mapping.keys():
        raise InputError(
            "No column is named title or text. Say which it is, such as title=COLUMN. "
            f"The columns are: {', '.join(columns[:20])}."
        )


def reference_of(
    row: Mapping[str, str], mapping: Mapping[str, str], where: str
) -> Reference | Skipped:
    """The reference in a row, by column."""
    told = {field: row.get(column, "") for field, column in mapping.items()}
    text = told.pop("text", "")
    fields = {field: words(value) for field, value in told.items()}
    issued = fields.pop("issued", "")
    if not (text.strip() or fields.get("title") or fields.get("abstract")):
        return Skipped(where, "The row has neither title nor text.")
    return Reference(where, issued=iso_of(issued), text=text, **fields)  # type: ignore[arg-type]
