"""The claim's sentence as a field, in the place where it stands: Enter keeps, Esc goes back.

The span in the article stays the anchor. Knows no store.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.ui.look.acts_row import acts_row
from app.ui.look.appearance import Appearance
from app.ui.look.tokens import SPACE_1

#: A longer sentence is no claim: the field takes no more characters.
LONGEST = 4_000

#: Lines that are always to be seen, and at most.
LINES, MOST_LINES = 2, 6


class ClaimEditor(QWidget):
    """`kept` carries the claim's id with the sentence typed, empty for the article's own words;
    `released` tells that the field is done with."""

    kept = Signal(int, str)
    released = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._claim_id, self._before = 0, ""
        self.field = QPlainTextEdit()
        self.save = QPushButton("Save")
        self.cancel = QPushButton("Cancel")
        self.reset = QPushButton("Reset to article wording")
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._cut)
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.leave)
        self.reset.clicked.connect(lambda: self._finish(""))
        appearance.changed.connect(self._fit)
        self._fit()
        self.hide()

    @property
    def claim_id(self) -> int:
        """The claim whose sentence stands in the field; 0 while none does."""
        return self._claim_id

    def edit(self, claim_id: int, statement: str, *, reworded: bool, words: str = "") -> None:
        """Put this claim's sentence into the field, or `words` in its place, still to be kept."""
        self._claim_id, self._before = claim_id, statement
        self.field.setPlainText(words or statement)
        self.reset.setVisible(reworded)
        self.show()
        self._fit()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def keep(self) -> None:
        """Keep what is typed, if it is other than before, and leave the field."""
        words = " ".join(self.field.toPlainText().split())
        if words and words != self._before:
            self._finish(words)
        else:
            self.leave()

    def leave(self) -> None:
        """Leave the sentence as it was."""
        if self._claim_id:
            self._claim_id = 0
            self.hide()
            self.released.emit()

    def _finish(self, words: str) -> None:
        claim_id = self._claim_id
        self.leave()
        if claim_id:
            self.kept.emit(claim_id, words)

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName("The claim's sentence")
        row = acts_row(self._appearance, self.save, self.cancel, self.reset)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space(SPACE_1))
        whole.addWidget(self.field)
        whole.addLayout(row)

    def _fit(self) -> None:
        """As high as what is typed, within bounds."""
        self.field.setFont(self._appearance.font("claim"))
        line = self._appearance.metrics("claim").lineSpacing()
        # A plain document counts its height in lines.
        lines = round(self.field.document().size().height())
        around = self.field.height() - self.field.viewport().height()
        frame = around + 2 * self.field.document().documentMargin()
        shown = min(MOST_LINES, max(LINES, lines))
        policies = Qt.ScrollBarPolicy
        scrolls = policies.ScrollBarAsNeeded if lines > shown else policies.ScrollBarAlwaysOff
        self.field.setVerticalScrollBarPolicy(scrolls)
        self.field.setFixedHeight(round(shown * line + frame) + 2)

    def _cut(self) -> None:
        text = self.field.toPlainText()
        if len(text) > LONGEST:
            self.field.setPlainText(text[:LONGEST])
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # A sentence is one line: Enter keeps it, with or without Ctrl.
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.keep()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)
