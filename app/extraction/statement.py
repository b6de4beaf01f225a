"""The sentence of a claim made self-contained: days that the article leaves open are said.

What is supplied stands in square brackets after the article's own words. Knows no claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from app.model.reading import DateMention
from app.model.span import Span

_BLANKS = re.compile(r"\s+")
_YEAR = re.compile(r"\d{4}")
_ENGLISH = re.compile(
    r"\b(?:(?:mon|tue|tues|wednes|wed|thu|thurs|fri|satur|sat|sun)(?:day)?|to(?:day|night|morrow)|"
    r"yesterday|morning|evening|night|day|ago|week|last|next|this)\b",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(r"the \d{1,2}(?:st|nd|rd|th)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_TAIL = re.compile(r"['’]s\b|\s(?:morning|afternoon|evening|night|noon)\b")
_TO = ("through", "to", "until", "till", "-", "–", "and")


def self_contained(text: str, span: Span, dates: Sequence[DateMention]) -> str:
    """The words of `text` at `span` on one line, each open day among `dates` followed by itself.

    A weekday gets its day ("on Wednesday [21 September 2016]"), a day without a year the year
    ("September 16 [2016]"); the same day only once. Nothing is supplied where the words speak
    against it: a stretch that would end before it begins, another year in the same sentence, a
    weekday that is part of a name. Several blanks in a row become one. `dates` lie in `span`, in
    order.
    """
    pieces: list[str] = []
    at = span.start
    said: set[str] = set()
    years = {day.value[:4] for day in dates if _YEAR.search(day.text)}
    doubtful = _backward(text, dates)
    for mention in dates:
        supplied = _supplied(mention)
        end = _phrase_end(text, mention, span)
        told_already = text[end : end + 2].strip()[:1] in ("(", "[")
        if not supplied or mention.value in said or told_already or mention.span in doubtful:
            continue
        if (years and mention.value[:4] not in years) or _is_in_name(text, mention):
            continue
        said.add(mention.value)
        pieces += [text[at:end], f" [{supplied}]"]
        at = end
    return _BLANKS.sub(" ", "".join([*pieces, text[at : span.end]])).strip()


def _phrase_end(text: str, mention: DateMention, span: Span) -> int:
    """Where the words of a day end, with their possessive or their time of day."""
    found = _TAIL.match(text, mention.span.end, span.end)
    return found.end() if found else mention.span.end


def _backward(text: str, dates: Sequence[DateMention]) -> set[Span]:
    """The days of stretches ("Monday through Friday") that end before they begin."""
    found: set[Span] = set()
    for one, other in pairwise(dates):
        between = text[one.span.end : other.span.start].strip()
        if between in _TO and other.value < one.value:
            found |= {one.span, other.span}
    return found


def _is_in_name(text: str, mention: DateMention) -> bool:
    """Whether a weekday stands in a name ("the Monday Club")."""
    before = text[max(0, mention.span.start - 5) : mention.span.start].split()
    after = text[mention.span.end + 1 : mention.span.end + 2]
    led = bool(before) and before[-1] in ("the", "The")
    return mention.weekday is not None and led and after.isupper()


def _supplied(mention: DateMention) -> str:
    """What the mention leaves open and its value settles: a day, a year, or nothing."""
    if mention.granularity not in ("day", "week", "weekday") or _YEAR.search(mention.text):
        return ""
    try:
        day = date.fromisoformat(mention.value)
    except ValueError:
        return ""
    told = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    if mention.granularity == "week":
        return f"about {told}"
    if _DAY_ALONE.fullmatch(mention.text):
        return told
    if any(char.isdigit() for char in mention.text):
        return "" if len(mention.text) > 1 and _numeric_year(mention.text) else f"{day.year}"
    if _ENGLISH.search(mention.text):
        return told
    return day.isoformat()


def _numeric_year(words: str) -> bool:
    """Whether a day written in figures gives its year in two ("21.09.16")."""
    return len(re.findall(r"\d+", words)) >= 3
