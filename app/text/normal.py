"""The one normal form that every text is given at intake, and its fingerprint. Knows no file."""

from __future__ import annotations

import hashlib
import re

# Characters that no text file means: NUL ends strings in other people's code, and a lone
# surrogate cannot be written as UTF-8, so neither could be stored and found again.
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_NUL = "\x00"


def normalise(raw: str) -> tuple[str, tuple[str, ...]]:
    """The text as it is stored, and one notice sentence for each sort of thing removed.

    Newlines (CRLF, CR) become "\\n"; NUL characters and lone surrogates are removed. Nothing else
    is touched, so that a quote can be found again in the original. Normalising twice changes
    nothing.
    """
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    notices: list[str] = []
    nuls = text.count(_NUL)
    if nuls:
        text = text.replace(_NUL, "")
        notices.append(f"{_counted(nuls, 'NUL character')} removed: no text holds them on purpose.")
    text, lone = (text, 0) if text.isascii() else _SURROGATES.subn("", text)
    if lone:
        notices.append(f"{_counted(lone, 'broken character')} removed: half of a surrogate pair.")
    return text, tuple(notices)


def digest(text: str) -> str:
    """The SHA-256 of the text in UTF-8, as 64 hexadecimal digits.

    Raises UnicodeEncodeError for a text that was not normalised and holds a lone surrogate.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _counted(number: int, noun: str) -> str:
    return f"One {noun} was" if number == 1 else f"{number} {noun}s were"
