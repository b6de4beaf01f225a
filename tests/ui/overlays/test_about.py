"""Version and licences on one card, by menu and palette."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from app import __version__
from tests.journeys.reviewer import Reviewer


def test_it_tells_version_and_licences_and_gives_the_focus_back(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    before = QApplication.focusWidget()
    reviewer.wiring.commands.action("about").trigger()
    about = reviewer.wiring.about
    assert about.isVisible()
    assert f"Claimdesk {__version__}" in {one.text() for one in about.findChildren(QLabel)}
    text = about.findChild(QPlainTextEdit)
    assert "LGPL version 3" in text.toPlainText()
    assert text.isReadOnly()
    reviewer.press("Esc")
    assert not about.isVisible()
    assert QApplication.focusWidget() is before
