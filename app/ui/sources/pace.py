"""How fast a long job goes and how long it will take. Knows no widget and no clock."""

from __future__ import annotations

from collections import deque

#: What was done within so many seconds tells the rate: files differ, and so do folders.
LOOKED_AT = 20.0

#: So many seconds pass before anything is foretold.
FEWEST = 2.0


class Pace:
    """Told now and then how much is done; `now` counts seconds of work, without those of rest."""

    def __init__(self) -> None:
        self._told: deque[tuple[float, int]] = deque()

    def tell(self, now: float, done: int) -> None:
        """So much was done at this moment."""
        self._told.append((now, done))
        while now - self._told[0][0] > LOOKED_AT:
            self._told.popleft()

    @property
    def rate(self) -> float:
        """Pieces a second, 0 while it cannot be told."""
        if not self._told:
            return 0.0
        (begun, before), (now, done) = self._told[0], self._told[-1]
        return (done - before) / (now - begun) if now - begun >= FEWEST else 0.0

    def left(self, total: int) -> float | None:
        """Seconds until `total` are done, None while it cannot be told."""
        rate = self.rate
        return (total - self._told[-1][1]) / rate if rate > 0 else None


def told_rate(rate: float, noun: str) -> str:
    """ "142 files/s", "3 files/min"; empty for none."""
    if rate >= 1:
        return f"{rate:,.0f} {noun}/s"
    return f"{rate * 60:,.0f} {noun}/min" if rate > 0 else ""


def told_left(seconds: float | None) -> str:
    """ "about 3 min left"; empty where it cannot be told."""
    if seconds is None:
        return ""
    if seconds < 55:
        return f"about {max(5, round(seconds / 5) * 5)} s left"
    minutes = round(seconds / 60)
    return f"about {minutes} min left" if minutes < 90 else f"about {minutes / 60:.0f} h left"
