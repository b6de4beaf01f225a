"""A library that cannot be opened: the cause and one act, in plain text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.ui.look.appearance import Appearance
from app.ui.trouble import Trouble


def test_it_tells_cause_and_act_and_closes(qtbot: QtBot, appearance: Appearance) -> None:
    window = Trouble(appearance, "<b>desk</b> is damaged.", "Restore a backup.")
    qtbot.addWidget(window)
    window.show()
    labels = window.findChildren(QLabel)
    assert [label.text() for label in labels][1:] == [
        "<b>desk</b> is damaged.",
        "Restore a backup.",
    ]
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    qtbot.mouseClick(window.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_without_an_act_none_is_told(qtbot: QtBot, appearance: Appearance) -> None:
    window = Trouble(appearance, "The library is locked.", "")
    qtbot.addWidget(window)
    assert len(window.findChildren(QLabel)) == 2
