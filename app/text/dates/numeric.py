"""Days and years written in digits alone. Knows tokens, no anchor.

The doubtful 04/05/2016 gives both its readings, day first.
"""

from __future__ import annotations

from datetime import date

from app.text.dates.tokens import Tokens
from app.text.dates.words import COUNTED, NO_YEAR_BEFORE, YEAR_CUES

Ymd = tuple[int, int, int]


def numeric_date(tokens: Tokens, at: int) -> tuple[int, Ymd, Ymd | None] | None:
    """The date that begins at this token of digits: its last token, value and other reading."""
    first, second = tokens.gap(at), tokens.gap(at + 1)
    if first != second or first not in ("-", "/", "."):
        return None
    words = [tokens.words[at], tokens.word(at + 1), tokens.word(at + 2)]
    if not all(word.isdecimal() and len(word) <= 4 for word in words):
        return None
    if tokens.before(at) in ("-", "/", ".") and tokens.starts[at] > 1:
        behind = tokens.text[tokens.starts[at] - 2]
        if behind.isdecimal():
            return None  # inside a longer chain of numbers
    tail = tokens.after(at + 2)
    if tail[:1] in ("-", "/", ".", ",") and tail[1:].isdecimal():
        return None
    a, b, c = (int(word) for word in words)
    sizes = [len(word) for word in words]
    if sizes[0] == 4 and sizes[1] <= 2 and sizes[2] <= 2:
        return (at + 2, (a, b, c), None) if _exists((a, b, c)) else None
    if sizes[2] != 4 or sizes[0] > 2 or sizes[1] > 2 or not 1000 <= c <= 2199:
        return None
    day_first, month_first = (c, b, a), (c, a, b)
    if not _exists(day_first):
        return (at + 2, month_first, None) if first != "." and _exists(month_first) else None
    doubtful = first != "." and a != b and _exists(month_first)
    return at + 2, day_first, month_first if doubtful else None


def _exists(ymd: Ymd) -> bool:
    """Whether the calendar has this day, within the years that texts speak of."""
    try:
        return 1000 <= date(*ymd).year <= 2199
    except ValueError:
        return False


def year_alone(tokens: Tokens, at: int) -> bool:
    """Whether a number of four digits names a year and counts nothing."""
    year = tokens.number(at)
    before = tokens.word(at - 1) if tokens.gap(at - 1).strip(" ‘’'\"“(") in ("", "-") else ""
    cued = before in YEAR_CUES
    if not (1900 <= year <= 2099 or (1000 <= year < 2200 and cued)):
        return False
    if _part_of_number(tokens, at) or before in NO_YEAR_BEFORE:
        return False
    if tokens.gap(at) not in (" ", "\u00a0", "-"):
        return True
    following = tokens.word(at + 1)
    if following in COUNTED:
        return cued and before not in ("by", "from", "between") and tokens.gap(at) != "-"
    plural = following.endswith("s") and not following.endswith(("ss", "us", "is", "as"))
    if cued or (before in ("the", "and", "to", "this") and not (before == "to" and plural)):
        return True
    # A plural right after the number counts something: "2016 shells".
    return not plural or tokens.capital(at + 1) or len(following) < 4


def _part_of_number(tokens: Tokens, at: int) -> bool:
    """Whether the digits belong to a bigger number, a sum of money, a clock or a code."""
    text, start, end = tokens.text, tokens.starts[at], tokens.ends[at]
    before, after = text[start - 1 : start], text[end : end + 2]
    if before in ("$", "€", "£", "¥", "#", "№", "+", "/", "=", "_", "&", "@") and before:
        return not (before == "/" and text[start - 2 : start - 1].isalpha())
    if before in (".", ",", ":") and text[start - 2 : start - 1].isdecimal():
        return True
    if before in ("-", "–") and text[start - 2 : start - 1].isdecimal():
        # "2013-2017" is two years, "212-2016" a telephone number.
        return len(tokens.word(at - 1)) != 4
    if before.isalpha() or (after[:1] and (after[:1].isalpha() or after[:1] in ("_", "%", "°"))):
        return True
    if before == " " and text[start - 2 : start - 1] in ("$", "€", "£"):
        return True
    if before == " " and _is_dialled(tokens, at - 1):
        return True
    if after[:1] in (".", ",", ":", "/") and after[1:].isdecimal():
        return True
    # "2016-17" is a season, "1945-0099" a code.
    return after[:1] == "-" and after[1:].isdecimal() and len(tokens.word(at + 1)) not in (2, 4)


def _is_dialled(tokens: Tokens, at: int) -> bool:
    """Whether the digits right before are part of a telephone number: "0800 555 1990"."""
    word = tokens.word(at)
    more = tokens.word(at - 1).isdecimal() and tokens.gap(at - 1) in (" ", "-", ") ")
    return word.isdecimal() and (len(word) >= 5 or (len(word) >= 3 and more) or word[0] == "0")


def split_clock(tokens: Tokens, at: int) -> int:
    """The day at the end of digits into which a page's clock ran, or 0.

    "GMT +320 February" (+3, then 20) and "04:4420 February" (minutes 44, then 20).
    """
    word = tokens.word(at)
    if not word.isdecimal() or not 2 <= len(word) <= 4:
        return 0
    sign = tokens.before(at)
    for width in (2, 1):
        head, tail = word[:-width], word[-width:]
        if not head or tail[0] == "0" or not 1 <= int(tail) <= 31:
            continue
        zone = sign in ("+", "-", "−") and tokens.word(at - 1) in ("gmt", "utc") and int(head) <= 14
        clock = sign == ":" and len(head) == 2 and int(head) <= 59
        if zone or clock:
            return int(tail)
    return 0
