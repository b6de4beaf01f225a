"""Characters that are not seen and change what is: they turn the order of others, or split a word.

Each gets a small badge with its name. What a script needs in its place (joiners within Persian or
Hindi words and emoji, marks amid Hebrew or Arabic) gets none. Knows no widget.
"""

from __future__ import annotations

import re
import unicodedata

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

#: Their names as Unicode abbreviates them (NameAliases.txt).
NAMES = {
    "\u061c": "ALM", "\u180e": "MVS", "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ",
    "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
    "\u202d": "LRO", "\u202e": "RLO", "\u2060": "WJ", "\u2066": "LRI", "\u2067": "RLI",
    "\u2068": "FSI", "\u2069": "PDI", "\ufeff": "ZWNBSP",
}  # fmt: skip

#: A run of one of them is shown as one: thousands in a row are no more than a trick.
_ANY = re.compile("([" + "".join(NAMES) + "])\\1*")

#: So many characters on either side tell whether a mark stands amid letters that need it.
_NEAR = 8

#: Of use only beside letters that run from the right, or that join.
_MARKS, _JOINERS = frozenset("\u061c\u200e\u200f"), frozenset("\u200c\u200d")

#: What we put around foreign words ourselves, where a line of ours quotes them.
_OURS = frozenset("\u2068\u2069")

#: Scripts whose letters never join, by how the names of their letters begin.
_APART = ("LATIN", "CYRILLIC", "GREEK", "DIGIT")


def hidden_in(text: str, *, quoted: bool = False) -> tuple[tuple[int, str], ...]:
    """Each hidden character, or run of the same, that gets a badge: its place in code points, and
    its name.

    A text that is `quoted` in a line of ours may stand between isolates that are no part of it.
    """
    return tuple(
        (found.start(), NAMES[found[1]])
        for found in _ANY.finditer(text)
        if not (quoted and found[1] in _OURS) and not _is_needed(text, found.start(), found.end())
    )


def revealed(text: str) -> str:
    """`text` with each hidden character written out: “pay[RLO]lap”."""
    shown, end = [], 0
    for place, name in hidden_in(text, quoted=True):
        shown.append(f"{text[end:place]}[{name}]")
        end = place
        while end < len(text) and text[end] == text[place]:
            end += 1
    return "".join((*shown, text[end:]))


def _is_needed(text: str, start: int, end: int) -> bool:
    if text[start] in _MARKS:
        near = text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]
        return any(unicodedata.bidirectional(char) in ("R", "AL") for char in near)
    if text[start] in _JOINERS and end == start + 1 and start > 0 and end < len(text):
        return not (_stands_apart(text[start - 1]) or _stands_apart(text[end]))
    return False


def _stands_apart(char: str) -> bool:
    return char.isspace() or unicodedata.name(char, "").startswith(_APART)


def paint_badge(
    painter: QPainter, at: QPointF, height: float, name: str, font: QFont, ink: QColor
) -> None:
    """Mark the place `at` the top of a line of this height: a thin stroke with a name on it."""
    small = QFont(font)
    small.setPixelSize(max(7, round(height * 0.36)))
    small.setBold(True)
    measures = QFontMetricsF(small)
    box = QRectF(at.x(), at.y(), measures.horizontalAdvance(name) + 4, measures.height() - 1)
    painter.save()
    painter.fillRect(QRectF(at.x() - 0.5, at.y(), 1.5, height), ink)
    painter.fillRect(box, ink)
    painter.setFont(small)
    # On whatever ink the text has, the name stands out in its opposite.
    painter.setPen(QColor.fromHslF(0, 0, 1.0 if ink.lightnessF() < 0.55 else 0.0))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)
    painter.restore()
