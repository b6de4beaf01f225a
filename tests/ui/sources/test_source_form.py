"""The form in which a source is written down: what it takes, keeps and gives back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.source import SourceKind
from app.ui.look.appearance import Appearance
from app.ui.sources.source_form import DATE, HELD, LINK, PUBLISHER, TITLE, SourceForm
from tests.journeys.reviewer import Reviewer


@pytest.fixture
def form(qtbot: QtBot, appearance: Appearance) -> SourceForm:
    made = SourceForm(appearance)
    qtbot.addWidget(made)
    made.open()
    return made


def paste(form: SourceForm, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    form.text.insertFromMimeData(data)


def test_all_that_is_typed_comes_out(form: SourceForm, qtbot: QtBot) -> None:
    for name, told in ((TITLE, "On dams"), (PUBLISHER, "Wire"), (DATE, "2021"), (LINK, "x")):
        form.fields[name].setText(told)
    form.choose_kind(SourceKind.TRANSCRIPT)
    paste(form, "One.\u00a0Two.\n\nThree.")
    with qtbot.waitSignal(form.written) as written:
        form.add.click()
    [one] = written.args
    assert (one.title, one.publisher, one.issued, one.url) == ("On dams", "Wire", "2021", "x")
    assert (one.type, one.text) == ("transcript", "One.\u00a0Two.\n\nThree.")


def test_without_title_and_text_there_is_nothing_to_add(form: SourceForm) -> None:
    form.fields[PUBLISHER].setText("Wire")
    assert not form.add.isEnabled()
    paste(form, "The dam broke.")
    assert form.add.isEnabled()


def test_a_long_text_is_held_whole_and_shown_by_its_beginning(form: SourceForm) -> None:
    text = "dam " * HELD
    paste(form, text)
    assert form.text.whole() == text
    assert len(form.text.toPlainText()) < HELD
    form.text.empty()
    assert form.text.whole() == ""
    assert not form.text.isReadOnly()


def test_what_is_typed_stays_until_it_was_added(reviewer: Reviewer) -> None:
    form = reviewer.wiring.import_panel.form
    reviewer.press("Ctrl+Shift+W")
    assert QApplication.focusWidget() is form.fields[TITLE]
    reviewer.type("A")
    reviewer.press("Esc")
    assert not form.isVisible()
    reviewer.press("Ctrl+Shift+W")
    assert form.fields[TITLE].text() == "A"
    reviewer.type("On dams")
    reviewer.press("Return")
    assert [one.title for one in reviewer.session.read.sources.all()] == ["On dams"]
    reviewer.press("Ctrl+Shift+W")
    assert form.fields[TITLE].text() == ""


def test_the_same_title_and_day_is_asked_about_in_the_panel(reviewer: Reviewer) -> None:
    panel = reviewer.wiring.import_panel
    for number in range(2):
        reviewer.press("Ctrl+Shift+W")
        panel.form.fields[TITLE].setText("On dams")
        panel.form.fields[DATE].setText("5 May 2021")
        panel.form.fields[LINK].setText(f"https://wire.example/{number}")
        reviewer.press("Return")
    assert reviewer.session.read.sources.count() == 1
    assert "“On dams”, which your library has" in panel.question.text()
    panel.add_anyway.click()
    reviewer.settle()
    assert reviewer.session.read.sources.count() == 2
