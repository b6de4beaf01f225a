"""What a single line of a news page is by its wording alone: clock, credit, label, tag list, prose.

Knows no neighbouring line and no article; the place on the page is weighed in zones.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from app.extraction.page import labels, site_labels
from app.text.dates.words import (
    MONTHS,
    MORE_MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from app.text.word_lists import listed

#: Only this many characters of a line are looked at: labels are short, and long lines are prose.
_LOOK = 600
#: "Published 14 September 2020 at 18:32, updated 15 September …" has so many words.
_LONGEST_DATE = 20


class Sort(Enum):
    """What a line looks like by itself."""

    TITLE = auto()
    LABEL = auto()
    HALF_PROSE = auto()
    PROSE = auto()
    ROW = auto()
    DATE = auto()
    BYLINE = auto()
    CONSENT = auto()
    CREDIT = auto()
    CAPTION = auto()
    FURNITURE = auto()
    RELATED = auto()
    LINK = auto()
    TAGS = auto()
    COMMENTS = auto()
    WRITER = auto()
    RULE = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """What a line looks like: its sort, how many words, and whether it is a Markdown heading."""

    sort: Sort
    words: int
    heading: bool = False
    bullet: bool = False


_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
_ENDED = re.compile("[.!?…。！？؟۔।։።។][\"'”’»“›)\\]」』）]{0,4}(?:\\[\\d{1,4}\\]){0,4}$")
_INNER_STOP = re.compile("[.!?…][\"'”’»)]{0,3}\\s|[。！？؟۔।]")
_BULLET = re.compile(r"(?:[•‣◦▪●·*–—-]|\d{1,2}[.)])\s+(?=\S)")
_MARKS = re.compile(r"^(?:#{1,6}\s+|>\s+|\*\*|__)")


#: Persian months; those of other languages are numbered where days are read.
_PERSIAN_MONTHS = listed("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")
_MONTHS = frozenset((*MONTHS, *SHORT_MONTHS, *MORE_MONTHS, *_PERSIAN_MONTHS))
#: What a page calls its day of publication or of change, and the small change round a day.
_OPENERS = listed(
    """published publication posted released release updated update modified edited veröffentlicht
    erstellt stand aktualisiert publié mis publicado actualizado atualizado pubblicato aggiornato
    опубликовано обновлено опубліковано оновлено opublikowano publikacji aktualizacja data
    yayınlanma giriş güncelleme tarihi δημοσιεύτηκε δημοσίευση ενημέρωση نشر تحديث פורסם עודכן
    प्रकाशित अपडेट 入力 更新 公開 配信 发布 發布 입력 수정 등록 posté date"""
)
_TIME_WORDS = (
    _OPENERS
    | frozenset(WEEKDAYS)
    | frozenset(SHORT_WEEKDAYS)
    | listed(
        """gmt utc est edt et pst pdt pt cst cdt ct bst cet cest msk ist am pm a p m h uhr last
    first time on at of by the le el um den de del la il do às à jour alle ore ago hours hour
    minutes minute mins min days day read vor il y godz г мск в о об saat στις ώρα τελευταία في آخر
    ב ste st nd rd th local eastern 年 月 日 时 分 時 년 월 일 오전 오후 को बजे"""
    )
)
_CLOCK = re.compile(
    r"\d{1,2}:\d{2}|\d{1,2}h\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[年년]|\d{1,2}[月월]\s?\d{1,2}[日일]"
)
_AGO = frozenset({"ago", "vor", "il", "назад"})
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_PIECE = re.compile(r"[^\W\d_]+|\d+")
#: What a wiki prints behind its headings: "[edit]", "[Bearbeiten | Quelltext bearbeiten]".
_EDIT_LINK = re.compile(r"\s?\[[^\[\]\d]{3,40}\]$")
_TRAIL = re.compile(r"\s{1,3}[>›»|/·•]\s{1,3}")
#: Capitals of the scripts that have them: a letter of Arabic or Chinese is none.
_CAPS = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽΑ-ΩА-ЯЁІЇЄҐ]"
#: A caption ends with its maker in capitals, after the stop: "Two boats, Monday. LUC DERRIEN".
_SIGNED_CAPTION = re.compile(
    rf"[.!?»\"”)]\s(?:{_CAPS}\.\s?)?{_CAPS}{{3,20}}(?:[ /’'-]{{1,3}}{_CAPS}{{1,20}}\.?){{0,8}}$"
)
_ITEM = re.compile(r"\s{0,3}[,،、;|•·]\s{0,3}")


@lru_cache(maxsize=4096)
def look_at(line: str) -> Look:
    """What `line` (without its indent, cut to some hundred characters) looks like by itself."""
    heading = line.startswith("#") and line.lstrip("#").startswith((" ", "\u00a0"))
    plain = _MARKS.sub("", line[:_LOOK]).strip()
    bullet = _BULLET.match(plain)
    if bullet is not None:
        plain = plain[bullet.end() :]
    plain = plain.strip("*_").strip()
    words = count_words(line)
    return Look(_sort(plain, words), words, heading, bullet is not None)


def count_words(line: str) -> int:
    """How many words a line has; two signs of a script without spaces make one."""
    wide = len(_WIDE.findall(line))
    return len(line.split()) + wide // 2


def is_ended(line: str) -> bool:
    """Whether a line ends like a sentence."""
    return _ENDED.search(line[-12:]) is not None


def title_share(line: str) -> float:
    """Which share (0–1) of the longer words begins with a capital, as in English headlines."""
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _sort(line: str, words: int) -> Sort:
    if not any(char.isalnum() for char in line):
        return Sort.RULE
    # The dot that the Turkish İ leaves behind is no letter.
    small = line.lower().replace("\u0307", "")
    if words <= 14 and labels.WRITER.fullmatch(small):
        return Sort.WRITER
    if words <= _LONGEST_DATE and is_date_line(line):
        return Sort.DATE
    if words <= 14 and (found := _short_sort(line, small)) is not None:
        return found
    if labels.CORRECTION.match(small):
        return Sort.FURNITURE
    if words <= 60:
        if labels.REPORTED.match(line):
            return Sort.BYLINE
        if labels.TAGS_LEAD.match(small) or _is_tag_list(line):
            return Sort.TAGS
        if site_labels.RIGHTS.search(small) or site_labels.FURNITURE_PROSE.search(small):
            return Sort.FURNITURE
        if labels.CAPTION.match(small) or _SIGNED_CAPTION.search(line):
            return Sort.CAPTION
        if labels.CREDIT_AT_END.search(line):
            return Sort.CAPTION if words > 6 else Sort.CREDIT
        if labels.RELATED_LEAD.match(small):
            return Sort.LINK
    if words >= 8 and sum(rule.search(small) is not None for rule in site_labels.CONSENT) > 1:
        return Sort.CONSENT
    if words <= 14 and _is_row(line):
        return Sort.ROW
    if is_ended(line):
        return Sort.PROSE
    if words >= 5 and line.endswith((":", "：", ",")):
        return Sort.HALF_PROSE
    if words >= 25 or (words >= 12 and _INNER_STOP.search(line)):
        return Sort.HALF_PROSE
    return Sort.TITLE if words >= 4 else Sort.LABEL


def _short_sort(line: str, small: str) -> Sort | None:
    """The sort of a line of a few words that some label gives away."""
    bare = _EDIT_LINK.sub("", small).rstrip(" .:!>»…|")
    if labels.COMMENTS.fullmatch(bare):
        return Sort.COMMENTS
    if site_labels.RIGHTS.search(small):
        return Sort.FURNITURE
    if labels.TOPICS.fullmatch(bare):
        return Sort.TAGS
    if labels.RELATED.fullmatch(bare):
        return Sort.RELATED
    if site_labels.FURNITURE.fullmatch(bare):
        return Sort.FURNITURE
    if labels.CREDIT.match(small):
        return Sort.CREDIT
    if _is_trail(line):
        return Sort.FURNITURE
    if not is_ended(line) and (labels.BYLINE.match(line) or labels.STAFF.fullmatch(line)):
        return Sort.BYLINE
    return None


def is_date_line(line: str) -> bool:
    """Whether a line holds a day or a clock and hardly anything else ("04:44 GMT 20 February")."""
    if len(line) > 120 or not any(char.isdigit() for char in line):
        return False
    pieces = [piece.casefold() for piece in _PIECE.findall(line)]
    named = sum(piece in _MONTHS for piece in pieces)
    strange = [
        piece
        for piece in pieces
        if not piece.isdigit() and piece not in _MONTHS and piece not in _TIME_WORDS
    ]
    if _CLOCK.search(line):
        return len(strange) <= 1 + len(pieces) // 5 and len(pieces) <= 24
    if named and pieces[0] in _OPENERS and any(len(piece) == 4 for piece in pieces):
        return len(strange) <= 3
    # "11 May 2017 Updated 12 May 2017" names two days; a list of three months is no date.
    return not strange and (named in (1, 2) or not _AGO.isdisjoint(pieces))


def _is_trail(line: str) -> bool:
    """Whether a line is the way to the page: "Home > News > Local"."""
    steps = _TRAIL.split(line)
    return len(steps) > 1 and all(0 < count_words(step) <= 4 for step in steps)


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table: names and at least two figures, no sentence."""
    figures = len(_FIGURE.findall(line))
    return figures >= 2 and 2 * figures >= count_words(line) - 1 and not is_ended(line)


def _is_tag_list(line: str) -> bool:
    """Whether a line is a list of topics: several short items, no sentence."""
    if is_ended(line):
        return False
    if line.startswith("#") and all(word.startswith("#") for word in line.split()):
        return len(line.split()) > 1
    items = [item for item in _ITEM.split(line) if item]
    if len(items) < 3 or max(map(count_words, items)) > 6:
        return False
    mean = sum(map(count_words, items)) / len(items)
    return mean <= (3 if len(items) >= 4 else 1.5)
