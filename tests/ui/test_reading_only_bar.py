"""A window that only reads tells who has the library, and takes it over only after a question."""

from __future__ import annotations

import socket
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.host.single_instance import Holder
from app.ui.look.appearance import Appearance
from app.ui.reading_only_bar import ReadingOnlyBar, told_holder

NOW = datetime.now(UTC).isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("holder", "told"),
    [
        (None, "open in another window."),
        (Holder(4711, socket.gethostname(), NOW), "(process 4711), since "),
        (Holder(4711, "elsewhere", NOW), "a window on elsewhere (process 4711) since "),
        (Holder(4711, "elsewhere", "2020-05-03T10:00:00+00:00"), "3 May 2020, "),
        (Holder(4711, "elsewhere", "nonsense"), "since a time it does not tell"),
    ],
)
def test_the_holder_is_told(holder: Holder | None, told: str) -> None:
    assert told in told_holder(holder)


def test_what_is_open_here_is_only_tried_again(qtbot: QtBot, appearance: Appearance) -> None:
    bar = ReadingOnlyBar(Holder(4711, socket.gethostname(), NOW), appearance)
    qtbot.addWidget(bar)
    bar.show()
    assert not bar.take_over.isVisible()
    with qtbot.waitSignal(bar.again) as again:
        bar.try_again.click()
    assert again.args == [False]


def test_what_another_computer_left_is_taken_after_a_question(
    qtbot: QtBot, appearance: Appearance
) -> None:
    bar = ReadingOnlyBar(Holder(4711, "elsewhere", NOW), appearance)
    qtbot.addWidget(bar)
    bar.show()
    bar.take_over.click()
    assert "Is Claimdesk closed on elsewhere?" in bar.told.text()
    bar.cancel.click()
    assert not bar.confirm.isVisible()
    bar.take_over.click()
    with qtbot.waitSignal(bar.again) as again:
        bar.confirm.click()
    assert again.args == [True]
