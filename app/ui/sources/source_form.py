"""The form in which a source is written down: title, publisher, date, kind, link, and its text.

Stands in the import panel and stops nothing. Knows no library.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.reference import Reference
from app.model.source import SourceKind
from app.ui.look.acts_row import acts_row
from app.ui.look.appearance import Appearance
from app.ui.look.labels import ground, label
from app.ui.look.tokens import SPACE_1, SPACE_2

#: A longer text that is pasted is held as it is and shown by its beginning (characters): a field
#: lays out all that it shows.
HELD, SHOWN = 100_000, 2_000

#: The longest title, publisher or link that is taken (characters).
LONGEST = 2_000

#: Lines of the text that are seen at once.
LINES = 3

UNKNOWN = "Not known"
TITLE, PUBLISHER, DATE, LINK = "Title", "Publisher", "Date", "Link"
_HINTS = {
    TITLE: "What it is called",
    PUBLISHER: "Who published it",
    DATE: "2016-09-16, 2016-09 or 2016",
    LINK: "https://… Nothing is fetched from there.",
}


class TextField(QPlainTextEdit):
    """A text to the letter: what the field itself would change, no-break spaces and the like,
    comes back as it was pasted."""

    def __init__(self) -> None:
        super().__init__()
        self._held = ""
        self.setTabChangesFocus(True)

    def whole(self) -> str:
        """All of the text."""
        return self._held or self.document().toRawText().replace("\u2029", "\n")

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) > HELD:
            self._held = text
            self.setPlainText(f"{text[:SHOWN]}…\n({len(text):,} characters in all)")
            self.setReadOnly(True)
        else:
            self.insertPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._held and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.empty()
        else:
            super().keyPressEvent(event)

    def empty(self) -> None:
        """Hold nothing."""
        self._held = ""
        self.setReadOnly(False)
        self.clear()


class FieldsArea(QScrollArea):
    """As high as the fields in it where there is room; Qt would measure them but once."""

    def sizeHint(self) -> QSize:
        inside, width = self.widget(), self.viewport().width()
        layout = inside.layout() if inside is not None else None
        if layout is None:
            return super().sizeHint()
        # A form tells the height of its fields in one of these and that of its lines in the other.
        wrapped = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
        return QSize(width, max(wrapped, layout.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        done = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            # A line more or less stands in it, once it is laid out anew.
            QTimer.singleShot(0, self, self.updateGeometry)
        return done


class SourceForm(QWidget):
    """`written` carries a Reference, `left` asks for the form no more; what is typed stays until it
    was added."""

    written = Signal(object)
    left = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._kind: SourceKind | None = None
        self.title = label("claim", appearance, bold=True, text="Write down a source")
        self.fields = {name: QLineEdit() for name in _HINTS}
        self.kind = QPushButton()
        self.text = TextField()
        self.trouble = label("meta", appearance, tone="danger", wrap=True)
        self.clear_button, self.close_button = QPushButton("Clear"), QPushButton("Close")
        self.add = QPushButton("Add source")
        self._inside = QWidget()
        self._scroll = FieldsArea()
        self._lay_out()
        self._connect()
        self.clear()
        self._fit()
        self.hide()

    def _lay_out(self) -> None:
        space = self._appearance.space
        form = QFormLayout(self._inside)
        form.setContentsMargins(0, 0, space(SPACE_2), 0)
        form.setVerticalSpacing(space(SPACE_1))
        form.setHorizontalSpacing(space(SPACE_2))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.trouble)
        for name in (TITLE, PUBLISHER, DATE):
            self._row(form, name, self.fields[name])
        self._row(form, "Kind", self.kind)
        self._row(form, LINK, self.fields[LINK])
        self._row(form, "Text", self.text)
        for name, field in self.fields.items():
            field.setPlaceholderText(_HINTS[name])
            field.setMaxLength(LONGEST)
        self.text.setPlaceholderText("Paste it here. Without a text it is marked “text missing”.")
        ground(self._inside, "surface")
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        acts = acts_row(self._appearance, self.add, self.close_button, self.clear_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(space(SPACE_2))
        whole.addWidget(self.title)
        whole.addWidget(self._scroll)
        whole.addLayout(acts)

    def _row(self, form: QFormLayout, name: str, field: QWidget) -> None:
        field.setAccessibleName(name)
        told = label("body", self._appearance, tone="text_2", text=name)
        # In line with the first line of its field.
        told.setMinimumHeight(self.fields[TITLE].sizeHint().height())
        form.addRow(told, field)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.textChanged.connect(self._typed)
        self.text.textChanged.connect(self._typed)
        for widget in (*self.fields.values(), self.text):
            widget.installEventFilter(self)
        self.kind.clicked.connect(self._ask_kind)
        self.add.clicked.connect(self._add)
        self.close_button.clicked.connect(self.left)
        self.clear_button.clicked.connect(self._start_anew)
        self._appearance.changed.connect(self._fit)

    def _fit(self) -> None:
        line = self._appearance.metrics("body").lineSpacing()
        self.text.setFixedHeight(round(LINES * line) + 4 * self._appearance.space(SPACE_2))
        # Where there is room all of it is seen; else the fields are scrolled.
        self._scroll.setMinimumHeight(round(2 * line) + self._appearance.space(SPACE_2))

    # Filling

    def open(self) -> None:
        """Begin at the title; what was typed before is there still, and typing replaces it."""
        self.show()
        self.fields[TITLE].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.fields[TITLE].selectAll()

    def clear(self) -> None:
        """Forget all that is typed."""
        for field in self.fields.values():
            field.clear()
        self.text.empty()
        self.choose_kind(None)
        self.tell("")
        self._typed()

    def tell(self, trouble: str) -> None:
        """Say why it cannot be added; empty takes it away."""
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        if trouble:
            self._scroll.verticalScrollBar().setValue(0)

    def choose_kind(self, kind: SourceKind | None) -> None:
        """Take this for its kind, None where it is not known."""
        self._kind = kind
        told = _told(kind)
        self.kind.setText(told)
        self.kind.setAccessibleName(f"Kind: {told}")

    def reference(self) -> Reference:
        """What is written."""
        told = {name: field.text() for name, field in self.fields.items()}
        return Reference(
            "", type=self._kind.value if self._kind else "", title=told[TITLE],
            issued=told[DATE], publisher=told[PUBLISHER], url=told[LINK], text=self.text.whole(),
        )  # fmt: skip

    def _typed(self) -> None:
        self.add.setEnabled(bool(self.fields[TITLE].text().strip() or self.text.whole().strip()))
        self.tell("")

    def _start_anew(self) -> None:
        self.clear()
        self.open()

    def _add(self) -> None:
        if self.add.isEnabled():
            self.written.emit(self.reference())

    def _ask_kind(self) -> None:
        menu = QMenu(self)
        for kind in (None, *SourceKind):
            action = menu.addAction(_told(kind))
            action.setCheckable(True)
            action.setChecked(kind is self._kind)
            action.triggered.connect(lambda _=False, kind=kind: self.choose_kind(kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.kind.mapToGlobal(self.kind.rect().bottomLeft()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # In the text alone Enter begins a new line.
                if watched is not self.text or with_ctrl:
                    self._add()
                    return True
            elif event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)


def _told(kind: SourceKind | None) -> str:
    return f"{kind.value[0].upper()}{kind.value[1:]}" if kind else UNKNOWN
