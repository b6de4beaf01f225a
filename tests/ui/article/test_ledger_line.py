"""The ledger shown: counts that add up, open words that nobody can miss, and the way through."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.span import Span
from app.ui.article.ledger_line import told_ledger
from app.ui.article.ledger_marks import tell_account
from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.page import open_page


def remove(reviewer: Reviewer, *words: str) -> None:
    for some in words:
        reviewer.claim_with(some)
        reviewer.press("Del")


def test_the_line_says_what_the_library_counts_and_goes_with_its_key(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    reviewer.open_sample()
    line = reviewer.window.article_pane.ledger_line
    assert not line.isVisible()
    reviewer.press("L")
    assert line.isVisible()
    ledger = reviewer.session.read.articles.ledger(reviewer.article.article.id)
    assert line.legend.accessibleName() == told_ledger(ledger)
    assert told_ledger(ledger) == "224 words claimed · 3 excused · 281 outside · 0 open"
    assert line.told.text() == "Every word is accounted for."
    assert not line.next.isVisible()
    assert reviewer.wiring.commands.command("ledger").checked()
    qtbot.mouseClick(line.close_button, Qt.MouseButton.LeftButton)
    assert not line.isVisible()


def test_the_key_goes_from_one_open_stretch_to_the_next_and_says_when_it_went_round(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    open_page(reviewer)
    remove(reviewer, "40 people", "nine votes")
    view, said = reviewer.window.article_pane.view, reviewer.window.status.said
    first, second = reviewer.wiring.ledger.ledger.open_spans
    view.put_caret(0)
    reviewer.press("O")
    assert view.selection() == first
    assert said.text() == "2 open stretches."
    reviewer.press("O")
    assert view.selection() == second
    reviewer.press("O")
    assert view.selection() == first
    assert "Went round the end" in said.text()
    reviewer.press("Shift+O")
    assert view.selection() == second
    assert "Went round the end" in said.text()
    reviewer.press("L")
    qtbot.mouseClick(reviewer.window.article_pane.ledger_line.next, Qt.MouseButton.LeftButton)
    assert view.selection() == first
    rect = view.rects(first)[0].translated(0, -view.verticalScrollBar().value())
    assert view.viewport().rect().contains(rect.toRect())


def test_open_words_are_hatched_and_excused_ones_on_a_ground_only_while_it_is_shown(
    reviewer: Reviewer, appearance: Appearance
) -> None:
    open_page(reviewer)
    remove(reviewer, "40 people")
    view = reviewer.window.article_pane.view
    ledger = reviewer.wiring.ledger.ledger

    def rows(place: int) -> list[set[str]]:
        image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        view.viewport().render(painter, QPoint(0, 0))
        painter.end()
        rect = view.rects(Span(place, place + 1))[0]
        top = round(rect.top()) - view.verticalScrollBar().value()
        left, right = round(rect.left()) - 1, round(rect.right())
        return [
            {image.pixelColor(x, y).name() for x in range(left, right)}
            for y in range(top, top + round(rect.height()) + 2)
        ]

    def has_ground(place: int) -> bool:
        return any(appearance.theme.neutral_tint.name() in row for row in rows(place))

    def is_framed(place: int) -> bool:
        return sum(row == {appearance.theme.text.name()} for row in rows(place)) == 2

    open_at = ledger.open_spans[0].start
    excused_at = view.text.index("Who will pay")
    assert not has_ground(open_at)
    assert not has_ground(excused_at)
    reviewer.press("L")
    view.bring(ledger.open_spans[0])
    assert has_ground(open_at)
    assert is_framed(open_at)
    assert has_ground(excused_at)
    assert not is_framed(excused_at)
    account = reviewer.wiring.ledger
    assert "Open" in tell_account(account, reviewer.article, open_at)
    assert "question" in tell_account(account, reviewer.article, excused_at)
    assert "outside" in tell_account(account, reviewer.article, 2)
    assert tell_account(account, reviewer.article, reviewer.article.claims[0].span.start) == ""


def test_a_press_on_open_words_offers_a_claim_or_an_excuse(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    open_page(reviewer)
    remove(reviewer, "40 people")
    reviewer.press("L")
    QApplication.sendPostedEvents()
    view = reviewer.window.article_pane.view
    span = reviewer.wiring.ledger.ledger.open_spans[0]
    view.bring(span)
    rect = view.rects(span)[0].translated(0, -view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    bar = reviewer.wiring.selection.bar
    assert [button.text() for button in bar.buttons] == ["New claim", "No check"]
    assert not bar.geometry().intersects(rect.toRect())
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert reviewer.wiring.ledger.ledger.open == 0
    assert span.covers(reviewer.article.current.span)
