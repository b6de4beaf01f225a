"""An article is put on another rating scale: said or asked, never guessed, and taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.model.errors import ReadingOnly
from app.ui.rescaling.rescale_page import RescalePage
from tests.journeys.reviewer import Reviewer

Asking = tuple[Reviewer, RescalePage]


def verdicts(reviewer: Reviewer) -> list[tuple[str, str]]:
    """Scale and rating of every verdict in force, in the order of the claims."""
    reviews = (reviewer.article.review(claim.id) for claim in reviewer.article.claims)
    return [(one.verdict.scale, one.verdict.rating) for one in reviews if one.verdict]


@pytest.fixture
def asking(reviewer: Reviewer) -> Asking:
    """The page before the sample, whose first four claims have verdicts."""
    reviewer.open_sample()
    for key in ("2", "4", "5", "5"):
        reviewer.press(key)
    reviewer.wiring.commands.run("rescale")
    return reviewer, reviewer.wiring.rescaling


def choose_scale(reviewer: Reviewer, key: str) -> None:
    box = reviewer.wiring.rescaling.scale
    box.setCurrentIndex(box.findData(key))
    reviewer.settle()


def test_nothing_is_preset(asking: Asking) -> None:
    reviewer, page = asking
    assert page.wanted is None
    assert not page.change.isVisible()
    assert "4 verdicts on the Five-way scale" in page.told.text()
    assert page.scale.findData("five_way") == -1
    choose_scale(reviewer, "averitec")
    shown = [(row.told.rating.name, row.told.claims, row.choice is None) for row in page.rows.rows]
    assert shown == [
        ("Partly supported", 1, False),
        ("Not enough evidence", 1, True),
        ("Not checkable", 2, False),
    ]
    assert page.rows.answers() == {}
    assert page.asked.text() == "2 ratings are still yours to choose."
    assert not page.change.isEnabled()


def test_what_is_chosen_is_done_in_one_step_and_taken_back(asking: Asking) -> None:
    reviewer, page = asking
    before = verdicts(reviewer)
    choose_scale(reviewer, "averitec")
    first, _, last = page.rows.rows
    first.choice.setCurrentIndex(first.choice.findData("averitec_conflicting"))
    assert page.asked.text() == "1 rating is still yours to choose."
    assert first.meaning.text() == first.choice.chosen.definition
    last.choice.setCurrentIndex(last.choice.findData("averitec_not_enough_evidence"))
    assert page.change.text() == "Change 4 verdicts"
    page.change.click()
    reviewer.settle()
    assert reviewer.window.page is None
    assert reviewer.window.status.said.text() == (
        "4 verdicts given anew on the AVeriTeC four-way scale."
    )
    assert verdicts(reviewer) == [
        ("averitec", "averitec_conflicting"),
        *[("averitec", "averitec_not_enough_evidence")] * 3,
    ]
    reviewer.press("Ctrl+Z")
    assert verdicts(reviewer) == before
    assert reviewer.window.status.said.text() == "Undone: Change scale."


def test_where_several_mean_the_same_they_alone_are_offered(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("3")
    reviewer.wiring.commands.run("rescale")
    choose_scale(reviewer, "politifact")
    [row] = reviewer.wiring.rescaling.rows.rows
    assert [row.choice.itemText(n) for n in range(row.choice.count())] == ["False", "Pants on Fire"]
    assert row.meaning.text().startswith("More than one rating there means this")


def test_an_undo_before_the_page_is_followed_and_answers_stay(asking: Asking) -> None:
    reviewer, page = asking
    choose_scale(reviewer, "averitec")
    page.rows.rows[0].choice.setCurrentIndex(2)
    page.rows.rows[2].choice.setFocus()
    reviewer.press("Ctrl+Z")
    assert QApplication.focusWidget() is page.scale
    assert [row.told.claims for row in page.rows.rows] == [1, 1, 1]
    assert page.rows.answers() == {"five_way.partly_supported": "averitec_refuted"}
    assert page.change.text() == "Change 3 verdicts"


def test_an_import_beside_it_leaves_a_choice_alone(asking: Asking) -> None:
    reviewer, page = asking
    choose_scale(reviewer, "averitec")
    choice = page.rows.rows[0].choice
    choice.setFocus()
    reviewer.session.do(lambda desk: desk.sources.add_text("Dam\n\nThe dam broke on Monday."))
    reviewer.settle()
    assert QApplication.focusWidget() is choice


def test_when_the_last_verdict_is_taken_back_it_says_so(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("5")
    reviewer.wiring.commands.run("rescale")
    choose_scale(reviewer, "fever")
    reviewer.press("Ctrl+Z")
    page = reviewer.wiring.rescaling
    assert "No claim of this article has a verdict yet" in page.told.text()
    assert not page.change.isVisible()
    assert QApplication.focusWidget() is page.back


def test_without_a_verdict_it_says_so(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.wiring.commands.run("rescale")
    page = reviewer.wiring.rescaling
    assert "No claim of this article has a verdict yet" in page.told.text()
    assert not page.scale.isVisible()
    assert QApplication.focusWidget() is page.back
    reviewer.press("Return")
    assert reviewer.window.page is None


def test_a_refusal_is_said_in_its_place(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    reviewer, page = asking
    choose_scale(reviewer, "pre_publication")
    page.rows.rows[0].choice.setCurrentIndex(1)
    library = reviewer.session._desk._library

    def refuse(*_: object) -> None:
        raise ReadingOnly("Another window has the library.")

    monkeypatch.setattr(library, "step", refuse)
    page.change.click()
    reviewer.settle()
    assert reviewer.window.page is page
    assert "Another window has the library." in page.asked.text()
    assert page.change.isEnabled()


def test_a_wheel_over_a_choice_chooses_nothing(asking: Asking) -> None:
    reviewer, page = asking
    choose_scale(reviewer, "averitec")
    for box in (page.scale, page.rows.rows[0].choice):
        before = box.currentIndex()
        centre = QPointF(box.rect().center())
        turn = QWheelEvent(
            centre, QPointF(box.mapToGlobal(centre.toPoint())), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, turn)
        assert box.currentIndex() == before
