"""Every setting takes effect at once, and again after a restart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.host import settings
from app.ui.look.appearance import Appearance
from app.ui.session import Session
from app.ui.settings.preferences import Preferences
from app.ui.wiring import Wiring
from tests.journeys.reviewer import Reviewer
from tests.ui.settings.test_settings_page import pick

Start = Callable[[], Reviewer]


@pytest.fixture
def start(qtbot: QtBot, root: Path, tmp_path: Path, appearance: Appearance) -> Iterator[Start]:
    """Opens the window with the settings kept in a file; called again, after a restart."""
    file = tmp_path / "settings.json"
    open_now: list[Wiring] = []

    def leave() -> None:
        while open_now:
            wiring = open_now.pop()
            wiring.window.close()
            wiring.close()

    def begin() -> Reviewer:
        leave()
        kept, notice = settings.load(file)
        assert notice == ""
        appearance.set_mode(kept.theme if file.exists() else "light")  # type: ignore[arg-type]
        appearance.set_percent(kept.text_size)
        session = Session.open(tmp_path / "a.claimdesk", root / "resources", root / "seeds",
                               reviewer=kept.reviewer)  # fmt: skip
        preferences = Preferences(kept, lambda now: settings.save(now, file))
        wiring = Wiring(session, appearance, preferences)
        open_now.append(wiring)
        qtbot.addWidget(wiring.window)
        wiring.window.show()
        qtbot.waitExposed(wiring.window)
        reviewer = Reviewer(qtbot, wiring)
        articles = session.read.articles.all()
        if articles:
            wiring.article.open(articles[0].id)
            reviewer.settle()
        else:
            reviewer.open_sample()
        return reviewer

    yield begin
    leave()
    appearance.set_reading(line_height=120, font="serif")
    appearance.set_percent(100)
    appearance.set_mode("light")


def test_the_font_of_texts_changes_and_stays(start: Start) -> None:
    reviewer = start()
    view = reviewer.window.article_pane.view
    serif = view.document().defaultFont().family()
    pick(reviewer.wiring.settings.boxes["reading_font"], "sans")
    sans = view.document().defaultFont().family()
    assert sans != serif
    assert reviewer.wiring.appearance.font("body").family() == sans
    again = start()
    assert again.window.article_pane.view.document().defaultFont().family() == sans


def test_theme_and_text_size_are_kept_at_once_and_stay(start: Start) -> None:
    reviewer = start()
    pick(reviewer.wiring.settings.theme, "contrast")
    reviewer.press("Ctrl++")
    assert reviewer.wiring.preferences.now.theme == "contrast"
    assert reviewer.wiring.preferences.now.text_size == 110
    again = start()
    assert again.wiring.appearance.theme.name == "contrast"
    assert again.wiring.appearance.percent == 110


class System:
    """A desktop that can be switched to dark, in the place of the one that tests have not."""

    scheme = Qt.ColorScheme.Light

    @classmethod
    def styleHints(cls) -> type[System]:
        return cls

    @classmethod
    def colorScheme(cls) -> Qt.ColorScheme:
        return cls.scheme

    @staticmethod
    def setColorScheme(_: Qt.ColorScheme) -> None:
        """What is asked of title bars changes nothing here."""


def test_the_theme_follows_the_system_while_the_window_is_open(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewer = start()
    look, hints = reviewer.wiring.appearance, QGuiApplication.styleHints()
    monkeypatch.setattr("app.ui.look.appearance.QGuiApplication", System)
    pick(reviewer.wiring.settings.theme, "system")
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        System.scheme = scheme
        hints.colorSchemeChanged.emit(scheme)
        assert look.theme.dark is dark
        assert reviewer.window.palette().window().color() == look.theme.canvas
    pick(reviewer.wiring.settings.theme, "light")
    System.scheme = Qt.ColorScheme.Dark
    hints.colorSchemeChanged.emit(System.scheme)
    assert not look.theme.dark


@pytest.mark.parametrize(("choice", "row"), [("unreviewed", 2), ("next", 1), ("off", 0)])
def test_a_verdict_leads_where_it_is_told_to(start: Start, choice: str, row: int) -> None:
    for number in range(2):
        reviewer = start()
        claims = reviewer.article.claims
        if not number:
            reviewer.article.choose(claims[1].id)
            reviewer.settle()
            reviewer.press("5")
            pick(reviewer.wiring.settings.boxes["auto_advance"], choice)
        reviewer.article.choose(claims[0].id)
        reviewer.settle()
        reviewer.press("4")
        assert reviewer.article.place(reviewer.article.current.id) == row


@pytest.mark.parametrize(
    ("rule", "asked"), [("never", ""), ("refuted", "refuted"), ("always", "refuted not_checkable")]
)
def test_a_rationale_is_asked_for_as_told(start: Start, rule: str, asked: str) -> None:
    for _ in range(2):
        reviewer = start()
        pick(reviewer.wiring.settings.boxes["ask_rationale"], rule)
        field = reviewer.window.dock.rationale
        for row, (key, rating) in enumerate((("3", "refuted"), ("5", "not_checkable"))):
            claim = reviewer.article.claims[row]
            reviewer.article.choose(claim.id)
            reviewer.settle()
            reviewer.window.evidence_pane.list.setFocus()
            reviewer.press(key)
            # The verdict stands either way: it is asked for and never held back.
            assert reviewer.article.review(claim.id).verdict.rating == rating
            assert field.hasFocus() is (rating in asked.split())
            assert (reviewer.article.current.id == claim.id) is (rating in asked.split())
            if field.hasFocus():
                reviewer.press("Esc")


def test_a_verdict_with_its_rationale_typed_before_goes_on(start: Start) -> None:
    reviewer = start()
    pick(reviewer.wiring.settings.boxes["ask_rationale"], "always")
    reviewer.press("R")
    reviewer.type("No agency says so.")
    reviewer.press("Esc")
    reviewer.press("3")
    assert reviewer.article.current is reviewer.article.claims[1]


def test_fewer_candidates_are_shown_at_once(start: Start) -> None:
    reviewer = start()
    assert len(reviewer.candidates.rows()) == 5
    pick(reviewer.wiring.settings.boxes["candidates"], 3)
    shown = reviewer.window.evidence_pane.list.model()
    assert len(reviewer.candidates.rows()) == shown.rowCount() == 3
    again = start()
    assert len(again.candidates.rows()) == 3


def test_the_name_signs_the_next_verdict(start: Start) -> None:
    reviewer = start()
    reviewer.press("Ctrl+,")
    field = reviewer.wiring.settings.reviewer
    field.setFocus()
    reviewer.type("B. Berg")
    reviewer.press("Tab")
    reviewer.press("Esc")
    claim = reviewer.article.current
    reviewer.press("4")
    assert reviewer.article.review(claim.id).verdict.reviewer == "B. Berg"
    again = start()
    claim = again.article.current
    again.press("4")
    assert again.article.review(claim.id).verdict.reviewer == "B. Berg"


def test_the_report_has_the_format_and_the_folder_chosen(start: Start, tmp_path: Path) -> None:
    reviewer = start()
    page = reviewer.wiring.settings
    pick(page.report_format, "markdown")
    (tmp_path / "reports").mkdir()
    reviewer.wiring.exporting.set_folder(tmp_path / "reports")
    for turn in range(2):
        now = reviewer if not turn else start()
        now.press("Ctrl+,")
        assert now.wiring.settings.report_format.currentData() == "markdown"
        assert now.wiring.settings._report_folder.text() == str(tmp_path / "reports")
        assert now.wiring.exporting.format.key == "markdown"
        now.press("Esc")
    now.press("Ctrl+E")
    assert list((tmp_path / "reports").glob("*.md"))


def test_the_library_and_its_backups_say_where_they_lie(start: Start, tmp_path: Path) -> None:
    reviewer = start()
    reviewer.press("Ctrl+,")
    texts = [w.text() for w in reviewer.wiring.settings.findChildren(type(
        reviewer.wiring.settings._report_folder))]  # fmt: skip
    assert str(tmp_path / "a.claimdesk") in texts
    backup = reviewer.session.read.backups.make()
    assert any(text and Path(text) == backup.path.parent for text in texts)
