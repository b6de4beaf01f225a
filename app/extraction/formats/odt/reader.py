"""Reads OpenDocument texts (ODT, and FODT in one piece of XML), with notes and comments.

Knows no store and no zone of its own: titles, captions and furniture are told as hints.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app.extraction.document import Document
from app.extraction.formats.archive import Archive
from app.extraction.formats.flow import Paragraph, add_all
from app.extraction.formats.headline import mark_headline
from app.extraction.formats.left_out import tell_left_out
from app.extraction.formats.metadata import chosen_title, language_code
from app.extraction.formats.odt.body import Findings, Style, walk
from app.extraction.formats.odt.lists import Lists
from app.extraction.formats.odt.names import NAMES, attribute
from app.extraction.formats.safe_xml import parse_xml
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.work import Work

_ZIP = b"PK"
_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = b"encryption-data"
_HEADERS = {"style:header", "style:header-left", "style:header-first"}
_FOOTERS = {"style:footer", "style:footer-left", "style:footer-first"}


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:
    """The text of an OpenDocument file, with what was left out said in notices.

    Notes stand after the body, running heads around it, as furniture. Words deleted while changes
    were tracked and hidden words are left out. Comments, notes and links are proposed as sources.
    Raises InputError, Cancelled.
    """
    del folder
    content, styles, meta = _roots(data, name, work)
    work.tick(0, 0, f"Reading {name}")
    body = _first(content, "office:text")
    if body is None:
        raise InputError(f"{name} is no OpenDocument text: it may be a sheet or a set of slides.")
    found = Findings(_styles(content, styles), Lists((content, styles)))
    paragraphs = walk(body, found)
    headline = mark_headline(found.headings)
    heads = _running(styles, _HEADERS, found)
    feet = _running(styles, _FOOTERS, found)
    builder = TextBuilder()
    add_all(heads, builder, ZoneKind.FURNITURE)
    add_all(paragraphs, builder, None)
    add_all([*found.footnotes, *found.endnotes, *feet], builder, ZoneKind.FURNITURE)
    if not builder.length:
        raise InputError(f"{name} holds no text.")
    for mark in sorted(found.marks, key=lambda one: one.start.place):
        mark.propose(builder)
    found.unseen.hand_to(builder)
    tell_left_out(builder, found.left_out)
    return builder.document(
        name,
        title=chosen_title(_said(meta, "dc:title"), headline),
        author=_said(meta, "meta:initial-creator") or _said(meta, "dc:creator"),
        language=language_code(_said(meta, "dc:language")),
    )


def _roots(data: bytes, name: str, work: Work) -> tuple[Any, Any, Any]:
    """The roots of content, styles and metadata; the last two may be None."""
    if not data.startswith(_ZIP):
        root = parse_xml(data, name)
        return root, root, _first(root, "office:meta")
    archive = Archive(data, name, work)
    if _MANIFEST in archive and _ENCRYPTED in archive.read(_MANIFEST):
        raise archive.locked()
    styles, meta = (
        archive.xml(part) if part in archive else None for part in ("styles.xml", "meta.xml")
    )
    return archive.xml("content.xml"), styles, None if meta is None else _first(meta, "office:meta")


def _first(root: Any, name: str) -> Any:
    return next((one for one in root.iter() if NAMES[one.tag] == name), None)


def _said(meta: Any, name: str) -> str:
    found = None if meta is None else _first(meta, name)
    return "" if found is None else "".join(found.itertext()).strip()


def _styles(*roots: Any) -> dict[str, Style]:
    found: dict[str, Style] = {}
    for root in roots:
        for one in () if root is None else root.iter():
            if NAMES[one.tag] == "style:style":
                hidden = any(
                    NAMES[inner.tag] == "style:text-properties"
                    and attribute(inner, "text:display") == "none"
                    for inner in one
                )
                parent = attribute(one, "style:parent-style-name")
                found.setdefault(attribute(one, "style:name"), Style(parent, hidden))
    return found


def _running(styles: Any, names: set[str], found: Findings) -> list[Paragraph]:
    """The running heads or feet of all sorts of page, each wording once."""
    seen: dict[str, Paragraph] = {}
    for one in () if styles is None else styles.iter():
        if NAMES[one.tag] in names and attribute(one, "style:display") != "false":
            for paragraph in walk(one, found):
                words = " ".join(str(paragraph.text).split())
                if words:
                    paragraph.kind = None
                    seen.setdefault(words, paragraph)
    return list(seen.values())
