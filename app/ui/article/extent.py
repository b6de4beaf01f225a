"""How tall a text is of which only a part is laid out, and at which height its places stand.

What is not laid out is taken to be as tall as what is, character by character. Knows no widget.
"""

from __future__ import annotations

from app.ui.article.shown_text import ShownText
from app.ui.article.text_places import TextPlaces

#: In pixels. Qt breaks pages at some eight million, and counts no further than thirty-two.
TALLEST = 8_000_000


class Extent:
    """The heights of one text, in document coordinates; `above` and `below` the part that is laid
    out there is as much room as what is not would take."""

    def __init__(self) -> None:
        self._shown = ShownText("", ())
        self._pace = 0.0  # pixels a character, 0 until something was laid out
        self.top = self.bottom = 0.0  # of what is laid out

    @property
    def above(self) -> float:
        """The height of what stands before."""
        return self._shown.before * self._pace

    @property
    def below(self) -> float:
        """The height of what stands behind."""
        return self._shown.behind * self._pace

    def take(self, shown: ShownText) -> None:
        """Something else is laid out, in the same column."""
        self._shown = shown

    def forget(self) -> None:
        """Lines are of another length than before."""
        self._pace = 0.0

    @property
    def is_known(self) -> bool:
        """Whether `above` and `below` can be told."""
        return self._shown.is_whole or self._pace > 0

    def measure(self, places: TextPlaces) -> None:
        """Take the height of what is laid out now."""
        shown = self._shown
        first, last = places.head(shown.start), places.head(shown.end)
        self.top = first.top() if first else 0.0
        self.bottom = last.bottom() if last else 0.0
        if not self._pace:
            whole = shown.before + shown.length + shown.behind
            pace = (self.bottom - self.top) / max(1, shown.length)
            self._pace = min(pace, TALLEST / max(1, whole))

    def height(self, place: int, places: TextPlaces) -> float:
        """At which height this place stands, or would stand."""
        shown = self._shown
        if place < shown.start:
            return shown.unfolded(0, place) * self._pace
        if place > shown.end:
            return self.bottom + shown.unfolded(shown.end, place) * self._pace
        head = places.head(place)
        return head.top() if head else self.top

    def place(self, height: float) -> int:
        """The place that would stand at this height; one of the ends where it is laid out."""
        shown, pace = self._shown, self._pace or 1.0
        if height < self.top:
            return min(shown.start, shown.nth(0, int(max(0.0, height) / pace)))
        return shown.nth(shown.end, int(max(0.0, height - self.bottom) / pace))
