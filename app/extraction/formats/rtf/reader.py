"""Reads RTF files in every code page, with notes, comments, tables and links.

Its own reader: the libraries there are leave out footnotes, running heads and text boxes, and keep
what was deleted.
"""

from __future__ import annotations

from pathlib import Path

from app.extraction.document import Document
from app.extraction.formats.flow import Paragraph, add_all
from app.extraction.formats.headline import mark_headline
from app.extraction.formats.left_out import tell_left_out
from app.extraction.formats.metadata import chosen_title
from app.extraction.formats.rtf.walk import walk
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.work import Work

_MARK = b"{\\rtf"


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:
    """The text of an RTF file, with what was left out said in notices.

    Notes stand after the body and running heads around it, as furniture. Deleted and hidden words
    are left out. Comments, notes and links are proposed as sources. Raises InputError, Cancelled.
    """
    del folder
    begin = data.find(_MARK, 0, 1024)
    if begin < 0:
        raise InputError(f"{name} is no RTF file: it does not begin as one.")
    found = walk(data[begin:], work, f"Reading {name}")
    headline = mark_headline(found.headings)
    builder = TextBuilder()
    add_all(_once(found.heads), builder, ZoneKind.FURNITURE)
    add_all(found.body, builder, None)
    add_all([*found.footnotes, *found.endnotes], builder, ZoneKind.FURNITURE)
    add_all(_once(found.feet), builder, ZoneKind.FURNITURE)
    if not builder.length:
        raise InputError(f"{name} holds no text.")
    for mark in sorted(found.marks, key=lambda one: one.start.place):
        mark.propose(builder)
    found.unseen.hand_to(builder)
    tell_left_out(builder, found.left_out)
    if not found.whole:
        builder.notice("The file breaks off before its end; what it lost is not in the text.")
    return builder.document(name, title=chosen_title(found.title, headline), author=found.author)


def _once(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Each wording once: sections repeat their running heads."""
    seen: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        paragraph.kind = None
        seen.setdefault(" ".join(str(paragraph.text).split()), paragraph)
    return list(seen.values())
