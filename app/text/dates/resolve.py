"""Settles which day a mention means, given the day from which it is counted. Pure calendar.

Weekdays: the nearest in the direction of the tense, the anchor's own day for its own weekday. Days
without a year: the latest not after the anchor, unless the tense looks forward.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.text.dates.found import Found
from app.text.dates.tense import FUTURE, PRESENT, UNDER_WAY

_DAY = timedelta(days=1)
#: "Would begin on 12 September", told on 21 September, looks back: a future day more than this far
#: off (in days) gives way to a past one that lies near.
_FAR, _NEAR = 270, 92


@dataclass(frozen=True, slots=True)
class Base:
    """The day from which a mention counts, and whether a sentence named it as that of speaking.

    `published` is then the day of publication, if known: days told as past may lie between both.
    """

    day: date
    spoken: bool = False
    published: date | None = None

    def told(self) -> str:
        """How a rule names this day."""
        return f"the statement of {self.day}" if self.spoken else "the day of publication"


@dataclass(frozen=True, slots=True)
class Reading:
    """A mention resolved: ISO value, granularity, rule, and the other possible value or ""."""

    value: str
    granularity: str
    rule: str
    alternative: str = ""


def resolve(found: Found, base: Base | None, tense: str, context_year: int = 0) -> Reading:
    """The reading of one mention. `context_year` is the last year its sentence named, or 0."""
    if found.unit == "decade":
        return Reading(f"{found.year // 10}X", "decade", "decade as written")
    if found.unit and not found.day:
        return _relative(found, base, context_year)
    if found.year:
        return _explicit(found)
    if found.day:
        settle = _month_day if found.month else _day_alone
        return settle(found, base, tense)
    if found.month:
        return _month(found, base, tense)
    return _weekday(found.weekday, base, tense)


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _explicit(found: Found) -> Reading:
    if not found.month:
        return Reading(f"{found.year:04}", "year", "year as written")
    if not found.day:
        return Reading(f"{found.year:04}-{found.month:02}", "month", "month as written")
    day = _make(found.year, found.month, found.day)
    if day is None:  # 29 February of a common year: kept as the text has it, settled as no day
        return Reading(f"--{found.month:02}-{found.day:02}", "day", "that year has no such day")
    if found.other is not None:
        other = date(*found.other)
        return Reading(day.isoformat(), "day", "day first, then month", other.isoformat())
    if found.weekday >= 0 and day.weekday() != found.weekday:
        return Reading(
            day.isoformat(),
            "day",
            "as written; the weekday does not fit",
            _near(day, found.weekday),
        )
    return Reading(day.isoformat(), "day", "as written")


def _near(day: date, weekday: int) -> str:
    """The day of this weekday closest to `day`."""
    ahead = (weekday - day.weekday()) % 7
    return (day + _DAY * (ahead if ahead <= 3 else ahead - 7)).isoformat()


def _month_day(found: Found, base: Base | None, tense: str) -> Reading:
    open_value = f"--{found.month:02}-{found.day:02}"
    if base is None:
        return Reading(open_value, "day", "no year is given")
    if base.published is not None and tense not in (FUTURE, UNDER_WAY):
        base = Base(base.published)
    past, future = _around(base.day, found.month, found.day)
    if past is None or future is None:
        return Reading(open_value, "day", "no year is given")
    weekday = found.weekday if found.weekday >= 0 else found.beside
    if weekday >= 0:
        fitting = [day for day in (past, future) if day.weekday() == weekday]
        if len(fitting) == 1:
            return _chosen(fitting[0], past, future, "year of that weekday")
    ahead, behind = (future - base.day).days, (base.day - past).days
    forward = tense in (FUTURE, UNDER_WAY) and not (ahead > _FAR and behind < _NEAR)
    if forward or (tense == PRESENT and ahead < behind):
        return _chosen(future, past, future, f"year supplied: nearest after {base.told()}")
    rule = f"year supplied: latest such day not after {base.told()}"
    return _chosen(past, past, future, rule)


@lru_cache(maxsize=1 << 10)
def _around(base: date, month: int, number: int) -> tuple[date | None, date | None]:
    """The last such day not after `base` and the next one after it; a leap day is eight off."""
    years = range(base.year - 8, base.year + 9)
    days = [day for year in years if (day := _make(year, month, number))]
    past = max((day for day in days if day <= base), default=None)
    return past, min((day for day in days if day > base), default=None)


def _day_alone(found: Found, base: Base | None, tense: str) -> Reading:
    """The day of the month before or after the base, whichever the tense or the weekday says."""
    if base is None:
        return Reading(f"---{found.day:02}", "day", "no month is given")
    month = base.day.year * 12 + base.day.month - 1
    near = [_make(at // 12, at % 12 + 1, found.day) for at in range(month - 2, month + 4)]
    days = [day for day in near if day is not None]
    past = max(day for day in days if day <= base.day)
    future = min(day for day in days if day > base.day)
    fitting = [day for day in (past, future) if day.weekday() == found.weekday]
    if len(fitting) == 1:
        return _chosen(fitting[0], past, future, "month of that weekday")
    if tense in (FUTURE, UNDER_WAY, PRESENT):
        return _chosen(future, past, future, f"month supplied: nearest after {base.told()}")
    rule = f"month supplied: latest such day not after {base.told()}"
    return _chosen(past, past, future, rule)


def _chosen(day: date, past: date, future: date, rule: str) -> Reading:
    other = future if day == past else past
    return Reading(day.isoformat(), "day", rule, other.isoformat())


def _month(found: Found, base: Base | None, tense: str) -> Reading:
    if base is None:
        return Reading(f"--{found.month:02}", "month", "no year is given")
    year = base.day.year
    past = year if found.month <= base.day.month else year - 1
    if tense == "last" and found.month == base.day.month:
        past -= 1
    future = past + 1
    ahead = (future * 12 + found.month) - (year * 12 + base.day.month)
    near = (tense in (FUTURE, UNDER_WAY) and ahead < 10) or (tense == PRESENT and ahead < 6)
    forward = tense == "next" or near
    if tense == FUTURE and found.month == base.day.month:
        forward = False
    value, other = (future, past) if forward else (past, future)
    where = "nearest after" if forward else "latest not after"
    rule = f"year supplied: {where} {base.told()}"
    return Reading(f"{value:04}-{found.month:02}", "month", rule, f"{other:04}-{found.month:02}")


def _weekday(weekday: int, base: Base | None, tense: str) -> Reading:
    if base is None:
        return Reading("", "weekday", "nothing tells which week")
    if weekday < 0:
        return Reading("", "weekday", "no day is named")
    if tense in ("last week", "next week"):
        monday = base.day - _DAY * base.day.weekday()
        day = monday + _DAY * (weekday + (7 if tense == "next week" else -7))
        return Reading(day.isoformat(), "day", f"{tense}, counted from {base.told()}")
    ahead = (weekday - base.day.weekday()) % 7
    if ahead == 0:
        return _same_weekday(base, tense)
    past, future = base.day + _DAY * (ahead - 7), base.day + _DAY * ahead
    week = _DAY * 7
    if tense in ("last", "next"):
        day, step = (past, -week) if tense == "last" else (future, week)
        where = "before" if tense == "last" else "after"
        rule = f"{tense} weekday: nearest {where} {base.told()}"
        return Reading(day.isoformat(), "day", rule, (day + step).isoformat())
    if tense in (FUTURE, UNDER_WAY) or (tense == PRESENT and ahead <= 3):
        rule = f"future weekday: nearest after {base.told()}"
        return Reading(future.isoformat(), "day", rule, past.isoformat())
    sort = "past weekday" if tense else "weekday without a word on its tense"
    rule = f"{sort}: nearest before {base.told()}"
    return Reading(past.isoformat(), "day", rule, future.isoformat())


def _same_weekday(base: Base, tense: str) -> Reading:
    """A weekday that is the base's own: news says "Wednesday" of the Wednesday it appears on."""
    week = timedelta(days=7)
    own = base.day.isoformat()
    if tense == "last":
        return Reading((base.day - week).isoformat(), "day", "last week's weekday", own)
    if tense == "next" or (tense == FUTURE and base.spoken):
        rule = f"future weekday: nearest after {base.told()}"
        return Reading((base.day + week).isoformat(), "day", rule, own)
    other = base.day + week if tense == FUTURE else base.day - week
    return Reading(own, "day", f"weekday of {base.told()}", other.isoformat())


def _relative(found: Found, base: Base | None, context_year: int) -> Reading:
    unit = found.unit.split()[0]
    if found.unit.endswith("before"):
        found.shift = -1
        if unit == "year" and context_year:
            return Reading(f"{context_year - 1:04}", "year", "the year before the one named")
    if base is None:
        return Reading("", unit, "nothing tells from which day to count")
    rule = f"counted from {base.told()}"
    if unit == "day":
        return Reading((base.day + _DAY * found.shift).isoformat(), "day", rule)
    if unit == "week":
        day = base.day + 7 * _DAY * found.shift
        return Reading(day.isoformat(), "week", f"{rule}; it may be some days off")
    if unit == "year":
        return Reading(f"{base.day.year + found.shift:04}", "year", rule)
    months = base.day.year * 12 + base.day.month - 1 + found.shift
    return Reading(f"{months // 12:04}-{months % 12 + 1:02}", "month", rule)
