"""Tells the format of a file by its content, and by its name where the content leaves it open.

Parses nothing, so that it may look at any file.
"""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from pathlib import PurePath

from app.model.errors import InputError


class Format(StrEnum):
    """A format that can be read."""

    PLAIN = "plain"
    HTML = "html"
    MAIL = "mail"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    RTF = "rtf"
    EPUB = "epub"

    @property
    def told(self) -> str:
        """What a file of this format is called in a sentence."""
        return _TOLD[self]


_TOLD = {
    Format.PLAIN: "a text file",
    Format.HTML: "a web page",
    Format.MAIL: "a mail",
    Format.PDF: "a PDF file",
    Format.DOCX: "a Word file",
    Format.ODT: "an OpenDocument file",
    Format.RTF: "an RTF file",
    Format.EPUB: "an EPUB file",
}
# First bytes, and what the file is: none of these holds text that can be read.
_NO_TEXT = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, video or WebP file"),
    (b"\x00\x00\x00\x18ftyp", "a video file"),
    (b"\x00\x00\x00\x20ftyp", "a video file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13, 27, 0x1A} | {0x7F}
_HEAD = 4096
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Members by which the kinds of ZIP are told apart.
_ZIPS = (
    (b"word/document", Format.DOCX),
    (b"application/vnd.oasis.opendocument.text", Format.ODT),
    (b"application/epub+zip", Format.EPUB),
    (b"META-INF/container.xml", Format.EPUB),
)
_OTHER_ZIPS = (
    (b"xl/workbook", "a spreadsheet"),
    (b"ppt/presentation", "a presentation"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet"),
    (b"application/vnd.oasis.opendocument.presentation", "a presentation"),
)
#: What the names of files promise; a ZIP that shows no member that tells is taken at its word.
NAMED = {
    ".pdf": Format.PDF,
    ".rtf": Format.RTF,
    ".docx": Format.DOCX,
    ".docm": Format.DOCX,
    ".odt": Format.ODT,
    ".ott": Format.ODT,
    ".epub": Format.EPUB,
}
_PACKED = frozenset({Format.DOCX, Format.ODT, Format.EPUB})
_HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml.html"})
_MAIL_NAMES = frozenset({".eml", ".mht", ".mhtml"})
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title)[\s>/]", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,15}[\s>/]", re.IGNORECASE)
_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]|$)")
_MAIL_FIELDS = frozenset((
    "from", "to", "cc", "date", "subject", "sender", "reply-to", "message-id", "mime-version",
    "content-type", "received", "return-path", "delivered-to", "snapshot-content-location",
    "content-transfer-encoding",
))  # fmt: skip
# Fields that programs write and no typist does.
_TECHNICAL = frozenset((
    "message-id", "mime-version", "content-type", "received", "return-path", "delivered-to",
    "snapshot-content-location",
))  # fmt: skip


def find_format(data: bytes, name: str) -> Format:
    """The format of a file that is not empty.

    Raises InputError for a file that is known to hold no text, or text that cannot be got at.
    """
    if data.startswith(_ZIP):
        return _zip_format(data, name)
    if data.startswith(_COMPOUND):
        raise InputError(_compound(data, name))
    if data.startswith(b"{\\rtf"):
        return Format.RTF
    suffix = PurePath(name).suffix.casefold()
    if data.startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in data[:1024]):
        return Format.PDF
    _refuse_no_text(data, name)
    return _text_format(_beginning(data), suffix)


def _zip_format(data: bytes, name: str) -> Format:
    if _is_binary(data):
        for sign, found in _ZIPS:
            if sign in data:
                return found
        what = next((told for sign, told in _OTHER_ZIPS if sign in data), "")
        named = NAMED.get(PurePath(name).suffix.casefold())
        if named in _PACKED and not what:
            return named
        what = what or "a ZIP file"
        raise InputError(f"{name} is {what}. Take out of it what is to be checked, and open that.")
    return Format.PLAIN


def _compound(data: bytes, name: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return f"{name} is protected with a password. Save it without one, and open it again."
    if "__substg1.0_".encode("utf-16-le") in data:
        return f"{name} is an Outlook mail. Save it as EML or text, and open that."
    return f"{name} is an old Word or Office file. Save it as DOCX or PDF, and open that."


def _refuse_no_text(data: bytes, name: str) -> None:
    for magic, what in _NO_TEXT:
        # A text may well begin with these letters; more than they must speak for the format.
        if data.startswith(magic) and (not magic.isascii() or _is_binary(data)):
            raise InputError(f"{name} is {what}. Copy its text, if it shows any, and paste it.")


def _is_binary(data: bytes) -> bool:
    return any(byte in _CONTROLS for byte in data[:64])


def _beginning(data: bytes) -> str:
    """The first characters, whatever the encoding: enough to see tags and fields."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:]
    if head.count(0) > len(head) // 4:
        head = head.replace(b"\x00", b"")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")


def _text_format(head: str, suffix: str) -> Format:
    text = _after_comments(head.lstrip())
    if _HTML.match(text):
        return Format.HTML
    if text.startswith("<?xml") and "<html" in text.casefold():
        return Format.HTML
    if _is_mail(head, suffix):
        return Format.MAIL
    if suffix in _HTML_NAMES and _TAG.search(head):
        return Format.HTML
    return Format.PLAIN


def _after_comments(text: str) -> str:
    # Saved pages begin with a comment that names where they were saved from.
    while text.startswith("<!--"):
        end = text.find("-->")
        if end < 0:
            return ""
        text = text[end + 3 :].lstrip()
    return text


def _is_mail(head: str, suffix: str) -> bool:
    """Whether a block of header fields opens the file, as RFC 5322 has them."""
    fields: set[str] = set()
    for line in head.lstrip("\r\n").splitlines():
        if line.startswith((" ", "\t")) and fields:
            continue
        field = _FIELD.match(line)
        if field is None:
            break
        fields.add(field[1].casefold())
    known = fields & _MAIL_FIELDS
    if suffix in _MAIL_NAMES:
        return bool(known)
    return len(known) >= 3 and bool(known & _TECHNICAL)
