"""How far a long job is, on a terminal's last line; silent where nobody watches. Knows no job."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from app.model.work import Work

#: A job shorter than this is told of by its outcome alone (seconds).
SILENT_FOR = 0.3

#: Between two signs of life (seconds).
EVERY = 0.1


@contextmanager
def shown_work() -> Iterator[Work]:
    """A Work that reports on a terminal's standard error; its line is wiped in the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield Work()
        return
    begun = last = monotonic()
    shown = False

    def show(done: int, total: int, note: str) -> None:
        nonlocal last, shown
        now = monotonic()
        if now - begun < SILENT_FOR or now - last < EVERY:
            return
        last, shown = now, True
        part = f"{done * 100 // total} %" if total else f"{done:,}"
        sys.stderr.write(f"\r\x1b[K{part} {note}")
        sys.stderr.flush()

    try:
        yield Work(show)
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
