"""The status line: the last act and its undo, the keys of this moment, and that all is saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap, KeyOf
from app.ui.look.labels import ElidedLabel, ground, label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4

#: A job is shown only after so many milliseconds: a flash tells nothing.
SHOW_AFTER = 300


class StatusLine(QWidget):
    """One row at the foot of the window."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        ground(self, "status")
        self.said = ElidedLabel("meta", appearance, tone="text_2")
        self.undo = QPushButton("Undo")
        self.act = QPushButton()
        self.second_act = QPushButton()
        self._progress = QProgressBar()
        self.cancel = QPushButton("Cancel")
        self._saved = label("meta", appearance, tone="text_3", text="Saved on this computer")
        self._keys = QWidget()
        self._keys_row = QHBoxLayout(self._keys)
        self._acts: list[Callable[[], object]] = []
        self._cancellable = False
        self._waiting = QTimer(self)
        self._lay_out()
        self.act.clicked.connect(lambda: self._acts[0]())
        self.second_act.clicked.connect(lambda: self._acts[1]())
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(SHOW_AFTER)
        self._waiting.timeout.connect(lambda: self._show_job(True))

    def _lay_out(self) -> None:
        space = self._appearance.space
        for button in (self.undo, self.act, self.second_act, self.cancel):
            button.setProperty("variant", "text")
            button.hide()
        self._progress.setTextVisible(False)
        self._progress.setMaximumWidth(160)
        self._progress.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(space(SPACE_4), 2, space(SPACE_4), 2)
        row.setSpacing(space(SPACE_2))
        row.addWidget(self.said)
        for widget in (self.undo, self.act, self.second_act, self._progress, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._keys)
        row.addWidget(self._saved)

    def tell_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """The keys that work while no text field has the focus, and what each does."""
        space, row = self._appearance.space, self._keys_row
        while (item := row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row.setContentsMargins(0, 0, space(SPACE_3), 0)
        row.setSpacing(space(SPACE_2))
        for key, does in keys:
            if not key:
                continue
            row.addWidget(Keycap(key, self._appearance))
            row.addWidget(label("meta", self._appearance, tone="text_2", text=does))

    def show_keys(self, on: bool) -> None:
        """Tell the single keys, while they work."""
        self._keys.setVisible(on)

    def follow_keys(self, key: KeyOf) -> None:
        """Tell the key that takes the last act back now."""
        self.undo.setText(f"Undo {key('undo')}".rstrip())

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Tell the last act, and whether undo takes it back."""
        self.said.set_tone("text_2")
        self.said.setText(sentence)
        # Nobody who listens to the window looks at its foot.
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, sentence))
        self.undo.setVisible(undo)
        self.act.hide()
        self.second_act.hide()

    def offer(self, sentence: str, *acts: tuple[str, Callable[[], object]]) -> None:
        """Tell what was done, with one act or two to follow ("Open", "Show folder")."""
        self.say(sentence)
        self._acts = [act for _, act in acts]
        for button, (name, _) in zip((self.act, self.second_act), acts, strict=False):
            button.setText(name)
            button.show()

    def warn(self, sentence: str) -> None:
        """Tell what went wrong."""
        self.say(sentence)
        self.said.set_tone("danger")

    def job(self, what: str, *, cancellable: bool = False) -> None:
        """Tell that a job is under way, once it takes longer than a glance. What is one short step
        of the library offers no Cancel."""
        self._cancellable = cancellable
        self.say(what)
        self._progress.setRange(0, 0)
        self._waiting.start()

    def tick(self, done: int, total: int, note: str) -> None:
        """Tell how far the job is; `total` 0 means nobody knows."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        if note:
            self.said.setText(note)

    def job_over(self) -> None:
        """Take the job away."""
        self._waiting.stop()
        self._show_job(False)

    def _show_job(self, on: bool) -> None:
        self._progress.setVisible(on)
        self.cancel.setVisible(on and self._cancellable)
