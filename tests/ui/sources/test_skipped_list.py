"""What was skipped, by reason: counted, opened to its files, and followed while it grows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.intake import Skipped
from app.ui.look.appearance import Appearance
from app.ui.sources.skipped_groups import SkippedGroups
from app.ui.sources.skipped_list import LISTED, SkippedList


def told(*skipped: Skipped) -> list[str]:
    groups = SkippedGroups()
    groups.take(skipped)
    return [group.told for group in groups.all()]


def picture(name: str) -> Skipped:
    return Skipped(name, f"{name} is a PNG picture. Copy its text, if it shows any, and paste it.")


def test_one_reason_is_one_group_whatever_the_file_is_called() -> None:
    skipped = [picture(f"scan {n}.png") for n in range(14)]
    assert told(*skipped) == ["14 files: each is a PNG picture."]
    assert told(skipped[0]) == ["1 file: it is a PNG picture."]


@pytest.mark.parametrize(
    ("reasons", "line"),
    [
        (("a.pdf holds no text.", "b.pdf holds no text."), "2 files: each holds no text."),
        (("There is no text in a.pdf.",), "1 file: there is no text in it."),
        (("The folder cannot be read: denied.",), "1 file: the folder cannot be read: denied."),
        (
            ("a.pdf has 61.2 MB; 50 MB are read.", "b.pdf has 77 MB; 50 MB are read."),
            "2 files: each has … MB; … MB are read.",
        ),
        (("“k” is here already.", "“l” is here already."), "2 files: … is here already."),
    ],
)
def test_what_differs_is_left_out_of_the_line(reasons: tuple[str, ...], line: str) -> None:
    skipped = [Skipped(f"{name}.pdf", why) for name, why in zip("ab", reasons, strict=False)]
    assert told(*skipped) == [line]


def test_the_largest_group_stands_first() -> None:
    empty = Skipped("note.txt", "note.txt is empty.")
    assert told(empty, picture("a.png"), picture("b.png"))[0].startswith("2 files")


@pytest.fixture
def shown(qtbot: QtBot, appearance: Appearance) -> SkippedList:
    made = SkippedList(appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(shown: SkippedList, row: int) -> list[str]:
    item = shown.topLevelItem(row)
    return [item.child(n).text(0) for n in range(item.childCount())]


def test_a_group_opens_to_what_can_be_done_and_its_files(shown: SkippedList, qtbot: QtBot) -> None:
    shown.show_skipped([picture("a.png"), picture("b.png")])
    assert lines(shown, 0) == []
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert lines(shown, 0) == [
        "Copy its text, if it shows any, and paste it.", "a.png", "b.png"
    ]  # fmt: skip


def test_an_open_group_grows_and_another_import_begins_anew(shown: SkippedList) -> None:
    skipped = [picture("a.png")]
    shown.show_skipped(skipped)
    shown.topLevelItem(0).setExpanded(True)
    skipped += [picture("b.png"), Skipped("note.txt", "note.txt is empty.")]
    shown.show_skipped(skipped)
    assert lines(shown, 0)[1:] == ["a.png", "b.png"]
    assert shown.topLevelItem(1).text(0) == "1 file: it is empty."
    shown.show_skipped([picture(f"{n}.png") for n in range(5)])
    assert shown.topLevelItemCount() == 1
    assert shown.topLevelItem(0).text(0).startswith("5 files")


def test_of_an_endless_group_the_first_are_listed(shown: SkippedList) -> None:
    skipped = [picture(f"{n}.png") for n in range(LISTED + 20)]
    shown.show_skipped(skipped)
    shown.topLevelItem(0).setExpanded(True)
    assert lines(shown, 0)[-1] == "And 20 more."
    skipped += [picture("last.png")]
    shown.show_skipped(skipped)
    assert lines(shown, 0)[-1] == "And 21 more."
    assert len(lines(shown, 0)) == LISTED + 2
