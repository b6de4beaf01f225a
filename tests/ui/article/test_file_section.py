"""A line that counts, a list that unfolds below it, and a row that leads to its place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.model.span import Span
from app.ui.article.file_section import ROWS, TALL_ROWS, FileSection, Row
from app.ui.look.appearance import Appearance

LINES = tuple(
    Row(f"Row {number}", f"Tip {number}", Span(number, number + 1)) for number in range(9)
)


@pytest.fixture
def section(qtbot: QtBot, appearance: Appearance) -> Iterator[FileSection]:
    """A section of nine rows, shown."""
    made = FileSection("sources that the file names", (QPushButton("Add"),), appearance)
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.addWidget(made.head)
    layout.addWidget(made.body)
    qtbot.addWidget(holder)
    holder.resize(300, 400)
    holder.show()
    made.fill("Nine rows.", LINES)
    yield made
    holder.close()


def test_the_list_is_folded_until_it_is_asked_for(section: FileSection, qtbot: QtBot) -> None:
    assert section.head.isVisible()
    assert (section.row, section.list.isVisible()) == (-1, False)
    assert section.show_button.accessibleName() == "Show the sources that the file names"
    qtbot.mouseClick(section.show_button, Qt.MouseButton.LeftButton)
    assert (section.row, section.list.isVisible(), section.show_button.text()) == (0, True, "Hide")


def test_moving_in_the_list_and_enter_lead_to_the_place(section: FileSection, qtbot: QtBot) -> None:
    places: list[Span] = []
    section.place_wanted.connect(places.append)
    section.open_list()
    qtbot.waitUntil(section.list.hasFocus)
    qtbot.keyClick(section.list, Qt.Key.Key_Down)
    qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert places == [LINES[1].span, LINES[1].span]
    with qtbot.waitSignal(section.released):
        qtbot.keyClick(section.list, Qt.Key.Key_Escape)


def test_filled_again_it_stays_open_at_its_row_and_filled_anew_it_is_folded(
    section: FileSection,
) -> None:
    section.open_list()
    section.list.setCurrentRow(4)
    section.fill("Nine rows.", LINES, again=True)
    assert section.row == 4
    section.fill("Three rows.", LINES[:3], again=True)
    assert section.row == 2
    section.fill("Nine rows.", LINES)
    assert section.row == -1
    section.fill("", ())
    assert not section.head.isVisible()


def test_so_many_rows_are_seen_that_the_article_keeps_its_room(
    section: FileSection, appearance: Appearance
) -> None:
    section.open_list()
    seen = section.list.height() // section.list.sizeHintForRow(0)
    assert seen == ROWS
    section.fill("Nine rows.", [Row(f"{row.told}\nbelow", "", row.span) for row in LINES],
                 again=True)  # fmt: skip
    assert section.list.height() // section.list.sizeHintForRow(0) == TALL_ROWS
    appearance.set_percent(150)
    assert section.list.height() // section.list.sizeHintForRow(0) == 2
