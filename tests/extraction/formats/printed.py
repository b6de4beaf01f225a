"""PDF files made for tests: set by Typst, or written by hand, piece by piece."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import typst

from app.host.paths import resources_folder

_WIDE = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts "
    b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /DW 1000 /CIDSystemInfo "
    b"<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type "
    b"/FontDescriptor /FontName /Sample /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 "
    b"/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] /ToUnicode 5 0 R >>"
)
_TO_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /S def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"
)
#: A picture of one grey dot, drawn over most of a page.
_PICTURE = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q "


def typeset(source: str) -> bytes:
    """A PDF of this Typst source, in the fonts that come with the app."""
    fonts = [str(resources_folder() / "fonts")]
    made = typst.compile(source.encode(), font_paths=fonts)
    assert isinstance(made, bytes)
    return made


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words at a place of a page, in points from its lower left corner."""

    x: float
    y: float
    words: str
    size: float = 10

    def drawn(self) -> bytes:
        """The operators that draw it."""
        latin = self.words.isascii()
        code = self.words.encode("ascii" if latin else "utf-16-be").hex()
        font = "F1" if latin else "F2"
        return f"BT /{font} {self.size} Tf {self.x} {self.y} Td <{code}> Tj ET\n".encode()


#: A page that is a picture.
PICTURE: tuple[Piece, ...] = ()


def printed(pages: Sequence[Sequence[Piece]], title: str = "") -> bytes:
    """A PDF that draws these pieces in this order; a page without any is a picture."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        _WIDE,
        _stream(_TO_UNICODE),
    ]
    for number, pieces in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << "
            b"/F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>" % (7 + 2 * number)
        )
        objects.append(_stream(b"".join(one.drawn() for one in pieces) or _PICTURE))
    objects.append(b"<< /Title (%s) >>" % title.encode("ascii"))
    return _file(objects)


def column(x: float, top: float, lines: Sequence[str], size: float = 10) -> list[Piece]:
    """Lines one below the other."""
    return [Piece(x, top - 1.2 * size * row, line, size) for row, line in enumerate(lines)]


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<< /Length %d /Filter /FlateDecode >> stream\n%s\nendstream" % (len(packed), packed)


def _file(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places: list[int] = []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, content)
    at = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >> startxref %d %%%%EOF" % (
        len(objects) + 1,
        len(objects),
        at,
    )
    return bytes(out)
