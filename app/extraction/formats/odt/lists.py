"""The numbers and dots that stand before the items of OpenDocument lists. Knows no text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.extraction.formats.list_numbers import BULLET, Counter, written
from app.extraction.formats.odt.names import NAMES, attribute

_NUMBER = "text:list-level-style-number"
_BULLET = "text:list-level-style-bullet"
_DASHES = {"-", "–", "—"}


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    before: str
    after: str
    start: int
    shown: int
    bullet: str


class Lists:
    """The list styles of one file, and the lists that the walk is in."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str, Counter] = {}
        self._open: list[str] = []
        for root in roots:
            for one in () if root is None else root.iter():
                if NAMES[one.tag] == "text:list-style":
                    name = attribute(one, "style:name")
                    self._styles.setdefault(name, dict(_level(inner) for inner in one))

    def begin(self, element: Any) -> None:
        """A list begins; one inside another has its style where it names none."""
        outer = self._open[-1] if self._open else ""
        name = attribute(element, "text:style-name") or outer
        goes_on = attribute(element, "text:continue-numbering") == "true" or bool(
            attribute(element, "text:continue-list")
        )
        if not self._open and not goes_on:
            self._counters[name] = Counter()
        self._open.append(name)

    def end(self) -> None:
        """The list is over."""
        if self._open:
            self._open.pop()

    def label(self) -> str:
        """What stands before the next item, or nothing."""
        if not self._open:
            return ""
        name, place = self._open[-1], len(self._open) - 1
        levels = self._styles.get(name, {})
        level = levels.get(place)
        if level is None:
            return ""
        if level.bullet:
            return level.bullet
        counter = self._counters.setdefault(name, Counter())
        numbers = counter.next(place, {one: known.start for one, known in levels.items()})
        first = max(place - level.shown + 1, 0)
        told = [
            written(numbers[one], levels[one].form)
            for one in range(first, place + 1)
            if one in levels
        ]
        words = ".".join(one for one in told if one)
        return f"{level.before}{words}{level.after}" if words else ""


def _level(element: Any) -> tuple[int, _Level]:
    place = _whole(element, "text:level", 1) - 1
    if NAMES[element.tag] == _BULLET:
        char = attribute(element, "text:bullet-char")
        # The dots of picture fonts stand for letters in others.
        return place, _Level("", "", "", 1, 1, char if char in _DASHES else BULLET)
    form = attribute(element, "style:num-format") if NAMES[element.tag] == _NUMBER else ""
    return place, _Level(
        form,
        attribute(element, "style:num-prefix")[:20],
        attribute(element, "style:num-suffix")[:20],
        _whole(element, "text:start-value", 1),
        _whole(element, "text:display-levels", 1),
        "",
    )


def _whole(element: Any, name: str, otherwise: int) -> int:
    value = attribute(element, name)
    return int(value) if value.isdecimal() and len(value) < 6 else otherwise
