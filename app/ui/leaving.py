"""Quitting while work is under way: asked first, in a bar, with what stays and what is lost.

Stops nothing: whoever goes on working leaves the question standing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from shiboken6 import isValid

from app.ui.exporting import Exporting
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_4
from app.ui.sources.importing import Importing


class LeavingBar(QWidget):
    """`confirmed` tells that the window is to be closed all the same, `stayed` that it is not."""

    confirmed = Signal()
    stayed = Signal()

    def __init__(self, importing: Importing, exporting: Exporting, appearance: Appearance) -> None:
        super().__init__()
        self._importing, self._exporting = importing, exporting
        self._sure = False
        self._focus_before: QWidget | None = None
        ground(self, "bar")
        self.setAccessibleName("Quit?")
        self.told = label("body", appearance, wrap=True)
        self.quit_button, self.stay_button = QPushButton("Quit"), QPushButton("Stay")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(appearance.space(one) for one in (SPACE_4, SPACE_2) * 2))
        row.setSpacing(appearance.space(SPACE_2))
        row.addWidget(self.told, 1)
        for widget in (
            self.quit_button, self.stay_button, Keycap("Esc", appearance, command="back")
        ):  # fmt: skip
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.quit_button.clicked.connect(self._confirm)
        self.stay_button.clicked.connect(self.stay)
        importing.ticked.connect(self._follow)
        importing.changed.connect(self._follow)
        exporting.running_changed.connect(self._follow)
        self.hide()

    def may_close(self) -> bool:
        """Whether the window may be closed now; asks where work is under way."""
        if self._sure or not self._sentence():
            return True
        if self.isHidden():
            self._focus_before = QApplication.focusWidget()
        self.show()
        self._follow()
        self.stay_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def stay(self) -> bool:
        """Leave the window open; whether that was asked."""
        if self.isHidden():
            return False
        focus, self._focus_before = self._focus_before, None
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus()
        self.hide()
        self.stayed.emit()
        return True

    def _confirm(self) -> None:
        self._sure = True
        self.confirmed.emit()

    def _follow(self) -> None:
        if self.isHidden():
            return
        sentence = self._sentence()
        self.told.setText(sentence)
        if not sentence:
            self.stay()  # all is done: there is nothing to ask any more

    def _sentence(self) -> str:
        """What is under way, what of it stays and what is lost; empty where nothing is."""
        imports, writes = self._importing.running, self._exporting.running
        if imports and writes:
            return (
                "An import and a report are under way: what has come in stays; if you quit now, "
                "the rest does not come in and the report is not written."
            )
        if imports:
            return f"An import is under way: {self._fate()}."
        return "A report is under way: if you quit now, it is not written." if writes else ""

    def _fate(self) -> str:
        done, total, _ = self._importing.progress
        if not self._importing.counts_files or not done or self._importing.waits:
            return "what has come in stays; if you quit now, the rest does not come in"
        stay = f"{done:,} of {total:,} files are done and stay"
        return f"{stay}; if you quit now, the other {total - done:,} do not come in"
