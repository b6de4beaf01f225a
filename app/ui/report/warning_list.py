"""What to know before a report is sent out, each with the claims it is about. Never in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.report import ReportWarning
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_1, SPACE_2

#: So many claims are offered by number; the others are met on the way.
OFFERED = 3


class WarningList(QWidget):
    """`claim_wanted` carries the number of a claim to be shown."""

    claim_wanted = Signal(int)
    made = Signal(object)  # a button

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(appearance.space(SPACE_1))
        self.buttons: list[QPushButton] = []
        self.hide()

    def show_warnings(self, warnings: Sequence[ReportWarning]) -> None:
        """Tell these, the gravest first."""
        self.buttons.clear()
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for warning in sorted(warnings, key=lambda one: not one.grave):
            self._rows.addWidget(self._row(warning))
        self.setVisible(bool(warnings))

    def _row(self, warning: ReportWarning) -> QFrame:
        space, frame = self._appearance.space, QFrame()
        ground(frame, "notice")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(space(SPACE_2), space(SPACE_1), space(SPACE_2), space(SPACE_1))
        rows.setSpacing(0)
        tone = "danger" if warning.grave else "text"
        rows.addWidget(label("meta", self._appearance, tone=tone, wrap=True, text=warning.sentence))
        if warning.claims:
            row = QHBoxLayout()
            row.setSpacing(0)
            for number in warning.claims[:OFFERED]:
                row.addWidget(self._button(number, warning.sentence))
            if (more := len(warning.claims) - OFFERED) > 0:
                told = f"and {more} more"
                row.addWidget(label("meta", self._appearance, tone="text_2", text=told))
            row.addStretch(1)
            rows.addLayout(row)
        return frame

    def _button(self, number: int, sentence: str) -> QPushButton:
        button = QPushButton(f"Claim {number}")
        button.setProperty("variant", "text")
        button.setProperty("size", "meta")
        button.setAccessibleName(f"Show claim {number}: {sentence}")
        button.clicked.connect(self._going_to(number))
        self.buttons.append(button)
        self.made.emit(button)
        return button

    def _going_to(self, number: int) -> Callable[[], None]:
        return lambda: self.claim_wanted.emit(number)
