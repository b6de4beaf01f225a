"""The pages of a PDF, one after the other: their lines, links and comments, and which are pictures.

Knows no reading order and no paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from app.extraction.formats.metadata import language_code
from app.extraction.formats.pdf.annotations import Annotation, read_annotations
from app.extraction.formats.pdf.lines import Line, read_lines
from app.model.errors import InputError
from app.model.work import Work

#: Longer files are read up to here, so that each ends within the time that is given.
MOST_PAGES = 1_000
#: A picture that covers less of its page is an ornament.
_SMALLEST_PICTURE = 0.03
#: A page with so few characters and a picture is a picture of a page.
_FEWEST_CHARACTERS = 3
_MOST_UNKNOWN = 0.1
_CATALOG = re.compile(rb"\b(\d{1,8}) 0 obj\s{0,9}<<[^<>]{0,200}/Type\s{0,9}/Catalog\b")


@dataclass(slots=True)
class PrintedFile:
    """What stands on the pages of a file. Numbers of pages count from 1."""

    title: str = ""
    author: str = ""
    language: str = ""
    total: int = 0
    lines: list[list[Line]] = field(default_factory=list)
    annotations: list[list[Annotation]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    only_pictures: list[int] = field(default_factory=list)
    with_pictures: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    undecoded: list[int] = field(default_factory=list)


def read_pages(data: bytes, name: str, work: Work) -> PrintedFile:
    """Read a PDF page by page, `work` ticked at each. Raises InputError, Cancelled."""
    import pypdfium2

    document = _opened(data, name)
    try:
        found = PrintedFile(total=len(document))
        found.title, found.author, found.language = _metadata(document)
        for number in range(1, min(found.total, MOST_PAGES) + 1):
            work.tick(number - 1, found.total, f"Reading page {number} of {name}")
            try:
                _read_page(document, number, found)
            except pypdfium2.PdfiumError:
                found.unreadable.append(number)
            if len(found.lines) < number:
                found.lines.append([])
                found.annotations.append([])
    finally:
        document.close()
    return found


def _opened(data: bytes, name: str) -> Any:
    import pypdfium2
    import pypdfium2.raw as pdfium

    document = None
    for form in (data, _with_trailer(data)):
        try:
            document = pypdfium2.PdfDocument(form)
            break
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            if code == pdfium.FPDF_ERR_PASSWORD:
                raise InputError(
                    f"{name} is protected by a password: save a copy without one and open that."
                ) from None
            if code == pdfium.FPDF_ERR_SECURITY:
                raise InputError(
                    f"{name} is locked in a way that cannot be opened: get a copy that is not."
                ) from None
    if document is None:
        raise InputError(f"{name} is damaged or was not loaded whole: get another copy of it.")
    if not len(document):
        raise InputError(f"{name} has no pages: get another copy of it.")
    return document


def _with_trailer(data: bytes) -> bytes:
    """A file that breaks off with the end that it lost, where the object it needs is there."""
    catalogs = list(_CATALOG.finditer(data))
    if not catalogs:
        return b""
    return data + b"\nendobj\ntrailer << /Root %s 0 R >>\nstartxref\n0\n%%%%EOF" % catalogs[-1][1]


def _metadata(document: Any) -> tuple[str, str, str]:
    """Title, author and language; the day that a file was made is no day of publication."""
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    language = ""
    if 0 < size < 200:
        buffer = (pdfium.FPDF_WCHAR * (size // 2))()
        pdfium.FPDFCatalog_GetLanguage(document, buffer, size)
        language = bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0")
    title, author = (document.get_metadata_value(key).strip() for key in ("Title", "Author"))
    return title, author, language_code(language)


def _read_page(document: Any, number: int, found: PrintedFile) -> None:
    import pypdfium2.raw as pdfium

    page = document[number - 1]
    try:
        annotations, shown = read_annotations(document, page)
        if shown:
            # Fields of a form and typed notes become part of the page, where they are seen.
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
            page.close()
            page = document[number - 1]
        textpage = page.get_textpage()
        try:
            lines = read_lines(textpage, number)
        finally:
            textpage.close()
        found.lines.append(lines)
        found.annotations.append(annotations)
        _judge(page, number, lines, found)
    finally:
        page.close()


def _judge(page: Any, number: int, lines: list[Line], found: PrintedFile) -> None:
    """Say of a page whether it is a picture, holds some, or has letters without a meaning."""
    characters = sum(len(line.text) for line in lines)
    pictured = _has_picture(page)
    if characters < _FEWEST_CHARACTERS and (pictured or _draws_much(page)):
        found.only_pictures.append(number)
    elif pictured:
        found.with_pictures.append(number)
    elif not lines:
        found.empty.append(number)
    unknown = sum(
        _is_unknown(char) for line in lines if not line.text.isascii() for char in line.text
    )
    if unknown > _MOST_UNKNOWN * max(characters, 1):
        found.undecoded.append(number)


def _is_unknown(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char == "\ufffd"


def _has_picture(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    area = max(page.get_width() * page.get_height(), 1.0)
    for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = one.get_bounds()
        if abs((right - left) * (top - bottom)) > _SMALLEST_PICTURE * area:
            return True
    return False


def _draws_much(page: Any) -> bool:
    """Whether a page without letters shows drawn shapes, as when letters were made to outlines."""
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDFPage_CountObjects(page)) > 20
