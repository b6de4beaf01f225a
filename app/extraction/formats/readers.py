"""Which reader belongs to which format. Loads readers and their libraries only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from app.extraction.document import Document
from app.extraction.formats.sniff import Format
from app.model.work import Work


class Reader(Protocol):
    """Makes a Document of a file's bytes; `folder` is where the file lies, where it lies in one.

    Raises InputError with one sentence that names the file, Cancelled.
    """

    def __call__(
        self, data: bytes, name: str, work: Work, *, folder: Path | None = None
    ) -> Document: ...


def reader_of(found: Format) -> Reader:
    """The reader of this format."""
    match found:
        case Format.PLAIN:
            from app.extraction.formats import plain

            return plain.read
        case Format.HTML:
            from app.extraction.formats.html import reader as html

            return html.read
        case Format.MAIL:
            from app.extraction.formats import mail

            return mail.read
        case Format.PDF:
            from app.extraction.formats.pdf import reader as pdf

            return pdf.read
        case Format.DOCX:
            from app.extraction.formats.docx import reader as docx

            return docx.read
        case Format.ODT:
            from app.extraction.formats.odt import reader as odt

            return odt.read
        case Format.RTF:
            from app.extraction.formats.rtf import reader as rtf

            return rtf.read
        case Format.EPUB:
            from app.extraction.formats import epub

            return epub.read
