"""Bytes become characters: by mark, by what the file declares, as UTF-8, else by a guess told.

Knows no format. Only `guess` needs a library, and is for the reading process.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_SAMPLE = 65_536
# Longest first: the mark of UTF-32 little-endian begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What is declared, and what browsers read in its place: the wider set of the same bytes.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
#: Python knows codecs besides that are no encodings of texts, or that a page could abuse.
_OF_TEXTS = (
    "ascii",
    "iso",
    "cp",
    "koi8",
    "mac",
    "gb",
    "big5",
    "euc",
    "shift",
    "hz",
    "johab",
    "utf",
    "tis",
)
_TOLD = {
    "cp1250": "Windows-1250 (Central European)",
    "cp1251": "Windows-1251 (Cyrillic)",
    "cp1252": "Windows-1252 (Western European)",
    "cp1253": "Windows-1253 (Greek)",
    "cp1254": "Windows-1254 (Turkish)",
    "cp1255": "Windows-1255 (Hebrew)",
    "cp1256": "Windows-1256 (Arabic)",
    "cp874": "Windows-874 (Thai)",
    "cp932": "Shift JIS (Japanese)",
    "cp949": "EUC-KR (Korean)",
    "big5hkscs": "Big5 (Chinese)",
    "gb18030": "GB 18030 (Chinese)",
    "euc_jp": "EUC-JP (Japanese)",
    "koi8_r": "KOI8-R (Cyrillic)",
}
# The letters beyond ASCII of languages written in Latin, by the encoding they were stored in.
# Where several fit equally well the first one is taken.
_ALPHABETS = (
    (
        "cp1252",
        [
            "äöüß",
            "éèêëàâçùûîïôœæ",
            "ñáíóú¿¡ü",
            "àèéìòù",
            "ãõáâàéêíóôúç",
            "æøå",
            "äöå",
            "ëéïöü",
            "þðáéíóúýæö",
        ],
    ),
    ("cp1254", ["çğıöşüâîû"]),
    (
        "cp1250",
        ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"],
    ),
    ("iso8859_2", ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű"]),
)
_RUNS = re.compile(rb"[\x80-\xff]{2,}")
_SIGNS = frozenset("“”‘’„‚«»–—…•·§©®°€£¥№™\u00a0\u00ad")
# Among the most frequent characters of running text; a wrong decoding hits few of them.
_FREQUENT = (
    ("cp932", "のにはをたがでてとしれさあるいもすなっこらりんだかまそよき、。"),
    ("euc_jp", "のにはをたがでてとしれさあるいもすなっこらりんだかまそよき、。"),
    (
        "gb18030",
        "的一是不了在人有我他这中大来上国个到说们为子和地出道也时年得就那要下以生会自着，。",
    ),
    (
        "big5hkscs",
        "的一是不了在人有我他這中大來上國個到說們為子和地出道也時年得就那要下以生會自著，。",
    ),
    ("cp949", "이다는에의을를가고하지은도로한기사서인대그자시정리나들일해수"),
)
_ENOUGH_FREQUENT = 0.12


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and sentences for the reviewer about what was not certain."""

    text: str
    notices: tuple[str, ...] = ()


def decode_surely(data: bytes) -> Decoded | None:
    """The text where a mark, valid UTF-8 or the zeros of UTF-16 tell the encoding, else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    wide = wide_encoding(data)
    if wide:
        told = f"The file does not name its encoding; it was read as {wide.upper()}."
        found = _replacing(data, wide)
        return Decoded(found.text, (told, *found.notices))
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _damaged_utf8(data, error)


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text of `data`; `declared` is the name of the encoding that the file itself gives.

    Valid UTF-8 with letters beyond ASCII is UTF-8 whatever is declared: no other encoding looks
    like it by chance.
    """
    encoding = _codec(declared)
    # Where the declared encoding is of seven bits, valid UTF-8 says nothing against it.
    if encoding and encoding.startswith(("iso2022", "hz")):
        return _replacing(data, encoding)
    sure = decode_surely(data)
    if sure is not None:
        return sure
    if encoding and not encoding.startswith("utf"):
        found = _replacing(data, encoding)
        if found.text.count("\ufffd") <= 2 + len(data) // 200:
            return found
    return guess(data)


def guess(data: bytes) -> Decoded:
    """The text by the encoding that its letters speak for, with a notice that names it."""
    encoding = _guessed(data[:_SAMPLE])
    found = _replacing(data, encoding)
    told = _TOLD.get(encoding, encoding.upper().replace("_", "-"))
    notice = f"The file does not say its encoding; it was read as {told}."
    return Decoded(found.text, (f"{notice} Look whether accents are right.", *found.notices))


def wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text is then NUL. Empty if it is not so."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    for encoding, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        # Other scripts leave fewer zeros: blanks, digits and stops alone have them.
        if high > 0.1 and low < 0.02:
            text = sample.decode(encoding, errors="replace")
            printable = sum(char.isprintable() or char.isspace() for char in text)
            if printable - text.count("\ufffd") >= 0.95 * len(text):
                return encoding
    return ""


def _replacing(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    if "\ufffd" not in text:
        return Decoded(text)
    told = _TOLD.get(encoding, encoding.upper())
    return Decoded(text, (f"Characters that are no valid {told} were replaced by “\ufffd”.",))


def _damaged_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 that is cut or damaged; None where it looks like another encoding."""
    found = _replacing(data, "utf-8")
    sample = found.text[:_SAMPLE]
    broken = sample.count("\ufffd")
    # No other encoding makes whole characters of UTF-8 but by chance, and then few.
    whole = sum(char > "\x7f" for char in sample) - broken
    cut = error.start >= len(data) - 4 and whole > 4
    if cut or whole > 2 * broken:
        return found
    return None


def _codec(declared: str) -> str:
    """Python's name of a declared encoding, widened as browsers do; empty for one unknown."""
    try:
        name = codecs.lookup(declared.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return ""
    return _WIDER.get(name, name) if name.startswith(_OF_TEXTS) and name != "utf-7" else ""


def _guessed(sample: bytes) -> str:
    beyond = sum(byte > 0x7F for byte in sample)
    if 2 * sum(map(len, _RUNS.findall(sample))) < beyond:
        return _latin(sample)  # among Latin letters those beyond ASCII stand alone
    found = _east_asian(sample)
    if found:
        return found
    import charset_normalizer

    best = charset_normalizer.from_bytes(sample).best()
    name = best.encoding if best is not None else ""
    # Its choice among the Latin ones is hardly better than chance; alphabets tell them apart.
    if name and _beyond_latin(sample, name):
        return _WIDER.get(name.replace("_", "-"), name)
    return _latin(sample)


def _east_asian(sample: bytes) -> str:
    best, encoding = _ENOUGH_FREQUENT, ""
    for candidate, frequent in _FREQUENT:
        try:
            # Not to the end: the sample may cut a character.
            text = codecs.getincrementaldecoder(candidate)().decode(sample)
        except UnicodeDecodeError:
            continue
        beyond = [char for char in text if char > "\x7f"]
        if beyond:
            share = sum(char in frequent for char in beyond) / len(beyond)
            if share > best:
                best, encoding = share, candidate
    return encoding


def _beyond_latin(sample: bytes, encoding: str) -> bool:
    letters = [char for char in sample.decode(encoding, errors="ignore") if char.isalpha()]
    beyond = sum(char > "\u024f" for char in letters)
    return beyond > 0.5 * len([char for char in letters if char > "\x7f"])


def _latin(sample: bytes) -> str:
    """The encoding in which one alphabet covers most of the letters beyond ASCII."""
    best, encoding = -1.0, "cp1252"
    for candidate, alphabets in _ALPHABETS:
        beyond = [char for char in sample.decode(candidate, errors="replace") if char > "\x7f"]
        for alphabet in alphabets:
            known = sum(char.lower() in alphabet or char in _SIGNS for char in beyond)
            share = known / len(beyond) if beyond else 0.0
            if share > best:
                best, encoding = share, candidate
    return encoding
