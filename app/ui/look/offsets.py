"""Code points to UTF-16 and back: the texts count code points, Qt counts UTF-16 units.

Knows strings only. One map per text; free of cost where no character lies beyond U+FFFF.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache


class Utf16Map:
    """Converts places in one text. Both ways are clamped to the text's ends.

    A text of N astral characters costs one pass and N integers; each look-up is a bisection.
    """

    __slots__ = ("_astral", "_length", "_units")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        # Only the places of characters that take two units are kept: usually none. `isascii` and
        # `max` run in C, so plain texts are not walked in Python.
        if text.isascii() or not text or max(text) <= "\uffff":
            self._astral: tuple[int, ...] = ()
        else:
            self._astral = tuple(at for at, char in enumerate(text) if char > "\uffff")
        #: The unit at which each of them begins.
        self._units = tuple(at + nth for nth, at in enumerate(self._astral))

    @property
    def qt_length(self) -> int:
        """The length of the text in UTF-16 units."""
        return self._length + len(self._astral)

    def to_qt(self, at: int) -> int:
        """The UTF-16 offset of the code point offset `at`."""
        at = min(max(at, 0), self._length)
        if not self._astral:
            return at
        return at + bisect_left(self._astral, at)

    def to_text(self, at: int) -> int:
        """The code point offset of the UTF-16 offset `at`; inside a pair, the pair's beginning."""
        at = min(max(at, 0), self.qt_length)
        if not self._units:
            return at
        return at - bisect_left(self._units, at)

    def range_to_qt(self, start: int, end: int) -> tuple[int, int]:
        """The UTF-16 start and length of the code points from `start` to `end`."""
        first = self.to_qt(start)
        return first, self.to_qt(end) - first


@lru_cache(maxsize=256)
def utf16_map(text: str) -> Utf16Map:
    """The map of this text, kept for the texts asked for last."""
    return Utf16Map(text)
