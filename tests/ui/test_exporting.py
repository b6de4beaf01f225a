"""The report leaves under a name made of its title, beside what is there already."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.exporting import file_name
from tests.journeys.reviewer import Reviewer


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lavrov, Kerry: Talks!", "lavrov-kerry-talks"),
        ("Отчёт 2016", "отчёт-2016"),
        ("../../etc/passwd", "etc-passwd"),
        ("中国 表示", "中国-表示"),
        ("???", "report"),
        ("", "report"),
        ("word " * 40, "-".join(["word"] * 12)),
    ],
)
def test_a_file_is_named_after_the_title(title: str, name: str) -> None:
    assert file_name(title) == name
    assert len(file_name(title)) <= 60


def test_an_export_never_overwrites_and_holds_the_last_words(
    reviewer: Reviewer, qtbot: QtBot, tmp_path: Path
) -> None:
    reviewer.open_sample()
    paths = []
    for words in ("First thought.", "Second thought."):
        reviewer.window.dock.rationale.setFocus()
        reviewer.window.dock.rationale.clear()
        reviewer.type(words)
        with qtbot.waitSignal(reviewer.wiring.exporting.saved) as saved:
            reviewer.press("Ctrl+E")
        paths.append(saved.args[0])
        assert words in paths[-1].read_text(encoding="utf-8")
        assert str(paths[-1]) in reviewer.window.status.said.text()
        assert reviewer.window.status.act.isVisible()
    assert "First thought." in paths[0].read_text(encoding="utf-8")
    assert paths[1].name == f"{paths[0].stem} (2).html"
    assert paths[0].parent == tmp_path


def test_a_folder_that_is_gone_is_one_sentence(reviewer: Reviewer, tmp_path: Path) -> None:
    reviewer.open_sample()
    reviewer.wiring.exporting.folder = tmp_path / "gone"
    reviewer.press("Ctrl+E")
    assert "There is no folder" in reviewer.window.status.said.text()
    assert not reviewer.window.status.act.isVisible()


def test_nothing_is_exported_while_nothing_is_open(reviewer: Reviewer, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    reviewer.wiring.exporting.export()
    reviewer.settle()
    assert set(tmp_path.iterdir()) == before
