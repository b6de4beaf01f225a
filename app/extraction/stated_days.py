"""Days with their year in languages that the room of dates does not read, for lines that state one.

Chinese, Japanese and Korean in figures; Ukrainian, Polish, Greek, Hebrew and Hindi by the month's
name; Portuguese and Spanish short forms. Knows one line at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.model.reading import DateMention
from app.model.span import Span

_MONTHS = (
    "січня stycznia ιανουαρίου בינואר ינואר जनवरी ene янв sty",
    "лютого lutego φεβρουαρίου בפברואר פברואר फरवरी फ़रवरी fev фев lut",
    "березня marca μαρτίου במרץ מרץ मार्च mar мар",
    "квітня kwietnia απριλίου באפריל אפריל अप्रैल abr апр kwi",
    "травня maja μαΐου μαίου במאי מאי मई mai мая maj",
    "червня czerwca ιουνίου ביוני יוני जून jun июн cze",
    "липня lipca ιουλίου ביולי יולי जुलाई jul июл lip",
    "серпня sierpnia αυγούστου באוגוסט אוגוסט अगस्त ago авг sie",
    "вересня września σεπτεμβρίου בספטמבר ספטמבר सितंबर set сен сент wrz",
    "жовтня października οκτωβρίου באוקטובר אוקטובר अक्टूबर out окт paź",
    "листопада listopada νοεμβρίου בנובמבר נובמבר नवंबर nov ноя lis",
    "грудня grudnia δεκεμβρίου בדצמבר דצמבר दिसंबर dez dic дек gru",
)
#: Names of months by number, in small letters.
MORE_MONTHS: dict[str, int] = {
    word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()
}
_IN_FIGURES = re.compile(
    r"((?:19|20)\d\d)\s?[年년.]\s?(\d{1,2})\s?[月월.]\s?(\d{1,2})(?:\s?[日일]|\.|(?!\d))"
)
_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|\s|º|\sde\s|\.\s)(?:de\s)?([^\s\d.,]{2,20})\.?,?[\s.](?:de\s)?"
    r"((?:19|20)\d\d)(?!\d)"
)
_LINE = 300


def stated_days(text: str, within: Span) -> Iterator[DateMention]:
    """The full days in the first 300 characters of a stretch, in order of their form."""
    end = min(within.end, within.start + _LINE)
    for found in _IN_FIGURES.finditer(text, within.start, end):
        yield from _mention(found, found[1], int(found[2]), found[3])
    for found in _NAMED.finditer(text, within.start, end):
        month = MORE_MONTHS.get(found[2].lower())
        if month is not None:
            yield from _mention(found, found[3], month, found[1])


def _mention(found: re.Match[str], year: str, month: int, day: str) -> Iterator[DateMention]:
    try:
        value = date(int(year), month, int(day)).isoformat()
    except ValueError:
        return
    yield DateMention(Span(found.start(), found.end()), found.group(), value, "day", "as written")
