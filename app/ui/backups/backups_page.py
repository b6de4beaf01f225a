"""The backups of the library: which there are, what each holds, and the way back to one.

Looks only; the library is replaced by whoever answers `restore_wanted`, as this window must be
closed for it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.desk.backups import contents_of
from app.desk.desk import Desk
from app.model.errors import ClaimdeskError
from app.model.library import Backup, BackupContents, LibraryInfo
from app.ui.backups.contents_view import ContentsView
from app.ui.backups.told import told_figures, told_moment, told_size
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5
from app.ui.session import Session

_NONE = (
    "There are no backups yet. One is made after each ten minutes of work, and before every "
    "import and every update."
)
_SOME = "Made after each ten minutes of work and before every import and every update, in"


class BackupsPage(QWidget):
    """`restore_wanted` carries the name of a backup that was chosen and confirmed; `left` asks for
    the desk again."""

    restore_wanted = Signal(str)
    left = Signal()

    def __init__(self, session: Session, appearance: Appearance, *, may_write: bool = True) -> None:
        super().__init__()
        self._session, self._appearance, self._may_write = session, appearance, may_write
        self._found: list[BackupContents] = []
        self._now: LibraryInfo | None = None
        ground(self, "canvas")
        self.back = QPushButton("Back")
        self.make = QPushButton("Back up now")
        self.told = label("meta", appearance, tone="text_2", wrap=True)
        self.list = QListWidget()
        self.contents = ContentsView(appearance)
        self.restore = QPushButton("Restore this backup…")
        self.question = QFrame()
        self.asked = label("body", appearance, wrap=True)
        self.confirm, self.cancel = QPushButton("Restore"), QPushButton("Cancel")
        self._lay_out()
        self._connect()
        self.installEventFilter(self)

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.list.setAccessibleName("Backups, the newest first")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.confirm.setProperty("variant", "primary")
        self.make.setVisible(self._may_write)
        head = QHBoxLayout()
        head.setSpacing(space(SPACE_3))
        head.addWidget(label("title", self._appearance, text="Backups"), 1)
        for widget in (self.make, self.back, Keycap("Esc", self._appearance)):
            head.addWidget(widget)
        ground(self.question, "notice")
        asking = QVBoxLayout(self.question)
        asking.setContentsMargins(*[space(SPACE_3)] * 4)
        asking.setSpacing(space(SPACE_2))
        asking.addWidget(self.asked)
        acts = QHBoxLayout()
        for button in (self.confirm, self.cancel):
            acts.addWidget(button)
        acts.addStretch(1)
        asking.addLayout(acts)
        right = QVBoxLayout()
        right.setSpacing(space(SPACE_3))
        right.addWidget(self.contents, 1)
        right.addWidget(self.question)
        right.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        columns = QHBoxLayout()
        columns.setSpacing(space(SPACE_5))
        columns.addWidget(self.list, 2)
        columns.addLayout(right, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[space(SPACE_5)] * 4)
        whole.setSpacing(space(SPACE_3))
        whole.addLayout(head)
        whole.addWidget(self.told)
        whole.addSpacing(space(SPACE_4) - space(SPACE_3))
        whole.addLayout(columns, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.make.clicked.connect(self._make)
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.restore.clicked.connect(self._ask)
        self.cancel.clicked.connect(self._withdraw)
        self.confirm.clicked.connect(self._confirm)

    def open(self) -> None:
        """Look which backups there are, and begin at the newest."""
        self.told.setText("Looking into the backups…")
        self._session.behind(_look, self._fill, self._fail)
        self.list.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While a question is open Esc answers it, and does not leave the page.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.question.isVisible()
        ):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.question.isVisible():
            self._withdraw()
        else:
            self.left.emit()

    @property
    def chosen(self) -> BackupContents | None:
        """The backup that is looked at, None where there is none."""
        row = self.list.currentRow()
        return self._found[row] if 0 <= row < len(self._found) else None

    def _fill(self, found: tuple[LibraryInfo, list[BackupContents]]) -> None:
        self._now, self._found = found
        folder = self._found[0].backup.path.parent if self._found else None
        self.told.set_tone("text_2")
        self.told.setText(f"{_SOME} {folder}" if folder else _NONE)
        self.list.clear()
        for one in self._found:
            figures = told_figures(one.info) if one.info else one.trouble
            line = f"{told_moment(one.backup.made)}  ·  {told_size(one.backup.bytes)}\n{figures}"
            item = QListWidgetItem(line)
            item.setSizeHint(QSize(0, self._row_height()))
            self.list.addItem(item)
        for widget in (self.list, self.contents):
            widget.setVisible(bool(self._found))
        self.list.setCurrentRow(0 if self._found else -1)
        self._show()

    def _row_height(self) -> int:
        lines = 2 * self._appearance.metrics("body").lineSpacing()
        return round(lines) + 2 * self._appearance.space(SPACE_2)

    def _show(self) -> None:
        chosen = self.chosen
        self.question.hide()
        self.restore.setVisible(bool(chosen) and self._may_write)
        if chosen is not None:
            self.contents.show_contents(chosen)

    def _ask(self) -> None:
        chosen, now = self.chosen, self._now
        if chosen is None:
            return
        told = f"Put the backup of {told_moment(chosen.backup.made)} in the place of the library?"
        if chosen.info is not None and now is not None:
            told += f" It has {told_figures(chosen.info)}; the library now has {told_figures(now)}."
        self.asked.setText(
            f"{told} What is here now is kept whole beside the library, and nothing is deleted."
        )
        self.restore.hide()
        self.question.show()
        self.cancel.setFocus()

    def _withdraw(self) -> None:
        self._show()
        self.list.setFocus()

    def _confirm(self) -> None:
        if self.chosen is not None:
            self.restore_wanted.emit(self.chosen.backup.path.name)

    def _make(self) -> None:
        self.told.set_tone("text_2")
        self.told.setText("Backing up…")
        self._session.behind(_back_up, lambda _: self.open(), self._fail)

    def _fail(self, error: ClaimdeskError) -> None:
        self.told.set_tone("danger")
        self.told.setText(error.advice)


def _look(desk: Desk) -> tuple[LibraryInfo, list[BackupContents]]:
    return desk.info(), [contents_of(one) for one in desk.backups.all()]


def _back_up(desk: Desk) -> Backup:
    return desk.backups.make()
