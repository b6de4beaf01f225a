"""The style sheet is filled whole, has no colour of its own, and Qt takes it without complaint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.look import sheet
from app.ui.look.appearance import Appearance
from app.ui.look.stylesheet import build_stylesheet
from app.ui.look.tokens import Theme


def test_every_place_is_filled_and_every_mark_is_there(theme: Theme, root: Path) -> None:
    themes = root / "resources" / "themes"
    for percent in (90, 100, 150, 200):
        made = build_stylesheet(theme, percent, themes)
        assert "$" not in made
        assert made.count("{") == made.count("}")
        files = re.findall(r'url\("([^"]+)"\)', made)
        assert files
        assert all(Path(name).is_file() for name in files)


def test_the_sheet_names_no_colour() -> None:
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb", sheet.SHEET + sheet.VERDICT_SHEET)


def test_no_other_module_of_the_window_names_a_colour(root: Path) -> None:
    written = re.compile(r'QColor\(\s*["\'0-9]|["\']#[0-9a-fA-F]{6}\b|GlobalColor\.(?!transparent)')
    named = [
        str(path.relative_to(root))
        for path in (root / "app" / "ui").rglob("*.py")
        if written.search(path.read_text(encoding="utf-8"))
    ]
    assert named == []


@pytest.fixture
def window(qapp: QApplication, root: Path, qtbot: QtBot, theme: Theme) -> Iterator[QWidget]:
    look = Appearance(root / "resources", mode="dark" if theme.dark else "light")
    palette, font, style = qapp.palette(), qapp.font(), qapp.style().objectName()
    look.apply_to(qapp)
    made = QWidget()
    made.setLayout(QVBoxLayout())
    qtbot.addWidget(made)
    yield made
    made.hide()
    look.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def add(window: QWidget, widget: QWidget, variant: str = "") -> QWidget:
    if variant:
        widget.setProperty("variant", variant)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    return widget


# What the offscreen platform says of every window.
@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_targets_are_large_and_focus_moves_nothing(window: QWidget, qtbot: QtBot) -> None:
    widgets = [
        add(window, QPushButton("Add source")),
        add(window, QPushButton("Export"), "primary"),
        add(window, QPushButton("Undo"), "quiet"),
        add(window, QToolButton(), "quiet"),
        add(window, QLineEdit()),
        add(window, QComboBox()),
        add(window, QCheckBox("Rationale")),
    ]
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    for widget in widgets:
        before = widget.sizeHint(), widget.grab().toImage()
        assert min(before[0].height(), before[0].width()) >= 28, widget
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(widget.hasFocus)
        assert widget.sizeHint() == before[0], widget
        assert widget.grab().toImage() != before[1], f"{widget} shows no focus"


def test_a_label_may_have_a_colour_of_its_own(window: QWidget) -> None:
    label = QLabel("conflict")
    add(window, label)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), QColor("#ff0000"))
    label.setPalette(palette)
    label.ensurePolished()
    assert label.palette().color(label.foregroundRole()) == QColor("#ff0000")
