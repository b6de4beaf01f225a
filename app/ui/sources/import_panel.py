"""The import panel: how far an import is, what came of it, and what is asked on the way in.

Stands in the window and stops nothing. Knows what it shows, and neither library nor file.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.look.appearance import Appearance
from app.ui.look.labels import ElidedLabel, ground, label
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4
from app.ui.sources.adding import Adding
from app.ui.sources.importing import Importing, Phase, told_skipped
from app.ui.sources.mapping_form import MappingForm
from app.ui.sources.pace import told_left, told_rate
from app.ui.sources.skipped_list import SkippedList
from app.ui.sources.source_form import TITLE, SourceForm

_TITLES = {
    Phase.RUNNING: "Importing sources",
    Phase.PAUSED: "Import paused",
    Phase.STOPPING: "Stopping the import…",
    Phase.OVER: "Import finished",
}
_MEANWHILE = "You can keep reviewing. Finished files are searchable."


class ImportPanel(QWidget):
    """Shown while there is something to tell or to ask; `made` carries a button that was made,
    `released` tells that the form of a source is done with."""

    made = Signal(object)
    released = Signal()

    def __init__(self, importing: Importing, adding: Adding, appearance: Appearance) -> None:
        super().__init__()
        self._importing, self._adding, self._appearance = importing, adding, appearance
        self.setAccessibleName("Sources coming in")
        self.title = label("claim", appearance, bold=True)
        self._percent = label("body", appearance, bold=True)
        self.bar = QProgressBar()
        self.told = label("meta", appearance, tone="text_2", wrap=True)
        self._meanwhile = label("meta", appearance, tone="text_3", wrap=True, text=_MEANWHILE)
        self.question = label("body", appearance, wrap=True)
        self._how_many = label("meta", appearance, tone="text_3")
        self.add_anyway = QPushButton("Add anyway")
        self.skip = QPushButton("Skip")
        self.skip_all = QPushButton("Skip all")
        self._mark = QLabel()
        self.skipped = ElidedLabel("body", appearance)
        self.show_skipped = QPushButton("Show")
        self.list = SkippedList(appearance)
        self.pause, self.cancel = QPushButton("Pause"), QPushButton("Cancel import")
        self.undo, self.close_button = QPushButton("Undo this import"), QPushButton("Close")
        self.mapping = MappingForm(appearance)
        self.form = SourceForm(appearance)
        self._lay_out()
        self._connect()
        self._dress()
        self._follow()

    # Building

    def _lay_out(self) -> None:
        space = self._appearance.space
        card = QFrame()
        ground(card, "overlay")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(*[space(SPACE_4), space(SPACE_3)] * 2)
        rows.setSpacing(space(SPACE_2))
        self._head = _row(space(SPACE_2), self.title, None, self._percent)
        self._asked = self._notice(self.question, self._question_buttons())
        self._passed = self._notice(
            _row(space(SPACE_2), self._mark, self.skipped, self.show_skipped), self.list
        )
        self._acts = _row(
            space(SPACE_2), None, self.undo, self.pause, self.cancel, self.close_button
        )
        for widget in (
            self._head, self.bar, self.told, self._meanwhile, self._passed, self._acts,
            self._asked, self.mapping, self.form,
        ):  # fmt: skip
            rows.addWidget(widget)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("How far the import is")
        self.show_skipped.setCheckable(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[space(SPACE_3), space(SPACE_2)] * 2)
        whole.addWidget(card)

    def _notice(self, *inside: QWidget) -> QFrame:
        space = self._appearance.space
        frame = QFrame()
        ground(frame, "notice")
        rows = QVBoxLayout(frame)
        rows.setContentsMargins(*[space(SPACE_3), space(SPACE_1)] * 2)
        rows.setSpacing(space(SPACE_1))
        for widget in inside:
            rows.addWidget(widget)
        return frame

    def _question_buttons(self) -> QWidget:
        gap = self._appearance.space(SPACE_2)
        return _row(gap, self._how_many, None, self.skip_all, self.skip, self.add_anyway)

    def _connect(self) -> None:
        importing, adding = self._importing, self._adding
        importing.changed.connect(self._follow)
        importing.ticked.connect(self._tick)
        adding.changed.connect(self._follow)
        self._appearance.changed.connect(self._dress)
        self.pause.clicked.connect(importing.pause)
        self.cancel.clicked.connect(importing.cancel)
        self.undo.clicked.connect(importing.undo)
        self.close_button.clicked.connect(importing.close)
        self.add_anyway.clicked.connect(lambda: adding.answer(add=True))
        self.skip.clicked.connect(lambda: adding.answer(add=False))
        self.skip_all.clicked.connect(adding.leave_all)
        self.show_skipped.toggled.connect(lambda _: self._show_list())
        self.mapping.taken.connect(adding.take_table)
        self.mapping.left.connect(adding.leave_table)
        self.mapping.made.connect(self.made)
        self.form.left.connect(self._leave_form)
        self.form.written.connect(
            lambda written: adding.add_written(written, self._taken, self.form.tell)
        )

    def _dress(self) -> None:
        icon, side = self._appearance.icon, self._appearance.icon_size(16)
        self._mark.setPixmap(icon("warning", "text_2").pixmap(QSize(side, side)))
        paused = self._importing.phase is Phase.PAUSED
        self.pause.setIcon(icon("arrow" if paused else "pause", "text"))
        self.cancel.setIcon(icon("close", "text"))
        self.undo.setIcon(icon("undo", "text"))
        for button in (self.pause, self.cancel, self.undo):
            button.setIconSize(QSize(side, side))

    # Writing a source down

    def write_down(self) -> None:
        """Open the form, or go to it."""
        self.form.show()
        self._follow()
        self.form.open()

    def _taken(self) -> None:
        self.form.clear()
        self._leave_form()

    def _leave_form(self) -> None:
        self.form.hide()
        self._follow()
        self.released.emit()

    # Showing

    def _follow(self) -> None:
        importing, asked = self._importing, self._adding.questions
        phase, running = importing.phase, importing.running
        writing = not self.form.isHidden()
        over = phase is Phase.OVER
        self.title.setText(self._told_title())
        for widget in (self.bar, self._percent):
            widget.setVisible(running)
        self._head.setVisible(running or over)
        self.told.setVisible(running or over)
        self._meanwhile.setVisible(phase is Phase.RUNNING)
        self._acts.setVisible(running or over)
        self.pause.setVisible(phase in (Phase.RUNNING, Phase.PAUSED))
        self.pause.setText("Go on" if phase is Phase.PAUSED else "Pause")
        self.cancel.setVisible(running)
        self.cancel.setEnabled(phase is not Phase.STOPPING)
        self.undo.setVisible(over and bool(importing.outcome.batch_id))
        self.close_button.setVisible(over)
        self._ask()
        table = self._adding.table
        self.mapping.show_table(table)
        if over:
            self._tell_outcome()
        else:
            self._tick()
        self._show_skipped()
        self._dress()
        self.setVisible(running or over or bool(asked) or table is not None or writing)
        first = self.form.fields[TITLE] if writing else self._first_control()
        if first is not None:
            self.setFocusProxy(first)

    def _first_control(self) -> QWidget | None:
        wanted = (
            self.mapping.first_control(), self.add_anyway, self.pause, self.close_button,
        )  # fmt: skip
        return next((one for one in wanted if one is not None and one.isVisibleTo(self)), None)

    def _told_title(self) -> str:
        importing = self._importing
        if importing.phase is Phase.OVER and importing.outcome.stopped:
            called_off = importing.outcome.stopped.startswith("The import was called off")
            return "Import cancelled" if called_off else "Import stopped"
        return _TITLES.get(importing.phase, "")

    def _tick(self) -> None:
        importing = self._importing
        if not importing.running:
            return
        done, total, note = importing.progress
        # A bar without a known end moves by itself.
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._percent.setText(f"{done * 100 // total} %" if total else "")
        self.told.setText(self._told_progress(done, total, note))
        self._show_skipped()

    def _told_progress(self, done: int, total: int, note: str) -> str:
        pace = self._importing.pace
        going = self._importing.phase is Phase.RUNNING
        left = told_left(pace.left(total)) if total and going else ""
        if not self._importing.counts_files and total:
            return "  ·  ".join(part for part in (isolate(note), left) if part)
        noun = "files" if self._importing.counts_files else "records"
        if not done and not total:
            return note or "Looking for files"
        count = f"{done:,} of {total:,} {noun}" if total else f"{done:,} {noun}"
        rate = told_rate(pace.rate, noun) if going else ""
        return "  ·  ".join(part for part in (count, left, rate) if part)

    def _tell_outcome(self) -> None:
        outcome = self._importing.outcome
        noun = "source" if outcome.added == 1 else "sources"
        told = [f"{outcome.added:,} {noun} added. Nothing is linked yet."]
        if outcome.present:
            told.append(f"{outcome.present:,} there already, word for word.")
        if outcome.stopped:
            told.append(outcome.stopped)
        self.told.setText(" ".join(told))

    def _ask(self) -> None:
        asked = self._adding.questions
        self._asked.setVisible(bool(asked))
        self._how_many.setText(f"1 of {len(asked):,}" if len(asked) > 1 else "")
        self.skip_all.setVisible(len(asked) > 1)
        if asked:
            alike = asked[0].alike
            self.question.setText(
                f"{isolate(alike.where)} has {alike.likeness} as “{isolate(alike.like.title)}”, "
                "which your library has."
            )
            for button in (self.add_anyway, self.skip):
                button.setAccessibleName(f"{button.text()}: {self.question.text()}")

    def _show_skipped(self) -> None:
        told = told_skipped(self._importing)
        self._passed.setVisible(bool(told))
        if told != self.skipped.text():
            self.skipped.setText(told)
            self._show_list()
        if not told:
            self.show_skipped.setChecked(False)

    def _show_list(self) -> None:
        on = self.show_skipped.isChecked()
        self.show_skipped.setText("Hide" if on else "Show")
        self.show_skipped.setAccessibleName(f"{self.show_skipped.text()} what was skipped")
        self.list.setVisible(on)
        if on:
            self.list.show_skipped(self._importing.skipped)


def _row(gap: int, *widgets: QWidget | None) -> QWidget:
    """These in a row; None pushes what follows to the other end."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if isinstance(widget, ElidedLabel) else 0)
    return holder
