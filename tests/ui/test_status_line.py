"""The status line: one sentence, its undo, one act, and a job that takes longer than a glance."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.look.appearance import Appearance
from app.ui.status_line import StatusLine


@pytest.fixture
def line(qtbot: QtBot, appearance: Appearance) -> StatusLine:
    made = StatusLine(appearance)
    qtbot.addWidget(made)
    made.resize(700, 40)
    made.show()
    return made


def test_undo_and_act_stand_only_beside_what_they_belong_to(line: StatusLine) -> None:
    line.follow_keys({"undo": "Ctrl+Z"}.__getitem__)
    line.say("Linked.", undo=True)
    assert line.undo.isVisible()
    assert line.undo.text() == "Undo Ctrl+Z"
    done: list[str] = []
    line.offer("Saved.", ("Open", lambda: done.append("opened")))
    assert not line.second_act.isVisible()
    assert not line.undo.isVisible()
    line.act.click()
    assert done == ["opened"]
    line.warn("The disk is full.")
    assert not line.act.isVisible()
    assert line.said.accessibleName() == "The disk is full."


def test_a_warning_looks_otherwise_and_what_follows_does_not(
    line: StatusLine, appearance: Appearance
) -> None:
    def colour() -> object:
        return line.said.palette().color(line.said.foregroundRole())

    line.warn("No.")
    assert colour() == appearance.theme.danger
    line.say("Yes.")
    assert colour() == appearance.theme.text_2


def test_a_job_is_shown_late_and_goes_when_it_is_over(line: StatusLine, qtbot: QtBot) -> None:
    line.job("Reading…")
    assert not line.cancel.isVisible()
    line._waiting.setInterval(1)
    with qtbot.waitSignal(line._waiting.timeout):
        line.job("Opening the sample…")
    assert line._progress.isVisible()
    assert not line.cancel.isVisible()
    with qtbot.waitSignal(line._waiting.timeout):
        line.job("Reading…", cancellable=True)
    assert line.cancel.isVisible()
    line.tick(3, 10, "Page 3")
    assert (line._progress.value(), line._progress.maximum()) == (3, 10)
    assert line.said.text() == "Page 3"
    line.job_over()
    assert not line.cancel.isVisible()
    line.job("Quick")
    line.job_over()
    assert not line._waiting.isActive()


def test_a_long_or_hostile_sentence_takes_no_room_and_is_plain(line: StatusLine) -> None:
    before = line.minimumSizeHint().width()
    line.say("<b>A title</b> that never ends " * 50)
    assert line.minimumSizeHint().width() == before
    assert "<b>" not in line.said.toolTip()
