"""A text of a million characters: laid out near the viewport, exact all over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.span import Span
from app.ui.article.reading_view import ReadingView
from app.ui.article.shown_text import BEFORE, BEHIND, PIECE, WHOLE
from app.ui.look.appearance import Appearance

#: Numbered sentences in one line, with characters of two units in each.
TEXT = " ".join(
    f"Sentence {n} tells that 😀 {n % 97} people — of {n} — came." for n in range(22_000)
)


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> ReadingView:
    made = ReadingView(appearance)
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show()
    made.show_text(TEXT)
    QApplication.processEvents()
    return made


def sentence(number: int) -> Span:
    start = TEXT.index(f"Sentence {number} tells")
    return Span(start, TEXT.index(" came.", start) + 6)


def laid_out(view: ReadingView) -> int:
    return view.document().characterCount()


def in_sight(view: ReadingView, span: Span) -> bool:
    top = view.verticalScrollBar().value()
    rects = view.rects(span)
    return bool(rects) and top <= rects[0].top() and rects[-1].bottom() <= top + view.height()


def seen_words(view: ReadingView) -> str:
    """The words in the middle of the window, as the place under the mouse tells them."""
    at = view.place_at(view.viewport().rect().center())
    return TEXT[at : at + 20]


@pytest.mark.parametrize("number", [0, 5_000, 21_999])
def test_a_stretch_is_brought_and_marked_wherever_it_stands(view: ReadingView, number: int) -> None:
    span = sentence(number)
    view.bring(span)
    assert in_sight(view, span)
    assert laid_out(view) < WHOLE
    first = view.rects(Span(span.start, span.start + 1))[0].center()
    at = QPoint(round(first.x()) - 2, round(first.y()) - view.verticalScrollBar().value())
    assert view.place_at(at) == span.start


@pytest.mark.parametrize("number", [3, 9_000, 21_900])
def test_a_selection_gives_the_stored_characters_back_in_every_piece(
    view: ReadingView, number: int
) -> None:
    span = sentence(number)
    view.bring(span)
    view.select(span)
    assert view.textCursor().selectedText() == span.of(TEXT)
    view.copy()
    assert QGuiApplication.clipboard().text() == span.of(TEXT)


def test_a_selection_stays_when_it_goes_out_of_sight(view: ReadingView) -> None:
    told: list[Span | None] = []
    view.selected.connect(told.append)
    span = sentence(100)
    view.select(span)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert view.selection() == span
    bar.setValue(0)
    QApplication.processEvents()
    assert view.selection() == span
    assert view.textCursor().selectedText() == span.of(TEXT)
    assert told == [span]


def test_all_is_selected_with_one_key_and_copied(view: ReadingView, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_A, control)
    assert view.selection() == Span(0, len(TEXT))
    qtbot.keyClick(view, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == TEXT


def test_a_selection_goes_on_beyond_what_was_laid_out(view: ReadingView, qtbot: QtBot) -> None:
    view.bring(sentence(9_000))
    view.put_caret(sentence(9_000).start)
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(60):
        qtbot.keyClick(view, Qt.Key.Key_PageDown, shift)
        QApplication.processEvents()
    selected = view.selection()
    assert selected is not None
    assert selected.start == sentence(9_000).start
    assert len(selected) > BEFORE + BEHIND + 2 * PIECE
    assert laid_out(view) < WHOLE


def test_a_caret_out_of_sight_selects_from_where_it_is(view: ReadingView, qtbot: QtBot) -> None:
    start = sentence(40).start
    view.put_caret(start)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection() == Span(start, start + 1)


def test_the_keys_for_both_ends_lead_there(view: ReadingView, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(view, Qt.Key.Key_End, control)
    QApplication.processEvents()
    assert in_sight(view, sentence(21_999))
    assert view.caret() == len(TEXT)
    qtbot.keyClick(view, Qt.Key.Key_Home, control)
    QApplication.processEvents()
    assert in_sight(view, sentence(0))
    assert view.verticalScrollBar().value() == 0


def test_scrolling_on_shows_every_sentence_once_and_never_much(view: ReadingView) -> None:
    bar, most = view.verticalScrollBar(), 0
    at = view.place_at(QPoint(0, 0))
    for _ in range(300):
        bar.setValue(bar.value() + view.viewport().height() // 2)
        QApplication.processEvents()
        now = view.place_at(view.viewport().rect().topRight() - QPoint(60, -4))
        assert at < now < at + 3_000, "a page was passed over, or shown again"
        at = now
        most = max(most, laid_out(view))
    assert at > 2 * WHOLE
    assert most < WHOLE


def test_lines_stay_as_they_are_when_others_are_laid_out(view: ReadingView) -> None:
    bar = view.verticalScrollBar()
    view.bring(sentence(9_000))
    before = laid_out(view), view._shown.stretches
    for _ in range(80):
        words, top = seen_words(view), _line_top(view)
        bar.setValue(bar.value() + 40)
        QApplication.processEvents()
        bar.setValue(bar.value() - 40)
        QApplication.processEvents()
        assert (seen_words(view), _line_top(view)) == (words, top)
        bar.setValue(bar.value() + 200)
        QApplication.processEvents()
    assert (laid_out(view), view._shown.stretches) != before, "nothing else was laid out"


def _line_top(view: ReadingView) -> float:
    head = view.head(view.place_at(view.viewport().rect().center()))
    assert head is not None
    return head.top() - view.verticalScrollBar().value()


@pytest.mark.parametrize(
    "change",
    [
        lambda view, _: view.resize(380, 420),
        lambda _, appearance: appearance.set_percent(150),
        lambda view, _: view.restyle(),
    ],
    ids=["narrower", "larger", "dressed anew"],
)
def test_the_place_of_reading_stays(
    view: ReadingView,
    appearance: Appearance,
    change: Callable[[ReadingView, Appearance], object],
) -> None:
    span = sentence(9_000)
    view.bring(span)
    change(view, appearance)
    QApplication.processEvents()
    assert in_sight(view, span)
    assert laid_out(view) < WHOLE


def test_a_drag_of_the_scroll_bar_leads_to_any_part(view: ReadingView) -> None:
    bar = view.verticalScrollBar()
    for tenth in (7, 2, 9, 5, 0, 10):
        bar.setValue(bar.maximum() * tenth // 10)
        QApplication.processEvents()
        read = view.visible_span()
        assert abs(read.start + len(read) / 2 - len(TEXT) * tenth / 10) < 0.02 * len(TEXT)
        assert view.viewport().grab().toImage() != _blank(view)


def _blank(view: ReadingView) -> object:
    image = view.viewport().grab().toImage()
    image.fill(image.pixelColor(image.width() - 1, image.height() - 1))
    return image


def test_a_height_is_told_for_every_place(view: ReadingView) -> None:
    whole = view.document().size().height()
    for number in (0, 5_000, 12_000, 21_000):
        span = sentence(number)
        height = view.height_of(span.start)
        assert height is not None
        assert height / whole == pytest.approx(span.start / len(TEXT), abs=0.02)


def test_what_is_not_seen_is_badged_in_every_piece(qtbot: QtBot, appearance: Appearance) -> None:
    text = TEXT[:200_000] + "pay\u202elap" + TEXT[200_000:]
    made = ReadingView(appearance)
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show_text(text)
    assert made._hidden == ()
    made.bring(Span(200_000, 200_010))
    assert [place for place, _ in made._hidden] == [200_003]
