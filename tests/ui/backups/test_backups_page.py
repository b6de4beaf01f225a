"""The backups in the window: listed with what they hold, restored only after a question."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.reviewer import Reviewer


@pytest.fixture
def with_backups(reviewer: Reviewer) -> Reviewer:
    """The sample with two verdicts, a backup before the first, between them and after."""
    reviewer.open_sample()
    for rating in ("", "5", "4"):
        if rating:
            reviewer.press(rating)
        reviewer.session.do(lambda desk: desk.backups.make())
        reviewer.settle()
    reviewer.wiring.commands.run("backups")
    reviewer.settle()
    return reviewer


def test_each_is_listed_with_time_size_and_counts(with_backups: Reviewer) -> None:
    page = with_backups.wiring.backups
    lines = [page.list.item(row).text() for row in range(page.list.count())]
    assert [line.splitlines()[1] for line in lines] == [
        f"1 article, {reviewed} of 11 claims reviewed, 80 sources" for reviewed in (2, 1, 0)
    ]
    assert all("KB" in line or "MB" in line for line in lines)
    assert page.chosen == page._found[0]


def test_what_a_backup_holds_is_seen_before_it_is_restored(with_backups: Reviewer) -> None:
    page = with_backups.wiring.backups
    page.list.setCurrentRow(1)
    assert "1 verdict given on 11 claims" in page.contents.figures.text()
    assert page.contents.articles.item(0).text().endswith("1 of 11 claims reviewed")


def test_restoring_asks_first_and_tells_both_figures(with_backups: Reviewer, qtbot: QtBot) -> None:
    page = with_backups.wiring.backups
    page.list.setCurrentRow(2)
    page.restore.click()
    assert "0 of 11 claims reviewed" in page.asked.text()
    assert "the library now has 1 article, 2 of 11 claims reviewed" in page.asked.text()
    with_backups.press("Esc")
    assert not page.question.isVisible()
    assert with_backups.window.page is page
    page.restore.click()
    with qtbot.waitSignal(page.restore_wanted) as wanted:
        page.confirm.click()
    assert wanted.args == [page._found[2].backup.path.name]


def test_esc_leads_back_to_the_desk(with_backups: Reviewer) -> None:
    with_backups.press("Esc")
    assert with_backups.window.page is None


def test_a_backup_is_made_on_request(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.wiring.commands.run("backups")
    reviewer.settle()
    page = reviewer.wiring.backups
    before = page.list.count()
    page.make.click()
    reviewer.settle()
    reviewer.settle()
    assert page.list.count() == before + 1


def test_without_a_backup_it_says_when_one_is_made(reviewer: Reviewer) -> None:
    reviewer.wiring.pages.show_backups()
    reviewer.settle()
    page = reviewer.wiring.backups
    assert "There are no backups yet" in page.told.text()
    assert not page.list.isVisible()
    assert not page.restore.isVisible()


def test_a_damaged_backup_says_so(with_backups: Reviewer, tmp_path: Path) -> None:
    page = with_backups.wiring.backups
    path = page._found[0].backup.path
    shutil.copy(path, tmp_path / "kept")
    path.write_bytes(b"\xff" * 9000)
    page.open()
    with_backups.settle()
    assert "not a Claimdesk library" in page.contents.figures.text()
    assert not page.contents.articles.isVisible()
