"""The LaTeX of bibliographies as plain text: accents, symbols, braces. Knows no BibTeX."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SYMBOLS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "i", "j": "j", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "textendash": "–", "textemdash": "—", "textquoteright": "’",
    "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…",
    "dots": "…", "textellipsis": "…", "euro": "€", "texteuro": "€", "pounds": "£", "S": "§",
    "copyright": "©", "textdegree": "°", "textbackslash": "\\", "textasciitilde": "~", "LaTeX":
    "LaTeX", "TeX": "TeX",
}  # fmt: skip
_ACCENT = re.compile(
    r"\\([`'^~=.\"])[ \t]*\{?(\\?[A-Za-z])\}?|\\([uvHcdkbr])(?:[ \t]+|\{)(\\?[A-Za-z])\}?"
)
_COMMAND = re.compile(r"\\([A-Za-z]{1,20})[ \t]?(?:\{\})?")
_ESCAPED = re.compile(r"\\([&%$#_{}])")
_KEPT = {"{": "\ue000", "}": "\ue001"}


def plain(text: str) -> str:
    """The text without LaTeX's marks. What is not known is left out, its argument kept."""
    if "\\" in text:
        text = _ACCENT.sub(_accented, text)
        text = _ESCAPED.sub(lambda one: _KEPT.get(one[1], one[1]), text)
        text = _COMMAND.sub(lambda one: _SYMBOLS.get(one[1], ""), text)
    text = text.replace("{", "").replace("}", "").replace("~", "\u00a0")
    text = text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")
    return text.replace("\ue000", "{").replace("\ue001", "}")


def _accented(found: re.Match[str]) -> str:
    mark, letter = found[1] or found[3], (found[2] or found[4]).lstrip("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[mark])
