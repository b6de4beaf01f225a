"""Reads BibTeX and BibLaTeX. Every entry that cannot be read is told, and the next one is read.

Knows no store. Each character is looked at a bounded number of times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.extraction.bibliography.fields import iso, iso_of, names, words
from app.extraction.bibliography.latex import plain
from app.model.intake import Skipped
from app.model.reference import Reference

# At the head of a line, or after the end of another entry.
_ENTRY = re.compile(r"(?:^|(?<=[})]))[ \t]{0,20}@([A-Za-z]{1,40})[ \t]{0,20}([{(])", re.MULTILINE)
_NAME = re.compile(r"[\s,]*([^\s=,{}()\"#%']{1,80})\s{0,100}=\s{0,100}")
_WORD = re.compile(r"[^\s,#{}()\"=]{1,200}")
_AND = re.compile(r"\s{1,20}and\s{1,20}")
_STOP = re.compile(r"[{}\"]")
#: A value made of more pieces (joined by #), or longer, is no value (characters).
_MOST_PIECES, LONGEST_VALUE = 100, 2_000_000
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "online": "webpage",
    "electronic": "webpage",
    "techreport": "report",
    "report": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "inproceedings": "paper-conference",
    "incollection": "chapter",
    "inbook": "chapter",
}


class _Broken(Exception):
    """Why an entry cannot be read, in a few words."""


def read(text: str) -> Iterator[Reference | Skipped]:
    """The entries of a BibTeX file; @string names are put in, comments passed over."""
    strings: dict[str, str] = {}
    starts = list(_ENTRY.finditer(text))
    number = 0
    line = counted = 0
    end_of_last = 0
    for place, start in enumerate(starts):
        if start.start() < end_of_last:
            continue
        line += text.count("\n", counted, start.start())
        counted = start.start()
        where = f"line {line + 1}"
        # Where an entry is not closed, the next one at the head of a line begins another.
        limit = starts[place + 1].start() if place + 1 < len(starts) else len(text)
        kind = start[1].casefold()
        if kind in ("comment", "preamble"):
            continue
        number += 1
        try:
            if kind == "string":
                fields, _ = _fields(text, start.end(), limit, strings)
                strings.update(fields)
                continue
            key, at = _key(text, start.end(), limit)
            fields, end_of_last = _fields(text, at, limit, strings)
        except _Broken as broken:
            yield Skipped(where, f"The entry cannot be read: {broken}.")
            continue
        yield _reference(where, kind, key, fields)


def _key(text: str, at: int, limit: int) -> tuple[str, int]:
    comma = text.find(",", at, min(limit, at + 500))
    if comma < 0:
        raise _Broken("it has no fields")
    return words(text[at:comma]), comma + 1


def _fields(text: str, at: int, limit: int, strings: dict[str, str]) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while True:
        found = _NAME.match(text, at, limit)
        if found is None:
            rest = text[at : at + 200].lstrip(" \t\r\n,")
            if rest[:1] in ("}", ")") and rest:
                return fields, text.find(rest[0], at) + 1
            raise _Broken("a brace or a quotation mark is not closed, or a comma is missing")
        value, at = _value(text, found.end(), limit, strings)
        fields.setdefault(found[1].casefold(), value)


def _value(text: str, at: int, limit: int, strings: dict[str, str]) -> tuple[str, int]:
    pieces: list[str] = []
    length = 0
    while len(pieces) < _MOST_PIECES and length < LONGEST_VALUE:
        piece, at = _piece(text, at, limit, strings)
        pieces.append(piece)
        length += len(piece)
        after = at
        while after < limit and text[after].isspace():
            after += 1
        if after >= limit or text[after] != "#":
            return "".join(pieces), at
        at = after + 1
        while at < limit and text[at].isspace():
            at += 1
    raise _Broken("a value is too long")


def _piece(text: str, at: int, limit: int, strings: dict[str, str]) -> tuple[str, int]:
    opening = text[at] if at < limit else ""
    if opening not in ("{", '"'):
        found = _WORD.match(text, at, limit)
        if found is None:
            raise _Broken("a field has no value")
        return strings.get(found[0].casefold(), found[0]), found.end()
    depth = 0
    for stop in _STOP.finditer(text, at + 1, limit):
        here = stop.start()
        sign = stop[0]
        if text[here - 1] == "\\":
            continue
        if sign == "{":
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
        elif depth == 0 and (sign == '"') == (opening == '"'):
            return text[at + 1 : here], here + 1
    raise _Broken("a brace or a quotation mark is not closed")


def _reference(where: str, kind: str, key: str, fields: dict[str, str]) -> Reference | Skipped:
    def first(*several: str) -> str:
        return next((words(plain(fields[one])) for one in several if fields.get(one)), "")

    title, abstract = first("title"), first("abstract")
    if not title and not abstract:
        return Skipped(where, "The entry has neither title nor abstract.")
    subtitle = first("subtitle")
    return Reference(
        where,
        id=key,
        type=_TYPES.get(kind, ""),
        title=f"{title}: {subtitle}" if title and subtitle else title,
        author=names(plain(one) for one in _AND.split(fields.get("author", ""))),
        issued=iso_of(first("date")) or iso(first("year"), first("month"), first("day")),
        container_title=first("journaltitle", "journal", "booktitle"),
        publisher=first("publisher", "institution", "organization", "school"),
        language=first("langid", "language"),
        # An address holds % and _ that LaTeX escapes, and ~ that it does not.
        url=words(fields.get("url", "").replace("\\", "").strip("{}")),
        doi=words(fields.get("doi", "").replace("\\", "")),
        abstract=abstract,
        note=first("note", "annotation", "annote"),
    )
