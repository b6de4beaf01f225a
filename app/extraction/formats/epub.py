"""Reads EPUB books: their chapters in the order of the spine, and what their record says.

The chapters are web pages, which `html` reads.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from app.extraction.document import Document
from app.extraction.formats.archive import Archive
from app.extraction.formats.html.reader import add_visible
from app.extraction.formats.left_out import tell_left_out
from app.extraction.formats.metadata import language_code, stated_title
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.work import Work

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
#: Fonts are scrambled so, and nothing else.
_FONT_METHODS = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
_PAGES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document"}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.{0,40})?")
#: Days in the record that are not the day of publication.
_OTHER_EVENTS = {"creation", "modification", "conversion", "ops-publication"}


@dataclass(slots=True)
class _Package:
    """What the package document says: chapters (part, whether it is a table of contents), record.

    `missing` are chapters that it names and the book does not hold.
    """

    chapters: list[tuple[str, bool]] = field(default_factory=list)
    missing: int = 0
    title: str = ""
    author: str = ""
    language: str = ""
    published: date | None = None


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:
    """The text of a book in reading order; its table of contents is furniture.

    Raises InputError, also for a book that its seller has locked; Cancelled.
    """
    del folder
    archive = Archive(data, name, work)
    package = _package(archive)
    _refuse_locked(archive, {part for part, _ in package.chapters})
    builder = TextBuilder()
    pictures = 0
    for number, (part, contents) in enumerate(package.chapters):
        work.tick(number, len(package.chapters), f"Reading {name}")
        page = archive.read(part)
        if not page.strip():
            continue
        tree = add_visible(builder, page, ZoneKind.FURNITURE if contents else None)
        pictures += sum(_local(one) in {"img", "image"} for one in tree.iter())
    if not builder.length:
        raise InputError(f"{name} holds no text: its pages may be pictures.")
    tell_left_out(builder, {"pictures": pictures, "chapters": package.missing})
    return builder.document(
        name,
        title=stated_title(package.title),
        author=package.author,
        language=language_code(package.language),
        published=package.published,
    )


def _package(archive: Archive) -> _Package:
    root = archive.xml(_CONTAINER)
    where = next((one.get("full-path", "") for one in root.iter() if _local(one) == "rootfile"), "")
    found = _Package()
    parts: dict[str, Any] = {}
    folder = posixpath.dirname(where)
    for one in archive.xml(where).iter():
        match _local(one):
            case "item":
                parts.setdefault(one.get("id", ""), one)
            case "itemref":
                _add_chapter(archive, found, folder, parts.get(one.get("idref", "")))
            case "title":
                found.title = found.title or _said(one)
            case "creator":
                found.author = found.author or _said(one)
            case "language":
                found.language = found.language or _said(one)
            case "date":
                found.published = found.published or _day(one)
    return found


def _add_chapter(archive: Archive, found: _Package, folder: str, item: Any) -> None:
    if item is None:
        found.missing += 1
        return
    if item.get("media-type", "") not in _PAGES:
        return
    target = unquote(item.get("href", "").partition("#")[0])
    part = posixpath.normpath(posixpath.join(folder, target))
    if part in archive:
        found.chapters.append((part, "nav" in item.get("properties", "").split()))
    else:
        found.missing += 1


def _refuse_locked(archive: Archive, chapters: set[str]) -> None:
    if _ENCRYPTION not in archive:
        return
    method = ""
    for one in archive.xml(_ENCRYPTION).iter():
        if _local(one) == "EncryptionMethod":
            method = one.get("Algorithm", "")
        elif _local(one) == "CipherReference" and method not in _FONT_METHODS:
            part = posixpath.normpath(unquote(one.get("URI", ""))).lstrip("/")
            if part in chapters:
                raise InputError(
                    f"{archive.name} is locked by its seller (DRM): get a copy without a lock."
                )


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _said(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _day(element: Any) -> date | None:
    """The day of publication that a date of the record names in full."""
    events = {value for key, value in element.attrib.items() if key.endswith("event")}
    match = _DAY.fullmatch(_said(element))
    if match is None or events & _OTHER_EVENTS:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None
