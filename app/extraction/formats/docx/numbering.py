"""The numbers and dots that Word prints before the paragraphs of a list. Knows no text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from app.extraction.formats.docx.styles import NAMES, attribute, child
from app.extraction.formats.list_numbers import BULLET, Counter, written

_FORMS = {
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "none": "",
}
_PLACE = re.compile(r"%([1-9])")
_DASHES = {"-", "–", "—"}


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    bullet: bool


class Numbering:
    """The lists of one file; `root` is numbering.xml, or None where there is none."""

    def __init__(self, root: Any) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._counters: dict[str, Counter] = {}
        for one in () if root is None else root:
            if NAMES[one.tag] == "w:abstractNum":
                levels = (_level(inner) for inner in one if NAMES[inner.tag] == "w:lvl")
                self._levels[attribute(one, "w:abstractNumId")] = dict(levels)
            elif NAMES[one.tag] == "w:num":
                key, made_from = attribute(one, "w:numId"), child(one, "w:abstractNumId")
                if made_from is not None:
                    self._lists[key] = attribute(made_from, "w:val")
                if child(one, "w:lvlOverride", "w:startOverride") is not None:
                    self._counters[key] = Counter()

    def label(self, list_id: str, level: int) -> str:
        """What stands before the next item of this list on this level, or nothing."""
        made_from = self._lists.get(list_id, "")
        levels = self._levels.get(made_from, {})
        if level not in levels:
            return ""
        if levels[level].bullet:
            return levels[level].text
        # Lists made from the same one go on counting where they do not begin anew.
        key = list_id if list_id in self._counters else f"from {made_from}"
        counter = self._counters.setdefault(key, Counter())
        numbers = counter.next(level, {one: known.start for one, known in levels.items()})

        def shown(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            known = levels.get(place)
            return written(numbers[place], known.form) if known and place in numbers else ""

        return _PLACE.sub(shown, levels[level].text)


def _level(element: Any) -> tuple[int, _Level]:
    form = _value(element, "w:numFmt")
    text = _value(element, "w:lvlText")
    if form == "bullet" and text.strip() not in _DASHES:
        # The dots of picture fonts stand for letters in others.
        text = BULLET
    start = _value(element, "w:start")
    level = attribute(element, "w:ilvl")
    return int(level) if level.isdecimal() else 0, _Level(
        _FORMS.get(form, "1"),
        text[:40],
        int(start) if start.isdecimal() and len(start) < 6 else 1,
        form == "bullet",
    )


def _value(element: Any, name: str) -> str:
    found = child(element, name)
    return "" if found is None else attribute(found, "w:val")
