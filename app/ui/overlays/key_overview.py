"""All keys on one card, read from the commands themselves: what is shown is what is bound."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.commands.command import Commands
from app.ui.evidence.candidates import LETTERS
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_2, SPACE_5, SPACE_6
from app.ui.overlays.overlay import Overlay

#: Which headings stand in which column.
COLUMNS = (
    ("Decide", "Claims", "Undo"),
    ("Evidence", "Words", "Report"),
    ("Move", "Article", "App"),
)

#: The same where three columns would leave a word a line.
FEWER_COLUMNS = ((*COLUMNS[0], "Move"), (*COLUMNS[1], "Article", "App"))

#: No narrower than this where the window allows it: titles should stand on one line.
WIDTH = 1000

#: From this width of the window on, at a text size of 100 %, there is room for three columns.
ROOMY = 850


class KeyOverview(Overlay):
    """The card that `?` opens."""

    def __init__(self, window: QWidget, appearance: Appearance, commands: Commands) -> None:
        super().__init__(window, appearance)
        self._commands = commands
        self.setAccessibleName("All keys")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hint = "Single keys work while no text field is focused."
        self._head, self._keys, self._scroll = QWidget(), QWidget(), QScrollArea()
        self._columns: QWidget | None = None
        self._hint = label("meta", appearance, tone="text_2", text=hint)
        self._lay_out()

    def card_rect(self) -> QRect:
        width = min(max(self._keys.sizeHint().width() + self._around.width(), WIDTH),
                    self.width() - 48)  # fmt: skip
        inside = width - self._around.width()
        needed = max(self._keys.sizeHint().height(), self._keys.heightForWidth(inside))
        height = min(needed + self._around.height(), self.height() - 48)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    @property
    def _around(self) -> QSize:
        """What the card takes beside the keys themselves."""
        edge, gap = self._appearance.space(SPACE_5), self._appearance.space(SPACE_2)
        rest = self._head.sizeHint().height() + self._hint.sizeHint().height() + 2 * gap
        return QSize(2 * edge, 2 * edge + rest + gap)

    def open(self) -> None:
        self._fill()
        super().open()
        # Shown for the first time, or in another text size, the keys ask for more room.
        self._fit()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
            Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
            Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
            Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
        }
        action = steps.get(Qt.Key(event.key()))
        if action is not None:
            self._scroll.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        space = self._appearance.space
        whole = QVBoxLayout(self.card)
        whole.setContentsMargins(*[space(SPACE_5)] * 4)
        whole.setSpacing(space(SPACE_2))
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label("title", self._appearance, text="Keyboard"))
        head.addStretch(1)
        head.addWidget(Keycap("Esc", self._appearance))
        whole.addWidget(self._head)
        ground(self._keys, "surface")
        inside = QVBoxLayout(self._keys)
        inside.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidget(self._keys)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._hint)

    def close_overlay(self) -> None:
        super().close_overlay()
        # Two hundred labels that nobody sees would be dressed anew with every change of theme.
        self._clear()

    def _fill(self) -> None:
        """Read the keys from the commands as they are bound now."""
        self._clear()
        self._columns = QWidget()
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, self._appearance.space(SPACE_2), 0)
        columns.setSpacing(self._appearance.space(SPACE_6))
        for groups in COLUMNS if self._is_roomy() else FEWER_COLUMNS:
            columns.addLayout(self._column(groups), 1)
        inside = self._keys.layout()
        assert inside is not None
        inside.addWidget(self._columns)
        # Where the card is in sight already, Qt would show it only after it was measured.
        self._columns.show()

    def _clear(self) -> None:
        """Take the keys away; they die later, since one of them may be what was just pressed."""
        if self._columns is not None:
            self._columns.hide()
            self._columns.deleteLater()
            self._columns = None

    def _is_roomy(self) -> bool:
        return self.window().width() * 100 / self._appearance.percent >= ROOMY

    def _column(self, groups: tuple[str, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(self._appearance.space(SPACE_2) - 2)
        grid.setColumnStretch(0, 1)
        row = 0
        for group in groups:
            rows = self._rows(group)
            if not rows:
                continue
            heading = label("meta", self._appearance, tone="text_3", bold=True, text=group)
            grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for title, keys in rows:
                told = label("body", self._appearance, text=title, wrap=True)
                grid.addWidget(told, row, 0)
                grid.addLayout(self._caps(keys), row, 1, Qt.AlignmentFlag.AlignRight)
                row += 1
            grid.setRowMinimumHeight(row, self._appearance.space(SPACE_2))
            row += 1
        grid.setRowStretch(row, 1)
        return grid

    def _rows(self, group: str) -> list[tuple[str, list[str]]]:
        rows: list[tuple[str, list[str]]] = []
        if group == "Evidence":
            rows += self._row_of_letters("Link or unlink that source", "link")
            rows += self._row_of_letters("Link as contradicting", "contradict")
        for command in self._commands.all():
            if command.group == group and (key := self._commands.key(command.name)):
                rows.append((command.title.rstrip("…"), _caps_of(key)))
        return rows

    def _row_of_letters(self, title: str, act: str) -> list[tuple[str, list[str]]]:
        """One row for the commands of all letters, where the first and the last have a key."""
        first, last = (
            self._commands.key(f"{act}-{letter}") for letter in LETTERS[:: len(LETTERS) - 1]
        )
        return [(title, [*_caps_of(first), "…", _caps_of(last)[-1]])] if first and last else []

    def _caps(self, keys: list[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for key in keys:
            if key == "…":
                row.addWidget(label("body", self._appearance, text="…"))
            else:
                row.addWidget(Keycap(key, self._appearance))
        return row


def _caps_of(key: str) -> list[str]:
    if key.endswith("++"):  # the plus key itself
        return [*_caps_of(key[:-2]), "+"]
    return ["Enter" if part == "Return" else part for part in key.split("+")]
