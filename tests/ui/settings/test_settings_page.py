"""One live page without OK: what is chosen is in force at once, kept, and there after a restart."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from app.host import settings
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.settings.keys_section import apply_kept
from app.ui.settings.preferences import Preferences
from app.ui.wiring import Wiring
from tests.journeys.reviewer import Reviewer


def pick(box: QComboBox, value: object) -> None:
    row = box.findData(value)
    box.setCurrentIndex(row)
    box.activated.emit(row)


@pytest.fixture
def at_settings(reviewer: Reviewer) -> Reviewer:
    """The settings before the sample."""
    reviewer.open_sample()
    reviewer.press("Ctrl+,")
    return reviewer


def test_size_theme_and_spacing_are_in_force_at_once(at_settings: Reviewer) -> None:
    page, look = at_settings.wiring.settings, at_settings.wiring.appearance
    pick(page.text_size, 125)
    assert look.percent == 125
    pick(page.theme, "dark")
    assert look.theme.dark
    view = at_settings.window.article_pane.view
    before = view.document().size().height()
    pick(page.boxes["line_spacing"], 160)
    assert view.document().size().height() > before * 1.1
    at_settings.press("Ctrl+0")
    assert page.text_size.currentData() == 100


def test_esc_leads_back_to_the_desk_from_every_control(at_settings: Reviewer) -> None:
    page = at_settings.wiring.settings
    field = next(iter(page.keys.fields.values()))
    for control in (page.text_size, page.reviewer, page.keys.on, field):
        at_settings.wiring.pages.show_settings()
        control.setFocus()
        at_settings.press("Esc")
        assert at_settings.window.page is None


def test_bar_08_a_key_that_is_taken_is_refused_in_its_place(
    at_settings: Reviewer, qtbot: QtBot
) -> None:
    commands, keys = at_settings.wiring.commands, at_settings.wiring.settings.keys
    field = keys.fields["flag"]
    qtbot.keyClick(field, Qt.Key.Key_N)
    assert keys.trouble.isVisible()
    assert "next" in keys.trouble.text().casefold()
    assert commands.key("flag") == "F"
    qtbot.keyClick(field, Qt.Key.Key_U)
    assert not keys.trouble.isVisible()
    assert commands.key("flag") == "U"
    assert field.text() == "U"


def test_bar_09_single_keys_are_remapped_and_switched_off(
    at_settings: Reviewer, qtbot: QtBot
) -> None:
    article, keys = at_settings.article, at_settings.wiring.settings.keys
    qtbot.keyClick(keys.fields["flag"], Qt.Key.Key_U)
    at_settings.press("Esc")
    first = article.current.id
    at_settings.press("F")
    assert article.review(first).state.value == "to review"
    at_settings.press("U")
    assert article.review(first).state.value == "flagged"
    at_settings.press("Ctrl+,")
    keys.on.click()
    at_settings.press("Esc")
    at_settings.press("4")
    assert article.review(first).verdict is None
    at_settings.press("Ctrl+Z")
    assert article.review(first).state.value == "to review"


def test_bar_09_keys_and_settings_survive_a_restart(
    qtbot: QtBot, root: Path, tmp_path: Path, appearance: Appearance
) -> None:
    file = tmp_path / "settings.json"
    for turn in range(2):
        kept, notice = settings.load(file)
        assert notice == ""
        chosen = Preferences(kept, lambda now: settings.save(now, file))
        session = Session.open(tmp_path / "a.claimdesk", root / "resources", root / "seeds")
        wiring = Wiring(session, appearance, chosen)
        qtbot.addWidget(wiring.window)
        commands = wiring.commands
        if turn == 0:
            # Two commands change places: neither may be lost on the way back.
            for name, key in (("flag", ""), ("next-unreviewed", "F"), ("flag", "N")):
                wiring.settings.keys.take(name, key)
            pick(wiring.settings.boxes["line_spacing"], 140)
            wiring.settings.keys.on.click()
        assert commands.command("flag").keys == ("N",)
        assert commands.command("next-unreviewed").keys == ("F",)
        assert commands.key("flag") == ""  # single keys are off
        assert appearance.line_height == 140
        wiring.window.close()
        wiring.close()
    appearance.set_reading(line_height=120, font="serif")


def test_keys_kept_that_clash_by_now_are_left_as_usual(reviewer: Reviewer) -> None:
    commands = reviewer.wiring.commands
    apply_kept(commands, Preferences(settings.Settings(keys={"flag": "J", "gone": "X"})))
    assert commands.key("flag") == "F"
    assert commands.holder("J") == "next-claim"


def test_the_usual_keys_come_back_together(at_settings: Reviewer) -> None:
    keys = at_settings.wiring.settings.keys
    for name, key in (("flag", ""), ("next-unreviewed", "F"), ("flag", "N")):
        keys.take(name, key)
    keys.usual.click()
    assert at_settings.wiring.commands.key("flag") == "F"
    assert at_settings.wiring.commands.key("next-unreviewed") == "N"
    assert at_settings.wiring.preferences.now.keys == {}


def test_bar_12_and_29_every_control_has_a_name_and_can_be_hit(at_settings: Reviewer) -> None:
    for widget in at_settings.wiring.settings.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or widget.text(), widget
            assert widget.height() >= 24


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_bars_13_and_14_nothing_needs_more_width_than_there_is(
    at_settings: Reviewer, percent: int
) -> None:
    at_settings.window.resize(960, 640)
    at_settings.wiring.appearance.set_percent(percent)
    QApplication.processEvents()
    page = at_settings.wiring.settings
    assert page._column.width() <= page.width()
    assert page._column.minimumSizeHint().width() <= page.width()
    at_settings.wiring.appearance.set_percent(100)


def test_files_of_sources_are_kept_once_that_is_chosen(at_settings: Reviewer) -> None:
    page, preferences = at_settings.wiring.settings, at_settings.wiring.preferences
    assert not page.keep_files.isChecked()
    page.keep_files.click()
    assert preferences.now.keep_files
    page.keep_files.click()
    assert not preferences.now.keep_files
