"""RTF cut into its tokens, and the code pages of its bytes. Knows no meaning of a word."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

#: Code pages by the number of a font's character set, as the RTF specification 1.9.1 lists them.
_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "shift_jis",
    80: "gb2312",
    81: "big5",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
_CODE_PAGES = {65001: "utf-8", 10000: "mac_roman", 10007: "mac_cyrillic", 708: "iso8859-6"}

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,40})(-?\d{1,10})? ?"
    rb"|\\'([0-9A-Fa-f]{2})"
    rb"|\\(.)"
    rb"|([{}])"
    rb"|[\r\n]+"
    rb"|([^\\{}\r\n]{1,65536})"
    rb"|\\",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of RTF: one of the fields is filled; `number` belongs to `word`."""

    word: str = ""
    number: int | None = None
    sign: str = ""
    brace: str = ""
    raw: bytes = b""
    hexed: bool = False


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file in order; bytes of pictures (`\\bin`) are passed over. Linear."""
    at = 0
    while at < len(data):
        match = _TOKEN.match(data, at)
        if match is None:
            return
        at = match.end()
        word, number, hexed, sign, brace, raw = match.groups()
        if word is not None:
            value = None if number is None else int(number)
            if word == b"bin":
                at += max(value or 0, 0)
            else:
                yield Token(word=word.decode("ascii"), number=value)
        elif raw is not None:
            yield Token(raw=raw)
        elif hexed is not None:
            yield Token(raw=bytes.fromhex(hexed.decode("ascii")), hexed=True)
        elif brace is not None:
            yield Token(brace=brace.decode("ascii"))
        elif sign is not None:
            yield Token(sign=sign.decode("latin-1"))


@cache
def charset_page(number: int) -> str:
    """The code page of a font's character set, or nothing where the file's own holds."""
    return _CHARSETS.get(number, "")


@cache
def code_page(number: int) -> str:
    """The code page of this number, or nothing where Python has none."""
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name
