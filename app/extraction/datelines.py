"""The dateline that opens a news report ("NEW YORK (Sputnik) –"). Knows one line at a time."""

from __future__ import annotations

import re

from app.text.names.places import PLACES
from app.text.words import fold

_LONGEST = 120
_DASH = r"(?:--|[-–—―])"
_GAP = r"[ \t\u00a0]{0,4}"
# A place in capitals, a state or country, a day; then the agency in brackets, then a dash. Each
# piece is bounded. Without an agency the place must be in capitals, or any sentence would do.
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-яё]"
_CAPITALS = rf"{_CAPITAL}(?:{_CAPITAL}|['’./\-]){{1,24}}"
_CAPITAL_PLACE = rf"{_CAPITALS}(?:[ \u00a0]{_CAPITALS}){{0,3}}"
_AREA = r"(?:,[ \u00a0]{1,2}[^\W\d_][\w.'’ \u00a0\-]{1,30}?){0,2}"
_DAY = (
    r"(?:,?[ \u00a0]{1,2}(?:\d{1,2}[ \u00a0][^\W\d_]{2,12}\.?|[^\W\d_]{2,12}\.?[ \u00a0]\d{1,2})"
    r"(?:,?[ \u00a0]\d{4})?)?"
)
_AGENCY = r"(?:/[^/\n]{2,30}/|[(（\[][^a-zа-я()（）\[\]\n][^()（）\[\]\n]{1,40}[)）\]])"
_NAME = r"[^\W\d_a-zа-я][\w.'’\-]{1,24}"
_PLACE = rf"{_NAME}(?:[ \u00a0](?:{_NAME}|de|la|le|el|al|da|do|of|upon|am|an|der)){{0,4}}"
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        # LONDON, March 3 (Reuters) -     KYIV, Ukraine (AP) —     Paris (AFP) -
        rf"(?:{_CAPITAL_PLACE}|{_PLACE}){_AREA}{_DAY}{_GAP}{_AGENCY}{_GAP}(?:{_DASH}|:)(?=\s)",
        # NEW YORK--(BUSINESS WIRE)--
        rf"(?:{_CAPITAL_PLACE}|{_PLACE}){_AREA}{_DAY}{_GAP}--{_GAP}{_AGENCY}{_GAP}--",
        # (Reuters) -
        rf"{_AGENCY}{_GAP}{_DASH}(?=\s)",
        # МОСКВА, 21 сен — РИА Новости.
        rf"{_CAPITAL_PLACE},{_GAP}\d{{1,2}}[ \u00a0][^\W\d_]{{3,9}}\.?{_GAP}{_DASH}{_GAP}"
        r"[^\W\d_][\w ,\u00a0\-]{2,40}\.(?=\s)",
        # WASHINGTON —     GENEVA, 21 September 2016 –
        rf"{_CAPITAL_PLACE}{_AREA}{_DAY}[ \t\u00a0]{_GAP}{_DASH}(?=\s)",
        # 新华社纽约9月21日电（记者……）
        r"[\u4e00-\u9fff]{1,12}\d{1,2}月\d{1,2}日[电電讯訊](?:[(（][^()（）\n]{1,30}[)）])?",
    )
)

# Johannesburg -     Tel Aviv –     Cape Town, South Africa —
_KNOWN_PLACE = re.compile(
    rf"({_PLACE}){_AREA}{_DAY}[ \t\u00a0]{_GAP}{_DASH}\s{{1,4}}(?=[^\W\d_a-z]|[“\"'‘])"
)


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the words after the dateline begin that opens `text` at `start`; `start` if none does.

    `start` is the first character of a paragraph; the dash and the blanks after it belong to the
    dateline. A dateline that leaves no words behind it is none. A place that is not in capitals and
    names no agency must be a known one, or any sentence with a dash would do.
    """
    limit = min(end, start + _LONGEST)
    for form in _FORMS:
        found = form.match(text, start, limit)
        if found is None:
            continue
        after = found.end()
        while after < end and text[after].isspace():
            after += 1
        if after < end:
            return after
    found = _KNOWN_PLACE.match(text, start, limit)
    if found is not None and fold(found[1]) in PLACES and found.end() < end:
        return found.end()
    return start
