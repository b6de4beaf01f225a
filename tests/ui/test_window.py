"""The whole window: nothing clipped, everything named, every pane in step, keys that lead on."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desk.articles import read_article, read_article_file
from app.model.article import ProposedSource
from app.model.span import Span
from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.files import word_file
from tests.ui.page import PAGE


def visible(reviewer: Reviewer, kind: type) -> list[QWidget]:
    """Everything of this kind that can be seen; what Qt puts into its own widgets is Qt's."""
    found = reviewer.window.findChildren(kind)
    return [w for w in found if w.isVisible() and not w.objectName().startswith("qt_")]


def focus_takers(reviewer: Reviewer) -> list[QWidget]:
    """What Tab may stop at."""
    return [
        w
        for w in visible(reviewer, QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w.focusProxy() is None
    ]


def lay_out() -> None:
    """Let the layouts settle: what wraps asks for its height in a second round."""
    for _ in range(5):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def told(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName()!r} {words!r}"


def told_by_the_file(reviewer: Reviewer) -> None:
    """Show an article whose file named sources and could not be kept whole."""
    article, claims = read_article(PAGE, "mill.docx")
    at = article.text.index("Some 40")
    named = ProposedSource(Span(at, at + 4), "footnote", "The police counted forty people. " * 9)
    told = replace(article, notices=("Two pictures hold no text.",), proposals=(named,))
    reviewer.session.do(
        lambda desk: desk.articles.store(told, claims),
        lambda stored: reviewer.article.open(stored.id),
    )
    reviewer.settle()
    reviewer.press("P")
    assert reviewer.window.article_pane.file_bar.sources.list.isVisible()


def listed_by_the_file(reviewer: Reviewer) -> None:
    """Show the ledger of a Word file, and the list of the words that it hides."""
    article, claims = read_article_file(word_file(reviewer.session.read.path.parent))
    reviewer.session.do(
        lambda desk: desk.articles.store(article, claims),
        lambda stored: reviewer.article.open(stored.id),
    )
    reviewer.settle()
    reviewer.press("L")
    reviewer.press("P")
    assert reviewer.window.article_pane.ledger_line.isVisible()
    assert reviewer.window.article_pane.file_bar.left_out.list.isVisible()


def show(reviewer: Reviewer, state: str) -> None:
    if state == "welcome":
        return
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    if state == "asking":
        reviewer.wiring.commands.run("link-A")
        reviewer.wiring.commands.run("verdict-supported")
        reviewer.settle()
        assert reviewer.window.dock.question.isVisible()
    elif state == "in context":
        reviewer.press("Space")
        assert reviewer.window.article_pane.in_context
    elif state == "nothing found":
        reviewer.candidates.search("xylophone zebra")
        reviewer.settle()
    elif state == "keys":
        reviewer.press("?")
    elif state == "palette":
        reviewer.press("Ctrl+K")
    elif state == "other day":
        reviewer.wiring.commands.run("publication-date")
    elif state == "editing":
        reviewer.press("F2")
        assert reviewer.window.evidence_pane.claim.editor.isVisible()
    elif state == "splitting":
        reviewer.claim_with("September 9")
        reviewer.press("S")
        assert reviewer.window.evidence_pane.claim.splits.isVisible()
    elif state in ("ledger", "excusing"):
        reviewer.press("Del")
        reviewer.press("L")
        reviewer.press("O")
        if state == "excusing":
            reviewer.press("X")
        shown = reviewer.window.article_pane.excuse.isVisible()
        assert shown is (state == "excusing")
    elif state == "look here":
        article = reviewer.article.article
        day = article.publication.inferred
        reviewer.session.do(lambda desk: desk.articles.set_published(article.id, day))
        reviewer.settle()
        reviewer.claim_with("reconvene on Friday")
        assert reviewer.window.evidence_pane.claim.notes.isVisible()
    elif state == "file says":
        told_by_the_file(reviewer)
    elif state == "file hides":
        listed_by_the_file(reviewer)


STATES = (
    "welcome", "deciding", "asking", "in context", "nothing found", "keys", "palette", "other day",
    "editing", "splitting", "ledger", "excusing", "look here", "file says",
    "file hides",
)  # fmt: skip


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_clipped_every_target_is_large_enough_and_what_takes_the_focus_has_a_name(
    reviewer: Reviewer, appearance: Appearance, state: str, percent: int
) -> None:
    appearance.set_percent(percent)
    window = reviewer.window
    window.resize(1280, 800)
    show(reviewer, state)
    lay_out()
    assert (window.width(), window.height()) == (1280, 800)
    for widget in visible(reviewer, QLabel) + visible(reviewer, QAbstractButton):
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            # Qt rounds a line's height twice.
            assert widget.height() >= needed - 1, f"{told(widget)}: {widget.height()} of {needed}"
        elif not isinstance(widget, QLabel) or widget.text():
            needed = widget.minimumSizeHint()
            assert widget.width() >= needed.width(), f"{told(widget)} is too narrow"
            assert widget.height() >= needed.height(), f"{told(widget)} is too low"
        if widget.window() is window and not _in_scroll_area(widget):
            inside = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            assert window.rect().contains(inside), f"{told(widget)} reaches out of the window"
    for target in (
        *visible(reviewer, QAbstractButton),
        *visible(reviewer, QLineEdit),
        *visible(reviewer, QDateEdit),
    ):
        assert min(target.width(), target.height()) >= 24, f"{told(target)} is too small"
    for widget in focus_takers(reviewer):
        name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        assert name, f"{told(widget)} has no name"
    for bar in visible(reviewer, QTabBar):
        for tab in range(bar.count()):
            assert min(bar.tabRect(tab).width(), bar.tabRect(tab).height()) >= 24


def _in_scroll_area(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent.objectName() != "qt_scrollarea_viewport":
        parent = parent.parentWidget()
    return parent is not None


def test_a_long_sentence_in_the_status_line_moves_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    panes = [pane.width() for pane in reviewer.window.focus_panes()]
    reviewer.window.status.say("An article with a very long title is open. " * 20, undo="Ctrl+Z")
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


def test_f6_goes_round_and_comes_back(reviewer: Reviewer) -> None:
    reviewer.press("F6")  # with nothing open there is nowhere to go
    reviewer.open_sample()
    panes = reviewer.window.focus_panes()
    panes[0].setFocus()
    seen = []
    for _ in panes:
        reviewer.press("F6")
        seen.append(panes.index(QApplication.focusWidget()))
    assert seen == [1, 2, 3, 0]
    reviewer.press("Shift+F6")
    assert QApplication.focusWidget() is panes[3]
    reviewer.press("R")
    reviewer.press("F6")
    assert QApplication.focusWidget() is panes[0]


def test_f6_reaches_a_source_read_in_context(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("Space")
    source = reviewer.window.article_pane.source.text
    for key in ("F6", "Shift+F6", "Ctrl+3", "Ctrl+1"):
        reviewer.press(key)
    assert QApplication.focusWidget() is source


def test_esc_always_leads_back_to_the_candidates(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    window = reviewer.window
    window.article_pane.dates.ask()
    places = focus_takers(reviewer)
    assert len(places) > 10
    for place in places:
        if not place.isVisible():
            continue
        place.setFocus()
        for _ in range(2):
            reviewer.press("Esc")
        assert QApplication.focusWidget() is window.evidence_pane.list, told(place)


def test_tab_reaches_every_part_of_the_window(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    start = QApplication.focusWidget()
    seen = [start]
    for _ in range(60):
        reviewer.press("Tab")
        if QApplication.focusWidget() is start:
            break
        seen.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is start
    assert [told(w) for w in focus_takers(reviewer) if w not in seen] == []


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


def test_painting_drops_no_reference(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("A")
    window = reviewer.window
    panes = [
        window.article_pane.view.viewport(), window.article_pane.ruler,
        window.claims_pane.list.viewport(), window.evidence_pane.list.viewport(),
        window.evidence_pane.claim.header, window.header.strip, window.header.palette_button,
        window.dock.buttons[0], window.evidence_pane.search, window.welcome.zone,
    ]  # fmt: skip
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    corner = QRegion(0, 0, 40, 40)

    def paint(rounds: int) -> None:
        for _ in range(rounds):
            for pane in panes:
                pane.render(painter, QPoint(0, 0), corner)

    paint(5)  # what is laid out once is laid out now
    before = sys.getrefcount(None)
    paint(200)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 50


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
