"""The first real check, end to end, through the real window on a real library file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.match import DifferenceKind, Relation
from app.ui.evidence.candidates import Finding
from tests.journeys.reviewer import Reviewer

ATTACKS = "Deir ez-Zor"


def test_link_decide_undo_close_reopen_export(
    sit_down: Callable[[], Reviewer], qtbot: QtBot
) -> None:
    reviewer = sit_down()
    reviewer.open_sample()
    claim_id = reviewer.claim_with("September 9")
    assert reviewer.candidates.state is Finding.FOUND

    reviewer.press("A")
    linked = reviewer.article.review(claim_id).evidence
    assert [e.passage_id for e in linked] == [reviewer.candidates.rows()[0].passage.id]
    assert reviewer.article.review(claim_id).verdict is None

    reviewer.press("3")
    if reviewer.wiring.deciding.question is not None:
        reviewer.press("Return")
    assert reviewer.article.review(claim_id).verdict.rating == "refuted"
    assert reviewer.article.current.id != claim_id

    reviewer.press("Ctrl+Z")
    assert reviewer.article.review(claim_id).verdict is None
    assert reviewer.article.review(claim_id).evidence == linked
    assert reviewer.article.current.id == claim_id

    reviewer.press("3")
    if reviewer.wiring.deciding.question is not None:
        reviewer.press("Return")

    reviewer = sit_down()
    reviewer.article.open(1)
    reviewer.settle()
    review = reviewer.article.review(claim_id)
    assert review.verdict.rating == "refuted"
    assert review.evidence == linked

    with qtbot.waitSignal(reviewer.wiring.exporting.saved) as saved:
        reviewer.press("Ctrl+E")
    report = saved.args[0].read_text(encoding="utf-8")
    assert "Refuted" in report
    assert linked[0].exact.split(".")[0][:40] in report


def test_the_attacks_show_another_date_first(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with(ATTACKS)
    first = [match.differences[0] for match in reviewer.candidates.rows() if match.differences]
    dates = [d for d in first if d.kind is DifferenceKind.DATE and d.relation is Relation.DIFFERENT]
    assert dates
    assert any("17" in d.passage.text for d in dates)


def test_nothing_is_preset_and_nothing_is_linked(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    assert len(reviewer.article.claims) >= 8
    for claim in reviewer.article.claims:
        reviewer.article.choose(claim.id)
        reviewer.settle()
        assert not any(button.isChecked() for button in reviewer.window.dock.buttons)
    assert all(r.verdict is None and not r.evidence for r in reviewer.article.reviews.values())


def test_the_loop_with_the_mouse_only(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    claim = reviewer.article.current
    row = reviewer.window.evidence_pane.list
    index = row.model().index(0)
    card = row.delegate.card(index, row.visualRect(index).width())
    at = row.visualRect(index).topLeft() + card.button().center().toPoint()
    qtbot.mouseClick(row.viewport(), Qt.MouseButton.LeftButton, pos=at)
    reviewer.settle()
    assert len(reviewer.article.review(claim.id).evidence) == 1
    qtbot.mouseClick(reviewer.window.dock.buttons[3], Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert reviewer.article.review(claim.id).verdict.rating == "not_enough_evidence"
    assert reviewer.article.current.id != claim.id


def test_bar_25_space_reads_in_context_and_esc_comes_back_to_the_pixel(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with(ATTACKS)
    pane = reviewer.window.article_pane
    before = pane.view.verticalScrollBar().value()
    reviewer.press("Space")
    assert pane.in_context
    passage = reviewer.candidates.highlighted_match().passage
    rects = pane.source.text.rects(passage.span)
    top = pane.source.text.verticalScrollBar().value()
    assert rects[0].top() >= top
    assert rects[0].bottom() <= top + pane.source.text.viewport().height()
    reviewer.press("Esc")
    assert not pane.in_context
    assert pane.view.verticalScrollBar().value() == before


def test_a_verdict_that_its_evidence_speaks_against_is_asked_once(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    claim_id = reviewer.claim_with(ATTACKS)
    other_date = next(
        row
        for row, match in enumerate(reviewer.candidates.rows())
        if match.differences and match.differences[0].relation is Relation.DIFFERENT
    )
    reviewer.press("ABCDE"[other_date])
    reviewer.press("1")
    assert reviewer.wiring.deciding.question is not None
    assert reviewer.article.review(claim_id).verdict is None
    assert reviewer.window.dock.question.isVisible()
    reviewer.press("Esc")
    assert reviewer.wiring.deciding.question is None
    reviewer.press("1")
    reviewer.press("Return")
    verdict = reviewer.article.review(claim_id).verdict
    assert verdict.rating == "supported"
    assert "though" in verdict.acknowledged


def test_a_typed_rationale_goes_with_the_verdict(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    claim_id = reviewer.article.current.id
    reviewer.press("R")
    reviewer.type("5 sources, and jkn are letters here")
    assert reviewer.article.current.id == claim_id
    reviewer.press("Return")
    reviewer.press("5")
    verdict = reviewer.article.review(claim_id).verdict
    assert verdict.rating == "not_checkable"
    assert verdict.rationale == "5 sources, and jkn are letters here"


def test_search_links_from_its_results(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    claim_id = reviewer.article.current.id
    reviewer.press("/")
    reviewer.type("Tillerson sworn in")
    with qtbot.waitSignal(reviewer.candidates.changed):
        pass
    reviewer.press("Return")
    assert "Tillerson" in reviewer.candidates.rows()[0].passage.text
    reviewer.press("A")
    assert len(reviewer.article.review(claim_id).evidence) == 1
    reviewer.press("Esc")
    assert not reviewer.candidates.query


def test_the_day_is_asked_and_never_taken_by_itself(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    bar = reviewer.window.article_pane.dates
    assert bar.isVisible()
    assert reviewer.article.article.publication.date is None
    assert "21 September 2016" in bar.accept.text()
    qtbot.mouseClick(bar.accept, Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert reviewer.article.article.publication.date.isoformat() == "2016-09-21"
    assert not bar.isVisible()
    reviewer.press("Ctrl+Z")
    assert reviewer.article.article.publication.date is None
    assert bar.isVisible()


def test_removing_the_sample_is_one_step_back(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    sources = reviewer.session.read.sources.count()
    reviewer.wiring.commands.run("remove-sample")
    reviewer.settle()
    assert reviewer.article.article is None
    assert reviewer.session.read.sources.count() == 0
    reviewer.press("Ctrl+Z")
    assert reviewer.session.read.sources.count() == sources == 80


def test_a_link_made_in_a_search_is_told_by_its_claim(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    reviewer.claim_with(ATTACKS)
    reviewer.press("/")
    reviewer.type("Tillerson sworn in")
    with qtbot.waitSignal(reviewer.candidates.changed):
        pass
    reviewer.press("Return")
    title = reviewer.candidates.rows()[0].source.publisher
    reviewer.press("Shift+A")
    reviewer.press("Esc")
    told = reviewer.window.dock.told.text()
    assert f"{title} (contradicts)" in told
    assert "September 16" in told.split("Not covered:")[1]
