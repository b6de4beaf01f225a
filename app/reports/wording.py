"""How days, times, counts, digests and stray characters read in a report. Knows no format."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

from app.model.source import SourceKind

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip

_LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian",
    "fr": "French", "he": "Hebrew", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip

_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f]")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ISO_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_NOT_IN_URL = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\\\\]")


def writable(text: str) -> str:
    """The text with what no HTML file can hold (NUL, lone surrogates) as U+FFFD, one for one."""
    return _UNWRITABLE.sub("\ufffd", text)


def legible(text: str) -> str:
    """The text with control characters made visible, newline and tab kept.

    For names, notes and addresses; the article's own text stays as it is (see `writable`).
    """

    def picture(found: re.Match[str]) -> str:
        code = ord(found[0])
        return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"

    return _CONTROL.sub(picture, writable(text))


def in_xml(text: str) -> str:
    """As `legible`, with the last two characters that no XML file can hold as U+FFFD too."""
    return legible(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def plain_words(text: str) -> str:
    """The text for a format without markup: as `legible`, and what would turn the direction of the
    words that follow it is shown by its number instead of doing so."""
    return _BIDI.sub(lambda found: f"<U+{ord(found[0]):04X}>", legible(text))


def one_line(text: str) -> str:
    """The text with every run of white space as one space, none at its ends."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """The text with its first letter as a capital, the others as they are."""
    return text[:1].upper() + text[1:]


def day(value: date | str) -> str:
    """“2016-09-21” as “21 September 2016”; a month or year as such; anything else unchanged."""
    text = value.isoformat() if isinstance(value, date) else value
    found = _ISO_DAY.fullmatch(text)
    if not found:
        return text
    year, month, number = found[1], found[2], found[3]
    if month and not 1 <= int(month) <= 12:
        return text
    words = [str(int(number))] if number else []
    words += [MONTHS[int(month) - 1]] if month else []
    return " ".join([*words, year])


def moment(value: str) -> str:
    """An ISO 8601 time as “21 September 2016, 14:03 UTC”; anything else unchanged.

    A time that names no zone counts as UTC, as all times of a dossier do.
    """
    try:
        when = datetime.fromisoformat(value)
        when = when.astimezone(UTC) if when.tzinfo else when
    except (ValueError, OverflowError):
        return value
    return f"{day(when.date())}, {when:%H:%M} UTC"


def is_moment(value: str) -> bool:
    """Whether `value` may stand in a `datetime` attribute."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def number(value: int) -> str:
    """1234567 as “1,234,567”."""
    return f"{value:,}"


def counted(value: int, one: str, many: str = "") -> str:
    """“1 claim”, “2 claims”, “no claims”."""
    noun = one if value == 1 else many or one + "s"
    return f"{number(value) if value else 'no'} {noun}"


def kinds_in_words(kinds: Counter[SourceKind]) -> str:
    """“2 newspapers and 1 document”, the most first; empty for none."""
    return listed([
        counted(count, kind, f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s")
        for kind, count in kinds.most_common()
    ])  # fmt: skip


def withheld_in_words(kinds: Counter[SourceKind]) -> str:
    """“2 items of evidence are withheld as confidential (1 transcript and 1 document)”."""
    are = "is" if kinds.total() == 1 else "are"
    items = counted(kinds.total(), "item")
    return f"{items} of evidence {are} withheld as confidential ({kinds_in_words(kinds)})"


def listed(words: list[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def short_digest(digest: str) -> str:
    """The first twelve characters of a digest, with an ellipsis where there are more."""
    return digest if len(digest) <= 12 else digest[:12] + "…"


def language_name(code: str) -> str:
    """“ru” as “Russian”; a code we have no name for as it stands."""
    return _LANGUAGES.get(code.casefold(), code)


def language_tag(code: str) -> str:
    """The code where it may stand in a `lang` attribute, else empty (unknown)."""
    return code if _LANGUAGE_TAG.fullmatch(code) else ""


def web_address(url: str) -> str:
    """The URL where a link may lead to it, else empty: only http and https, with a host.

    Every other scheme (`javascript:`, `file:`, `data:`) is shown as text and leads nowhere.
    """
    if _NOT_IN_URL.search(url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and host else ""
