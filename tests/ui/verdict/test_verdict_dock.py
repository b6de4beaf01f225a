"""The dock: words kept for the claim they were typed for, a question asked once, five buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.verdict.verdict_dock import VerdictDock
from tests.journeys.reviewer import Reviewer


def dock_of(reviewer: Reviewer) -> VerdictDock:
    reviewer.open_sample()
    return reviewer.window.dock


def write(reviewer: Reviewer, words: str) -> int:
    """Type into the rationale of the current claim, whose id is answered."""
    reviewer.press("R")
    reviewer.type(words)
    return reviewer.article.current.id


def stored(reviewer: Reviewer, claim_id: int) -> str:
    reviewer.settle()
    return reviewer.session.read.review.get(claim_id).rationale


def test_words_are_kept_by_the_clock(reviewer: Reviewer, qtbot: QtBot) -> None:
    dock = dock_of(reviewer)
    dock._keep.setInterval(1)
    with qtbot.waitSignal(reviewer.article.claims_changed):
        claim_id = write(reviewer, "As the minutes say")
    assert stored(reviewer, claim_id) == "As the minutes say"
    assert dock.rationale.hasFocus()
    reviewer.type(", twice")
    assert dock.rationale.text() == "As the minutes say, twice"


def test_words_are_kept_when_the_focus_goes(reviewer: Reviewer) -> None:
    dock_of(reviewer)
    claim_id = write(reviewer, "Kept")
    reviewer.window.claims_pane.list.setFocus()
    assert stored(reviewer, claim_id) == "Kept"


def test_words_are_kept_for_their_claim_when_another_is_chosen(reviewer: Reviewer) -> None:
    dock = dock_of(reviewer)
    claim_id = write(reviewer, "For the first")
    reviewer.article.move(1)
    other = reviewer.article.current.id
    assert stored(reviewer, claim_id) == "For the first"
    assert stored(reviewer, other) == ""
    assert dock.rationale.text() == ""
    reviewer.type("For the second")
    reviewer.article.move(-1)
    assert stored(reviewer, other) == "For the second"
    assert dock.rationale.text() == stored(reviewer, claim_id) == "For the first"


def test_words_are_kept_when_the_article_is_closed_or_another_opened(reviewer: Reviewer) -> None:
    dock_of(reviewer)
    claim_id = write(reviewer, "Before closing")
    reviewer.press("Ctrl+W")
    assert stored(reviewer, claim_id) == "Before closing"
    reviewer.article.open(1)
    reviewer.press("R")
    reviewer.type("Before opening")
    reviewer.wiring.intake.open_text("Menu\nHome\n")
    reviewer.settle()
    assert stored(reviewer, claim_id) == "Before opening"


def test_words_are_kept_when_the_window_closes(
    reviewer: Reviewer, sit_down: Callable[[], Reviewer]
) -> None:
    dock_of(reviewer)
    claim_id = write(reviewer, "Last words")
    reviewer = sit_down()
    assert stored(reviewer, claim_id) == "Last words"


def test_an_article_without_claims_disables_the_dock(reviewer: Reviewer) -> None:
    dock = dock_of(reviewer)
    write(reviewer, "Seen")
    reviewer.wiring.intake.open_text("Menu\nHome\n")
    reviewer.settle()
    assert not dock.isEnabled()
    assert dock.rationale.text() == ""
    assert dock.told.text() == ""


def test_undo_takes_words_back_and_shows_it(reviewer: Reviewer) -> None:
    dock = dock_of(reviewer)
    claim_id = write(reviewer, "Too soon")
    reviewer.press("Esc")
    reviewer.press("Ctrl+Z")
    assert stored(reviewer, claim_id) == ""
    assert dock.rationale.text() == ""


def test_a_button_shows_the_verdict_in_force(reviewer: Reviewer, qtbot: QtBot) -> None:
    dock = dock_of(reviewer)
    first = reviewer.article.current.id
    qtbot.mouseClick(dock.buttons[3], Qt.MouseButton.LeftButton)
    assert not dock.buttons[3].isChecked()  # only the library says that it stands
    reviewer.settle()
    assert reviewer.article.current.id != first
    assert not any(button.isChecked() for button in dock.buttons)
    reviewer.article.choose(first)
    assert [button.isChecked() for button in dock.buttons] == [False, False, False, True, False]
    reviewer.press("0")
    assert not any(button.isChecked() for button in dock.buttons)
    reviewer.press("Ctrl+Z")
    assert dock.buttons[3].isChecked()


def ask(reviewer: Reviewer) -> int:
    """Bring up the question about a verdict that its evidence speaks against."""
    claim_id = reviewer.claim_with("Deir ez-Zor")
    reviewer.press("A")
    reviewer.press("1")
    assert reviewer.window.dock.question.isVisible()
    return claim_id


def test_enter_keeps_what_was_asked_about(reviewer: Reviewer) -> None:
    dock = dock_of(reviewer)
    claim_id = ask(reviewer)
    assert dock.question.text().startswith("Supported, though A says")
    assert QApplication.focusWidget() is dock.keep_button
    reviewer.press("Return")
    verdict = reviewer.article.review(claim_id).verdict
    assert verdict.rating == "supported"
    assert "though" in verdict.acknowledged
    assert not dock.question.isVisible()
    assert len(reviewer.session.read.review.verdicts(claim_id)) == 1


def test_esc_goes_back_and_the_keys_work_on(reviewer: Reviewer) -> None:
    dock = dock_of(reviewer)
    claim_id = ask(reviewer)
    reviewer.press("Esc")
    assert not dock.question.isVisible()
    assert QApplication.focusWidget() is reviewer.window.evidence_pane.list
    reviewer.press("3")
    assert reviewer.article.review(claim_id).verdict.rating == "refuted"


def test_choosing_another_claim_drops_the_question_and_leaves_the_focus(
    reviewer: Reviewer,
) -> None:
    dock = dock_of(reviewer)
    claim_id = ask(reviewer)
    rows = reviewer.window.claims_pane.list
    rows.setFocus()
    reviewer.article.move(-1)
    assert not dock.question.isVisible()
    assert QApplication.focusWidget() is rows
    assert reviewer.article.review(claim_id).verdict is None


def test_the_line_tells_what_is_linked_and_what_is_not_covered(reviewer: Reviewer) -> None:
    dock = dock_of(reviewer)
    reviewer.claim_with("Deir ez-Zor")
    assert dock.told.text().startswith("No source linked yet.")
    reviewer.press("A")
    assert dock.told.text().startswith("Linked: A ")
    assert "Not covered: " in dock.told.text()
    reviewer.press("Shift+A")
    assert "(contradicts)" in dock.told.text()


def test_a_verdict_without_a_source_is_noted_and_never_blocked(reviewer: Reviewer) -> None:
    dock = dock_of(reviewer)
    first = reviewer.article.current.id
    reviewer.press("1")
    assert reviewer.article.review(first).verdict.rating == "supported"
    reviewer.article.choose(first)
    assert "Noted in the report" in dock.told.text()
