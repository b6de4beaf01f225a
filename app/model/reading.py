"""What was read out of a text: sentences, days, names, amounts. Knows no rule that finds them."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.span import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, week, month, year, decade or weekday that a text names.

    `text` is exactly what stands at `span`. `value` is ISO: "2016-09-16", "2016-09", "2016";
    "--09-16" for a day whose year nothing settles, "---16" where nothing settles its month either;
    empty for a weekday whose day nothing settles; "199X" for the 1990s (ISO 8601-2).
    `granularity` is "day", "month", "year", "decade", "week" or "weekday"; of a "week" ("two weeks
    ago") the value is the day that was counted, which may be some days off. `rule` says how the
    value was reached, `alternative` is the value of the other possible reading or empty. `weekday`
    is 0 (Monday) to 6 where the text names one, else None.
    """

    span: Span
    text: str
    value: str
    granularity: str
    rule: str
    alternative: str = ""
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person, organisation or place; `name` is the fullest form that the text gives it."""

    span: Span
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that a text gives: its `value` scaled ("2.4 million" is 2400000), and its `unit`.

    `unit` is a normal form ("%", "percentage point", "USD", "km", "people" …) or empty. `ordinal`
    is True for "third" and "71st". Days, months and years are no quantities. `approximate` is True
    for "about 100", "at least 62", "over 300,000"; `bound` is "", "at least" or "at most".
    """

    span: Span
    text: str
    value: float
    unit: str = ""
    ordinal: bool = False
    approximate: bool = False
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article. Spans count code points of its text."""

    sentences: tuple[Span, ...]
    dates: tuple[DateMention, ...]
    names: tuple[NameMention, ...]
