"""Reads RIS, the lines of two letters that reference managers exchange. Knows no store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from app.extraction.bibliography.fields import iso_of, names, words
from app.model.intake import Skipped
from app.model.reference import Reference

_TAG = re.compile(r"([A-Z][A-Z0-9])  ?- ?")
_TYPES = {
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "JOUR": "article-journal",
    "BOOK": "book",
    "RPRT": "report",
    "GOVDOC": "report",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "post-weblog",
    "CHAP": "chapter",
    "THES": "thesis",
    "HEAR": "hearing",
    "PRESS": "article-newspaper",
}

_OUTSIDE = "Words stand outside of a record here (TY … ER)."

_Fields = dict[str, list[str]]


def read(text: str) -> Iterator[Reference | Skipped]:
    """The records of a RIS file. A line without a tag goes on with the one before it.

    A record that the next one begins within, or the file's end, is taken as it stands: programs
    forget the closing ER, and what was told is told.
    """
    fields: _Fields = defaultdict(list)
    begun = last = ""
    outside = False  # what stands outside of a record is told once for all its lines
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        found = _TAG.match(line)
        if found is None:
            if last and line.strip():
                fields[last][-1] += " " + line.strip()
            elif line.strip() and not (begun or outside or line.strip().isdecimal()):
                outside = True
                yield Skipped(f"line {number}", _OUTSIDE)
            continue
        tag, value = found[1], line[found.end() :].strip()
        if tag in ("TY", "ER"):
            if begun:
                yield _reference(begun, fields)
            fields = defaultdict(list)
            begun, last = (f"line {number}", "TY") if tag == "TY" else ("", "")
            outside = False
        if tag != "ER" and begun:
            fields[tag].append(value)
            last = tag
        elif tag != "ER" and not outside:
            outside = True
            yield Skipped(f"line {number}", _OUTSIDE)
    if begun:
        yield _reference(begun, fields)


def _reference(where: str, fields: _Fields) -> Reference | Skipped:
    def first(*tags: str) -> str:
        return next((words(one) for tag in tags for one in fields.get(tag, ()) if one), "")

    title, abstract = first("TI", "T1", "CT", "BT"), first("AB", "N2")
    container = first("T2", "JO", "JF", "JA", "J2")
    if not title and not abstract:
        return Skipped(where, "The record has neither title nor abstract.")
    return Reference(
        where,
        id=first("ID"),
        type=_TYPES.get(first("TY"), ""),
        title=title,
        author=names((*fields.get("AU", ()), *fields.get("A1", ()))),
        issued=iso_of(first("DA")) or iso_of(first("PY", "Y1")),
        container_title=container,
        publisher=first("PB"),
        language=first("LA"),
        url=first("UR", "L2"),
        doi=first("DO"),
        abstract=abstract,
        note="\n".join(map(words, fields.get("N1", ()))),
    )
