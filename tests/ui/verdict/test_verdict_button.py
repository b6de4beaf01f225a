"""One rating as a button: it says its name and meaning, and never presses itself in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.rating import Rating
from app.ui.look.appearance import Appearance
from app.ui.verdict.verdict_button import VerdictButton

RATING = Rating("partly_supported", "Partly <b>supported</b>", 2, "Some of it.", "partly", True)


def test_a_click_asks_and_checks_nothing(qtbot: QtBot, appearance: Appearance) -> None:
    button = VerdictButton(RATING, "2", appearance)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.isChecked()


def test_it_tells_its_name_and_meaning_as_plain_text(qtbot: QtBot, appearance: Appearance) -> None:
    button = VerdictButton(RATING, "2", appearance)
    qtbot.addWidget(button)
    assert button.accessibleName() == RATING.name
    assert button.accessibleDescription() == "Some of it."
    assert "<b>" not in button.toolTip()


def test_it_grows_with_the_text(qtbot: QtBot, appearance: Appearance) -> None:
    button = VerdictButton(RATING, "2", appearance)
    qtbot.addWidget(button)
    before = button.sizeHint()
    appearance.set_percent(200)
    assert button.sizeHint().height() > 1.5 * before.height()
    assert button.minimumSizeHint().height() == button.sizeHint().height()
