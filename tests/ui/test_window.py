"""The whole window: every pane in step, whatever its size; its bars are tested in bars/."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import lay_out, visible


def test_a_long_sentence_in_the_status_line_moves_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    panes = [pane.width() for pane in reviewer.window.focus_panes()]
    reviewer.window.status.say("An article with a very long title is open. " * 20, undo=True)
    lay_out()
    assert reviewer.window.width() == 1280
    assert reviewer.window.minimumSizeHint().width() <= 1280
    assert [pane.width() for pane in reviewer.window.focus_panes()] == panes


def test_a_claim_chosen_anywhere_is_current_everywhere(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    window, article = reviewer.window, reviewer.article
    view, rows = window.article_pane.view, window.claims_pane.list
    strip = window.header.strip
    shown: list[int] = []
    strip.update = lambda: shown.append(article.place(article.current.id))

    def is_current(row: int) -> None:
        reviewer.settle()
        claim = article.claims[row]
        assert article.current.id == claim.id
        assert rows.currentIndex().row() == row
        assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())
        place = view.rects(claim.span)[0].translated(0, -view.verticalScrollBar().value())
        assert view.viewport().rect().contains(place.toRect().center())
        assert claim.statement in window.evidence_pane.claim.header.accessibleName()
        assert f"CLAIM {row + 1} OF" in window.evidence_pane.claim.title.text()

    left = Qt.MouseButton.LeftButton
    rows.scrollTo(rows.model().index(4))
    qtbot.mouseClick(rows.viewport(), left, pos=rows.visualRect(rows.model().index(4)).center())
    is_current(4)
    near = [c for c in article.claims if c is not article.current and _on_screen(view, c)]
    rect = view.rects(near[0].span)[0].translated(0, -view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), left, pos=rect.center().toPoint())
    is_current(article.place(near[0].id))
    for claim, rect in list(view.gutter.entries()):
        shifted = rect.translated(0, -view.verticalScrollBar().value())
        if claim.id != article.current.id and view.viewport().rect().contains(shifted.toRect()):
            qtbot.mouseClick(view.viewport(), left, pos=shifted.center().toPoint())
            is_current(article.place(claim.id))
            break
    else:
        pytest.fail("no other claim's number is to be seen")
    x = strip._marks_left() + 6.5 * strip._pitch()
    qtbot.mouseClick(strip, left, pos=QPoint(round(x), strip.height() // 2))
    is_current(6)
    qtbot.mouseClick(window.article_pane.ruler, left, pos=QPoint(7, 0))
    is_current(0)


def _on_screen(view: QWidget, claim: object) -> bool:
    rects = view.rects(claim.span)
    rect = rects[0].translated(0, -view.verticalScrollBar().value()).toRect()
    return view.viewport().rect().contains(rect)


def test_a_narrow_window_folds_the_list_and_keeps_the_loop(reviewer: Reviewer) -> None:
    reviewer.window.resize(960, 640)
    reviewer.open_sample()
    assert not reviewer.window.claims_pane.isVisible()
    panes = [p for p in reviewer.window.focus_panes() if p.isVisible()]
    panes[0].setFocus()
    reviewer.press("F6")
    assert QApplication.focusWidget() is reviewer.window.evidence_pane.list
    reviewer.press("J")
    assert reviewer.article.current is reviewer.article.claims[1]


def test_theme_and_text_size_change_live_and_keep_the_place(
    reviewer: Reviewer, appearance: Appearance
) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    view = reviewer.window.article_pane.view
    bar = view.verticalScrollBar()
    place = bar.value()
    assert place > 0
    appearance.set_mode("dark")
    assert view.palette().base().color() == appearance.theme.surface
    assert reviewer.window.grab().toImage().pixelColor(3, 400).lightnessF() < 0.3
    assert bar.value() == place
    appearance.set_mode("light")
    claim = reviewer.article.current
    before = view.rects(claim.span)[0].top() - bar.value()
    for key in ("Ctrl++", "Ctrl++", "Ctrl++", "Ctrl+-", "Ctrl++", "Ctrl+0"):
        reviewer.press(key)
        top = view.rects(claim.span)[0].top() - bar.value()
        assert abs(top - before) < 30, f"the claim moved at {appearance.percent} %"
    assert appearance.percent == 100


def test_closing_an_article_shows_the_way_in_again(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    assert reviewer.article.article.title in reviewer.window.windowTitle()
    reviewer.press("Ctrl+W")
    assert reviewer.window.windowTitle() == "Claimdesk"
    again = [b for b in visible(reviewer, QAbstractButton) if "0 of" in b.text()]
    qtbot.mouseClick(again[0], Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert reviewer.article.current is reviewer.article.claims[0]
