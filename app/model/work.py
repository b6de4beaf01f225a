"""How a long job reports and is cancelled. Knows no dialog and no thread library."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):
    """The user called the job off; what was finished is kept."""


class Work:
    """A long job as the code that does it sees it: `tick` now and then, and it may be called off.

    `on_tick(done, total, note)` is called from the thread of the job; `total` is 0 while unknown.
    """

    def __init__(self, on_tick: Callable[[int, int, str], None] | None = None) -> None:
        self._on_tick = on_tick
        self._cancelled = False

    def cancel(self) -> None:
        """Ask the job to stop at its next tick. Safe from any thread."""
        self._cancelled = True

    @property
    def cancelled(self) -> bool:
        """Whether the job was called off."""
        return self._cancelled

    def tick(self, done: int, total: int = 0, note: str = "") -> None:
        """Report progress. Raises Cancelled when the job was called off."""
        if self._cancelled:
            raise Cancelled
        if self._on_tick is not None:
            self._on_tick(done, total, note)
