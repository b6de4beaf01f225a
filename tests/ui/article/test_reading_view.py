"""Places: what is marked is what was meant, and what is selected is what is stored."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from app.model.span import Span
from app.ui.article.reading_view import ReadingView
from app.ui.look.appearance import Appearance
from tests.ui.bench import WORLD

#: One stretch a script, and some that run across directions.
STRETCHES = (
    "Премьер-министр\u00a0Путин", "17\u00a0сентября", "40 самолётов", "قال المتحدث", "12 شخصا",
    "دمشق", "הממשלה אמרה", "30 אנשים", "中国政府", "2016年9月16日", "😀👨‍👩‍👧 said", "12 people",
    "Then הממשלה",
)  # fmt: skip


@pytest.fixture
def view(qtbot: QtBot, appearance: Appearance) -> ReadingView:
    made = ReadingView(appearance)
    qtbot.addWidget(made)
    made.resize(420, 300)
    made.show()
    made.show_text(WORLD)
    return made


def span_of(words: str) -> Span:
    start = WORLD.index(words)
    return Span(start, start + len(words))


def glyph_boxes(view: ReadingView, span: Span) -> list[tuple[float, float, float]]:
    """Left, right and line of each glyph of these characters, asked of Qt one by one."""
    boxes = []
    for at in range(span.start, span.end):
        unit = len(WORLD[:at].encode("utf-16-le")) // 2
        units = len(WORLD[at].encode("utf-16-le")) // 2
        block = view.document().findBlock(unit)
        line = block.layout().lineForTextPosition(unit - block.position())
        origin = view.document().documentLayout().blockBoundingRect(block).topLeft()
        for run in line.glyphRuns(unit - block.position(), units):
            box = run.boundingRect()
            if box.width() > 0:
                boxes.append((origin.x() + box.left(), origin.x() + box.right(),
                              origin.y() + line.y()))  # fmt: skip
    return boxes


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_bar_28_rectangles_cover_the_glyphs_of_a_stretch_and_no_others(
    view: ReadingView, appearance: Appearance, percent: int
) -> None:
    appearance.set_percent(percent)
    for words in STRETCHES:
        span = span_of(words)
        rects = view.rects(span)
        boxes = glyph_boxes(view, span)
        assert boxes
        for left, right, top in boxes:
            assert any(
                r.top() == top and r.left() - 1 <= left and right <= r.right() + 1 for r in rects
            ), f"a glyph of {words} is not marked"
        covered = sum(rect.width() for rect in rects)
        drawn = sum(right - left for left, right in _joined(boxes))
        assert covered == pytest.approx(drawn, abs=3 + 0.05 * drawn), words


def _joined(boxes: list[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """The stretches of x that these boxes cover, line by line; a space between words counts."""
    joined: list[tuple[float, float]] = []
    for top in {box[2] for box in boxes}:
        row = sorted((left, right) for left, right, at in boxes if at == top)
        merged = [row[0]]
        for left, right in row[1:]:
            if left <= merged[-1][1] + 2:
                merged[-1] = (merged[-1][0], max(merged[-1][1], right))
            else:
                merged.append((left, right))
        joined += merged
    return joined


@pytest.mark.parametrize("words", STRETCHES)
def test_bar_28_a_selection_gives_the_stored_characters_back(
    view: ReadingView, words: str, qtbot: QtBot
) -> None:
    span = span_of(words)
    cursor = view.textCursor()
    cursor.setPosition(len(WORLD[: span.start].encode("utf-16-le")) // 2)
    cursor.setPosition(
        len(WORLD[: span.end].encode("utf-16-le")) // 2, QTextCursor.MoveMode.KeepAnchor
    )
    view.setTextCursor(cursor)
    assert view.selection() == span
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == words


def test_nothing_selected_is_no_stretch(view: ReadingView) -> None:
    assert view.selection() is None


@pytest.mark.parametrize(
    "text",
    [
        "tab\tand\u00a0no-break and \u2028 line and \u2029 paragraph",
        "\u200b\u200f\u202bמ\u202c \ufdd0 \ufdd1 \ufffc",
        "".join(chr(c) for c in range(1, 0x250) if unicodedata.category(chr(c)) != "Cs"),
        "a\n\n\n  indented\n\t\n😀\n",
        "",
    ],
)
def test_hostile_texts_keep_every_place(view: ReadingView, text: str) -> None:
    view.show_text(text)
    units = len(text.encode("utf-16-le")) // 2
    assert view.document().characterCount() - 1 == units
    view.selectAll()
    if text:
        assert view.selection() == Span(0, len(text))


def test_a_click_tells_its_place_and_a_drag_does_not(view: ReadingView, qtbot: QtBot) -> None:
    span = span_of("Дамаск")
    inside = view.rects(span)[0].center()
    at = QPoint(round(inside.x()), round(inside.y()) - view.verticalScrollBar().value())
    with qtbot.waitSignal(view.pressed_at) as pressed:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert span.start <= pressed.args[0] < span.end


def test_bringing_a_stretch_shows_it_and_moves_only_when_needed(view: ReadingView) -> None:
    view.show_text("Line of words that goes on for a while.\n" * 60)
    bar, height = view.verticalScrollBar(), view.viewport().height()
    far = Span(1500, 1520)
    view.bring(far)
    top = view.rects(far)[0].top()
    assert bar.value() == round(top - 0.36 * height)
    there = bar.value()
    view.bring(Span(1540, 1545))
    assert bar.value() == there


def test_the_arrows_scroll_and_tab_leaves(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text("Line of words.\n" * 90)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == 0
    assert view.tabChangesFocus()


def test_marks_in_the_text_are_never_read_as_markup(view: ReadingView) -> None:
    text = "<b>bold</b> <a href='https://x.example'>link</a> &amp;"
    view.show_text(text)
    assert view.toPlainText() == text
