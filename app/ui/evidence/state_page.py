"""An empty evidence pane: what it is, why it is empty, and what can be done. Knows no library."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.model.search import MOST_COUNTED
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label, plain_tip
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_2, SPACE_3

#: So many parts are offered: more would be a list to read.
MOST_PARTS = 8
#: A longer part is shortened on its button (characters).
LONGEST_PART = 40


class StatePage(QScrollArea):
    """`part_wanted` carries the words of the part that was pressed."""

    part_wanted = Signal(str)

    def __init__(
        self, appearance: Appearance, *acts: tuple[str, Callable[[QWidget], object]]
    ) -> None:
        """Each act is called with the button that was pressed."""
        super().__init__()
        self._appearance = appearance
        self._head = label("claim", appearance, wrap=True)
        self._told = label("body", appearance, tone="text_2", wrap=True)
        self._parts_title = label("meta", appearance, tone="text_2", bold=True)
        self.parts = PartButtons(appearance)
        self.parts.pressed.connect(self.part_wanted)
        inside = QWidget()
        ground(inside, "surface")
        column = QVBoxLayout(inside)
        column.setSpacing(appearance.space(SPACE_3))
        column.addStretch(2)
        for shown in (self._head, self._told):
            shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(shown)
        row = QHBoxLayout()
        row.addStretch(1)
        for name, act in acts:
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, act=act, button=button: act(button))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(appearance.space(SPACE_2))
        self._parts_title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._parts_title)
        column.addWidget(self.parts)
        column.addStretch(3)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def tell(
        self, head: str, told: str, parts: Sequence[tuple[str, int]] = (), parts_title: str = ""
    ) -> None:
        """Show these words, and the parts that occur with how often they do."""
        self._head.setText(head)
        self._told.setText(told)
        self._parts_title.setText(parts_title)
        self._parts_title.setVisible(bool(parts))
        self.parts.show_parts(parts)

    def to_first_part(self) -> bool:
        """Put the focus on the first part; whether there is one."""
        if not self.parts.shown():
            return False
        self.parts.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class PartButtons(QWidget):
    """A button a part, in centred rows."""

    pressed = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._shown: tuple[tuple[str, int], ...] = ()
        self.buttons = [QPushButton(self) for _ in range(MOST_PARTS)]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(
                lambda _=False, number=number: self.pressed.emit(self._shown[number][0])
            )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        appearance.changed.connect(self.updateGeometry)

    def show_parts(self, parts: Sequence[tuple[str, int]]) -> None:
        """Offer these parts with the number of passages that have them."""
        self._shown = tuple(parts[:MOST_PARTS])
        for button, part in zip(self.buttons, (*self._shown, *[None] * MOST_PARTS), strict=False):
            button.setVisible(part is not None)
            if part is not None:
                _tell(button, *part)
        self.setVisible(bool(self._shown))
        self._place()
        self.updateGeometry()

    def shown(self) -> list[QPushButton]:
        """The buttons that are offered now."""
        return self.buttons[: len(self._shown)]

    # Places

    def _rows(self, width: int) -> list[list[QPushButton]]:
        gap = self._appearance.space(SPACE_2)
        rows: list[list[QPushButton]] = []
        left = 0
        for button in self.shown():
            wide = button.sizeHint().width()
            if not rows or left + wide > width:
                rows.append([])
                left = 0
            rows[-1].append(button)
            left += wide + gap
        return rows

    def _place(self) -> None:
        gap, top = self._appearance.space(SPACE_2), 0
        for row in self._rows(self.width()):
            sizes = [button.sizeHint() for button in row]
            left = max(0, self.width() - sum(s.width() for s in sizes) - gap * (len(row) - 1)) // 2
            for button, size in zip(row, sizes, strict=True):
                wide = min(size.width(), self.width())
                button.setGeometry(QRect(left, top, wide, size.height()))
                left += size.width() + gap
            top += max(size.height() for size in sizes) + gap

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        gap = self._appearance.space(SPACE_2)
        rows = self._rows(width)
        return sum(max(b.sizeHint().height() for b in row) + gap for row in rows)

    def sizeHint(self) -> QSize:
        width = max(200, self.width())
        return QSize(width, self.heightForWidth(width))


def _tell(button: QPushButton, text: str, count: int) -> None:
    many = f"{count:,}+" if count >= MOST_COUNTED else f"{count:,}"
    short = text if len(text) <= LONGEST_PART else f"{text[: LONGEST_PART - 1]}…"
    passages = "passage" if count == 1 else "passages"
    # An ampersand would be read as the mark of a key.
    button.setText(f"“{isolate(short)}”   {many}".replace("&", "&&"))
    button.setAccessibleName(f"Search {text}, {many} {passages}")
    button.setToolTip(plain_tip(f"{text}: {many} {passages}"))
