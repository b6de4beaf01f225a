"""The real window on a real library file: what journeys and the tests of single panes share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.wiring import Wiring
from tests.journeys.reviewer import Reviewer


def bury() -> None:
    """Delete now what was to be deleted later.

    A new style sheet visits every widget there is, and what Python collects meanwhile would be
    visited after its death.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def appearance(qapp: QApplication, root: Path) -> Iterator[Appearance]:
    """Our look on the application of the tests, light."""
    look = Appearance(root / "resources", mode="light")
    look.apply_to(qapp)
    yield look
    bury()
    qapp.setStyleSheet("")


@pytest.fixture
def sit_down(
    qtbot: QtBot, root: Path, tmp_path: Path, appearance: Appearance
) -> Iterator[Callable[[], Reviewer]]:
    """Opens the window on tmp_path/desk.claimdesk; called again, closes it and opens it anew."""
    open_now: list[Wiring] = []

    def leave() -> None:
        while open_now:
            wiring = open_now.pop()
            wiring.window.close()
            wiring.close()
            wiring.window.deleteLater()
        bury()

    def sit() -> Reviewer:
        leave()
        library = tmp_path / "desk.claimdesk"
        session = Session.open(library, root / "resources", root / "seeds", reviewer="A. Lind")
        wiring = Wiring(session, appearance)
        wiring.exporting.folder = tmp_path
        open_now.append(wiring)
        wiring.window.show()
        qtbot.waitExposed(wiring.window)
        return Reviewer(qtbot, wiring)

    yield sit
    leave()


@pytest.fixture
def reviewer(sit_down: Callable[[], Reviewer]) -> Reviewer:
    """A reviewer at a new library."""
    return sit_down()
