"""Zones around the article: folded to one line that says how much, and put in or left out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.article import Zone, ZoneKind
from app.ui.article.zone_bars import ZoneBar
from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer

LEFT = Qt.MouseButton.LeftButton


def zone_of(reviewer: Reviewer, kind: ZoneKind) -> Zone:
    return next(zone for zone in reviewer.article.article.zones if zone.kind is kind)


def bar_of(reviewer: Reviewer, kind: ZoneKind) -> ZoneBar:
    bar = reviewer.window.article_pane.view.bars.bar_of(zone_of(reviewer, kind))
    assert bar is not None
    return bar


def test_a_long_zone_is_folded_to_a_line_that_says_how_much(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    reviewer.open_sample()
    view = reviewer.window.article_pane.view
    comments, bar = zone_of(reviewer, ZoneKind.COMMENTS), bar_of(reviewer, ZoneKind.COMMENTS)
    text = comments.span.of(view.text)
    lines = sum(bool(line.strip()) for line in text.splitlines())
    assert bar.fold.text().startswith(f"Comments · {lines} lines, ")
    assert view.folds.is_folded(comments)
    assert view.rects(comments.span) == ()
    height = view.document().size().height()
    view.setFocus()
    bar.fold.setFocus()  # comes into sight by itself
    assert view.viewport().rect().contains(bar.geometry())
    qtbot.mouseClick(bar.fold, LEFT)
    assert not view.folds.is_folded(comments)
    assert view.document().size().height() > height + lines * 10
    assert view.rects(comments.span)
    assert bar.fold.accessibleName().startswith("Hide Comments")
    qtbot.mouseClick(bar.fold, LEFT)
    assert view.document().size().height() == height


def test_what_is_folded_keeps_every_place(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    view = reviewer.window.article_pane.view
    assert any(view.folds.is_folded(zone) for zone in view.folds.foldable())
    view.selectAll()
    assert view.selection().of(view.text) == view.text
    claim = reviewer.article.claims[-1]
    view.bring(claim.span)
    rect = view.rects(claim.span)[0].translated(0, -view.verticalScrollBar().value())
    assert claim.span.start <= view.place_at(rect.center().toPoint()) < claim.span.end


def test_space_and_enter_press_a_bar_and_reach_no_command(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    view, bar = reviewer.window.article_pane.view, bar_of(reviewer, ZoneKind.COMMENTS)
    for key in ("Space", "Return"):
        before = view.folds.is_folded(zone_of(reviewer, ZoneKind.COMMENTS))
        bar.fold.setFocus()
        reviewer.press(key)
        assert view.folds.is_folded(zone_of(reviewer, ZoneKind.COMMENTS)) is not before
    assert not reviewer.window.article_pane.in_context
    assert not reviewer.article.review(reviewer.article.current.id).evidence


def test_a_zone_is_put_in_and_left_out_by_mouse_and_undone(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    reviewer.open_sample()
    claims = reviewer.article.claims
    qtbot.mouseClick(bar_of(reviewer, ZoneKind.COMMENTS).put, LEFT)
    reviewer.settle()
    assert zone_of(reviewer, ZoneKind.COMMENTS).included
    assert len(reviewer.article.claims) > len(claims)
    assert reviewer.window.status.said.text().startswith("Comments put in. ")
    assert bar_of(reviewer, ZoneKind.COMMENTS).put.text() == "Leave out"
    qtbot.mouseClick(bar_of(reviewer, ZoneKind.COMMENTS).put, LEFT)
    reviewer.settle()
    assert not zone_of(reviewer, ZoneKind.COMMENTS).included
    assert [c.span for c in reviewer.article.claims] == [c.span for c in claims]
    reviewer.press("Ctrl+Z")
    assert zone_of(reviewer, ZoneKind.COMMENTS).included
    reviewer.press("Ctrl+Z")
    assert reviewer.article.claims == claims


def test_the_key_acts_on_the_bar_in_focus_on_the_caret_and_on_a_selection(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    view = reviewer.window.article_pane.view
    bar_of(reviewer, ZoneKind.RELATED).fold.setFocus()
    reviewer.press("I")
    assert zone_of(reviewer, ZoneKind.RELATED).included
    view.setFocus()
    view.put_caret(zone_of(reviewer, ZoneKind.TAGS).span.start + 6)
    reviewer.press("I")
    assert zone_of(reviewer, ZoneKind.TAGS).included
    reviewer.press("Ctrl+Z")
    reviewer.press("Ctrl+Z")
    comments = zone_of(reviewer, ZoneKind.COMMENTS)
    line = reviewer.article.line_at(view.text.index("Talking is better"))
    view.select(line)
    reviewer.press("I")
    inside = [zone for zone in reviewer.article.article.zones if comments.span.covers(zone.span)]
    assert [zone.included for zone in inside] == [False, True, False]
    assert inside[1].span.of(view.text).strip() == line.of(view.text)
    assert "".join(z.span.of(view.text) for z in reviewer.article.article.zones) == view.text


def test_a_press_on_a_single_line_outside_offers_to_put_it_in(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    reviewer.open_sample()
    view = reviewer.window.article_pane.view
    view.verticalScrollBar().setValue(0)
    credit = reviewer.article.line_at(view.text.index("Ilya Pitalev"))
    rect = view.rects(credit)[0].translated(0, -view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), LEFT, pos=rect.center().toPoint())
    bar = reviewer.wiring.selection.bar
    assert bar.isVisible()
    assert [button.text() for button in bar.buttons] == ["Put in"]
    qtbot.mouseClick(bar.buttons[0], LEFT)
    reviewer.settle()
    assert reviewer.article.zone_at(credit.start).included
    assert not bar.isVisible()


def test_one_key_folds_all_that_is_outside_and_shows_it_again(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    folds = reviewer.window.article_pane.view.folds
    reviewer.press("Z")
    assert all(folds.is_folded(zone) for zone in folds.foldable())
    reviewer.press("Z")
    assert not any(folds.is_folded(zone) for zone in folds.foldable())


def test_a_claim_in_a_folded_zone_is_shown_when_it_is_chosen(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    view = reviewer.window.article_pane.view
    at = view.text.index("Talking is better")
    view.bring(reviewer.article.line_at(at))
    view.select(reviewer.article.line_at(at))
    reviewer.press("Ctrl+N")
    claim = reviewer.article.current
    assert claim.span.start == at
    reviewer.press("Ctrl+Home")
    reviewer.press("Z")
    assert view.rects(claim.span) == ()
    reviewer.article.choose(claim.id)
    assert view.rects(claim.span)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_bar_stands_over_its_zone_in_every_text_size(
    reviewer: Reviewer, appearance: Appearance, percent: int
) -> None:
    reviewer.open_sample()
    appearance.set_percent(percent)
    QApplication.sendPostedEvents()
    view = reviewer.window.article_pane.view
    scrolled = view.verticalScrollBar().value()
    for zone in view.folds.foldable():
        bar = view.bars.bar_of(zone)
        assert bar.fold.height() >= appearance.metrics("meta").height()
        assert bar.put.geometry().right() <= bar.width()
        before = reviewer.article.line_at(max(0, zone.span.start - 2))
        above = view.rects(before)
        if above and len(before):
            assert bar.y() + scrolled >= above[-1].bottom() - 1
        if not view.folds.is_folded(zone):
            assert bar.geometry().bottom() + scrolled <= view.rects(zone.span)[0].top() + 1
