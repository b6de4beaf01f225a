"""The columns of a table beside what each is taken for, with its first rows. Knows no library."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.model.reference import MAPPABLE
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ElidedLabel, ground, label
from app.ui.look.paint import isolate
from app.ui.look.tokens import SPACE_1, SPACE_2
from app.ui.sources.adding import Table

#: What the fields of CSL are called here.
FIELDS = {
    "id": "Identifier", "type": "Kind", "title": "Title", "author": "Author",
    "issued": "Date", "container_title": "Published in", "publisher": "Publisher",
    "language": "Language", "url": "Address", "doi": "DOI", "abstract": "Abstract",
    "note": "Note", "text": "Text",
}  # fmt: skip
UNUSED = "Not used"

#: So many rows of the form are seen at once; a longer table is scrolled.
SEEN = 6


class MappingForm(QWidget):
    """`taken` carries the mapping, field to column; `left` asks not to import; `made` carries a
    button that was made."""

    taken = Signal(object)
    left = Signal()
    made = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._table: Table | None = None
        self.mapping: dict[str, str] = {}
        self._row = 0
        self.title = label("claim", appearance, bold=True, wrap=True)
        self._which = label("meta", appearance, tone="text_3")
        self.previous, self.next = QPushButton(), QPushButton()
        self.trouble = label("meta", appearance, tone="text_2", wrap=True)
        self.take, self.leave = QPushButton("Import"), QPushButton("Cancel")
        self._scroll = QScrollArea()
        self._values: list[ElidedLabel] = []
        self.fields: list[QPushButton] = []
        self._lay_out()
        self.previous.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.take.clicked.connect(lambda: self.taken.emit(dict(self.mapping)))
        self.leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.take.setProperty("variant", "primary")
        for button, name, sign in (
            (self.previous, "The row before", "‹"), (self.next, "The next row", "›")
        ):  # fmt: skip
            button.setProperty("variant", "quiet")
            button.setText(sign)
            button.setAccessibleName(name)
        rows_bar = QHBoxLayout()
        rows_bar.addWidget(self._which, 1)
        rows_bar.addWidget(self.previous)
        rows_bar.addWidget(self.next)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(self.leave)
        acts.addWidget(self.take)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space(SPACE_1))
        whole.addWidget(self.title)
        whole.addLayout(rows_bar)
        whole.addWidget(self._scroll)
        whole.addWidget(self.trouble)
        whole.addLayout(acts)

    def show_table(self, table: Table | None) -> None:
        """Show this table, its columns taken as was guessed; None shows nothing."""
        self.setVisible(table is not None)
        if table is self._table:
            return
        self._table, self._row = table, 0
        if table is not None:
            self.mapping = dict(table.preview.mapping)
            self.title.setText(f"Columns of {isolate(table.path.name)}")
            self._fill(table.preview.columns)
            self._show()
            # Asked for a moment ago: the answer is what the hands are waiting for.
            self.take.setFocus()

    def first_control(self) -> QWidget | None:
        """Where the keys go first; None while it is not shown."""
        return self.take if self._table is not None else None

    def _fill(self, columns: tuple[str, ...]) -> None:
        space = self._appearance.space
        holder = QWidget()
        ground(holder, "surface")
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, space(SPACE_2), 0)
        grid.setHorizontalSpacing(space(SPACE_2))
        grid.setVerticalSpacing(space(SPACE_1))
        grid.setColumnStretch(1, 1)
        self._values, self.fields = [], []
        for row, column in enumerate(columns):
            name, value = ElidedLabel("body", self._appearance), self._value()
            name.setText(column)
            name.setMaximumWidth(name.fontMetrics().horizontalAdvance("x" * 16))
            button = QPushButton()
            button.clicked.connect(self._asking(column, button))
            for place, widget in enumerate((name, value, button)):
                grid.addWidget(widget, row, place)
            self._values.append(value)
            self.fields.append(button)
            self.made.emit(button)
        self._scroll.setWidget(holder)
        each = max((button.sizeHint().height() for button in self.fields), default=0)
        self._scroll.setFixedHeight(min(SEEN, len(columns)) * (each + space(SPACE_1)))

    def _value(self) -> ElidedLabel:
        value = ElidedLabel("meta", self._appearance, tone="text_2")
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return value

    def _turn(self, step: int) -> None:
        if self._table is not None:
            last = max(0, len(self._table.preview.rows) - 1)
            self._row = max(0, min(last, self._row + step))
            self._show()

    def _show(self) -> None:
        if self._table is None:
            return
        preview = self._table.preview
        rows = preview.rows
        self._which.setText(
            f"Row {self._row + 1} of the {len(rows)} shown" if rows else "It has no rows."
        )
        self.previous.setEnabled(self._row > 0)
        self.next.setEnabled(self._row + 1 < len(rows))
        cells = rows[self._row] if rows else ()
        by_column = {column: field for field, column in self.mapping.items()}
        for place, (column, value, button) in enumerate(
            zip(preview.columns, self._values, self.fields, strict=True)
        ):
            value.setText(" ".join(cells[place].split()) if place < len(cells) else "")
            told = FIELDS.get(by_column.get(column, ""), UNUSED)
            button.setText(told)
            button.setAccessibleName(f"{column} is taken for: {told}")
        named = {"title", "text", "abstract"} & set(self.mapping)
        self.take.setEnabled(bool(named and rows))
        self.trouble.setText("" if named else "Say which column is the title or the text.")
        self.trouble.setVisible(not named)

    def _asking(self, column: str, button: QPushButton) -> Callable[[], None]:
        def ask() -> None:
            menu = QMenu(self)
            for field in ("", *MAPPABLE):
                action = menu.addAction(FIELDS.get(field, UNUSED))
                action.setCheckable(True)
                action.setChecked(self.mapping.get(field) == column)
                action.triggered.connect(lambda _=False, field=field: self.choose(column, field))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

        return ask

    def choose(self, column: str, field: str) -> None:
        """Take this column for this field of `MAPPABLE`, or for none; a field has one column."""
        self.mapping = {one: held for one, held in self.mapping.items() if held != column}
        if field:
            self.mapping[field] = column
        self._show()
