"""The left side of the report page: formats, options, warnings, and where the file goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.report import OFF, ON, SWITCH, ReportFormat, ReportOption
from app.ui.exporting import Exporting
from app.ui.look.appearance import Appearance
from app.ui.look.labels import PlainLabel, ground, label, plain_tip
from app.ui.look.tokens import SPACE_1, SPACE_2, SPACE_4
from app.ui.report.warning_list import WarningList

#: The width of the panel in pixels at a text size of 100 %.
WIDTH = 316


class OptionsPanel(QWidget):
    """`chosen` tells that another format or option is in force; it is remembered already."""

    chosen = Signal()
    made = Signal(object)  # a control that takes keys of its own

    def __init__(
        self,
        formats: Sequence[ReportFormat],
        exporting: Exporting,
        appearance: Appearance,
        scale: str,
    ) -> None:
        super().__init__()
        self._formats, self._exporting, self._appearance = formats, exporting, appearance
        ground(self, "surface")
        self.formats = QButtonGroup(self)
        self.warnings = WarningList(appearance)
        self.export = QPushButton("Export")
        self.folder = QPushButton("Other folder…")
        self._purpose = label("meta", appearance, tone="text_2", wrap=True)
        self._place = label("meta", appearance, tone="text_2", wrap=True)
        self._scale = label("meta", appearance, tone="text_2", wrap=True, text=f"Scale: {scale}")
        self._options = QVBoxLayout()
        self._options_head = self._heading("Options")
        self._lay_out()
        self.formats.idClicked.connect(self._take_format)
        self.folder.clicked.connect(self._choose_folder)
        appearance.changed.connect(self._fit)
        self._fit()
        self.follow()

    def _lay_out(self) -> None:
        space = self._appearance.space
        inside = QWidget()
        ground(inside, "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[space(SPACE_4)] * 4)
        column.setSpacing(space(SPACE_1))
        column.addWidget(label("title", self._appearance, text="Report"))
        column.addWidget(self.warnings)
        column.addWidget(self._heading("Format"))
        for number, kind in enumerate(self._formats):
            button = QRadioButton(kind.name.replace("&", "&&"))
            button.setAccessibleName(f"{kind.name}: {kind.purpose}")
            button.setToolTip(plain_tip(kind.purpose))
            self.formats.addButton(button, number)
            column.addWidget(button)
        for widget in (self._purpose, self._options_head):
            column.addWidget(widget)
        column.addLayout(self._options)
        column.addSpacing(space(SPACE_2))
        column.addWidget(self._scale)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        space, foot = self._appearance.space, QWidget()
        ground(foot, "dock")
        self.export.setProperty("variant", "primary")
        self.folder.setProperty("variant", "text")
        rows = QVBoxLayout(foot)
        rows.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), space(SPACE_2))
        rows.setSpacing(space(SPACE_1))
        rows.addWidget(self._place)
        rows.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(self.export)
        return foot

    def _heading(self, text: str) -> PlainLabel:
        return label("meta", self._appearance, tone="text_3", bold=True, text=text)

    def _fit(self) -> None:
        self.setFixedWidth(round(WIDTH * (100 + (self._appearance.percent - 100) * 0.7) / 100))

    def focus_format(self) -> None:
        """Begin at the format that is chosen."""
        chosen = self.formats.checkedButton()
        if chosen is not None:
            chosen.setFocus()

    def set_export_key(self, key: str) -> None:
        """The key that exports at once."""
        self.export.setText(f"Export   {key}".rstrip())
        self.export.setAccessibleName(f"Export, key {key}" if key else "Export")

    def follow(self) -> None:
        """Show the profile that is remembered."""
        kind = self._exporting.format
        button = self.formats.button([one.key for one in self._formats].index(kind.key))
        button.setChecked(True)
        self._purpose.setText(kind.purpose)
        while (item := self._options.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        values = self._exporting.options(kind)
        self._options_head.setVisible(bool(kind.options))
        for option in kind.options:
            for widget in self._control(option, values.get(option.key, option.default)):
                self._options.addWidget(widget)
                for check in widget.findChildren(QCheckBox):
                    self.made.emit(check)
        self._show_place()

    def _control(self, option: ReportOption, value: str) -> list[QWidget]:
        name = label("meta", self._appearance, tone="text", wrap=True, text=option.name)
        if option.choices == SWITCH:
            check = QCheckBox()
            check.setAccessibleName(option.name)
            check.setChecked(value == ON)
            check.toggled.connect(lambda on: self._take(option.key, ON if on else OFF))
            return [self._beside(check, name)]
        if option.choices:
            box = QComboBox()
            box.addItems(list(option.choices))
            box.setCurrentText(value)
            # The longest value must not widen the panel; the list of values is as wide as it needs.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.textActivated.connect(lambda text: self._take(option.key, text))
            box.setAccessibleName(option.name)
            return [name, box]
        field = QLineEdit(value)
        field.setAccessibleName(option.name)
        field.editingFinished.connect(lambda: self._take(option.key, field.text().strip()))
        return [name, field]

    def _beside(self, check: QCheckBox, name: PlainLabel) -> QWidget:
        """A switch and its name, which may need more lines than a switch can write itself."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(check, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(name, 1)
        return both

    def _take(self, key: str, value: str) -> None:
        kind = self._exporting.format
        options = self._exporting.options(kind)
        if options.get(key) != value:
            self._exporting.remember(kind, {**options, key: value})
            self.chosen.emit()

    def _take_format(self, number: int) -> None:
        kind = self._formats[number]
        self._exporting.remember(kind, self._exporting.options(kind))
        self.follow()
        self.chosen.emit()

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, "Folder for reports", str(self._exporting.folder)
        )
        if name:
            self._exporting.set_folder(Path(name))
            self._show_place()

    def _show_place(self) -> None:
        path = self._exporting.folder / self._exporting.file_name()
        # A path is one word to a line breaker: it may break behind every folder.
        shown = str(path).replace("/", "/\u200b").replace("-", "-\u200b")
        self._place.setText(f"Saves to {shown}")
