"""The sentence of a claim made self-contained: days that the article leaves open are said.

What is supplied stands in square brackets after the article's own words. Knows no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from app.model.reading import DateMention
from app.model.span import Span

_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"\d{4}")
_ENGLISH = re.compile(
    r"\b(?:(?:mon|tue|tues|wednes|wed|thu|thurs|fri|satur|sat|sun)(?:day)?|to(?:day|night|morrow)|"
    r"yesterday|morning|evening|night|day|ago|week|last|next|this)\b",
    re.IGNORECASE,
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_POSSESSIVE = ("'s", "’s")


def self_contained(text: str, span: Span, dates: Iterable[DateMention]) -> str:
    """The words of `text` at `span` on one line, each open day among `dates` followed by itself.

    A weekday gets its day ("on Wednesday [21 September 2016]"), a day without a year the year
    ("September 16 [2016]"); the same day only once. Several blanks in a row become one. `dates` lie
    in `span`, in order.
    """
    pieces: list[str] = []
    at = span.start
    said: set[str] = set()
    for mention in dates:
        supplied = _supplied(mention)
        end = mention.span.end
        if text[end : end + 2] in _POSSESSIVE and end + 2 <= span.end:
            end += 2
        told_already = text[end : end + 2].strip()[:1] in ("(", "[")
        if not supplied or mention.value in said or told_already or end > span.end:
            continue
        said.add(mention.value)
        pieces += [text[at:end], f" [{supplied}]"]
        at = end
    return _BLANKS.sub(" ", "".join([*pieces, text[at : span.end]])).strip()


def _supplied(mention: DateMention) -> str:
    """What the mention leaves open and its value settles: a day, a year, or nothing."""
    if mention.granularity not in ("day", "weekday") or _YEAR.search(mention.text):
        return ""
    try:
        day = date.fromisoformat(mention.value)
    except ValueError:
        return ""
    if any(char.isdigit() for char in mention.text):
        return "" if len(mention.text) > 1 and _numeric_year(mention.text) else f"{day.year}"
    if _ENGLISH.search(mention.text):
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return day.isoformat()


def _numeric_year(words: str) -> bool:
    """Whether a day written in figures gives its year in two ("21.09.16")."""
    return len(re.findall(r"\d+", words)) >= 3
