"""The bars of the window that touch claims, evidence and verdicts, each under its number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.match import Relation
from app.ui.claims.claims_model import CurrentRole
from app.ui.evidence.candidates import Finding
from app.ui.evidence.candidates_list import MatchRole
from app.ui.evidence.chips import chips_of
from tests.journeys.reviewer import Reviewer


@pytest.fixture
def desk(reviewer: Reviewer) -> Reviewer:
    """A reviewer at the sample."""
    reviewer.open_sample()
    return reviewer


def test_bar_01_two_keys_link_decide_and_go_on_and_one_where_no_source_is_needed(
    desk: Reviewer,
) -> None:
    first, second, third = desk.article.claims[:3]
    desk.press("A")
    desk.press("2")
    review = desk.article.review(first.id)
    assert len(review.evidence) == 1
    assert review.verdict.rating == "partly_supported"
    assert desk.article.current is second
    desk.press("4")
    assert desk.article.review(second.id).verdict.rating == "not_enough_evidence"
    assert desk.article.current is third
    desk.press("5")
    assert desk.article.review(third.id).verdict.rating == "not_checkable"
    assert desk.article.current is desk.article.claims[3]


def shown_as_current(desk: Reviewer) -> set[int]:
    """What list, evidence and article show as the current claim, by its position."""
    model = desk.window.claims_pane.model
    rows = [r for r in range(model.rowCount()) if model.index(r).data(CurrentRole)]
    title = desk.window.evidence_pane.claim.title.text()
    assert len(rows) == 1
    return {rows[0] + 1, int(title.split()[1]), desk.article.current.position}


def place_of(desk: Reviewer, row: int) -> QPoint:
    """Where the first line of this claim stands in the article's viewport."""
    view = desk.window.article_pane.view
    scrolled = QPointF(0, view.verticalScrollBar().value())
    first = view.rects(desk.article.claims[row].span)[0]
    return (first.center() - scrolled).toPoint()


def test_bar_17_choosing_anywhere_moves_the_others(desk: Reviewer, qtbot: QtBot) -> None:
    claims = desk.article.claims
    lists = desk.window.claims_pane.list
    lists.setCurrentIndex(lists.model().index(4))
    desk.settle()
    assert shown_as_current(desk) == {5}
    view = desk.window.article_pane.view
    assert view.viewport().rect().contains(place_of(desk, 4))
    strip = desk.window.header.strip
    x = round(strip._marks_left() + 6.5 * strip._pitch())
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 12))
    desk.settle()
    assert shown_as_current(desk) == {7}
    view.bring(claims[2].span)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(desk, 2))
    desk.settle()
    assert shown_as_current(desk) == {3}
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, place_of(desk, 3).y())
    )
    desk.settle()
    assert shown_as_current(desk) == {4}  # by its number in the gutter
    desk.article.choose(claims[2].id)
    desk.settle()
    # Also for a claim whose work has changed meanwhile.
    desk.press("A")
    assert shown_as_current(desk) == {3}


def test_bar_18_next_unreviewed_honours_the_filter_and_says_when_it_wraps(desk: Reviewer) -> None:
    claims = desk.article.claims
    for row in (2, 5):
        desk.article.choose(claims[row].id)
        desk.settle()
        desk.press("F")
    desk.article.choose(claims[0].id)
    desk.settle()
    desk.wiring.commands.run("filter-flagged")
    for row, wrapped in ((2, False), (5, False), (2, True)):
        desk.press("N")
        assert desk.article.current.id == claims[row].id
        assert ("round the end" in desk.window.status.said.text()) is wrapped


def test_bar_21_nothing_is_preset_and_nothing_links_itself(desk: Reviewer) -> None:
    for _ in desk.article.claims:
        desk.press("J")
    for claim in desk.article.claims:
        review = desk.article.review(claim.id)
        assert not review.has_work
    assert not any(button.isChecked() for button in desk.window.dock.buttons)
    # Nor does a precedent: the same article decided before is told and not copied.
    first = desk.article.claims[0]
    desk.article.choose(first.id)
    desk.settle()
    desk.press("4")
    claim_id = desk.session.read.articles.claims(desk.article.article.id)[0].id
    text = f"Another title\n\n{first.quote} It rained on Monday in Geneva.\n"
    desk.wiring.intake.open_text(text)
    desk.settle()
    current = desk.article.current
    assert current.id != claim_id
    assert [e.judged.claim_id for e in desk.candidates.matches.earlier] == [claim_id]
    line = desk.window.evidence_pane.earlier.lines[0]
    assert line.told.text().startswith("You judged")
    assert "Not enough evidence" in line.told.text()
    assert not line.unfolded
    desk.press("Shift+H")
    assert line.unfolded
    assert first.statement[:40] in line.more.text()
    assert not desk.article.review(current.id).has_work
    assert not any(button.isChecked() for button in desk.window.dock.buttons)


def test_bar_22_a_verdict_without_a_source_is_told_inline_and_in_the_report(
    desk: Reviewer, qtbot: QtBot
) -> None:
    first = desk.article.claims[0]
    desk.press("1")
    assert desk.article.review(first.id).verdict.rating == "supported"
    desk.press("K")
    assert "Noted in the report" in desk.window.dock.told.text()
    with qtbot.waitSignal(desk.wiring.exporting.saved, timeout=20_000) as saved:
        desk.press("Ctrl+E")
    assert "Verdict without a source" in saved.args[0].read_text(encoding="utf-8")


def test_bar_23_what_is_shown_is_the_matchers_own_explanation(desk: Reviewer) -> None:
    conflicts = 0
    for claim in desk.article.claims:
        desk.article.choose(claim.id)
        desk.settle()
        own = desk.session.read.matching.for_claim(claim.id).candidates
        model = desk.window.evidence_pane.list.model()
        shown = [model.index(row).data(MatchRole) for row in range(model.rowCount())]
        assert [m.passage.id for m in shown] == [m.passage.id for m in own]
        for match, expected in zip(shown, own, strict=True):
            assert match.shared == expected.shared
            assert match.differences == expected.differences
            chips = chips_of(match.differences)
            if any(d.relation is Relation.DIFFERENT for d in match.differences):
                conflicts += 1
                assert chips[0].tone == "different"
    assert conflicts > 0


def test_bar_24_none_failed_and_searching_are_three_texts(desk: Reviewer) -> None:
    pane, candidates = desk.window.evidence_pane, desk.candidates
    told: list[str] = []

    def note() -> None:
        page = pane._pages.currentWidget()
        told.append(page._head.text())

    candidates.search("xylophone")
    note()
    desk.settle()
    note()
    candidates.trouble = "The disk does not answer."
    candidates._enter(Finding.FAILED, None)
    note()
    assert told == ["Searching…", "No passage has all of these words", "The search failed"]


def test_history_tells_who_when_and_on_what_and_restores(desk: Reviewer) -> None:
    first = desk.article.claims[0]
    desk.press("A")
    desk.press("2")
    desk.press("K")
    desk.press("5")
    desk.press("K")
    desk.press("H")
    history = desk.window.evidence_pane.history
    assert history.isVisible()
    now, before = history.lines[:2]
    assert now.told.text().startswith("Not checkable · in force · A. Lind · ")
    assert now.told.text().endswith(" · 1 source")
    assert before.told.text().startswith("Partly supported · A. Lind · ")
    assert not now.act.isVisible()
    source = desk.candidates.rows()[0].source
    assert source.title in before.more.text()
    before.act.setFocus()
    desk.press("Return")
    assert desk.article.review(first.id).verdict.rating == "partly_supported"
    desk.press("Ctrl+Z")
    assert desk.article.review(first.id).verdict.rating == "not_checkable"
    desk.press("Esc")
    assert not history.isVisible()


def test_what_a_linked_passage_says_is_chosen_by_key_and_by_mouse(
    desk: Reviewer, qtbot: QtBot
) -> None:
    first = desk.article.claims[0]

    def stance() -> str | None:
        [evidence] = desk.article.review(first.id).evidence
        return evidence.stance

    desk.press("A")
    said = [stance()]
    for _ in range(5):
        desk.press("T")
        said.append(stance())
    assert said == [None, "supports", "contradicts", "qualifies", "mentions", None]
    shown = desk.window.evidence_pane.list
    box = shown.visualRect(shown.model().index(0))
    card = shown.delegate.card(shown.model().index(0), box.width())
    asked: list[int] = []
    shown.stance_pressed.connect(asked.append)
    place = box.topLeft() + card.stance_button().center().toPoint()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [0]
    QApplication.activePopupWidget().close()
    assert stance() is None  # the link stays, and so does its stance until one is chosen
    desk.wiring.commands.run("stance-qualifies")
    desk.settle()
    assert stance() == "qualifies"
    desk.wiring.commands.run("undo")
    desk.settle()
    assert stance() is None


def test_a_rationale_is_saved_with_ctrl_enter_and_offered_again(desk: Reviewer) -> None:
    first, second = desk.article.claims[:2]
    desk.press("5")
    desk.press("K")
    desk.press("R")
    desk.type("An opinion & no more.")
    desk.press("Ctrl+Return")
    assert desk.article.review(first.id).rationale == "An opinion & no more."
    assert desk.article.current is second
    dock = desk.window.dock
    assert dock.recent_phrases() == ("An opinion & no more.",)
    assert dock.rationale.text() == ""
    desk.press("R")
    desk.press("Down")
    menu = dock.findChild(type(desk.window.menuBar().actions()[0].menu()))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert dock.rationale.text() == "An opinion & no more."
    assert desk.article.review(second.id).verdict is None
