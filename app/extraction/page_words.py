"""What a single line of a news page is by its wording alone: clock, credit, label, tag list, prose.

Knows no neighbouring line and no article; the place on the page is weighed in zones.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from app.extraction import page_labels as labels

#: Only this many characters of a line are looked at: labels are short, and long lines are prose.
_LOOK = 600


class Sort(Enum):
    """What a line looks like by itself."""

    TITLE = auto()
    LABEL = auto()
    HALF_PROSE = auto()
    PROSE = auto()
    DATE = auto()
    BYLINE = auto()
    CREDIT = auto()
    CAPTION = auto()
    FURNITURE = auto()
    RELATED = auto()
    LINK = auto()
    TAGS = auto()
    COMMENTS = auto()
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


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_MONTHS = _listed(
    """jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december januar jänner februar märz mai juni juli oktober
    dezember janvier février mars avril juin juillet août septembre octobre novembre décembre enero
    febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio
    febbraio aprile maggio giugno luglio settembre ottobre dicembre janeiro fevereiro março maio
    junho julho setembro outubro novembro dezembro января февраля марта апреля мая июня июля
    августа сентября
    октября ноября декабря يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر
    ديسمبر"""
)
_TIME_WORDS = _listed(
    """mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday
    sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi
    vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo понедельник
    вторник среда четверг пятница суббота воскресенье gmt utc est edt pst pdt cst cdt bst cet cest
    msk ist et
    am pm a p m h uhr updated update published posted modified edited last first date time on at of
    the le el um den de del le à the ago hours hour minutes minute mins min days day read
    stand veröffentlicht aktualisiert publié mis jour publicado actualizado опубликовано обновлено
    мск
    в г st nd rd th local eastern 年 月 日 时 分 時"""
)
_CLOCK = re.compile(r"\d{1,2}:\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{4}年|\d{1,2}月\d{1,2}日")
_PIECE = re.compile(r"[^\W\d_]+|\d+")
_ITEM = re.compile(r"\s{0,3}[,،、;|•·]\s{0,3}")


@lru_cache(maxsize=4096)
def look_at(line: str) -> Look:
    """What `line` (without its indent, cut to some hundred characters) looks like by itself."""
    heading = line.startswith("#") and line.lstrip("#").startswith((" ", "\u00a0"))
    plain = _MARKS.sub("", line[:_LOOK]).strip().strip("*_").strip()
    bullet = _BULLET.match(plain)
    if bullet is not None:
        plain = plain[bullet.end() :]
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
    if words <= 14 and (found := _short_sort(line)) is not None:
        return found
    if words <= 60:
        if labels.TAGS_LEAD.match(line) or _is_tag_list(line):
            return Sort.TAGS
        if labels.RIGHTS.search(line) or labels.FURNITURE_PROSE.search(line):
            return Sort.FURNITURE
        if labels.CAPTION.match(line):
            return Sort.CAPTION
        if labels.CREDIT_AT_END.search(line):
            return Sort.CAPTION if words > 6 else Sort.CREDIT
        if labels.RELATED_LEAD.match(line):
            return Sort.LINK
    if is_ended(line):
        return Sort.PROSE
    if words >= 25 or (words >= 12 and _INNER_STOP.search(line)):
        return Sort.HALF_PROSE
    return Sort.TITLE if words >= 4 else Sort.LABEL


def _short_sort(line: str) -> Sort | None:
    """The sort of a line of a few words that some label gives away."""
    bare = line.rstrip(" .:!>»…|")
    if labels.COMMENTS.fullmatch(bare):
        return Sort.COMMENTS
    if labels.RIGHTS.search(line):
        return Sort.FURNITURE
    if is_date_line(line):
        return Sort.DATE
    if labels.TOPICS.fullmatch(bare):
        return Sort.TAGS
    if labels.RELATED.fullmatch(bare):
        return Sort.RELATED
    if labels.FURNITURE.fullmatch(bare):
        return Sort.FURNITURE
    if labels.CREDIT.match(line):
        return Sort.CREDIT
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
        return len(strange) <= 1 + len(pieces) // 5 and len(pieces) <= 16
    ago = "ago" in pieces
    return not strange and (named == 1 or ago)


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
