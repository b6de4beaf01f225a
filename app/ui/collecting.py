"""Collects Python's garbage in the window's own thread, and nowhere else.

Python collects in whichever thread happens to allocate. A widget that dies in a lane, while the
window's thread paints, takes the process down (a segmentation fault). Knows no widget.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

#: Milliseconds between two looks: the oldest garbage is then collected every hundred seconds at
#: most, and what a lane leaves in one second is small.
_EVERY = 1000
#: A generation is due when so many allocations, or collections of the younger one, have come up.
_DUE = (700, 10, 10)


class Collector(QObject):
    """Takes collecting over from Python; `look` runs by itself once a second from `start` on.

    To be made and used in the thread of the window alone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What is loaded by now is never garbage; passing it over makes a full collection short.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look once a second while the event loop runs."""
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > _DUE[generation]:
                gc.collect(generation)
                return
