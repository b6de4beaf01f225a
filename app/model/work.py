"""How a long job reports, rests and is cancelled. Knows no dialog and starts no thread."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Cancelled(Exception):
    """The user called the job off; what was finished is kept."""


class Work:
    """A long job as the code that does it sees it: `tick` now and then, and it may be called off.

    `on_tick(done, total, note)` is called from the thread of the job; `total` is 0 while unknown.
    `give_way` is called there between two pieces of work and may take its time: for what is more
    urgent.
    """

    def __init__(
        self,
        on_tick: Callable[[int, int, str], None] | None = None,
        give_way: Callable[[], object] | None = None,
    ) -> None:
        self._on_tick = on_tick
        self._give_way = give_way
        self._cancelled = False
        self._going = threading.Event()
        self._going.set()

    def cancel(self) -> None:
        """Ask the job to stop at its next tick, or where it rests. Safe from any thread."""
        self._cancelled = True
        self._going.set()

    def pause(self) -> None:
        """Ask the job to rest before its next piece of work. Safe from any thread."""
        self._going.clear()

    def resume(self) -> None:
        """Let the job go on. Safe from any thread."""
        self._going.set()

    @property
    def paused(self) -> bool:
        """Whether the job was asked to rest."""
        return not self._going.is_set()

    def rest(self) -> None:
        """Give way, and wait while the job is paused: for between two pieces of work, where nothing
        waits for it. Raises Cancelled when it was called off."""
        if self._give_way is not None:
            self._give_way()
        self._going.wait()
        if self._cancelled:
            raise Cancelled

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
