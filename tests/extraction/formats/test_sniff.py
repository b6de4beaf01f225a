"""A file is taken for what it holds, whatever it is called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.formats.sniff import Format, find_format
from app.model.errors import InputError

MAIL = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: Bridge\r\n"
ODT = b"PK\x03\x04\x14\x00\x00\x00....mimetypeapplication/vnd.oasis.opendocument."
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (b"Some words.", "a.txt", Format.PLAIN),
        (b"# Words", "a.md", Format.PLAIN),
        (b"%PDF-1.7\n", "a.txt", Format.PDF),
        (b"\n\n%PDF-1.4", "a.pdf", Format.PDF),
        (b"The sign %PDF-1.4 is found in", "a.txt", Format.PLAIN),
        (b"{\\rtf1\\ansi", "a", Format.RTF),
        (b"PK\x03\x04\x14\x00....word/document.xml", "a.zip", Format.DOCX),
        (ODT + b"text", "a.odt", Format.ODT),
        (b"PK\x03\x04\x14\x00mimetypeapplication/epub+zip", "a.epub", Format.EPUB),
        (b"<!DOCTYPE html><html>", "a.txt", Format.HTML),
        (b"\xef\xbb\xbf \n<HTML lang=en>", "a", Format.HTML),
        (b"<!-- saved from url=(0014)about:internet -->\n<html>", "a", Format.HTML),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', "a", Format.HTML),
        ("<html><p>Wörter".encode("utf-16"), "a.htm", Format.HTML),
        (b"<p>only a part</p>", "a.html", Format.HTML),
        (b"<p>only a part</p>", "a.txt", Format.PLAIN),
        (b"no tag at all", "a.html", Format.PLAIN),
        (b"a < b", "a.html", Format.PLAIN),
        (b'<?xml version="1.0"?><feed/>', "a.xml", Format.PLAIN),
        (MAIL + b"MIME-Version: 1.0\r\n\r\nWords", "a", Format.MAIL),
        (MAIL + b"\r\nWords", "a.eml", Format.MAIL),
        (MAIL + b"\r\nA memo that was typed", "a.txt", Format.PLAIN),
        (b"Received: from x\n by y\nFrom: a\nDate: b\n\nWords", "a", Format.MAIL),
        (b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: x", "a.txt", Format.MAIL),
        (b"Words: many\n\nof them", "a.eml", Format.PLAIN),
    ],
)
def test_formats(data: bytes, name: str, found: Format) -> None:
    assert find_format(data, name) is found


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04\x14\x00xl/workbook.xml", "a spreadsheet"),
        (b"PK\x03\x04\x14\x00ppt/presentation.xml", "a presentation"),
        (b"PK\x03\x04\x14\x00photos/1.jpg", "a ZIP file"),
        (ODT + b"spreadsheet", "a spreadsheet"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (COMPOUND + "__substg1.0_0037".encode("utf-16-le"), "an Outlook mail"),
        (COMPOUND + b"WordDocument", "an old Word or Office file"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
    ],
)
def test_what_holds_no_text_to_be_got_at_is_told(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=rf"^thing is {told}.*\.$"):
        find_format(data, "thing")


@given(st.binary(min_size=1, max_size=200), st.sampled_from(["a.html", "a.eml", "a.pdf", "a"]))
def test_any_bytes_are_some_format_or_none(data: bytes, name: str) -> None:
    try:
        told = f"{name} is {find_format(data, name).told}."
    except InputError as error:
        told = str(error)
    assert told.startswith(f"{name} is ")
    assert told.endswith(".")
