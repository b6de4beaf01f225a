"""Books are read in the order of their spine; locked ones are refused."""

from __future__ import annotations

from datetime import date

from app.extraction.formats import epub
from app.model.article import ZoneKind
from app.model.work import Work
from tests.extraction.formats.packed import zipped
from tests.extraction.formats.told import hinted, left_out, paragraphs, refusal

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
PAGE = (
    '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head>'
    "<title/></head><body>{}</body></html>"
)
RECORD = (
    "<dc:title>The Book</dc:title><dc:creator>Ann Writer</dc:creator>"
    '<dc:language>eng</dc:language><dc:date opf:event="modification">2020-01-01</dc:date>'
    '<dc:date opf:event="publication">2016-09-16</dc:date>'
)
ENCRYPTION = (
    '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/><CipherData>'
    '<CipherReference URI="{}"/></CipherData></EncryptedData></encryption>'
)


def book(**more: str) -> dict[str, str | bytes]:
    item = '<item id="{0}" href="{1}" media-type="application/xhtml+xml" {2}/>'
    items = (
        item.format("nav", "nav.xhtml", 'properties="nav"')
        + item.format("b", "chapter%20b.xhtml", "")
        + item.format("a", "text/../a.xhtml", "")
        + item.format("lost", "lost.xhtml", "")
    )
    spine = "".join(f'<itemref idref="{key}"/>' for key in ("nav", "a", "b", "lost"))
    return {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": '<package xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{RECORD}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        "OEBPS/nav.xhtml": PAGE.format("<nav><ol><li>Chapter A</li></ol></nav>"),
        "OEBPS/a.xhtml": PAGE.format("<h1>Chapter A</h1><p>First <i>words</i>.</p><img src='p'/>"),
        "OEBPS/chapter b.xhtml": PAGE.format("<p>Last words.</p><p hidden>Unseen.</p>"),
        **more,
    }


def test_chapters_are_read_in_the_order_of_the_spine() -> None:
    found = epub.read(zipped(book()), "book.epub", Work())
    assert paragraphs(found) == ["Chapter A", "Chapter A", "First words.", "Last words."]
    assert hinted(found, ZoneKind.FURNITURE) == ["Chapter A"]
    assert left_out(found) == [("Last words.", "hidden", "Unseen.")]
    assert (found.title, found.author, found.language, found.published) == (
        "The Book",
        "Ann Writer",
        "en",
        date(2016, 9, 16),
    )
    assert found.notices == (
        "One picture was left out: look at it in the file itself.",
        "One chapter is missing from the file.",
    )


def test_a_locked_book_is_refused_and_scrambled_fonts_are_no_lock() -> None:
    method = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
    locked = book(**{"META-INF/encryption.xml": ENCRYPTION.format(method, "OEBPS/a.xhtml")})
    assert "locked by its seller" in refusal(epub, zipped(locked), "book.epub")
    fonts = "http://www.idpf.org/2008/embedding"
    free = book(**{"META-INF/encryption.xml": ENCRYPTION.format(fonts, "OEBPS/a.ttf")})
    assert "First words." in epub.read(zipped(free), "book.epub", Work()).text


def test_what_cannot_be_read_is_refused_in_one_sentence() -> None:
    whole = zipped(book())
    assert "damaged" in refusal(epub, b"", "book.epub")
    assert "damaged" in refusal(epub, whole[: len(whole) // 2], "book.epub")
    assert "container.xml” is missing" in refusal(epub, zipped({"a": ""}), "book.epub")
    bare = {"META-INF/container.xml": "<container/>"}
    assert "is missing" in refusal(epub, zipped(bare), "book.epub")
    empty = book(**{"OEBPS/a.xhtml": PAGE, "OEBPS/nav.xhtml": "", "OEBPS/chapter b.xhtml": ""})
    empty["OEBPS/a.xhtml"] = PAGE.format("<img/>")
    assert "holds no text" in refusal(epub, zipped(empty), "book.epub")
