"""The bar of a window that only reads: who has the library or why nobody writes, and what to do.

Knows the holder of the lock, no library.
"""

from __future__ import annotations

import socket
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.host.single_instance import Holder
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_4


class ReadingOnlyBar(QWidget):
    """`again` asks for the library once more; True takes the lock that another computer left."""

    again = Signal(bool)

    def __init__(self, holder: Holder | None, appearance: Appearance, why: str = "") -> None:
        """`why` tells why nobody writes to the library; without it `holder` has it."""
        super().__init__()
        self._holder = holder
        self._why = why or f"{told_holder(holder)} Close it there to work here."
        ground(self, "bar")
        self.told = label("body", appearance, wrap=True)
        self.try_again = QPushButton("Try again")
        self.take_over = QPushButton("Take over…")
        self.confirm = QPushButton("It is closed there: take over")
        self.cancel = QPushButton("Cancel")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(appearance.space(one) for one in (SPACE_4, SPACE_2) * 2))
        row.setSpacing(appearance.space(SPACE_2))
        row.addWidget(self.told, 1)
        for button in (self.try_again, self.take_over, self.confirm, self.cancel):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.try_again.clicked.connect(lambda: self.again.emit(False))
        self.take_over.clicked.connect(lambda: self._ask(True))
        self.confirm.clicked.connect(lambda: self.again.emit(True))
        self.cancel.clicked.connect(lambda: self._ask(False))
        self._ask(False)

    def _ask(self, on: bool) -> None:
        holder = self._holder
        elsewhere = holder is not None and holder.host != socket.gethostname()
        self.try_again.setVisible(not on)
        self.take_over.setVisible(elsewhere and not on)
        self.confirm.setVisible(on)
        self.cancel.setVisible(on)
        if on and holder is not None:
            self.told.setText(
                f"Is Claimdesk closed on {holder.host}? Two computers that write to one library "
                "damage it."
            )
        else:
            self.told.setText(f"Read only. {self._why}")


def told_holder(holder: Holder | None) -> str:
    """Who has the library open: “… another window of this computer (process 4711) since 14:05.”"""
    if holder is None:
        return "This library is open in another window."
    if holder.host == socket.gethostname():
        where = f"another window of this computer, {holder.host} (process {holder.pid}),"
    else:
        where = f"a window on {holder.host} (process {holder.pid})"
    return f"This library is open in {where} since {_told_since(holder.since)}."


def _told_since(since: str) -> str:
    try:
        at = datetime.fromisoformat(since).astimezone()
    except ValueError:
        return "a time it does not tell"
    day = "" if at.date() == datetime.now().astimezone().date() else f"{at.day} {at:%B %Y}, "
    return f"{day}{at:%H:%M}"
