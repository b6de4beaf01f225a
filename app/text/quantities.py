"""Finds the numbers that a text gives, with their unit and how exact they are meant.

Days, months, years, times of day and the numbers in names ("F-16", "Resolution 2268") are no
quantities. Knows no claim and compares nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from app.model.reading import Quantity
from app.model.span import Span
from app.text.dates.find import find_dates
from app.text.quantity_words import (
    AFTER_IDENTIFIER,
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    FRACTIONS,
    NO_NOUN_AFTER_ONE,
    ORDINALS,
    SCALES,
    SHARES,
    SIGNS,
    TIME_OF_DAY,
    UNITS,
    VALUES,
)
from app.text.words import fold, word_places

_SPACES = " \u00a0\u2009\u202f"
_HYPHENS = "-‐‑–"
_HYPHEN_SIGNS = frozenset(_HYPHENS)
_YEAR_JOINTS = frozenset((*_HYPHENS, "/"))
_JOINTS = frozenset(("", *_SPACES, *_HYPHENS))
_AT_LEAST, _AT_MOST, _APPROXIMATE = map(frozenset, (AT_LEAST, AT_MOST, APPROXIMATE))
#: The last words of what says how exact a number is meant.
_EXACT_ENDS = frozenset(turn.split()[-1] for turn in (*AT_LEAST, *AT_MOST, *APPROXIMATE))
_NUMBER_WORDS = frozenset((*VALUES, *ORDINALS, *FRACTIONS))
#: Words without digits that a number may begin with.
_OPENERS = frozenset((*VALUES, *ORDINALS, *SCALES, *SHARES))
#: The first words of units.
_UNIT_WORDS = frozenset(unit.split()[0] for unit in UNITS)
_SIGNS_BEHIND = frozenset("%٪‰€$£")
#: Letters that scale only when they touch the digits: "5m", "3k".
_SHORT_SCALES = {"m": "million", "k": "thousand", "b": "billion"}


#: Where a word begins and ends in the text, and the word folded.
_Word: TypeAlias = tuple[int, int, str]


def find_quantities(text: str, dates: Sequence[Span] | None = None) -> tuple[Quantity, ...]:
    """All quantities of `text` in order of place, none overlapping.

    `dates` are the stretches that name days, months or years and so are no quantities; they are
    looked for when not given. The span covers the number with its scale, sign and unit ("$2.4
    million", "40 km", "4.1 %"), not the noun that is counted nor "at least". Linear.
    """
    if dates is None:
        dates = [mention.span for mention in find_dates(text)]
    return _Reader(text, dates).read()


class _Reader:
    """One pass over the words of one text."""

    def __init__(self, text: str, dates: Sequence[Span]) -> None:
        self._text = text
        words = _split(text)
        self._starts = [start for start, _, _ in words]
        self._ends = [end for _, end, _ in words]
        # With nothing behind the last word, and so before the first one too.
        self._plains = [*(plain for _, _, plain in words), "", "", "", ""]
        self._date_starts = [span.start for span in dates]
        self._dates = dates

    def read(self) -> tuple[Quantity, ...]:
        found: list[Quantity] = []
        free = 0
        for at, plain in enumerate(self._plains):
            if at < free or not (plain in _OPENERS or plain[:1].isdigit()):
                continue
            value, ordinal, width = self._number(at)
            if not width:
                continue
            if self._is_none(at, width, ordinal):
                free = at + width
                continue
            quantity, last = self._measured(at, at + width - 1, value, ordinal)
            found.append(quantity)
            free = last + 1
        return tuple(found)

    def _plain(self, at: int) -> str:
        """The folded word; "" up to four words beyond either end."""
        return self._plains[at]

    def _gap(self, at: int) -> str:
        """What stands between word `at` and the next; a full stop where there is no next."""
        if not 0 <= at < len(self._starts) - 1:
            return "."
        return self._text[self._ends[at] : self._starts[at + 1]]

    def _joined(self, at: int) -> bool:
        """Whether only a space or a hyphen stands between word `at` and the next."""
        return self._gap(at) in _JOINTS

    def _number(self, at: int) -> tuple[float, bool, int]:
        """Value, whether ordinal, and how many words the number at `at` takes; 0 words for none."""
        plain = self._plain(at)
        if plain[:1].isdigit():
            return self._digits(at)
        if plain in SHARES and self._is_share(at):
            return 1 / SHARES[plain], False, 1
        if plain in ORDINALS:
            return float(ORDINALS[plain]), True, 1
        return self._spelled(at)

    def _is_half(self, at: int) -> bool:
        """ "Half a million", "half a dozen"."""
        return at > 1 and self._plain(at - 1) == "a" and self._plain(at - 2) == "half"

    def _is_share(self, at: int) -> bool:
        """Whether the word is the part of something: "half of the", "a third of"."""
        if self._plain(at + 1) != "of" or not self._joined(at):
            return False
        before = self._plain(at - 1)
        if self._plain(at) == "half":
            return before not in ("first", "second", "other", "latter", "top", "bottom")
        return before == "a"

    def _digits(self, at: int) -> tuple[float, bool, int]:
        plain, width = self._plains[at], 1
        if plain.endswith(("st", "nd", "rd", "th")) and plain[:-2].isdigit():
            return float(plain[:-2]), True, 1
        grouped = plain
        while (
            len(self._plains[at + width]) == 3
            and len(grouped) <= 3 + 3 * (width - 1)
            and grouped.isdigit()
            and self._groups(at + width - 1)
        ):
            grouped += self._plain(at + width)
            width += 1
        value = _value(grouped)
        if value is None:
            return 0.0, False, 0
        if self._plains[at + width] not in SCALES:
            return value, False, width
        return self._scaled(at, width, value)

    def _groups(self, at: int) -> bool:
        """Whether the next word is the next three digits of a number: "250 000"."""
        following = self._plain(at + 1)
        if len(following) != 3 or not following.isdigit():
            return False
        gap = self._gap(at)
        return gap in ("\u00a0", "\u2009", "\u202f") or (gap == " " and following == "000")

    def _scaled(self, at: int, width: int, value: float) -> tuple[float, bool, int]:
        while self._plains[at + width] in SCALES and self._joined(at + width - 1):
            value *= SCALES[self._plain(at + width)]
            width += 1
        return value, False, width

    def _spelled(self, at: int) -> tuple[float, bool, int]:
        """A number in words: "twenty-five", "one hundred and twelve thousand", "two thirds"."""
        total, part, width = 0.0, 0.0, 0
        while True:
            plain = self._plain(at + width)
            if width and not self._joined(at + width - 1):
                break
            if plain in VALUES:
                # "five six" is no number: a digit may follow tens and hundreds only.
                if width and not _adds(part, VALUES[plain]):
                    break
                part += VALUES[plain]
            elif plain == "hundred" and width:
                part = max(part, 1) * 100
            elif plain in SCALES and width:
                total, part = total + max(part, 1) * SCALES[plain], 0.0
            elif plain == "and" and width and self._plain(at + width - 1) in ("hundred", *SCALES):
                if self._plain(at + width + 1) not in VALUES:
                    break
            elif plain in ORDINALS and width and 1 <= ORDINALS[plain] < 10 and part >= 20:
                return total + part + ORDINALS[plain], True, width + 1
            else:
                break
            width += 1
        if width and self._plain(at + width) in FRACTIONS and self._joined(at + width - 1):
            return (total + part) / FRACTIONS[self._plain(at + width)], False, width + 1
        following = self._plain(at + width)
        if total + part == 1 and following in SHARES and self._plain(at + width + 1) == "of":
            return 1 / SHARES[following], False, width + 1
        if not width and plain in SCALES and self._plain(at - 1) == "a":
            return SCALES[plain] / (2 if self._is_half(at) else 1), False, 1
        return total + part, False, width

    def _is_none(self, at: int, width: int, ordinal: bool) -> bool:
        """Whether the number is part of a date, a time, a name or a turn of phrase."""
        first, start = self._plains[at], self._starts[at]
        if self._dates:
            end = self._ends[at + width - 1]
            place = bisect_right(self._date_starts, start)
            # A date may also begin inside the number: "20-21 September".
            for near in self._dates[max(0, place - 1) : place + 1]:
                if near.start < end and start < near.end:
                    return True
        if width == 1 and (self._ends_years(at) or self._ends_years(at + 1)):
            return True
        following, before = self._plain(at + width), self._plain(at - 1)
        if following in TIME_OF_DAY and self._joined(at + width - 1):
            return True
        if not ordinal and before in AFTER_IDENTIFIER and self._gap(at - 1).strip(" .°") == "":
            return before not in ("number", "no") or self._gap(at - 1).startswith(".")
        if width == 1 and first == "one":
            idle = not self._joined(at) or following in NO_NOUN_AFTER_ONE or following == ""
            return idle or before in ("no", "the", "this", "that", "any", "every", "each", "at")
        if width == 1 and not ordinal and first in SHARES:
            return False
        if ordinal and first in ("second", "first", "third", "fourth", "fifth"):
            # "at first", "a second" (of time), "first of all", and "a third of".
            return (before == "at" and following != "the") or following in ("of", "all")
        return False

    def _ends_years(self, at: int) -> bool:
        """Whether it is the last part of "2020-21", a season or a financial year."""
        plain, year = self._plain(at), self._plain(at - 1)
        if not (len(plain) == 2 and plain.isdigit() and len(year) == 4 and year.isdigit()):
            return False
        return self._gap(at - 1) in _YEAR_JOINTS and (int(year) + 1) % 100 == int(plain)

    def _measured(self, at: int, last: int, value: float, ordinal: bool) -> tuple[Quantity, int]:
        """The quantity at these words with its unit; and the last word that belongs to it."""
        halved = self._plain(at) in SCALES and self._is_half(at)
        start, end = self._starts[at - 2 if halved else at], self._ends[last]
        unit = "" if ordinal else self._sign_before(start)
        if unit:
            start = self._sign_start(start)
        elif not ordinal:
            unit, last, end = self._unit_after(last, end)
        bound, approximate = self._exactness(at, last)
        span = Span(start, end)
        return Quantity(span, span.of(self._text), value, unit, ordinal, approximate, bound), last

    def _sign_start(self, start: int) -> int:
        while start and (self._text[start - 1] in SIGNS or self._text[start - 1] in _SPACES):
            start -= 1
        if self._text[max(0, start - 2) : start] == "US":
            start -= 2
        while self._text[start] in _SPACES:
            start += 1
        return start

    def _sign_before(self, start: int) -> str:
        sign = self._text[start - 1 : start] if start else ""
        if sign in _SPACES:
            sign = self._text[start - 2 : start - 1] if start > 1 else ""
        return SIGNS.get(sign, "")

    def _unit_after(self, last: int, end: int) -> tuple[str, int, int]:
        rest = self._text[end : end + 2].lstrip(_SPACES)
        if rest and rest[0] in _SIGNS_BEHIND:
            unit = "%" if rest[0] in "%٪" else ("‰" if rest[0] == "‰" else SIGNS[rest[0]])
            return unit, last, self._text.index(rest[0], end) + 1
        one, two = self._plain(last + 1), self._plain(last + 2)
        if one not in _UNIT_WORDS or not self._joined(last):
            return "", last, end
        pair = f"{one} {two}"
        if pair in UNITS and self._joined(last + 1):
            return UNITS[pair], last + 2, self._ends[last + 2]
        if one in UNITS:
            return UNITS[one], last + 1, self._ends[last + 1]
        return "", last, end

    def _exactness(self, at: int, last: int) -> tuple[str, bool]:
        """The bound ("at least", "at most" or "") and whether the number is approximate."""
        before = self._turns_before(at) if self._plain(at - 1) in _EXACT_ENDS else []
        after = self._plains[last + 1 : last + 4]
        if not before and "or" not in after:
            return "", False
        # The longest phrase wins: "no fewer than" is no "fewer than".
        least = max((len(phrase) for phrase in before if phrase in _AT_LEAST), default=0)
        most = max((len(phrase) for phrase in before if phrase in _AT_MOST), default=0)
        if least or most:
            return ("at least" if least > most else "at most"), True
        turn = " ".join(after)
        if turn.startswith("or more") or " or more" in turn:
            return "at least", True
        if turn.startswith(("or fewer", "or less")):
            return "at most", True
        return "", not _APPROXIMATE.isdisjoint(before)

    def _turns_before(self, at: int) -> list[str]:
        """The last word before word `at`, the last two and the last three."""
        turns: list[str] = []
        for step in range(at - 1, max(0, at - 3) - 1, -1):
            turns.append(f"{self._plain(step)} {turns[-1]}" if turns else self._plain(step))
        return turns


def _split(text: str) -> list[_Word]:
    """The words, numbers freed of the noun or tens that a hyphen ties to them ("40-minute")."""
    found: list[_Word] = []
    for start, end in word_places(text):
        word = text[start:end]
        if word.isalpha() or (word.isascii() and word.isdecimal()):
            found.append((start, end, fold(word)))
        elif _HYPHEN_SIGNS.isdisjoint(word):
            found.extend(_without_glue(start, word))
        elif not (word[0].isdigit() or _first_half(word) in _NUMBER_WORDS):
            found.append((start, end, fold(word)))
        else:
            found.extend(_between_hyphens(text, start, end))
    return found


def _between_hyphens(text: str, start: int, end: int) -> Iterator[_Word]:
    for place in range(start, end + 1):
        if place == end or text[place] in _HYPHENS:
            if start < place:
                yield start, place, fold(text[start:place])
            start = place + 1


def _without_glue(start: int, word: str) -> list[_Word]:
    """ "40km" and "3bn" as number and unit; any other word as it is."""
    letters = word.lstrip("0123456789.,")
    middle, end = start + len(word) - len(letters), start + len(word)
    unit = fold(letters)
    if start < middle < end and (unit in SCALES or unit in UNITS or unit in _SHORT_SCALES):
        return [
            (start, middle, word[: middle - start]),
            (middle, end, _SHORT_SCALES.get(unit, unit)),
        ]
    return [(start, end, fold(word))]


def _first_half(word: str) -> str:
    for place, sign in enumerate(word):
        if sign in _HYPHENS:
            return fold(word[:place])
    return fold(word)


@lru_cache(maxsize=1 << 12)
def _value(digits: str) -> float | None:
    """The number that these digits write, thousands grouped or decimals marked either way."""
    if digits.isascii() and digits.isdecimal():
        return float(digits)
    if ":" in digits or any(sign.isalpha() for sign in digits):
        return None
    try:
        if "," in digits and "." in digits:
            decimal = max(digits.rfind(","), digits.rfind("."))
            whole = digits[:decimal].replace(",", "").replace(".", "")
            return float(f"{whole}.{digits[decimal + 1 :]}")
        for mark in ",.":
            if mark in digits:
                return _marked(digits.split(mark), mark)
        return float(digits)
    except ValueError:
        return None


def _marked(groups: list[str], mark: str) -> float:
    """Groups of three digits are thousands; "2.345" is a decimal, "300.000" and "2,345" are not."""
    threes = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    plenty = len(groups) > 2 or mark == "," or groups[1] == "000"
    if threes and plenty and groups[0] != "0":
        return float("".join(groups))
    if len(groups) > 2:
        raise ValueError(groups)
    return float(".".join(groups))


def _adds(part: float, value: float) -> bool:
    """Whether a number word may follow what was read: "twenty" "five", "hundred" "twelve"."""
    if part == 0:
        return True
    if part % 100 == 0:
        return value < 100
    return part % 10 == 0 and part % 100 >= 20 and value < 10
