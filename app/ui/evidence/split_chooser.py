"""The places where the current claim could be split, to choose one by number or with the arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget

from app.model.claim import Offer
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SplitChooser(QListWidget):
    """Shown when S is pressed with the caret elsewhere. `chosen` carries where the second claim
    begins; `released` tells that nothing more is to be chosen."""

    chosen = Signal(int)
    released = Signal()
    closed = Signal()  # it is asked no longer, however that came about

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._offers: tuple[Offer, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "notice")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName("Where to split the claim")
        self.installEventFilter(self)
        self.itemClicked.connect(lambda item: self._choose(self.row(item)))
        self.hide()

    def ask(self, offers: Sequence[Offer], halves: Sequence[str]) -> None:
        """Ask at which of these places; `halves` are the second claims that would come of it."""
        self._offers = tuple(offers)
        self.clear()
        for number, half in enumerate(halves, 1):
            self.addItem(f"{number}   … | {half}")
            item = self.item(number - 1)
            item.setToolTip(plain_tip(half))
            said = f"Split {number} of {len(halves)}: the second claim begins with {half}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        rows = min(5, self.count())
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 4)
        self.setCurrentRow(0)
        self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Split nothing."""
        if self.isVisible():
            self.hide()
            self.released.emit()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._offers):
            self.leave()
            self.chosen.emit(self._offers[row].at)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A number chooses a place here, and gives no verdict.
        asks = event.type() == QEvent.Type.ShortcutOverride and watched is self
        if asks and isinstance(event, QKeyEvent) and self._is_own(event.key()):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._choose(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif (row := self._row_of(event.key())) >= 0:
            self._choose(row)
        else:
            super().keyPressEvent(event)

    def _is_own(self, key: int) -> bool:
        return self._row_of(key) >= 0 or key in (*_ENTER, Qt.Key.Key_Escape)

    def _row_of(self, key: int) -> int:
        row = key - Qt.Key.Key_1
        return row if 0 <= row < min(9, self.count()) else -1
