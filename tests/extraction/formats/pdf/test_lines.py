"""The printed lines of a page, as its file holds them."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2

from app.extraction.formats.pdf.lines import read_lines

#: Which letters the signs A to D are: kaf, lam and alef in one, meem, seen.
ARABIC = b"""begincmap 1 begincodespacerange <00> <FF> endcodespacerange
4 beginbfchar <41> <0643> <42> <06440627> <43> <0645> <44> <0633> endbfchar endcmap"""


def page_with(signs: bytes) -> bytes:
    """A page on which these signs are drawn from left to right."""
    made, file = pikepdf.new(), io.BytesIO()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name.Helvetica,
        ToUnicode=made.make_stream(ARABIC),
    )
    page = made.add_blank_page(page_size=(300, 300))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
    page.Contents = made.make_stream(b"BT /F 12 Tf 50 200 Td (" + signs + b") Tj ET")
    made.save(file)
    return file.getvalue()


def test_one_sign_for_two_arabic_letters_is_not_read_backwards() -> None:
    with pypdfium2.PdfDocument(page_with(b"CBAD")) as document:
        lines = read_lines(document[0].get_textpage(), 1)
        assert [line.text for line in lines] == ["سكلام"]
