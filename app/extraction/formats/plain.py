"""Reads plain text and Markdown. Their text is taken as it stands: no mark is interpreted."""

from __future__ import annotations

from pathlib import Path

from app.extraction.document import Document
from app.extraction.formats.encodings import Decoded, decode, decode_surely, wide_encoding
from app.model.errors import InputError
from app.model.work import Work
from app.text.normal import normalise

_SAMPLE = 65_536
#: A text file holds hardly any control characters beside tab, newline and form feed.
_MOST_CONTROLS = 0.02
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 0x1A}) + b"\x7f"
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:  # noqa: ARG001
    """The text of a text file in whatever encoding. Raises InputError for a binary file."""
    refuse_binary(data, name)
    return _document(decode(data), name)


def read_surely(data: bytes, name: str) -> Document | None:
    """The text where its encoding needs no guess, so that it can be read right here; else None.

    Raises InputError for a binary file.
    """
    refuse_binary(data, name)
    decoded = decode_surely(data)
    return None if decoded is None else _document(decoded, name)


def refuse_binary(data: bytes, name: str) -> None:
    """Raise InputError for bytes that no text has: many control bytes, or more than stray NULs."""
    if data.startswith(_MARKS) or wide_encoding(data):
        return
    starts = (0, max(0, len(data) // 2 - _SAMPLE // 2), max(0, len(data) - _SAMPLE))
    for start in starts if len(data) > _SAMPLE else (0,):
        sample = data[start : start + _SAMPLE]
        controls = len(sample) - len(sample.translate(None, _CONTROLS))
        if controls > max(2, _MOST_CONTROLS * len(sample)):
            raise InputError(
                f"{name} is not a text file, nor of another format that Claimdesk reads."
            )


def _document(decoded: Decoded, name: str) -> Document:
    text, changed = normalise(decoded.text)
    if not text.strip("\ufeff \t\n\x0b\x0c\u00a0"):
        raise InputError(f"{name} is empty.")
    return Document(text, name, tuple(dict.fromkeys((*decoded.notices, *changed))))
