"""Locked, swollen, bottomless and odd files: text, or the reason in one sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from app.extraction.document import Document
from app.extraction.files import read_document
from app.model.errors import InputError
from app.model.work import Work
from tests.extraction.formats.packed import opendocument, paragraph, run, word, zipped
from tests.extraction.formats.printed import PICTURE, Piece, printed
from tests.hostile.whole_files import PARAGRAPHS, book, whole_files

WORDS = "The harbour bridge opened to traffic on Monday, after being closed for a year."
DEEP = 100_000
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="{}"><manifest:encryption-data/>'
    "</manifest:file-entry></manifest:manifest>"
)


def read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    return read_document(folder / name, Work())


def sealed(user: str) -> bytes:
    """A PDF that an owner's password forbids to change; `user` is asked for to open it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole_files()["news.pdf"])) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner="owner"))
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """A ZIP whose every part says that it is encrypted."""
    spoilt = bytearray(data)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            spoilt[at + flags] |= 1
    return bytes(spoilt)


def opened(name: str) -> dict[str, str | bytes]:
    """The parts of one of the sound files."""
    with zipfile.ZipFile(io.BytesIO(whole_files()[name])) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def bomb() -> bytes:
    """A Word file of half a megabyte that unfolds to 200 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", opened("news.docx")["_rels/.rels"])
        with archive.open("word/document.xml", "w") as part:
            for _ in range(200):
                part.write(bytes(1024 * 1024))
    return out.getvalue()


def sealed_odt(part: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            part: bytes(range(256)),
            "META-INF/manifest.xml": MANIFEST.format(part),
        }
    )


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "asks.pdf": (lambda: sealed("user"), "password"),
    "asks.docx": (lambda: COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
    "asks.zip.docx": (lambda: locked(whole_files()["news.docx"]), "password"),
    "asks.odt": (lambda: sealed_odt("content.xml"), "password"),
    "asks.whole.odt": (lambda: sealed_odt("encrypted-package"), "password"),
    "asks.epub": (lambda: locked(whole_files()["news.epub"]), "password"),
    "bomb.docx": (bomb, "too large to be a text"),
    "deep.docx": (lambda: word("<w:sdt>" * DEEP), "nested too deep"),
    "deep.odt": (lambda: opendocument("<text:section>" * DEEP), "nested too deep"),
    "deep.eml": (
        lambda: b"MIME-Version: 1.0\nFrom: a@b.c\n" + b"Content-Type: message/rfc822\n\n" * 3000,
        "too deep",
    ),
    "scan.pdf": (lambda: printed([PICTURE, PICTURE]), "only pictures"),
    "half.docx": (lambda: word(paragraph(run("&#xD800;"))), "no well-formed XML"),
    "nul.odt": (lambda: opendocument("<text:p>&#0;</text:p>"), "no well-formed XML"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, name: str) -> None:
    make, reason = REFUSED[name]
    with pytest.raises(InputError, match=rf"^{name} [^\n]*{reason}[^\n]*\.$"):
        read(tmp_path, name, make())


READ: dict[str, Callable[[], bytes]] = {
    "deep.epub": lambda: book("<html><body>" + "<div>" * DEEP + WORDS),
    "deep.rtf": lambda: b"{\\rtf1 " + b"{\\b " * DEEP + WORDS.encode() + b"}" * DEEP + b"}",
    "deep.mhtml": lambda: (
        b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html>" + b"<p><b>" * DEEP + WORDS.encode()
    ),
    "notes.rtf": lambda: b"{\\rtf1 " + b"{\\footnote " * 2_000 + WORDS.encode() + b"}" * 2_001,
    "half.rtf": lambda: b"{\\rtf1 \\u-10179?x \\u55357? " + WORDS.encode() + b"}",
    "half.txt": lambda: b"\xff\xfe\x00\xd8" + WORDS.encode("utf-16-le"),
    "half.html": lambda: f"<html><p>&#xD800; &#55357; &#0; {WORDS}".encode(),
    "ends.txt": lambda: f"one\r\n\rtwo\n\r{WORDS}\u2028three\x85four".encode(),
    "right-to-left.docx": lambda: word(paragraph(f"\u202bأعلن الوزير\u202c 😀👨‍👩‍👧 {WORDS}")),
    "packed anew.odt": lambda: zipped(
        {**opened("news.odt"), "content.xml": opendocument_content(WORDS)}
    ),
    "other name.docx": lambda: renamed("word/document.xml", "word/document2.xml", WORDS),
}


def opendocument_content(words: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(opendocument(f"<text:p>{words}</text:p>"))) as archive:
        return archive.read("content.xml")


def renamed(old: str, new: str, words: str) -> bytes:
    """A Word file whose main part bears another name, as some programs give it."""
    with zipfile.ZipFile(io.BytesIO(word(paragraph(words)))) as archive:
        parts = {part.replace(old, new): archive.read(part) for part in archive.namelist()}
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(old.encode(), new.encode())
    return zipped(dict(parts))


@pytest.mark.parametrize("name", READ)
def test_what_is_odd_is_read_all_the_same(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, name, READ[name]())
    assert WORDS in " ".join(found.text.split())
    assert not any("\ud800" <= char <= "\udfff" or char == "\0" for char in found.text)


def test_a_pdf_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    assert PARAGRAPHS[0] in " ".join(read(tmp_path, "sealed.pdf", sealed("")).text.split())


def test_a_page_of_a_pdf_that_shows_no_letter_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, "some.pdf", printed([[Piece(50, 700, WORDS)], PICTURE]))
    assert found.notices == ("Page 2 is a picture without text.",)


def test_a_file_that_is_not_what_its_name_says_is_said(tmp_path: Path) -> None:
    found = read(tmp_path, "news.rtf", WORDS.encode())
    assert found.text == WORDS
    assert found.notices == (
        "The file does not begin as an RTF file does; it was read as plain text.",
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("big.docx", lambda words: word(paragraph(words))),
        ("big.odt", lambda words: opendocument(f"<text:p>{words}</text:p>")),
        ("big.epub", lambda words: book(f"<html><body><p>{words}</p></body></html>")),
        ("big.rtf", lambda words: b"{\\rtf1 " + words.encode() + b"}"),
        ("big.eml", lambda words: b"MIME-Version: 1.0\nFrom: a\nTo: b\n\n" + words.encode()),
    ],
)
def test_a_stretch_of_eleven_megabytes_is_read_whole(
    tmp_path: Path, name: str, make: Callable[[str], bytes]
) -> None:
    words = "word " * 2_300_000 + WORDS
    assert read(tmp_path, name, make(words)).text.endswith(words)
