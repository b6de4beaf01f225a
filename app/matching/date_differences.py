"""Days, weekdays and years of a claim against those of a passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.matching.alignment import align
from app.matching.context import same_matter
from app.matching.side import Side
from app.model.match import Difference, DifferenceKind, Relation
from app.model.reading import DateMention
from app.text.word_lists import listed

_SPEECH = listed(
    "said says say saying told tells confirmed announced stressed stated added noted reported"
    " declared claimed explained warned insisted argued promised vowed pledged revealed disclosed"
    " predicted tweeted wrote testified replied acknowledged admitted denied emphasized"
    " emphasised underlined reiterated recalled suggested called"
)
#: "On Wednesday, the Russian Foreign Minister Lavrov stressed": so far may the verb stand away.
_REACH = 6
#: A weekday and a written date further apart than this, in days, name two events.
_LONGEST_SLIP = 31

#: What is told as a year.
_YEARS = ("year", "decade")

WRITTEN, WEEKDAY, RELATIVE = "written", "weekday", "relative"


@dataclass(frozen=True, slots=True)
class _Day:
    """A date mention with what decides which other it may be held against."""

    mention: DateMention
    form: str
    spoken: bool
    explicit_year: bool
    published: date | None

    @property
    def value(self) -> str:
        return self.mention.value

    @property
    def month_day(self) -> str:
        """ "09-16", or empty where no day is settled."""
        if self.mention.granularity != "day" or len(self.value) < 7:
            return ""
        return self.value[-5:]

    @property
    def month(self) -> str:
        """ "09", or empty where only a year or a weekday is named."""
        if self.mention.granularity == "month":
            return self.value[-2:]
        return self.month_day[:2]

    @property
    def year(self) -> str:
        return self.value[:4] if self.value[:4].isdigit() else ""


def date_differences(claim: Side, passage: Side) -> list[Difference]:
    """Each date of the claim: same as one of the passage, different from one, or not mentioned.

    Equal dates are paired first. Of the rest, a written day is held against the nearest written
    day first and against a weekday only then; the day on which somebody spoke is never held
    against the day of what is spoken of. Each date of the passage is used once.
    """
    ours, theirs = _days(claim), _days(passage)
    found: list[Difference] = []
    for one in ours:
        alike = [other for other in theirs if _are_same(one, other)]
        if alike:
            other = min(alike, key=lambda day: (_other_weekday(one, day), day.form != one.form))
            if _other_weekday(one, other):
                kind, relation = DifferenceKind.WEEKDAY, Relation.DIFFERENT
            else:
                kind, relation = _kind(one), Relation.SAME
            found.append(_told(claim, passage, kind, relation, one, other))
    open_ours = [one for one in ours if not any(_are_same(one, other) for other in theirs)]
    open_theirs = [other for other in theirs if not any(_settles(one, other) for one in ours)]
    for fits in (
        _other_year,
        _both_written_alike,
        _both_written,
        _both_weekdays,
        _written_and_weekday,
        _weekday_and_written,
    ):
        found.extend(_nearest(claim, passage, open_ours, open_theirs, fits))
    found.extend(_longer(claim, passage, open_ours, open_theirs))
    found.extend(_in_place(claim, passage, open_ours, theirs))
    for one in open_ours:
        if one.mention.granularity == "decade":
            continue
        excerpt = claim.excerpt(one.mention.span)
        found.append(Difference(_kind(one), Relation.NOT_MENTIONED, excerpt))
    return found


def _days(side: Side) -> list[_Day]:
    days: list[_Day] = []
    for mention in side.dates:
        if mention.granularity == "week":
            continue  # too coarse to speak against a day
        digits = any(sign.isdigit() for sign in mention.text)
        form = WRITTEN
        if not digits and mention.granularity in ("day", "weekday"):
            form = WEEKDAY if mention.weekday is not None else RELATIVE
        if form == RELATIVE and not mention.value:
            continue  # "yesterday" of an unknown day says nothing
        shown = sum(sign.isdigit() for sign in mention.text) >= 4
        days.append(_Day(mention, form, _is_spoken(side, mention), shown, side.day))
    return days


def _is_spoken(side: Side, mention: DateMention) -> bool:
    """Whether this is when somebody spoke: "On Wednesday, X said …", "X told Y on Wednesday"."""
    inside = side.between(mention.span)
    if not inside:
        return False
    words, first, last = side.words, inside[0], inside[-1]
    sentence = words[first].sentence
    lead = first
    while lead > 0 and words[lead - 1].sentence == sentence and first - lead < 3:
        lead -= 1
    if lead == 0 or words[lead - 1].sentence != sentence:
        for at in range(last + 1, min(last + 1 + _REACH, len(words))):
            if words[at].sentence != sentence or words[at].plain in ("that", "which", "who"):
                break
            if words[at].plain in _SPEECH:
                return True
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if words[at].sentence != sentence or words[at].plain == "that":
            break
        if words[at].plain in _SPEECH:
            following = words[last + 1] if last + 1 < len(words) else None
            if following is None or following.clause != words[last].clause:
                return True
            return first - at <= 2 or following.plain == "that"
    return False


def _are_same(one: _Day, other: _Day) -> bool:
    """The same day; or the claim's month or year, with a day of it in the passage."""
    if one.form == other.form == WEEKDAY and one.published == other.published:
        # Two texts of one day that both say "on Tuesday" hardly mean two Tuesdays.
        return _weekday(one) == _weekday(other)
    if one.mention.granularity == "decade":
        return other.value[:3] == one.value[:3]
    years = not one.year or not other.year or one.year == other.year
    if one.month_day and other.month_day:
        return one.month_day == other.month_day and years
    if one.mention.granularity == "month":
        return one.month == other.month != "" and years
    if one.mention.granularity == "year":
        return one.year == other.year != ""
    return not (one.value and other.value) and _weekday(one) == _weekday(other) is not None


def _settles(one: _Day, other: _Day) -> bool:
    """Whether the passage's date is used up by the claim's: "2013" leaves "1 February 2013"."""
    longer = one.mention.granularity in ("month", "year")
    alike = one.mention.granularity == other.mention.granularity
    return _are_same(one, other) and (alike or not longer)


def _other_weekday(one: _Day, other: _Day) -> bool:
    """Whether two written dates, equal otherwise, name different weekdays."""
    a, b = one.mention.weekday, other.mention.weekday
    return one.form == other.form == WRITTEN and a is not None and b is not None and a != b


def _other_year(one: _Day, other: _Day) -> bool:
    """The same day and month of another year."""
    return _settled(one, other) and one.form == other.form and one.month_day == other.month_day


def _both_written_alike(one: _Day, other: _Day) -> bool:
    return _both_written(one, other) and one.spoken == other.spoken


def _both_written(one: _Day, other: _Day) -> bool:
    return _settled(one, other) and one.form == other.form == WRITTEN


def _both_weekdays(one: _Day, other: _Day) -> bool:
    if WRITTEN in (one.form, other.form) or one.spoken != other.spoken:
        return False
    # Without a day of publication only the names of the weekdays can be told apart.
    return _settled(one, other) or one.form == other.form == WEEKDAY


def _written_and_weekday(one: _Day, other: _Day) -> bool:
    return one.form == WRITTEN != other.form and _near_in_time(one, other)


def _weekday_and_written(one: _Day, other: _Day) -> bool:
    return other.form == WRITTEN != one.form and _near_in_time(one, other)


def _settled(one: _Day, other: _Day) -> bool:
    return bool(one.month_day and other.month_day)


def _near_in_time(one: _Day, other: _Day) -> bool:
    """Whether two settled days can be taken for one: a weekday names a day near by."""
    if not _settled(one, other) or one.spoken != other.spoken:
        return False
    return _apart(one, other) <= _LONGEST_SLIP


def _nearest(
    claim: Side,
    passage: Side,
    ours: list[_Day],
    theirs: list[_Day],
    fits: Callable[[_Day, _Day], bool],
) -> list[Difference]:
    """Days that differ, the nearest of each other first; takes them off both lists."""
    pairs = [
        (_apart(one, other), i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if fits(one, other) and (fits is _other_year or _of_one_matter(claim, one, passage, other))
    ]
    found, used_ours, used_theirs = [], set(), set()
    for _, i, j in sorted(pairs):
        if i in used_ours or j in used_theirs:
            continue
        used_ours.add(i)
        used_theirs.add(j)
        kind = _kind_of_two(ours[i], theirs[j])
        found.append(_told(claim, passage, kind, Relation.DIFFERENT, ours[i], theirs[j]))
    ours[:] = [one for i, one in enumerate(ours) if i not in used_ours]
    theirs[:] = [other for j, other in enumerate(theirs) if j not in used_theirs]
    return found


def _longer(claim: Side, passage: Side, ours: list[_Day], theirs: list[_Day]) -> list[Difference]:
    """Months against other months, years against other years that the passage writes out."""
    found: list[Difference] = []
    for one in list(ours):
        grain = one.mention.granularity
        if grain not in ("month", "year"):
            continue
        others = [
            other
            for other in theirs
            if _comparable(one, other) and _same_matter(claim, one, passage, other)
        ]
        if not others:
            continue
        near = min(others, key=lambda other: abs(_months(one) - _months(other)))
        years = grain == "year" or near.month == one.month
        kind = DifferenceKind.YEAR if years else DifferenceKind.DATE
        found.append(_told(claim, passage, kind, Relation.DIFFERENT, one, near))
        ours.remove(one)
        theirs.remove(near)
    return found


def _in_place(claim: Side, passage: Side, ours: list[_Day], theirs: list[_Day]) -> list[Difference]:
    """Dates in each other's place in sentences that agree otherwise: "from 1994 to 2004"."""
    found: list[Difference] = []
    alignment = align(claim, passage)
    for one in list(ours):
        mine = claim.between(one.mention.span)
        for other in theirs:
            words = passage.between(other.mention.span)
            if not (mine and words and other.mention.granularity == one.mention.granularity):
                continue
            if alignment.facing((mine[0], mine[-1]), (words[0], words[-1])):
                kind = _kind_of_two(one, other) if one.form != WEEKDAY else DifferenceKind.WEEKDAY
                kind = _kind(one) if one.mention.granularity in _YEARS else kind
                found.append(_told(claim, passage, kind, Relation.DIFFERENT, one, other))
                ours.remove(one)
                break
    return found


def _of_one_matter(claim: Side, one: _Day, passage: Side, other: _Day) -> bool:
    """Days near each other can always be of one event; others only where the sentences agree."""
    near = _settled(one, other) and _apart(one, other) <= _LONGEST_SLIP
    weekdays = not _settled(one, other)
    return near or weekdays or _same_matter(claim, one, passage, other)


def _same_matter(claim: Side, one: _Day, passage: Side, other: _Day) -> bool:
    ours, theirs = claim.between(one.mention.span), passage.between(other.mention.span)
    return bool(ours and theirs) and same_matter(claim, ours[0], passage, theirs[0])


def _comparable(one: _Day, other: _Day) -> bool:
    if one.mention.granularity == "year":
        return other.explicit_year and bool(other.year)
    if other.mention.granularity == "month":
        return bool(one.value and other.value)
    return other.form == WRITTEN and other.explicit_year and len(other.value) == 10


def _told(
    claim: Side, passage: Side, kind: DifferenceKind, relation: Relation, one: _Day, other: _Day
) -> Difference:
    notes = [_note(day) for day in (one, other)]
    return Difference(
        kind,
        relation,
        claim.excerpt(one.mention.span),
        passage.excerpt(other.mention.span),
        "; ".join(dict.fromkeys(note for note in notes if note)),
    )


def _note(day: _Day) -> str:
    """ "Saturday is 17 September 2016", where a weekday was settled."""
    if day.form == WRITTEN or len(day.value) != 10:
        return ""
    try:
        settled = date.fromisoformat(day.value)
    except ValueError:
        return ""
    return f"{day.mention.text} is {settled.day} {_MONTHS[settled.month - 1]} {settled.year}"


# The C library's names would follow the language of the computer.
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _kind(day: _Day) -> DifferenceKind:
    if day.form == WEEKDAY:
        return DifferenceKind.WEEKDAY
    return DifferenceKind.YEAR if day.mention.granularity in _YEARS else DifferenceKind.DATE


def _kind_of_two(one: _Day, other: _Day) -> DifferenceKind:
    if one.form == other.form == WEEKDAY:
        return DifferenceKind.WEEKDAY
    same_day = _settled(one, other) and one.month_day == other.month_day
    return DifferenceKind.YEAR if same_day else DifferenceKind.DATE


def _weekday(day: _Day) -> int | None:
    """The weekday it names, or that of its full date."""
    if day.mention.weekday is not None:
        return day.mention.weekday
    try:
        return date.fromisoformat(day.value).weekday() if len(day.value) == 10 else None
    except ValueError:
        return None


def _apart(one: _Day, other: _Day) -> int:
    """How many days lie between two settled days; within a year where one has none."""
    if one.year and other.year:
        try:
            return abs((date.fromisoformat(one.value) - date.fromisoformat(other.value)).days)
        except ValueError:
            return 10_000
    if not (one.month_day and other.month_day):
        return 0
    places = [int(day.month_day[:2]) * 31 + int(day.month_day[3:]) for day in (one, other)]
    gap = abs(places[0] - places[1])
    return min(gap, 12 * 31 - gap)


def _months(day: _Day) -> int:
    """Months since the year 0, for the nearest of several months or years."""
    return int(day.year or 0) * 12 + int(day.month or 6)
