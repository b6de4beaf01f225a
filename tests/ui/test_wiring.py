"""Where the parts meet: errors land in the status line and what is shown stays true."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journeys.reviewer import Reviewer


def test_a_lock_of_another_program_is_said_and_nothing_is_shown_that_is_not_kept(
    reviewer: Reviewer, tmp_path: Path
) -> None:
    reviewer.open_sample()
    claim = reviewer.article.current
    store = reviewer.session._desk._library._store
    store.db.conn.execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(tmp_path / "desk.claimdesk")) as other:
        other.execute("BEGIN IMMEDIATE")
        reviewer.press("4")
        told = reviewer.window.status.said.text()
        assert told.endswith(".")
        assert "recorded" not in told
        assert QApplication.activeModalWidget() is None
        assert reviewer.article.current is not None
        assert reviewer.article.current.id == claim.id
        assert reviewer.article.review(claim.id).verdict is None
    reviewer.press("4")
    assert reviewer.article.review(claim.id).verdict.rating == "not_enough_evidence"


def test_undo_in_the_status_line_takes_back_the_last_act(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first = reviewer.article.current.id
    reviewer.press("5")
    assert reviewer.window.status.undo.text() == "Undo Ctrl+Z"
    reviewer.window.status.undo.click()
    reviewer.settle()
    assert reviewer.article.review(first).verdict is None
    assert reviewer.article.current.id == first


def test_going_on_says_when_it_went_round_or_nothing_is_left(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("Ctrl+End")
    reviewer.press("N")
    assert reviewer.article.current is reviewer.article.claims[0]
    assert "round the end" in reviewer.window.status.said.text()
    for _ in reviewer.article.claims[1:]:
        reviewer.press("5")
    assert reviewer.article.current is reviewer.article.claims[-1]
    reviewer.press("N")
    assert reviewer.window.status.said.text() == "Every other claim has a verdict."


def test_an_undo_after_the_sample_was_removed_brings_the_article_back(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    claim_id = reviewer.article.current.id
    reviewer.wiring.commands.run("remove-sample")
    reviewer.settle()
    assert reviewer.window.welcome.isVisible()
    reviewer.press("Ctrl+Z")
    assert reviewer.article.current.id == claim_id
    assert reviewer.window.article_pane.isVisible()


def test_an_enter_links_the_highlighted_candidate(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("]")
    reviewer.press("Return")
    linked = reviewer.article.review(reviewer.article.current.id).evidence
    assert [e.passage_id for e in linked] == [reviewer.candidates.rows()[1].passage.id]


def test_a_window_takes_all_of_its_widgets_along(
    sit_down: Callable[[], Reviewer], qapp: QApplication
) -> None:
    assert qapp is not None
    sit_down().open_sample()
    sit_down()  # the first window is closed and deleted by now
    alone = len(QApplication.allWidgets())
    sit_down()
    assert len(QApplication.allWidgets()) <= alone
