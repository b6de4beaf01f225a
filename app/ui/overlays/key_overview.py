"""All keys on one card, read from the commands themselves: what is shown is what is bound."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.commands.command import Commands
from app.ui.evidence.candidates import LETTERS
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import label
from app.ui.look.tokens import SPACE_2, SPACE_5, SPACE_6
from app.ui.overlays.overlay import Overlay

#: Which headings stand in which column.
COLUMNS = (
    ("Decide", "Claims", "Undo"),
    ("Evidence", "Words", "Report"),
    ("Move", "Article", "App"),
)


class KeyOverview(Overlay):
    """The card that `?` opens."""

    def __init__(self, window: QWidget, appearance: Appearance, commands: Commands) -> None:
        super().__init__(window, appearance)
        self._commands = commands
        self.setAccessibleName("All keys")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def card_rect(self) -> QRect:
        size = self.card.sizeHint()
        width = min(max(size.width(), 860), self.width() - 48)
        wrapped = self.card.heightForWidth(width)
        height = min(max(size.height(), wrapped), self.height() - 48)
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def open(self) -> None:
        super().open()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        space = self._appearance.space
        whole = QVBoxLayout(self.card)
        whole.setContentsMargins(*[space(SPACE_5)] * 4)
        whole.setSpacing(space(SPACE_2))
        head = QHBoxLayout()
        head.addWidget(label("title", self._appearance, text="Keyboard"))
        head.addStretch(1)
        head.addWidget(Keycap("Esc", self._appearance))
        whole.addLayout(head)
        columns = QHBoxLayout()
        columns.setSpacing(space(SPACE_6))
        for groups in COLUMNS:
            columns.addLayout(self._column(groups), 1)
        whole.addLayout(columns)
        whole.addSpacing(space(SPACE_2))
        hint = "Single keys work while no text field is focused."
        whole.addWidget(label("meta", self._appearance, tone="text_2", text=hint))

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
            first, last = LETTERS[0], LETTERS[-1]
            rows.append(("Link or unlink that source", [first, "…", last]))
            rows.append(("Link as contradicting", ["Shift", first, "…", last]))
        for command in self._commands.all():
            if command.group == group and (key := self._commands.key(command.name)):
                rows.append((command.title.rstrip("…"), _caps_of(key)))
        return rows

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
