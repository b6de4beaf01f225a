"""Finds the days, months, years and weekdays that a text names and says which day each means.

Knows no zones and no article: whoever asks gives the anchor, the day from which the text speaks.
"""

from __future__ import annotations

from datetime import date, timedelta

from app.model.reading import DateMention
from app.model.span import Span
from app.text.dates.found import Found
from app.text.dates.resolve import Base, Reading, resolve
from app.text.dates.scan import scan
from app.text.dates.tense import FUTURE, PAST, Sentence, names_statement, sentence_of, tense_of
from app.text.dates.tokens import Tokens
from app.text.sentences import sentences

#: No mention reaches farther from its anchor, in years ("99 years ago").
_FARTHEST = 100
_QUOTES = '"“”„«»'


def find_dates(text: str, anchor: date | None = None) -> tuple[DateMention, ...]:
    """All mentions of days, months, years and weekdays, in order of place, none overlapping.

    Without an anchor only what the text itself settles gets a full value: "--09-16" stays a day
    without year, a weekday stays empty. With an anchor (the day of publication) weekdays count to
    the past unless a future cue governs them, days without a year to the latest not after it, and
    inside reported speech both count from the day of the statement when the sentence names it
    ("On Tuesday X said the group would reconvene on Friday"). `granularity` is "weekday" only while
    the day is open. Linear in the text.
    """
    tokens = Tokens(text)
    found = scan(tokens)
    if not found:
        return ()
    bounds = sentences(text)
    starts = [span.start for span in bounds]
    mentions: list[DateMention] = []
    at = 0
    while at < len(found):
        sentence = sentence_of(tokens, bounds, starts, found[at].first)
        end = at + 1
        while end < len(found) and found[end].first <= sentence.last:
            end += 1
        mentions.extend(_in_sentence(tokens, sentence, found[at:end], anchor))
        at = end
    return tuple(mentions)


def date_tenses(text: str) -> tuple[tuple[DateMention, str], ...]:
    """Each mention without an anchor, and the tense in which its clause speaks of it.

    The tense is one of those of `dates.tense`, or "" where nothing tells.
    """
    tokens = Tokens(text)
    bounds = sentences(text)
    starts = [span.start for span in bounds]
    told = []
    sentence: Sentence | None = None
    for item in scan(tokens):
        if sentence is None or item.first > sentence.last:
            sentence = sentence_of(tokens, bounds, starts, item.first)
        tense = tense_of(tokens, sentence, item.first, item.last)
        told.append((_mention(tokens, item, resolve(item, None, tense)), tense))
    return tuple(told)


def _in_sentence(
    tokens: Tokens, sentence: Sentence, found: list[Found], anchor: date | None
) -> list[DateMention]:
    """The mentions of one sentence, its statement's day settled first."""
    base = Base(anchor) if anchor and _counts(anchor) else None
    told = next((i for i, item in enumerate(found) if _tells(tokens, sentence, item)), -1)
    spoken = base
    if told >= 0:
        day = _read(tokens, sentence, found[told], base, 0).value
        if len(day) == 10 and day[0] != "-" and _counts(date.fromisoformat(day)):
            spoken = Base(date.fromisoformat(day), True, base.day if base else None)
    mentions: list[DateMention] = []
    years = 0
    for index, item in enumerate(found):
        counted = base if index == told or not _within_speech(tokens, item, sentence) else spoken
        reading = _read(tokens, sentence, item, counted, years)
        reading = _beside(tokens, item, reading, mentions, found[index + 1 : index + 2])
        years = item.year or years
        mentions.append(_mention(tokens, item, reading))
    return mentions


def _counts(day: date) -> bool:
    """Whether days can be counted from this one: the calendar's ends lie a hundred years off."""
    return date.min.year + _FARTHEST < day.year < date.max.year - _FARTHEST


def _tells(tokens: Tokens, sentence: Sentence, item: Found) -> bool:
    """Whether this mention is the day on which the sentence's speaker spoke."""
    names_day = item.weekday >= 0 or bool(item.day) or item.unit == "day"
    return names_day and names_statement(tokens, sentence, item.first, item.last)


def _within_speech(tokens: Tokens, item: Found, sentence: Sentence) -> bool:
    """Whether a mention counts from the statement; "yesterday" only inside quotation marks."""
    if item.unit in ("", "short"):
        return True
    start = tokens.starts[sentence.first]
    place = tokens.starts[item.first]
    before = tokens.text[max(start - 1, place - 600, 0) : place]
    opened = before.count("“") + before.count("«") - before.count("”") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1


def _read(
    tokens: Tokens, sentence: Sentence, item: Found, base: Base | None, years: int
) -> Reading:
    """One mention resolved by its own little words ("last", "next") and its clause's tense."""
    tense = tense_of(tokens, sentence, item.first, item.last) if base and not item.year else ""
    lead = tokens.word(item.first - 1)
    if lead in ("last", "next") and base and item.month and not (item.day or item.year):
        tense = lead  # "planned for next June" looks forward, whatever the verb
    elif lead in ("last", "next") and tense in (PAST, FUTURE):
        alone = item.weekday >= 0 and not item.day
        tense = lead if alone or _is_own(item, base) else tense
    return resolve(item, base, tense, years)


def _is_own(item: Found, base: Base | None) -> bool:
    """Whether the mention has the base's own weekday or month, so that "last" must leap."""
    if base is None:
        return False
    if item.weekday >= 0 and not item.day:
        return base.day.weekday() == item.weekday
    return item.month == base.day.month and not item.day


def _beside(
    tokens: Tokens,
    item: Found,
    reading: Reading,
    earlier: list[DateMention],
    later: list[Found],
) -> Reading:
    """A weekday in brackets beside its date, or before the bracketed date, means that date."""
    if item.weekday < 0 or item.day:
        return reading
    following = later[0] if later else None
    beside = following is not None and following.day and following.first == item.last + 1
    if following is not None and beside and tokens.gap(item.last) == " (":
        return _week_of(reading, item.weekday, following)
    if earlier and tokens.before(item.first) == "(":
        previous = earlier[-1]
        close = tokens.starts[item.first] - previous.span.end <= 2
        if close and previous.granularity == "day" and len(previous.value) == 10:
            day = date.fromisoformat(previous.value)
            if day.weekday() == item.weekday:
                return Reading(previous.value, "day", "the date beside it")
    return reading


def _week_of(reading: Reading, weekday: int, following: Found) -> Reading:
    """The reading of "Monday (26 September)": whichever day of that weekday bears that date."""
    months = (following.month, following.day)
    if following.year:
        try:
            day = date(following.year, *months)
        except ValueError:
            return reading
        if day.weekday() == weekday:
            return Reading(day.isoformat(), "day", "the date beside it")
    for value in (reading.value, reading.alternative):
        if len(value) == 10:
            near = date.fromisoformat(value)
            for weeks in range(-4, 5):
                day = near + timedelta(days=7 * weeks)
                if (day.month, day.day) == months:
                    return Reading(day.isoformat(), "day", "the date beside it")
    return reading


#: Little words that belong to the mention: "last Tuesday", "next March".
_OWN_LEADS = frozenset({"last", "next", "this"})


def _mention(tokens: Tokens, item: Found, reading: Reading) -> DateMention:
    start = item.start if item.start >= 0 else tokens.starts[item.first]
    alone = not item.day and not item.year and not item.unit and item.start < 0
    if alone and tokens.word(item.first - 1) in _OWN_LEADS and tokens.gap(item.first - 1) == " ":
        start = tokens.starts[item.first - 1]
    span = Span(start, tokens.ends[item.last])
    return DateMention(
        span,
        span.of(tokens.text),
        reading.value,
        reading.granularity,
        reading.rule,
        reading.alternative,
        item.weekday if item.weekday >= 0 else None,
    )
