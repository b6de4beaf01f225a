"""Says on which day an article was published: what it states itself, or a guess with its reasons.

Knows zones and dates, no claims and no store. A page's clock is never the day of publication: it
tells when the page was fetched, and so only the latest day that can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from app.extraction.reading import KEPT
from app.extraction.stated_days import stated_days
from app.model.article import ARTICLE_ZONES, DateSource, Publication, Zone, ZoneKind
from app.model.reading import DateMention
from app.text.dates.find import date_tenses, find_dates
from app.text.dates.tense import FUTURE, PAST, PRESENT, UNDER_WAY

_CLOCK_ZONES = frozenset({ZoneKind.MASTHEAD, ZoneKind.FURNITURE})
_STATING_ZONES = frozenset({ZoneKind.BYLINE, ZoneKind.DATELINE})
_PUBLISHED = re.compile(
    r"\b(?:published|publication|posted|issued|released?|date|veröffentlicht|erstellt|erschienen"
    r"|publié|posté|publicado|pubblicato|опубликовано|опубліковано|opublikowano|publikacji"
    r"|yayınlanma|yayın|giriş|δημοσιεύτηκε|δημοσίευση|פורסם)\b|نشر|انتشار|प्रकाशित|发布|發佈|公開|配信"
    r"|입력|등록",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:updated?|modified|changed|revised|edited|aktualisiert|geändert|stand|mis à jour"
    r"|actualizado|atualizado|aggiornato|обновлено|оновлено|aktualizacja|zaktualizowano"
    r"|güncelleme|güncellendi|ενημέρωση|עודכן)\b|تحديث|به‌روزرسانی|अपडेट|更新|수정",
    re.IGNORECASE,
)
#: What follows a day and its hour and shows that it is that of publication: a source, or the day of
#: a change.
_FOLLOWS = re.compile(
    r"[\s\d:.,;|·•–—()\[\]-]{0,24}(?:来源|來源|稿源|出处|sources?\s?:|(?:last )?updated?\b"
    r"|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|обновлено|оновлено)",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d[:.h]\d\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
#: A clock, a time zone, signs: what may stand beside a date on a line of its own.
_BESIDE_DATE = re.compile(
    r"\d{1,2}[:.h]\d{2}|\b(?:gmt|utc|est|edt|cet|cest|bst|am|pm|a\.m|p\.m|uhr|at|on|the|last|first"
    r"|by)\b|[\W\d_]",
    re.IGNORECASE,
)
_DATELINE_END = re.compile(r"[^\n]{0,30}?(?:[–—]| - | -- |\)(?:\s|--))")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
#: How many lines count as an article's start, and how far into a line its dateline may reach.
_FIRST_LINES, _DATELINE_REACH = 3, 80
#: A line above a date that is its label is no longer than this.
_LONGEST_LABEL = 30
#: A weekday in the past tense points to the day of publication only in the first sentences.
_LEDE_REACH = 1200
#: Days after which a day with its year no longer hints at the day of publication.
_STALE = 366


@lru_cache(maxsize=KEPT)
def infer_publication(
    text: str, zones: tuple[Zone, ...], stated: date | None = None
) -> Publication:
    """The day of publication as the article states it, or the best guess with its reasons.

    `stated` is a day that came with the article (a file's metadata) and is taken as stated. A guess
    never sets `date`: it stands in `inferred`, with sentences a reviewer can check.
    """
    if stated is not None:
        return Publication(stated, DateSource.STATED, None, ("The day came with the article.",))
    page = _Page(text, zones)
    said = page.stated_day()
    if said is not None:
        day, sentence = said
        return Publication(day, DateSource.STATED, None, (sentence,))
    doubtful = page.doubtful_day()
    if doubtful is not None:
        day, sentence = doubtful
        return Publication(None, DateSource.INFERRED, day, (sentence,))
    return _guess(page)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank: its place and zone."""

    start: int
    end: int
    kind: ZoneKind


class _Page:
    """A text with its zones, read for full dates."""

    def __init__(self, text: str, zones: tuple[Zone, ...]) -> None:
        self.text = text
        self.zones = zones
        self.mentions = [(mention, self.kind(mention.span.start)) for mention in find_dates(text)]
        self.mentions += [
            (mention, zone.kind)
            for zone in zones
            if zone.kind in _STATING_ZONES | _CLOCK_ZONES
            for mention in stated_days(text, zone.span)
        ]
        self.mentions.sort(key=lambda found: found[0].span)

    def kind(self, at: int) -> ZoneKind:
        low, high = 0, len(self.zones)
        while low < high:
            middle = (low + high) // 2
            if self.zones[middle].span.end <= at:
                low = middle + 1
            else:
                high = middle
        return self.zones[low].kind if low < len(self.zones) else ZoneKind.FURNITURE

    def full(self, kinds: frozenset[ZoneKind]) -> Iterator[tuple[DateMention, date]]:
        """The days with a year in zones of these kinds."""
        for mention, kind in self.mentions:
            if kind in kinds and _is_full(mention):
                yield mention, date.fromisoformat(mention.value)

    def label(self, mention: DateMention) -> str:
        """ "published", "updated" or "": what the words before a date call it.

        They stand on its line, or are all of the line above a date that begins its own.
        """
        start = self.text.rfind("\n", 0, mention.span.start) + 1
        before = self.text[max(start, mention.span.start - 60) : mention.span.start]
        if not before.strip():
            above = self.text[max(0, start - 60) : start].rstrip().rsplit("\n", 1)[-1]
            before = above if len(above) <= _LONGEST_LABEL else ""
        called = _called(before)
        if not called and self.kind(mention.span.start) not in ARTICLE_ZONES:
            behind = _FOLLOWS.match(self.text, mention.span.end)
            return "" if behind is None else "published"
        return called

    def stated_day(self) -> tuple[date, str] | None:
        """The day that the byline, the dateline or a line at the article's start states."""
        found = [one for one in self.full(_STATING_ZONES) if not one[0].alternative]
        body = next((z.span.start for z in self.zones if z.kind is ZoneKind.BODY), len(self.text))
        for label, wording in (("published", "says"), ("", "gives")):
            for mention, day in found:
                # A day without a label below the first words is that of a reply or another post.
                near = label or mention.span.start < body
                if near and self.label(mention) == label:
                    return day, f"The article {wording} “{_quoted(self.text, mention, label)}”."
        labelled = self._labelled_above()
        if labelled is not None:
            return labelled
        heading = self._heading_day()
        if heading is not None and heading[0].weekday is None:
            return heading[1], f"The article is headed by “{heading[0].text}”."
        first = self._first_lines()
        for mention, day in self.full(ARTICLE_ZONES | {ZoneKind.HEADLINE}):
            if mention.alternative:
                continue
            line = next((x for x in first if x.start <= mention.span.start < x.end), None)
            if line is not None and self._opens_article(mention, line):
                label = self.label(mention)
                return day, f"The article begins with “{_quoted(self.text, mention, label)}”."
        return None

    def _labelled_above(self) -> tuple[date, str] | None:
        """The one day above the article's words that the page itself calls its publication."""
        start = next((z.span.start for z in self.zones if z.kind in ARTICLE_ZONES), 0)
        days = {
            day: mention
            for mention, day in self.full(_CLOCK_ZONES)
            if mention.span.start < start
            and not mention.alternative
            and self.label(mention) == "published"
        }
        if len(days) != 1:
            return None
        (day, mention), *_ = days.items()
        return day, f"The article says “{_quoted(self.text, mention, 'published')}”."

    def _heading_day(self) -> tuple[DateMention, date] | None:
        """The day that is all there is of a line right above the headline, without an hour.

        With its weekday it may be the clock of the page.
        """
        above = next((z.span.start for z in self.zones if z.kind is ZoneKind.HEADLINE), 0)
        line = self.text[:above].rstrip().rpartition("\n")[2]
        start = len(self.text[:above].rstrip()) - len(line)
        if not line or len(line) > _LONGEST_LABEL or _HOUR.search(line):
            return None
        for mention, day in self.full(_CLOCK_ZONES):
            alone = not _BESIDE_DATE.sub("", line.replace(mention.text, "", 1))
            if mention.span.start >= start and alone and not mention.alternative:
                return mention, day
        return None

    def doubtful_day(self) -> tuple[date, str] | None:
        """The day that the byline gives in figures of which either may be the month."""
        for mention, day in self.full(_STATING_ZONES):
            if mention.alternative and self.label(mention) != "updated":
                other = date.fromisoformat(mention.alternative)
                return day, (
                    f"The article gives “{mention.text}”, which is {_told(day)} with the day first"
                    f" and {_told(other)} with the month first."
                )
        heading = self._heading_day()
        if heading is not None:
            told = f"“{heading[0].text}” stands above the headline; it may be the page's clock."
            return heading[1], told
        return None

    def _first_lines(self) -> list[_Line]:
        """The first lines of the article's own words, the headline's included."""
        lines: list[_Line] = []
        kinds = ARTICLE_ZONES | {ZoneKind.HEADLINE}
        for zone in self.zones:
            if zone.kind not in kinds:
                continue
            at = zone.span.start
            while at < zone.span.end and len(lines) <= _FIRST_LINES:
                end = self.text.find("\n", at, zone.span.end)
                end = zone.span.end if end < 0 else end
                if self.text[at:end].strip():
                    lines.append(_Line(at, end, zone.kind))
                at = end + 1
            if len(lines) > _FIRST_LINES:
                break
        return lines

    def _opens_article(self, mention: DateMention, line: _Line) -> bool:
        """Whether a date near the start states the day: alone, labelled, or in a dateline."""
        # A line may be as long as the text: it is not copied for each of its days.
        if mention.span.start - line.start > _DATELINE_REACH:
            return False
        label = self.label(mention)
        if label:
            return label == "published"
        before = self.text[line.start : mention.span.start]
        after = self.text[mention.span.end : min(line.end, mention.span.end + _DATELINE_REACH)]
        if len(before) + len(after) < 60 and not _BESIDE_DATE.sub("", before + after):
            return True
        if not before.strip():
            # "Thursday, May 7, 2015 On Tuesday, the government …": a heading run into its text.
            return mention.weekday is not None and after[:2].strip()[:1].isupper()
        head = re.sub(r"\W", "", before.split(",")[0])
        shouted = head.isupper()
        return shouted and _DATELINE_END.match(after) is not None

    def latest(self) -> tuple[date, str] | None:
        """The latest day that the page allows, and the sentence that says why."""
        bounds: list[tuple[date, str]] = []
        for mention, day in self.full(_CLOCK_ZONES):
            if self.label(mention) == "updated":
                bounds.append((day, f"It was updated on {_told(day)}; it is not younger."))
            else:
                sentence = f"The page's clock reads {_told(day)}; the article is not younger."
                bounds.append((day, sentence))
        for mention, day in self.full(_STATING_ZONES | ARTICLE_ZONES):
            if self.label(mention) == "updated":
                bounds.append((day, f"It was updated on {_told(day)}; it is not younger."))
        for _, day in self.full(frozenset({ZoneKind.COMMENTS})):
            bounds.append((day, f"A comment is of {_told(day)}; the article is not younger."))
        return min(bounds, default=None)


@lru_cache(maxsize=1 << 10)
def _called(before: str) -> str:
    """What the words before a date call it, the last that tells: "published", "updated" or ""."""
    published, updated = (
        max((found.end() for found in rule.finditer(before)), default=-1)
        for rule in (_PUBLISHED, _UPDATED)
    )
    if max(published, updated) < 0:
        return ""
    return "updated" if updated >= published else "published"


def _is_full(mention: DateMention) -> bool:
    return mention.granularity == "day" and len(mention.value) == 10


def _year(mention: DateMention) -> int:
    """The year that a mention of a day, month or year names, or 0."""
    return int(mention.value[:4]) if mention.value[:4].isdigit() else 0


def _quoted(text: str, mention: DateMention, label: str) -> str:
    """The date as the article has it, with the word that labels it."""
    if not label:
        return mention.text
    start = text.rfind("\n", 0, mention.span.start) + 1
    before = text[max(start, mention.span.start - 60) : mention.span.start]
    places = [found.start() for found in _PUBLISHED.finditer(before)]
    return " ".join((before[places[-1] :] + mention.text).split()) if places else mention.text


def _told(day: date) -> str:
    """A day in words: "20 February 2017"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _listed(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _guess(page: _Page) -> Publication:
    """The day inferred from the latest day possible, the days told as past, and a weekday."""
    reasons: list[str] = []
    bound = page.latest()
    if bound is not None:
        reasons.append(bound[1])
    tenses = [
        (mention, tense)
        for mention, tense in date_tenses(page.text)
        if page.kind(mention.span.start) in ARTICLE_ZONES and page.label(mention) != "updated"
    ]
    last = _last_past(tenses, bound[0] if bound else None, reasons)
    if last is None:
        return Publication(reasons=tuple(reasons))
    weekday, reason = _weekday(page, tenses)
    newest = max((_year(mention) for mention, _ in tenses), default=0)
    if newest > last.year:
        # It knows a later year, so that the latest day it names was long ago.
        reasons.append(f"It speaks of {newest}; the article is not older.")
        return Publication(reasons=tuple(reasons))
    fresh = any(mention.value.startswith("--") for mention, _ in tenses)
    stale = bound is not None and (bound[0] - last).days > _STALE
    if not fresh and (weekday is None or stale):
        # A day with its year may be history: alone it only says that the article is not older.
        reasons.append(f"It looks back on {_told(last)}; the article is not older.")
        return Publication(reasons=tuple(reasons))
    day = last
    if weekday is not None:
        day = last + timedelta(days=(weekday - last.weekday()) % 7)
        reasons.append(reason)
        reasons.append(f"The first {_WEEKDAYS[weekday]} on or after {_told(last)} is {_told(day)}.")
    else:
        reasons.append(f"The latest day it looks back on is {_told(last)}.")
    if bound is not None and day > bound[0]:
        return Publication(reasons=tuple(reasons))
    return Publication(None, DateSource.INFERRED, day, tuple(reasons))


def _last_past(
    tenses: list[tuple[DateMention, str]], bound: date | None, reasons: list[str]
) -> date | None:
    """The latest day that the article looks back on; adds the reason why its year is that one."""
    days: list[date] = []
    yearless: list[date] = []
    for mention, tense in tenses:
        if mention.granularity != "day" or tense in (FUTURE, UNDER_WAY):
            continue
        if _is_full(mention):
            day = date.fromisoformat(mention.value)
            if bound is None or day <= bound:
                days.append(day)
        elif bound is not None and mention.value.startswith("--"):
            supplied = find_dates(mention.text, bound)
            if len(supplied) == 1 and _is_full(supplied[0]):
                yearless.append(date.fromisoformat(supplied[0].value))
    if yearless:
        # Days named without a year lie close together: one far from the latest is another's event.
        newest = max(yearless)
        near = sorted({day for day in yearless if (newest - day).days < 300})
        told = _listed([f"{day.day} {_MONTHS[day.month - 1]}" for day in near])
        years = _listed(sorted({str(day.year) for day in near}))
        reasons.append(f"It looks back on {told} without a year: in {years} at the latest.")
    return max(days + yearless, default=None)


def _weekday(page: _Page, tenses: list[tuple[DateMention, str]]) -> tuple[int | None, str]:
    """The weekday on which the article appeared, told in the present or opening the report."""
    named = [
        (mention, tense)
        for mention, tense in tenses
        if mention.weekday is not None and mention.granularity == "weekday"
    ]
    for mention, tense in named:
        if tense in (PRESENT, UNDER_WAY) and mention.weekday is not None:
            words = _around(page.text, mention)
            name = _WEEKDAYS[mention.weekday]
            return mention.weekday, f"“{words}” is told in the present: it appeared on a {name}."
    start = next((z.span.start for z in page.zones if z.kind in ARTICLE_ZONES), 0)
    for mention, tense in named:
        early = mention.span.start - start < _LEDE_REACH
        if early and tense == PAST and mention.weekday is not None:
            name = _WEEKDAYS[mention.weekday]
            return mention.weekday, (
                f"It reports what happened on {name} by the weekday alone: it appeared on that day"
                " or soon after."
            )
    return None, ""


def _around(text: str, mention: DateMention) -> str:
    """A mention with the word before and after it, on one line."""
    start, end = mention.span.start, mention.span.end
    before = text[max(0, start - 25) : start].split("\n")[-1]
    after = text[end : end + 25].split("\n")[0]
    lead = before.split()[-1:] if before[-1:].isspace() else []
    trail = after.split()[:1] if after[:1].isspace() else []
    return " ".join([*lead, mention.text, *trail]).rstrip(".,;:")
