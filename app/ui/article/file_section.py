"""One sort of thing that a file said besides its text: a line that counts it, and a list below.

Knows no article: whoever fills it says what each row tells and where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.model.span import Span
from app.ui.look.appearance import Appearance
from app.ui.look.labels import label, plain_tip
from app.ui.look.tokens import SPACE_1

#: Rows of the list that are seen at once, of one line and of two; and above which text size, in
#: percent, two of either: the article below needs the room.
ROWS, TALL_ROWS, LARGE = 4, 3, 140
_AIR = 2

_OWN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


@dataclass(frozen=True, slots=True)
class Row:
    """What one row tells, in one line or two, what its tool tip adds, and the stretch of the
    article it is about."""

    told: str
    tip: str
    span: Span


class FileSection(QObject):
    """`head` is the row with its button, `body` the list and the acts on its chosen row.

    `place_wanted` carries the stretch that a row is about, `row_changed` tells that another row is
    chosen or the list is shown or hidden, `released` that the focus is not needed.
    """

    place_wanted = Signal(object)
    row_changed = Signal()
    released = Signal()

    def __init__(self, names: str, acts: Sequence[QWidget], appearance: Appearance) -> None:
        super().__init__()
        self._names, self._appearance = names, appearance
        self._rows: tuple[Row, ...] = ()
        self.head, self.body = QWidget(), QWidget()
        self.told = label("meta", appearance, tone="text_2", wrap=True)
        self.show_button = QPushButton()
        self.list = QListWidget()
        self._lay_out(acts)
        self.show_button.toggled.connect(lambda _: self._turn())
        self.list.currentRowChanged.connect(self._point)
        self.list.doubleClicked.connect(lambda _: self._go())
        self.list.installEventFilter(self)
        appearance.changed.connect(self._turn)
        self._turn()

    def _lay_out(self, acts: Sequence[QWidget]) -> None:
        space = self._appearance.space(SPACE_1)
        for button in (self.show_button, *(one for one in acts if isinstance(one, QPushButton))):
            button.setProperty("size", "meta")
        self.show_button.setProperty("variant", "text")
        self.show_button.setCheckable(True)
        self.list.setSpacing(_AIR)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setAccessibleName(self._names[0].upper() + self._names[1:])
        self.head_row = QHBoxLayout(self.head)
        self.head_row.setContentsMargins(0, 0, 0, 0)
        self.head_row.addWidget(self.told, 1)
        self.head_row.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        self.told.setMinimumHeight(self.show_button.sizeHint().height())
        row = QHBoxLayout()
        row.setSpacing(space)
        row.addStretch(1)
        for act in acts:
            row.addWidget(act)
        below = QVBoxLayout(self.body)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(space)
        below.addWidget(self.list)
        below.addLayout(row)

    def fill(self, told: str, rows: Sequence[Row], *, again: bool = False) -> None:
        """Tell this, and list these; nothing is shown without rows.

        Filled `again` with other words about the same things, the list stays open at its row.
        """
        at, shown = self.list.currentRow(), self.show_button.isChecked()
        self._rows = tuple(rows)
        self.told.setText(told)
        self.list.blockSignals(True)
        self.list.clear()
        for row in rows:
            self.list.addItem(row.told)
            self.list.item(self.list.count() - 1).setToolTip(plain_tip(row.tip))
        self.list.setCurrentRow(min(at, len(rows) - 1) if again else -1)
        self.list.blockSignals(False)
        self.show_button.setChecked(again and shown and bool(rows))
        self.head.setVisible(bool(rows))
        self._turn()

    @property
    def row(self) -> int:
        """The row that is chosen in the list, -1 while it is not shown."""
        return self.list.currentRow() if self.show_button.isChecked() else -1

    def open_list(self) -> None:
        """Show the list with the focus in it."""
        self.show_button.setChecked(True)
        self.list.setFocus()

    def _turn(self) -> None:
        on = self.show_button.isChecked()
        self.show_button.setText("Hide" if on else "Show")
        self.show_button.setAccessibleName(f"{self.show_button.text()} the {self._names}")
        if on and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.body.setVisible(on)
        tall = bool(self._rows) and "\n" in self._rows[0].told
        most = TALL_ROWS if tall else ROWS
        rows = min(2 if self._appearance.percent > LARGE else most, self.list.count())
        self.list.setFixedHeight(rows * (max(20, self.list.sizeHintForRow(0)) + 2 * _AIR) + _AIR)
        self.row_changed.emit()

    def _point(self, _row: int) -> None:
        self.row_changed.emit()
        if self.list.hasFocus():
            self._go()

    def _go(self) -> None:
        if 0 <= self.row < len(self._rows):
            self.place_wanted.emit(self._rows[self.row].span)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            if event.type() == QEvent.Type.ShortcutOverride:
                # Enter shows the place of a row, and links no source.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                if event.key() == Qt.Key.Key_Escape:
                    self.released.emit()
                else:
                    self._go()
                return True
        return super().eventFilter(watched, event)
