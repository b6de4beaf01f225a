"""The settings: one live page, no OK. What is chosen is in force and kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desk.backups import backups_folder
from app.model.rating import RatingScale
from app.model.report import ReportFormat
from app.ui.commands.command import Commands
from app.ui.look.appearance import SIZES, Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.labels import ElidedLabel, ground, label
from app.ui.look.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5
from app.ui.settings.keys_section import KeysSection
from app.ui.settings.preferences import Preferences

#: Widest column of the page, in pixels at a text size of 100 %.
COLUMN = 702

_THEMES = (
    ("system", "Like the system"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
)
#: What is chosen from a list and kept as it is: by its name in the settings, how a screen reader
#: calls it and the choices.
_KEPT: dict[str, tuple[str, tuple[tuple[object, str], ...]]] = {
    "reading_font": ("Font of texts", (("serif", "Serif"), ("sans", "Sans serif"))),
    "line_spacing": (
        "Line spacing of texts",
        ((110, "Close"), (120, "Usual"), (140, "Wide"), (160, "Very wide")),
    ),
    "auto_advance": (
        "After a verdict",
        (
            ("unreviewed", "Go to the next claim to review"),
            ("next", "Go to the next claim"),
            ("off", "Stay at the claim"),
        ),
    ),
    "ask_rationale": (
        "Ask for a rationale",
        (
            ("never", "Never"),
            ("refuted", "For “refuted” and “partly supported”"),
            ("always", "Always"),
        ),
    ),
    "candidates": (
        "Candidates a claim",
        ((3, "Three candidates"), (4, "Four candidates"), (5, "Five candidates")),
    ),
}

#: The longest name of a control: those of all sections stand in one column.
WIDEST = "Ask for rationale  "

Choices = Sequence[tuple[object, str]]


class Reports(Protocol):
    """Who remembers how reports are written, and where."""

    folder: Path

    def formats(self) -> Sequence[ReportFormat]:
        """What a report can be written as."""

    @property
    def format(self) -> ReportFormat:
        """The format of the next report."""

    def choose(self, key: str) -> None:
        """Let the next report have this format."""

    def set_folder(self, folder: Path) -> None:
        """Where reports go from now on."""


class SettingsPage(QWidget):
    """`left` asks for the desk again."""

    left = Signal()

    def __init__(
        self,
        preferences: Preferences,
        commands: Commands,
        appearance: Appearance,
        scales: Sequence[RatingScale],
        library: Path,
        exporting: Reports,
    ) -> None:
        super().__init__()
        self._preferences, self._appearance = preferences, appearance
        self._exporting = exporting
        self._scales, self._library = scales, library
        ground(self, "canvas")
        self.keys = KeysSection(commands, preferences, appearance)
        self.reviewer = QLineEdit(preferences.now.reviewer)
        self.back = QPushButton("Back")
        self.show_folder = QPushButton("Show folder")
        self.keep_files = QCheckBox("Keep the files of new sources beside it")
        self.text_size = self._box("Text size", [(one, f"{one} %") for one in SIZES])
        self.theme = self._box("Theme", _THEMES)
        self.boxes = {name: self._box(told, choices) for name, (told, choices) in _KEPT.items()}
        formats = [(one.key, one.name) for one in exporting.formats()]
        self.report_format = self._box("Format of reports", formats)
        self.other_folder = QPushButton("Other folder…")
        self._report_folder = ElidedLabel("body", appearance)
        self.scale = self._box("Rating scale", [(one.key, one.name) for one in scales])
        self._column = QWidget()
        self._lay_out()
        self._connect()
        self.follow()

    def _box(self, name: str, choices: Choices) -> QComboBox:
        box = QComboBox()
        for value, told in choices:
            box.addItem(told, value)
        box.setAccessibleName(name)
        return box

    def _lay_out(self) -> None:
        space = self._appearance.space
        rows = QVBoxLayout(self._column)
        rows.setContentsMargins(*[space(SPACE_5)] * 4)
        rows.setSpacing(space(SPACE_3))
        head = QHBoxLayout()
        head.addWidget(label("title", self._appearance, text="Settings"), 1)
        head.addWidget(self.back)
        head.addWidget(Keycap("Esc", self._appearance))
        rows.addLayout(head)
        self._lay_out_sections(rows)
        rows.addWidget(label("claim", self._appearance, text="Keyboard"))
        rows.addWidget(self.keys)
        rows.addStretch(1)
        holder = QWidget()
        ground(holder, "canvas")
        middle = QHBoxLayout(holder)
        middle.addStretch(1)
        middle.addWidget(self._column, 100)
        middle.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _lay_out_sections(self, rows: QVBoxLayout) -> None:
        boxes = self.boxes
        self._section(rows, "Reading", [("Text size", self.text_size),
                                        ("Font", boxes["reading_font"]),
                                        ("Line spacing", boxes["line_spacing"])])  # fmt: skip
        self._section(rows, "Appearance", [("Theme", self.theme)])
        self._section(rows, "Review", [("After a verdict", boxes["auto_advance"]),
                                       ("Ask for rationale", boxes["ask_rationale"]),
                                       ("Your name", self.reviewer),
                                       ("Rating scale", self.scale)])  # fmt: skip
        after = (
            "With another rating scale the window opens anew. Verdicts given before stay; “Put "
            "this article on another rating scale…” in the Verdict menu changes them."
        )
        rows.addWidget(label("meta", self._appearance, tone="text_2", wrap=True, text=after))
        self._section(rows, "Matching", [("Show at most", boxes["candidates"])])
        file, backups = (ElidedLabel("body", self._appearance) for _ in range(2))
        file.setText(str(self._library))
        backups.setText(str(backups_folder(self._library)))
        self._section(rows, "Library", [("File", file), ("Backups", backups),
                                        ("", self.show_folder), ("", self.keep_files)])  # fmt: skip
        self._section(rows, "Report", [("Format", self.report_format),
                                       ("Folder", self._report_folder),
                                       ("", self.other_folder)])  # fmt: skip

    def _section(
        self, rows: QVBoxLayout, title: str, controls: Sequence[tuple[str, QWidget]]
    ) -> None:
        rows.addWidget(label("claim", self._appearance, text=title))
        form = QFormLayout()
        form.setVerticalSpacing(self._appearance.space(SPACE_2))
        form.setHorizontalSpacing(self._appearance.space(SPACE_4))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name, control in controls:
            told = label("body", self._appearance, text=name)
            told.setMinimumWidth(round(self._appearance.metrics("body").horizontalAdvance(WIDEST)))
            form.addRow(told, control)
        rows.addLayout(form)

    def _connect(self) -> None:
        keep = self._preferences.set
        self._on(self.text_size, lambda value: self._appearance.set_percent(value))
        self._on(self.theme, lambda value: self._appearance.set_mode(value))
        for name, box in self.boxes.items():
            self._on(box, lambda value, name=name: keep(**{name: value}))
        self._on(self.report_format, self._exporting.choose)
        self.other_folder.clicked.connect(self._choose_folder)
        self._on(self.scale, lambda value: keep(scale=value))
        self.reviewer.setAccessibleName("Your name, written beside your verdicts")
        self.reviewer.setPlaceholderText("Written beside your verdicts")
        self.reviewer.editingFinished.connect(lambda: keep(reviewer=self.reviewer.text().strip()))
        self.back.clicked.connect(self.left)
        folder = QUrl.fromLocalFile(str(self._library.parent))
        self.show_folder.clicked.connect(lambda: QDesktopServices.openUrl(folder))
        self.keep_files.clicked.connect(lambda on: keep(keep_files=on))
        self._appearance.changed.connect(self.follow)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "Where reports go", str(self._exporting.folder)
        )
        if chosen:
            self._exporting.set_folder(Path(chosen))
            self.follow()

    def _on(self, box: QComboBox, act: Callable[..., object]) -> None:
        box.activated.connect(lambda row: act(box.itemData(row)))

    def follow(self) -> None:
        """Show what is in force, also what was chosen by keys elsewhere."""
        now = self._preferences.now
        scale = now.scale or self._scales[0].key
        for box, value in (
            (self.text_size, self._appearance.percent), (self.theme, self._appearance.mode),
            (self.scale, scale), (self.report_format, self._exporting.format.key),
            *((box, getattr(now, name)) for name, box in self.boxes.items()),
        ):  # fmt: skip
            box.setCurrentIndex(max(0, box.findData(value)))
        self._report_folder.setText(str(self._exporting.folder))
        self.keep_files.setChecked(now.keep_files)
        self._column.setMaximumWidth(round(COLUMN * self._appearance.percent / 100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From a field, which keeps Esc from the window's commands.
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def open(self) -> None:
        """Begin at the first control."""
        self.follow()
        self.text_size.setFocus()
