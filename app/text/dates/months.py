"""Finds months with the days and years around them, in one language after another.

Knows tokens and vocabulary, and neither tense nor today.
"""

from __future__ import annotations

from app.text.dates.found import RANGE_GAPS, SPACES, Found
from app.text.dates.numeric import split_clock
from app.text.dates.tokens import Tokens
from app.text.dates.words import (
    CAPITAL_ONLY,
    COUNTED,
    DAY_CUES,
    DOUBTFUL_ALONE,
    GERMAN_BEFORE,
    GERMAN_MONTHS,
    JOINERS,
    LOWER_ONLY,
    MONTH_CUES,
    MONTH_PAIRS,
    MONTHS,
    OF,
    ORDINALS,
    PAIR_STARTS,
    SHORT_MONTHS,
    WEEKDAYS,
)

_DAYS_IN_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: The most days joined to one month ("on 4, 5, 7 and 9 May"), so that no list runs away.
_LONGEST_LIST = 8


def month_at(tokens: Tokens, at: int, free: int) -> list[Found]:
    """A month with the days and the year that stand around it, or alone."""
    month, last = _which_month(tokens, at)
    if not month:
        return []
    left = _days_left(tokens, at, free, month)
    if left:
        main, others = left[0], left[1:]
        year, last = year_after(tokens, last)
        main.year, main.last = year, last
        for other in others:
            other.year = year
        return [*reversed(others), main]
    short = tokens.words[at] in SHORT_MONTHS
    if _common_word(tokens, at):
        return []
    right = _days_right(tokens, at, last, month)
    if right:
        year, end = year_after(tokens, right[-1].last)
        if year:
            right[-1].last = end
            for item in right:
                item.year = year
        return right
    year, end = year_after(tokens, last)
    if year and not (tokens.words[at] == "mars" and tokens.capital(at)):
        return [Found(at, end, year, month)]
    if short or not _month_alone(tokens, at):
        return []
    return [Found(at, last, 0, month)]


def _which_month(tokens: Tokens, at: int) -> tuple[int, int]:
    """The month's number and last token; Arabic may give both its names: "أيلول/سبتمبر"."""
    word = tokens.words[at]
    last = at
    if word in PAIR_STARTS:
        month = MONTH_PAIRS.get((word, tokens.word(at + 1)), 0)
        last = at + 1
    else:
        month = MONTHS.get(word) or SHORT_MONTHS.get(word, 0)
    if month and tokens.gap(last).strip() in ("/", "(", "-") and word[0] >= "\u0600":
        again = tokens.word(last + 1)
        if MONTHS.get(again) == month:
            last += 1
        elif MONTH_PAIRS.get((again, tokens.word(last + 2))) == month:
            last += 2
    return month, last


def _common_word(tokens: Tokens, at: int) -> bool:
    """Whether an English month word stands here as a common word: "it may", "the march"."""
    return tokens.words[at] in CAPITAL_ONLY and not tokens.capital(at)


def _days_left(tokens: Tokens, at: int, free: int, month: int) -> list[Found]:
    """The days before a month, nearest first: "17 September", "9-10 September", "4 and 5 May"."""
    day = _day_left(tokens, at, free, month)
    if day is None:
        return []
    if _common_word(tokens, at) and tokens.words[at] in ("may", "march", "august"):
        return []  # "16 may die", "the 16 march on"
    day.last = at
    days = [day]
    while len(days) < _LONGEST_LIST:
        before = days[-1].first - 1
        gap = tokens.gap(before)
        if gap in RANGE_GAPS or (gap in (", ", ",") and len(days) > 1):
            end = before
        elif tokens.word(before) in JOINERS and gap in SPACES:
            end = before - 1
            if tokens.gap(end) not in SPACES:
                break
        else:
            break
        earlier = _bare_day_ending(tokens, end, free)
        if earlier is None or tokens.before(earlier.first) in _NUMBER_SIGNS:
            break
        earlier.month = month
        days.append(earlier)
    return days


_NUMBER_SIGNS = frozenset(".,:$€£#")


def _day_left(tokens: Tokens, at: int, free: int, month: int) -> Found | None:
    """The day right before a month, with "of" and ordinal signs allowed between."""
    end = at - 1
    gap = tokens.gap(end)
    if gap in SPACES and tokens.word(end) in OF:
        end -= 1
        gap = tokens.gap(end)
    if gap in (". ", ".") and not _german(tokens, at, end):
        return None
    if gap not in SPACES and gap not in ("-", "", ". ", ".", "/"):
        return None
    day = _bare_day_ending(tokens, end, free)
    if day is None:
        day = _split_clock_day(tokens, end, free)
    elif tokens.before(day.first) in _NUMBER_SIGNS and _digit_before_sign(tokens, day.first):
        return None
    if day is None or day.day > _DAYS_IN_MONTH[month - 1]:
        return None
    day.month = month
    return day


def _digit_before_sign(tokens: Tokens, at: int) -> bool:
    """Whether the number goes on leftwards: "3.16", "17:30", or is money: "$16"."""
    start = tokens.starts[at]
    return tokens.text[start - 1] in "$€£#" or (start > 1 and tokens.text[start - 2].isdecimal())


def _german(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a full stop between day and month is German writing and not a sentence's end."""
    word = tokens.words[at]
    before = tokens.word(end - 1)
    german = word in GERMAN_MONTHS and word not in ("august", "september", "november")
    return german or before in GERMAN_BEFORE or before in WEEKDAYS or before.isdecimal()


def _split_clock_day(tokens: Tokens, end: int, free: int) -> Found | None:
    """A day that a page's clock ran into: "GMT +320 February" is +3 and 20 February."""
    day = split_clock(tokens, end)
    if end < free or not day:
        return None
    width = len(str(day))
    return Found(end, end, day=day, start=tokens.ends[end] - width)


def _bare_day_ending(tokens: Tokens, end: int, free: int) -> Found | None:
    """A day of the month whose last token is `end`: "16", "16th", "17-го"."""
    first = end
    if tokens.word(end) in ORDINALS and tokens.gap(end - 1) in ("", "-"):
        first = end - 1
    if first < free:
        return None
    day = tokens.number(first, 2)
    if not 1 <= day <= 31 or tokens.before(first) in ("+", "%"):
        return None
    return Found(first, end, day=day)


def _days_right(tokens: Tokens, at: int, last: int, month: int) -> list[Found]:
    """The days after a month: "September 16", "Sept. 9, 12 and 16", "May the 4th"."""
    after = last + 1
    gap = tokens.gap(last)
    if tokens.word(after) == "the" and gap in SPACES:
        gap = tokens.gap(after)
        after += 1
    stop = gap in (". ", ".") and (tokens.words[at] in SHORT_MONTHS)
    if gap not in SPACES and gap != "-" and not stop:
        return []
    day = _bare_day_at(tokens, after, month, sure=tokens.word(at - 1) in DAY_CUES)
    if day is None:
        return []
    if tokens.word(day.last + 1) in MONTHS and tokens.gap(day.last) in SPACES:
        return []  # "in September 5 October was named": the day belongs to the next month
    day.first = at
    days = [day]
    while len(days) < _LONGEST_LIST:
        following = _next_in_list(tokens, days[-1].last, month)
        if following is None:
            break
        days.append(following)
    return days


def _next_in_list(tokens: Tokens, last: int, month: int) -> Found | None:
    """The next day of "September 4 and 5", "12–19", or of "9, 12 and 16"."""
    gap = tokens.gap(last)
    if gap in RANGE_GAPS:
        return _bare_day_at(tokens, last + 1, month)
    if gap in SPACES and tokens.word(last + 1) in JOINERS and tokens.gap(last + 1) in SPACES:
        return _bare_day_at(tokens, last + 2, month)
    if gap == ", ":
        following = _bare_day_at(tokens, last + 1, month)
        # A comma lists days only when the list is closed by "and 16".
        if following is not None and _closes(tokens, following.last, month):
            return following
        if tokens.word(last + 1) in ("and", "or"):
            return _bare_day_at(tokens, last + 2, month)
    return None


def _closes(tokens: Tokens, last: int, month: int) -> bool:
    """Whether "and N" follows within the next few list items."""
    for _ in range(_LONGEST_LIST):
        if tokens.word(last + 1) in ("and", "or"):
            return _bare_day_at(tokens, last + 2, month) is not None
        following = _bare_day_at(tokens, last + 1, month)
        if tokens.gap(last) != ", " or following is None:
            return False
        last = following.last
    return False


def _bare_day_at(tokens: Tokens, at: int, month: int, *, sure: bool = False) -> Found | None:
    """A day of the month that begins at this token and is no amount, clock or decimal.

    `sure` says that a day must follow, whatever comes after it: "on September 16 soldiers died".
    """
    day = tokens.number(at, 2)
    if not 1 <= day <= _DAYS_IN_MONTH[month - 1]:
        return None
    last = at
    if tokens.gap(at) == "" and tokens.word(at + 1) in ORDINALS:
        last = at + 1
    elif tokens.gap(at) == "" and at + 1 < len(tokens):
        return None  # "16h", "16km"
    tail = tokens.after(last)
    if tail[:1] == "%" or (tail[:1] in (",", ".", ":") and tail[1:].isdecimal()):
        return None
    following = tokens.word(last + 1)
    counts = (following in COUNTED and not sure) or following in MONTHS
    if tokens.gap(last) in SPACES and counts:
        return None
    return Found(at, last, month=month, day=day)


def year_after(tokens: Tokens, last: int) -> tuple[int, int]:
    """The year that follows a day or month, and the last token with it; 0 where none follows."""
    gap = tokens.gap(last)
    at = last + 1
    if tokens.word(at) in OF and gap in SPACES:
        gap = tokens.gap(at)
        at += 1
    if gap not in SPACES and gap not in (", ", ",", "-", "/", ".", ". ", "/ ", " / "):
        return 0, last
    word = tokens.word(at)
    year = tokens.number(at)
    if gap == "-" and len(word) == 2 and year >= 0:
        return 2000 + year if year < 70 else 1900 + year, at
    if len(word) != 4 or not 1000 <= year <= 2199 or ("." in gap and tokens.number(last) >= 0):
        return 0, last
    tail = tokens.after(at)
    if tail[:1] in (":", ",", ".") and tail[1:].isdecimal():
        return 0, last
    if tokens.gap(at) == "" and at + 1 < len(tokens):
        return 0, last
    if tokens.gap(at) in SPACES and tokens.word(at + 1) in ("gmt", "utc", "hours", "hrs"):
        return 0, last
    return year, at


def _month_alone(tokens: Tokens, at: int) -> bool:
    """Whether a month word without day and year names the month, not a person or a verb."""
    if tokens.words[at] in LOWER_ONLY and tokens.capital(at):
        return False  # County Mayo, Franco Marco
    before = tokens.word(at - 1) if tokens.gap(at - 1)[:1] not in ("\n", ".") else ""
    if before in MONTH_CUES:
        following_name = tokens.gap(at) in SPACES and tokens.capital(at + 1)
        return not (following_name and tokens.words[at] in DOUBTFUL_ALONE)
    if tokens.words[at] in DOUBTFUL_ALONE:
        return False
    # "Black September", "Nizar Eylül": a capital beside it makes it a name.
    neighbour = tokens.capital(at - 1) and tokens.gap(at - 1) in SPACES
    return not neighbour
