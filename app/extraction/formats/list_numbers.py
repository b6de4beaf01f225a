"""Numbers of lists as they are printed: "3.", "b)", "iv". Knows no format of file."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 9_999
BULLET = "•"


def written(number: int, form: str) -> str:
    """A number in a form: "1", "01", "a", "A", "i", "I"; "" for none, all others as "1"."""
    if not form:
        return ""
    if not 0 < number <= _MOST:
        return str(number)
    if form == "01":
        return f"{number:02}"
    if form in {"a", "A"}:
        # After z comes aa, then bb.
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "a" else letters.upper()
    if form in {"i", "I"}:
        return _roman(number) if form == "i" else _roman(number).upper()
    return str(number)


def _roman(number: int) -> str:
    pieces: list[str] = []
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        pieces.append(letters * times)
    return "".join(pieces)


class Counter:
    """The numbers that the levels of one list have come to."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def next(self, level: int, starts: dict[int, int]) -> dict[int, int]:
        """One more item on this level; the number of each level down to it.

        `starts` are the first numbers of levels, 1 where none is given. Deeper levels begin anew.
        """
        first = starts.get(level, 1)
        self._numbers[level] = self._numbers.get(level, first - 1) + 1
        for deeper in [one for one in self._numbers if one > level]:
            del self._numbers[deeper]
        return {one: self._numbers.setdefault(one, starts.get(one, 1)) for one in range(level + 1)}
