"""The look follows the choice and the text size, says so once, and dresses the application."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.look.appearance import Appearance


@pytest.fixture
def look(qapp: QApplication, root: Path) -> Iterator[Appearance]:
    made = Appearance(root / "resources", mode="light")
    palette, font, style = qapp.palette(), qapp.font(), qapp.style().objectName()
    yield made
    made.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_a_choice_is_announced_once(look: Appearance, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_mode("dark")
    assert (look.theme.dark, look.mode) == (True, "dark")
    with qtbot.assertNotEmitted(look.changed):
        look.set_mode("dark")
        look.set_percent(100)
    with qtbot.waitSignal(look.changed):
        look.set_percent(150)
    assert look.font("body").pixelSize() == 20
    assert look.metrics("body").height() > 20
    assert look.space(16) == 20


def test_without_a_known_system_scheme_the_platform_s_palette_decides(look: Appearance) -> None:
    look.set_mode("system")
    assert not look.theme.dark


def test_sizes_step_and_stop(look: Appearance) -> None:
    look.set_percent(500)
    assert look.percent == 200
    look.larger()
    assert look.percent == 200
    look.smaller()
    assert look.percent == 175
    look.set_percent(1)
    look.smaller()
    assert look.percent == 90
    look.larger()
    assert look.percent == 100


def test_the_application_is_dressed_and_changes_with_it(
    look: Appearance, qapp: QApplication
) -> None:
    look.apply_to(qapp)
    assert look.theme.accent.name() in qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.theme.canvas
    look.set_mode("dark")
    assert look.theme.accent.name() in qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.theme.canvas
    look.set_percent(200)
    assert "font-size: 24px" in qapp.styleSheet()


def test_icons_follow_the_theme(look: Appearance) -> None:
    light = look.icon("link", "accent").pixmap(16).toImage()
    look.set_mode("dark")
    assert look.icon("link", "accent").pixmap(16).toImage() != light
    look.set_percent(200)
    assert look.icon_size(16) == 32
