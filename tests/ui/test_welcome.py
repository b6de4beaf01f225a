"""The way in: every act reachable, recent articles offered, trouble said in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.desk.scales import load_scales
from app.model.article import ArticleSummary
from app.ui.look.appearance import Appearance
from app.ui.welcome import RECENT, Welcome


@pytest.fixture
def welcome(qtbot: QtBot, appearance: Appearance, root: Path) -> Welcome:
    scales = load_scales(root / "resources" / "rating_scales.toml")
    made = Welcome(appearance, scales.default.ratings[0])
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


def test_buttons_say_what_is_wanted(welcome: Welcome, qtbot: QtBot) -> None:
    for button, signal in (
        (welcome.sample, welcome.sample_wanted),
        (welcome.choose, welcome.file_wanted),
    ):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_few_recent_articles_are_offered_under_their_own_names(
    welcome: Welcome, qtbot: QtBot
) -> None:
    articles = [ArticleSummary(n, f"Mill & <b>{n}</b>", "", 6, n) for n in range(1, RECENT + 3)]
    for _ in range(2):  # shown again, nothing is left of what was there
        welcome.show_recent(articles)
    offered = [b for b in welcome.findChildren(QPushButton) if "reviewed" in b.text()]
    shown = offered[-RECENT:]
    assert [b.text() for b in shown][1] == "Mill && <b>2</b>   ·   2 of 6 reviewed"
    assert welcome._recent.count() == RECENT
    with qtbot.waitSignal(welcome.article_wanted) as wanted:
        shown[2].click()
    assert wanted.args == [3]
    welcome.show_recent([])
    assert not welcome._recent_head.isVisible()


def test_trouble_is_said_and_goes(welcome: Welcome) -> None:
    welcome.show_trouble("There is no text in it to check.")
    assert welcome._trouble.isVisible()
    welcome.show_trouble("")
    assert not welcome._trouble.isVisible()
