"""Links and comments that lie over a PDF page, and where on it. Knows no text."""

from __future__ import annotations

from collections.abc import Callable
from ctypes import byref, c_char, create_string_buffer
from dataclasses import dataclass
from typing import Any

#: Pages with more hold something else than an article.
_MOST = 2_000
_LONGEST = 65_536

Rect = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Annotation:
    """A "link" or "comment" over these places of a page, in points."""

    kind: str
    rects: tuple[Rect, ...]
    text: str
    url: str = ""


def read_annotations(document: Any, page: Any) -> tuple[list[Annotation], bool]:
    """The page's links and comments, and whether others lie on it that show words of their own.

    Such are the fields of a form and typed notes: they are no part of the page's content.
    """
    import pypdfium2.raw as pdfium

    comments = {
        pdfium.FPDF_ANNOT_TEXT,
        pdfium.FPDF_ANNOT_HIGHLIGHT,
        pdfium.FPDF_ANNOT_UNDERLINE,
        pdfium.FPDF_ANNOT_STRIKEOUT,
        pdfium.FPDF_ANNOT_SQUIGGLY,
        pdfium.FPDF_ANNOT_CARET,
    }
    shows = {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP}
    found: list[Annotation] = []
    shown = False
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_LINK:
            url = _url(pdfium, document, annotation)
            if url:
                found.append(Annotation("link", _rects(pdfium, annotation), "", url))
        elif kind in comments:
            text = _string(pdfium, annotation, b"Contents")
            author = _string(pdfium, annotation, b"T")
            if text:
                told = f"{author}: {text}" if author else text
                found.append(Annotation("comment", _rects(pdfium, annotation), told))
        shown = shown or kind in shows
        pdfium.FPDFPage_CloseAnnot(annotation)
    return found, shown


def _url(pdfium: Any, document: Any, annotation: Any) -> str:
    link = pdfium.FPDFAnnot_GetLink(annotation)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""

    def ask(buffer: Any, size: int) -> int:
        return int(pdfium.FPDFAction_GetURIPath(document, action, buffer, size))

    return _bytes(ask).rstrip(b"\0").decode("utf-8", errors="replace").strip()


def _string(pdfium: Any, annotation: Any, key: bytes) -> str:
    def ask(buffer: Any, size: int) -> int:
        wide = None if buffer is None else _as_wide(pdfium, buffer)
        return int(pdfium.FPDFAnnot_GetStringValue(annotation, key, wide, size))

    return _bytes(ask).decode("utf-16-le", errors="replace").rstrip("\0").strip()


def _as_wide(pdfium: Any, buffer: Any) -> Any:
    from ctypes import POINTER, cast

    return cast(buffer, POINTER(pdfium.FPDF_WCHAR))


def _bytes(ask: Callable[[Any, int], int]) -> bytes:
    """What PDFium gives in two steps: first how long it is."""
    size = ask(None, 0)
    if not 0 < size <= _LONGEST:
        return b""
    buffer = create_string_buffer(size)
    ask(buffer, size)
    return bytes((c_char * size).from_buffer(buffer))


def _rects(pdfium: Any, annotation: Any) -> tuple[Rect, ...]:
    """The places of its lines where it names them, else the one around it all."""
    found: list[Rect] = []
    for index in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), 200)):
        quad = pdfium.FS_QUADPOINTSF()
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, index, byref(quad)):
            xs = (quad.x1, quad.x2, quad.x3, quad.x4)
            ys = (quad.y1, quad.y2, quad.y3, quad.y4)
            found.append((min(xs), min(ys), max(xs), max(ys)))
    if found:
        return tuple(found)
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(annotation, byref(rect)):
        return ()
    return ((rect.left, rect.bottom, rect.right, rect.top),)
