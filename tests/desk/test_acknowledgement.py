"""Each committed verdict is one line on the descriptor asked for; nothing else is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from app.desk.desk import Desk


def test_a_line_for_each_verdict_and_for_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path
) -> None:
    ear, mouth = os.pipe()
    monkeypatch.setenv("CLAIMDESK_ACK_FD", str(mouth))
    desk = Desk.open(tmp_path / "l", root / "resources", root / "seeds")
    desk.sample.open()
    desk.review.set_rationale(1, "Because.")
    first = desk.review.give_verdict(1, "refuted")
    desk.history.undo()
    desk.history.redo()
    second = desk.review.give_verdict(1, "supported")
    desk.review.set_flag(1, True)
    os.close(mouth)
    desk.review.give_verdict(2, "refuted")  # Nobody listens any more; it is given all the same.
    with os.fdopen(ear, encoding="utf-8") as lines:
        told = [json.loads(line) for line in lines]
    desk.close()
    assert [(one["verdict"], one["claim"], one["rating"]) for one in told] == [
        (first.id, 1, "refuted"),
        (second.id, 1, "supported"),
    ]
    assert told[0]["given"] == first.given


@pytest.mark.parametrize("descriptor", ["", "x", "-1", "²", "9999", "9" * 40])
def test_a_descriptor_that_is_none_harms_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: Path, descriptor: str
) -> None:
    monkeypatch.setenv("CLAIMDESK_ACK_FD", descriptor)
    desk = Desk.open(tmp_path / "l", root / "resources", root / "seeds")
    desk.sample.open()
    assert desk.review.give_verdict(1, "refuted").id == 1
    desk.close()
