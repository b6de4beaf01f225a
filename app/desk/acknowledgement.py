"""Word to a harness of each verdict that is on the disk: one line on a descriptor it opened.

`CLAIMDESK_ACK_FD=N` asks for it. A line is written after COMMIT and before anything is shown, so
that whoever kills the app can hold it to every line it read. Knows no window and no command.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress

from app.library.library import Library
from app.model.changes import Changes

VARIABLE = "CLAIMDESK_ACK_FD"


def acknowledge_on(library: Library) -> None:
    """From now on write a line for each verdict that this process commits, where one asks for it.

    The line is JSON: {"verdict", "claim", "rating", "given"}; an empty rating clears the claim.
    A descriptor that is closed or was never opened is written to in vain, and harms nothing.
    """
    descriptor = os.environ.get(VARIABLE, "")
    if descriptor.isascii() and descriptor.isdecimal():
        library.on_change(_writer(library, int(descriptor)))


def _writer(library: Library, descriptor: int) -> Callable[[Changes], None]:
    def write(changes: Changes) -> None:
        given = sorted(changes.ids("given"))
        for one in (library.reviews.given(verdict_id) for verdict_id in given):
            line = {"verdict": one.id, "claim": one.claim_id, "rating": one.rating}
            told = json.dumps({**line, "given": one.given}) + "\n"
            # One call for the whole line: a reader never sees half of it.
            with suppress(OSError, OverflowError):
                os.write(descriptor, told.encode("utf-8"))

    return write
