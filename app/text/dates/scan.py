"""Finds where a text names days, months, years and weekdays; settles nothing by an anchor.

Knows tokens and vocabulary, and neither tense nor today.
"""

from __future__ import annotations

from app.text.dates.found import RANGE_GAPS, SPACES, Found
from app.text.dates.months import month_at, year_after
from app.text.dates.numeric import numeric_date, year_alone
from app.text.dates.tokens import Tokens
from app.text.dates.words import (
    ARABIC_WEEKDAYS,
    ARTICLES,
    COUNTS,
    FEIRA,
    HOLIDAYS,
    JOINERS,
    MONTHS,
    NO_DAY_AFTER,
    NO_DAY_BEFORE,
    PAIR_STARTS,
    PARTS_OF_DAY,
    RELATIVE_DAYS,
    SHIFTS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from app.text.word_lists import listed


def scan(tokens: Tokens) -> list[Found]:
    """All mentions in order of place, none overlapping another. Linear."""
    found: list[Found] = []
    at, free = 0, 0
    text, ends = tokens.text, tokens.ends
    for at, word in enumerate(tokens.words):
        if at < free:
            continue
        hits: list[Found] = []
        if word[0].isdecimal():
            if len(word) > 4 or (text[ends[at] : ends[at] + 1] == " " and len(word) != 4):
                continue
            if len(word) == 4 or (len(word) <= 2 and tokens.gap(at)[:1] in ("/", ".")):
                hits = _number(tokens, at)
            elif len(word) <= 2 and not tokens.gap(at):
                hits = _decade(tokens, at) or _day_alone(tokens, at, free)
        elif word not in _TELLING:
            continue
        elif word in MONTHS or word in SHORT_MONTHS or word in PAIR_STARTS:
            hits = month_at(tokens, at, free)
        elif word in RELATIVE_DAYS or word in SHIFTS or word == "ago":
            hits = _relative(tokens, at, free)
        elif word in _ALL_WEEKDAYS:
            hits = _weekday(tokens, at)
        elif word == "year" or word == "years":
            hits = _year_before(tokens, at)
        elif word in HOLIDAYS:
            hits = _holiday(tokens, at)
        if hits:
            found.extend(hits)
            free = hits[-1].last + 1
    return _join(tokens, found)


_ALL_WEEKDAYS = frozenset({*WEEKDAYS, *FEIRA, *ARABIC_WEEKDAYS, *SHORT_WEEKDAYS})
#: The words at which a mention may be found; all others are passed over at one look.
_TELLING = frozenset(
    {
        *(*MONTHS, *SHORT_MONTHS, *PAIR_STARTS, *RELATIVE_DAYS, *SHIFTS, *HOLIDAYS),
        *(*_ALL_WEEKDAYS, "ago", "year", "years"),
    }
)


def _number(tokens: Tokens, at: int) -> list[Found]:
    """A date in digits, or a year that stands alone."""
    decade = _decade(tokens, at)
    if decade:
        return decade
    date = numeric_date(tokens, at)
    if date is not None:
        last, (year, month, day), other = date
        return [Found(at, last, year, month, day, other=other)]
    if len(tokens.words[at]) == 4 and year_alone(tokens, at):
        return [Found(at, at, tokens.number(at))]
    return []


def _decade(tokens: Tokens, at: int) -> list[Found]:
    """ "The 1990s", "die 1990er", "the ’80s"."""
    ending, gap = tokens.word(at + 1), tokens.gap(at)
    if ending not in ("s", "er") or tokens.words[at][-1] != "0" or tokens.capital(at + 1):
        return []
    led = tokens.word(at - 1) in _DECADE_LEADS
    if gap and not (led and gap in _APOSTROPHES):
        return []
    year = tokens.number(at)
    if len(tokens.words[at]) == 4:
        dated = 1500 <= year < 2200 or (led and year >= 1000)
        return [Found(at, at + 1, year, unit="decade")] if dated else []
    if len(tokens.words[at]) != 2 or tokens.before(at) not in _APOSTROPHES or gap:
        return []
    century = 1900 if year >= 30 else 2000
    return [Found(at, at + 1, century + year, unit="decade", start=tokens.starts[at] - 1)]


def _day_alone(tokens: Tokens, at: int, free: int) -> list[Found]:
    """ "On the 3rd", "by the 21st of the month", "Monday the 3rd": a day of a month not named."""
    day = tokens.number(at, 2)
    if not 1 <= day <= 31 or tokens.word(at + 1) not in ("st", "nd", "rd", "th"):
        return []
    lead = tokens.word(at - 2)
    if tokens.word(at - 1) != "the" or (at - 1 < free and lead not in WEEKDAYS):
        return []
    if lead not in _DAY_LEADS and lead not in WEEKDAYS:
        return []
    following = [tokens.word(at + step) for step in (2, 3, 4)]
    of_month = following in (["of", "the", "month"], ["of", "this", "month"])
    ends = tokens.gap(at + 1) not in SPACES
    joined = following[0] in _AFTER_DAY and not following[1][:1].isdecimal()
    return [Found(at - 1, at + 1, day=day)] if ends or of_month or joined else []


_APOSTROPHES = frozenset("'’‘")
_DECADE_LEADS = listed("the early mid late")
_DAY_LEADS = listed("on by until till since from before after")
#: Behind a day of the month; any other word would be what is counted: "on the 3rd floor".
_AFTER_DAY = listed(
    "and or but at in by for with after when before from to that as he she they it we i was were"
    " is are had has have will would this while because if where so"
)


def _weekday(tokens: Tokens, at: int) -> list[Found]:
    """A weekday, unless it is an occasion ("Black Friday"), a title or a habit."""
    word = tokens.words[at]
    before = tokens.word(at - 1)
    if word in FEIRA and word not in WEEKDAYS:
        if tokens.gap(at) in ("-", " ", "‑") and tokens.word(at + 1) == "feira":
            return [Found(at, at + 1, weekday=FEIRA[word])]
        return []
    if word in ARABIC_WEEKDAYS:
        if before == "يوم" or tokens.number(at + 1, 2) > 0:
            return [Found(at, at, weekday=ARABIC_WEEKDAYS[word])]
        return []
    if word in SHORT_WEEKDAYS:
        return [Found(at, at, weekday=SHORT_WEEKDAYS[word], unit="short")]
    if before in NO_DAY_BEFORE or (tokens.word(at + 1) in NO_DAY_AFTER and tokens.capital(at + 1)):
        return []
    if before == "on" and tokens.word(at - 2) == "mail":
        return []
    if word in ("pazar", "cuma") and not tokens.capital(at):
        return []
    return [Found(at, at, weekday=WEEKDAYS[word])]


def _relative(tokens: Tokens, at: int, free: int) -> list[Found]:
    """ "Yesterday", "this morning", "last year", "three days ago"."""
    word = tokens.words[at]
    if word in RELATIVE_DAYS:
        return [Found(at, at, unit="day", shift=RELATIVE_DAYS[word])]
    following = tokens.word(at + 1)
    if word == "ago":
        return _ago(tokens, at, free)
    if tokens.gap(at) not in SPACES:
        return []
    if word == "this" and following in PARTS_OF_DAY:
        return [Found(at, at + 1, unit="day")]
    if word == "last" and following == "night":
        return [Found(at, at + 1, unit="day", shift=-1)]
    if following in ("year", "month"):
        if word in ("previous", "past", "current") and tokens.word(at - 1) not in ("the", "this"):
            return []
        if word == "past":
            return []  # "over the past year" is a span of time
        if word == "previous":
            return [
                Found(at, at + 1, unit="year before" if following == "year" else "month before")
            ]
        return [Found(at, at + 1, unit=following, shift=SHIFTS[word])]
    return []


def _ago(tokens: Tokens, at: int, free: int) -> list[Found]:
    """Days, weeks, months and years "ago"."""
    unit = tokens.word(at - 1).rstrip("s")
    word = tokens.word(at - 2)
    count = COUNTS.get(word) or tokens.number(at - 2, 2)
    if at - 2 < free or unit not in ("day", "week", "month", "year") or count < 1:
        return []
    if tokens.word(at - 3) in ("than", "about", "some", "nearly", "almost", "over", "around"):
        return []
    return [Found(at - 2, at, unit=unit, shift=-count)]


def _holiday(tokens: Tokens, at: int) -> list[Found]:
    """ "Christmas Eve", "New Year's Day", with the year that may follow."""
    for words, month, day in HOLIDAYS[tokens.words[at]]:
        last = at + len(words)
        if [tokens.word(place) for place in range(at + 1, last + 1)] == words:
            if not tokens.capital(at):
                return []
            year, end = year_after(tokens, last)
            return [Found(at, end, year, month, day)]
    return []


def _year_before(tokens: Tokens, at: int) -> list[Found]:
    """ "The year before", "a year earlier": the year before the one that the sentence speaks of."""
    if tokens.words[at] != "year" or tokens.gap(at) not in SPACES:
        return []
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    ends_there = tokens.gap(at + 1)[:1] in (",", ".", ";", "\n", ")") or tokens.word(
        at + 2
    ) not in ("the", "a", "his", "her", "its", "their", "he", "she", "they", "it")
    if before == "the" and after == "before" and ends_there:
        return [Found(at - 1, at + 1, unit="year before")]
    if before == "a" and after in ("earlier", "before") and ends_there:
        return [Found(at - 1, at + 1, unit="year before")]
    return []


def _join(tokens: Tokens, found: list[Found]) -> list[Found]:
    """Weekdays joined to their dates, and years handed to the earlier end of a span of time."""
    joined: list[Found] = []
    for item in found:
        previous = joined[-1] if joined else None
        if previous is not None:
            if previous.weekday >= 0 and not previous.day and item.day and item.weekday < 0:
                if _belong(tokens, previous.last, item.first) and item.start < 0:
                    item.first, item.weekday = previous.first, previous.weekday
                    joined.pop()
                elif previous.last + 1 == item.first and tokens.gap(previous.last) == " (":
                    item.beside = previous.weekday
            elif item.weekday >= 0 and previous.day and item.unit != "short":
                gap = tokens.gap(previous.last)
                if previous.last + 1 == item.first and gap == " " and previous.weekday < 0:
                    previous.last, previous.weekday = (
                        item.last,
                        item.weekday,
                    )  # "17 Eylül Cumartesi"
                    continue
            elif item.day and item.year and previous.day and not previous.year:
                _hand_back_year(tokens, previous, item)
        joined.append(item)
    return [item for item in joined if not (item.unit == "short" and not item.day)]


def _belong(tokens: Tokens, last: int, first: int) -> bool:
    """Whether a weekday and the date after it are one: "Saturday, September 17"."""
    if first - last > 2:
        return False
    for at in range(last, first):
        if tokens.gap(at) not in SPACES and tokens.gap(at) not in (", ", ",", ". ", "., "):
            return False
    return first - last == 1 or tokens.word(last + 1) in ARTICLES


def _hand_back_year(tokens: Tokens, earlier: Found, later: Found) -> None:
    """ "Between 4 September and 5 October 2016": the year stands once, at the end."""
    between = later.first - earlier.last
    gap = tokens.gap(earlier.last)
    joined = between == 1 and gap in RANGE_GAPS
    worded = between == 2 and tokens.word(earlier.last + 1) in JOINERS
    if joined or worded:
        turns = (earlier.month, earlier.day) > (later.month, later.day)
        earlier.year = later.year - 1 if turns else later.year
