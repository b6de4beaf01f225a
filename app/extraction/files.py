"""A file becomes text, with a sentence about all that was not certain. The only door to files here.

Plain text and Markdown at present. Knows no article and no store.
"""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from app.extraction.document import Document
from app.model.errors import InputError
from app.model.work import Work

#: Larger files are refused, in bytes.
LARGEST = 50 * 1024 * 1024
_CHUNK = 1024 * 1024
_SAMPLE = 65_536
#: A text file holds hardly any control characters beside tab, newline and form feed.
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 0x1A}) + b"\x7f"

# First bytes, what the file is, and whether it is worth saying how to get at its text.
_KNOWN = (
    (b"%PDF", "a PDF file", True),
    (b"PK\x03\x04", "a Word, OpenDocument, EPUB or ZIP file", True),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office file", True),
    (b"{\\rtf", "an RTF file", True),
    (b"\x89PNG", "a PNG picture", False),
    (b"\xff\xd8\xff", "a JPEG picture", False),
    (b"GIF8", "a GIF picture", False),
    (b"RIFF", "a sound, video or WebP file", False),
    (b"\x00\x00\x00\x18ftyp", "a video file", False),
    (b"\x00\x00\x00\x20ftyp", "a video file", False),
    (b"ID3", "a sound file", False),
    (b"OggS", "a sound file", False),
    (b"\x1f\x8b", "a compressed file", False),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file", False),
    (b"Rar!", "a compressed file", False),
    (b"SQLite format 3\x00", "a database", False),
    (b"\x7fELF", "a program", False),
    (b"MZ\x90", "a program", False),
)
_KNOWN_ZIPS = (
    (b"word/", "a Word file"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument file"),
    (b"application/epub", "an EPUB file"),
)
_HTML = re.compile(rb"\s{0,200}(?:<!doctype html|<html[\s>])", re.IGNORECASE)
# Longest first: the mark of UTF-32 little-endian begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HINT = "Claimdesk opens plain text at present"


def read_document(path: Path, work: Work) -> Document:
    """The text of the file at `path`, not yet normalised.

    A guessed encoding is said in a notice. Raises InputError with one sentence for a file that is
    missing, a folder, unreadable, empty, larger than 50 MB or no plain text; Cancelled when the
    job is called off.
    """
    data = _read(path, work)
    name = path.name
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise InputError(f"{name} is empty.")
    _refuse_known(name, data)
    text, notices = _decode(name, data)
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u00a0"):
        raise InputError(f"{name} is empty.")
    return Document(text, name, notices)


def _read(path: Path, work: Work) -> bytes:
    """The bytes of the file, read in pieces so that the job can be called off."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise InputError(f"{name} is a folder. Choose a file in it.")
        if path.exists() and not path.is_file():
            raise InputError(f"{name} is not a file that can be read.")
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(_too_large(name, size))
        pieces: list[bytes] = []
        done = 0
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                pieces.append(piece)
                done += len(piece)
                if done > LARGEST:
                    raise InputError(_too_large(name, done))
                work.tick(done, size, f"Reading {name}")
    except FileNotFoundError:
        raise InputError(f"There is no file {path}.") from None
    except PermissionError:
        raise InputError(f"{name} may not be read: its permissions forbid it.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise InputError(f"{name} cannot be read: {reason}.") from None
    return b"".join(pieces)


def _too_large(name: str, size: int) -> str:
    return f"{name} is too large: {size / 1024 / 1024:.0f} MB, and the limit is 50 MB."


def _refuse_known(name: str, data: bytes) -> None:
    """Raise InputError for files known by their first bytes that hold no plain text."""
    for magic, what, has_text in _KNOWN:
        if not data.startswith(magic) or (magic.isascii() and not _looks_binary(magic, data)):
            continue
        if magic.startswith(b"PK"):
            what = next((kind for sign, kind in _KNOWN_ZIPS if sign in data[:4096]), what)
        advice = ": copy its text and paste it." if has_text else "."
        raise InputError(f"{name} is {what}. {_HINT}{advice}")
    if _HTML.match(data[:400]):
        raise InputError(f"{name} is a web page. {_HINT}: copy its text and paste it.")


def _looks_binary(magic: bytes, data: bytes) -> bool:
    """Whether more than the first letters speak for a format whose mark a text may begin with."""
    return magic.startswith((b"%PDF", b"{\\rtf")) or any(byte in data[:64] for byte in _CONTROLS)


def _decode(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, _damage(text, encoding)
    wide = _wide_encoding(data)
    if wide:
        text = data.decode(wide, errors="replace")
        return text, (f"The file does not name its encoding; it was read as {wide.upper()}.",)
    _refuse_binary(name, data)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_otherwise(data, error)


def _damage(text: str, encoding: str) -> tuple[str, ...]:
    broken = text.count("\ufffd")
    if not broken:
        return ()
    return (f"Characters that are no valid {encoding.upper()} were replaced by “\ufffd”.",)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text is then NUL. Empty if it is not so."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        # Other scripts leave fewer zeros: blanks, digits and stops alone have them.
        if high > 0.1 and low < 0.02:
            try:
                text = sample.decode(encoding)
            except UnicodeDecodeError:
                continue
            printable = sum(char.isprintable() or char.isspace() for char in text)
            if printable >= 0.98 * len(text):
                return encoding
    return ""


def _refuse_binary(name: str, data: bytes) -> None:
    """Raise InputError for bytes that no text has: many control bytes, or more than stray NULs."""
    for start in (0, max(0, len(data) // 2 - _SAMPLE // 2), max(0, len(data) - _SAMPLE)):
        sample = data[start : start + _SAMPLE]
        controls = len(sample) - len(sample.translate(None, _CONTROLS))
        if controls > max(2, _MOST_CONTROLS * len(sample)):
            raise InputError(f"{name} is not a text file. {_HINT}.")


def _decode_otherwise(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    """Text that is not valid UTF-8: mostly UTF-8 with damage, or an older one-byte encoding."""
    text = data.decode("utf-8", errors="replace")
    good = sum(byte >= 0xC2 for byte in data[:_SAMPLE])
    broken = text[:_SAMPLE].count("\ufffd")
    cut = error.start >= len(data) - 4
    if cut or good > 20 * max(1, broken) or (good and 10 * broken < good):
        return text, _damage(text, "utf-8")
    for encoding, told in (("cp1252", "Windows-1252"), ("latin-1", "Latin-1")):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, (
            f"The file is not valid UTF-8; it was read as {told}. Look whether accents are right.",
        )
    raise AssertionError("Latin-1 decodes any bytes")
