"""An address is opened only where it leads to a web page, and only after a question in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.ui.look.appearance import Appearance
from app.ui.opening import Opening
from app.ui.status_line import StatusLine
from tests.journeys.reviewer import Reviewer


@pytest.fixture
def opened() -> list[str]:
    """What was handed to the system."""
    return []


@pytest.fixture
def opening(qtbot: QtBot, appearance: Appearance, opened: list[str]) -> Opening:
    status = StatusLine(appearance)
    qtbot.addWidget(status)
    return Opening(status, lambda url: opened.append(bytes(url.toEncoded().data()).decode()))


def test_it_asks_with_the_host_as_the_network_spells_it(
    opening: Opening, opened: list[str]
) -> None:
    opening.ask("https://аррle.com/login")
    status = opening._status
    assert "Open the page on xn--le-6kc8da.com in your browser?" in status.said.text()
    assert opened == []
    status.act.click()
    assert opened == ["https://xn--le-6kc8da.com/login"]


def test_it_can_be_copied_instead(opening: Opening, opened: list[str]) -> None:
    opening.ask("https://example.org/a")
    opening._status.second_act.click()
    assert QGuiApplication.clipboard().text() == "https://example.org/a"
    assert opened == []


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "x\u202egpj"])
def test_what_is_no_web_page_is_never_opened(
    opening: Opening, opened: list[str], address: str
) -> None:
    opening.ask(address)
    assert "Not opened" in opening._status.said.text()
    assert "\u202e" not in opening._status.said.text()
    assert opening._status.act.isHidden()
    assert opened == []


def test_the_page_of_a_source_is_asked_about(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(reviewer.wiring.opening, "_open_url", opened.append)
    reviewer.open_sample()
    url = reviewer.candidates.highlighted_match().source.url
    reviewer.wiring.commands.run("open-address")
    assert url in reviewer.window.status.said.text()
    assert opened == []
    reviewer.window.status.act.click()
    assert [one.toString() for one in opened] == [url]
