"""The line above the article that asks why words need no check. Knows no store."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.model.span import Span
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4

#: Reasons that need not be typed.
REASONS = ("opinion", "known fact", "repeated")


class ExcuseBar(QWidget):
    """Asked for one stretch at a time. `chosen` carries it with the reason; `released` tells that
    the focus is needed no longer."""

    chosen = Signal(object, str)
    released = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._span: Span | None = None
        ground(self, "bar")
        self._question = label("body", appearance, bold=True, wrap=True)
        self._words = label("meta", appearance, tone="text_2", wrap=True)
        self.reasons = [QPushButton(reason.capitalize()) for reason in REASONS]
        self.field = QLineEdit()
        self._keys = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        for button, reason in zip(self.reasons, REASONS, strict=True):
            button.clicked.connect(lambda _=False, reason=reason: self._choose(reason))
        self.field.installEventFilter(self)
        appearance.changed.connect(self._turn)
        self._turn()
        self.hide()

    def ask(self, span: Span, words: str) -> None:
        """Ask why these words need no check."""
        self._span = span
        shown = " ".join(words.split())
        self._words.setText(f"“{shown if len(shown) <= 90 else shown[:89].rstrip() + '…'}”")
        self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_bar(self) -> None:
        """Ask no longer."""
        if self.isVisible():
            self._span = None
            self.hide()
            self.released.emit()

    def _lay_out(self) -> None:
        space = self._appearance.space
        self._question.setText("Why do these words need no check?")
        self.field.setPlaceholderText("Another reason")
        self.field.setAccessibleName("Why these words need no check")
        self.field.setMaxLength(200)
        self._keys.setSpacing(space(SPACE_2))
        for button in self.reasons:
            self._keys.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._keys.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(space(SPACE_2))
        row.addWidget(self.field, 1)
        row.addWidget(Keycap("Enter", self._appearance))
        row.addWidget(Keycap("Esc", self._appearance))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), space(SPACE_3))
        whole.setSpacing(space(SPACE_2))
        whole.addWidget(self._question)
        whole.addWidget(self._words)
        whole.addLayout(self._keys)
        whole.addLayout(row)

    def _turn(self) -> None:
        # Side by side the buttons of a large text would push the other panes aside.
        sides = QBoxLayout.Direction
        large = self._appearance.percent > 150
        self._keys.setDirection(sides.TopToBottom if large else sides.LeftToRight)

    def _choose(self, reason: str) -> None:
        span, self._span = self._span, None
        self.hide()
        if span is not None and reason.strip():
            self.chosen.emit(span, reason.strip())
        self.released.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.field.text().strip():
                    self._choose(self.field.text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)
