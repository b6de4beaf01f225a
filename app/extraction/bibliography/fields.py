"""The values of bibliographic fields in one form: words, days, lists of names. Knows no format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

_NUMBERS = re.compile(r"\d{1,4}")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
#: No name of a day is longer (characters).
_LONGEST_DAY = 40


def words(value: Any) -> str:
    """A text or number on one line; anything else is empty."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())


def names(several: Iterable[str]) -> str:
    """The names of authors as one text, each once."""
    return "; ".join(dict.fromkeys(name for name in map(words, several) if name))


def iso(year: Any, month: Any = None, day: Any = None) -> str:
    """An ISO day, month or year, as much of it as makes sense; months may be English names."""
    try:
        number = int(year)
    except (TypeError, ValueError):
        return ""
    if not 1 <= number <= 9999:
        return ""
    at = _month(month)
    if not at:
        return f"{number:04}"
    try:
        return date(number, at, int(day)).isoformat()
    except (TypeError, ValueError):
        return f"{number:04}-{at:02}"


def iso_of(told: str) -> str:
    """The ISO form of "2021-05-04T10:00", "2021/05/04/", "2021", "4 May 2021"; else empty."""
    told = told.strip()[:_LONGEST_DAY]
    found = _ISO.match(told.replace("/", "-"))
    if found:
        return iso(*found.groups())
    month = next((part for part in re.split(r"[\s,.]+", told) if _month(part, True)), "")
    numbers = _NUMBERS.findall(told)
    years = [one for one in numbers if len(one) == 4]
    if len(years) != 1:
        return ""
    days = [one for one in numbers if len(one) <= 2]
    return iso(years[0], month, days[0] if month and len(days) == 1 else None)


def _month(told: Any, named: bool = False) -> int:
    text = str(told or "").strip().casefold()
    if text[:3] in _MONTHS and text.isalpha():
        return _MONTHS.index(text[:3]) + 1
    if not named and text.isdecimal() and len(text) <= 2 and 1 <= int(text) <= 12:
        return int(text)
    return 0
