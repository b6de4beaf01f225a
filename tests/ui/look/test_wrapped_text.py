"""Painted text is whole, cut at letters, and its marks stand exactly where their words stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from app.ui.look import fonts
from app.ui.look.wrapped_text import TextSpan, WrappedText, is_right_to_left

CLAIM = (
    "It was the third meeting between Lavrov and Kerry in two weeks, after the two spoke on the "
    "sidelines of the G20 summit in Hangzhou on September 4 and 5"
)
ARABIC = "ويبدأ وقف الأعمال القتالية عند غروب شمس يوم 12 سبتمبر، أول أيام عيد الأضحى"
HEBREW = "הפסקת האש תחל ב־12 בספטמבר, ביום הראשון"
MIXED = "👩‍👩‍👧 said “停火将于9月12日” в Женеве 🇸🇾, then ومضى 12 on"

pytestmark = pytest.mark.usefixtures("shipped")


def ink(text: WrappedText, margin: int = 40) -> QRectF:
    """The box of all that `draw` put on a canvas with room on every side."""
    size = text.measure()
    image = QImage(
        int(size.width()) + 2 * margin,
        int(size.height()) + 2 * margin,
        QImage.Format.Format_ARGB32,
    )
    image.fill(0)
    painter = QPainter(image)
    text.draw(painter, QPointF(margin, margin), QColor("black"))
    painter.end()
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).alpha() > 60 for x in range(image.width()))
    ]
    columns = [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).alpha() > 60 for y in range(image.height()))
    ]
    return QRectF(
        columns[0] - margin, rows[0] - margin, columns[-1] - columns[0], rows[-1] - rows[0]
    )


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("role", ["caption", "claim", "article"])
@pytest.mark.parametrize("words", [CLAIM, ARABIC, HEBREW], ids=["latin", "arabic", "hebrew"])
def test_nothing_is_clipped_at_any_text_size(role: fonts.Role, percent: int, words: str) -> None:
    text = WrappedText(words, fonts.font(role, percent), 240)
    box = ink(text)
    assert box.top() >= -1
    assert box.bottom() <= text.height + 1
    assert box.left() >= -3
    assert box.right() <= 240 + 3


def test_lines_are_cut_with_an_ellipsis_and_no_later() -> None:
    font = fonts.font("body")
    for lines in (1, 2, 4):
        text = WrappedText(CLAIM * 3, font, 200, lines)
        assert text.line_count == lines
        assert text.elided
        assert 0 < text.visible < len(CLAIM * 3)
        assert text.natural_width <= 200
    whole = WrappedText(CLAIM, font, 2000, 2)
    assert (whole.elided, whole.visible, whole.line_count) == (False, len(CLAIM), 1)


def test_a_letter_of_many_code_points_is_never_cut() -> None:
    family = "👩‍👩‍👧‍👦"
    for width in range(20, 200, 7):
        text = WrappedText(family * 20, fonts.font("body"), width, 1)
        assert text.visible % len(family) == 0


def test_a_very_long_text_is_laid_out_at_once() -> None:
    text = WrappedText("word " * 200_000, fonts.font("body"), 300, 2)
    assert (text.line_count, text.elided) == (2, True)


def test_line_breaks_of_the_text_are_kept() -> None:
    assert WrappedText("one\ntwo\n\nfour", fonts.font("body"), 500).line_count == 4
    assert WrappedText("", fonts.font("body"), 500).height > 0


def test_marks_count_code_points() -> None:
    font = fonts.font("article")
    plain = WrappedText("x Kerry y", font, 900).rects(2, 7)[0]
    smiling = WrappedText("😀x Kerry y", font, 900)
    moved = smiling.rects(3, 8)
    assert len(moved) == 1
    assert moved[0].width() == pytest.approx(plain.width(), abs=0.1)
    assert moved[0].left() > plain.left()


@pytest.mark.parametrize("words", [ARABIC, HEBREW], ids=["arabic", "hebrew"])
def test_a_figure_amid_right_to_left_text_is_marked_whole(words: str) -> None:
    font = fonts.font("article")
    at = words.index("12")
    text = WrappedText(words, font, 2000)
    rects = text.rects(at, at + 2)
    assert len(rects) == 1
    assert rects[0].width() == pytest.approx(QFontMetricsF(font).horizontalAdvance("12"), rel=0.35)
    month = text.rects(at, at + 9)
    assert len(month) == 1, "figure and month stand side by side"
    assert month[0].contains(rects[0].center())
    assert text.right_to_left


def test_the_space_at_a_break_is_not_marked() -> None:
    font = fonts.font("claim")
    text = WrappedText(CLAIM, font, 300)
    for rect in text.rects(0, len(CLAIM)):
        assert rect.right() <= 300 + 0.5


@pytest.mark.parametrize("words", [CLAIM, ARABIC, MIXED], ids=["latin", "arabic", "mixed"])
def test_a_point_on_a_letter_gives_that_letter_back(words: str) -> None:
    text = WrappedText(words, fonts.font("article"), 300)
    assert text.position_at(QPointF(-50, 5 if not text.right_to_left else -5)) in (
        0,
        *range(len(words)),
    )
    for at in range(len(words)):
        for rect in text.rects(at, at + 1):
            assert abs(text.position_at(rect.center()) - at) <= 8


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(codec="utf-8"), max_size=80),
    st.integers(0, 80),
    st.integers(0, 80),
    st.integers(0, 3),
    st.integers(1, 400),
)
def test_no_text_and_no_span_breaks_it(
    words: str, start: int, end: int, lines: int, width: int
) -> None:
    span = TextSpan(start, end, tint=QColor("red"), bold=True, underline="double")
    text = WrappedText(words, fonts.font("quote"), width, lines, [span])
    assert text.height > 0
    assert not lines or text.line_count <= lines
    assert text.visible <= len(words)
    image = QImage(40, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    text.draw(painter, QPointF(0, 0), QColor("black"))
    painter.end()


def test_the_first_strong_letter_decides_the_direction() -> None:
    assert is_right_to_left("12 — שלום world")
    assert not is_right_to_left("12 — world שלום")
    assert not is_right_to_left("")
    assert not is_right_to_left("\u2068عنب بلدي\u2069 · newspaper · Arabic")
    assert is_right_to_left("\u2068The Gazette\u2069 \u2069قال الوزير")


@pytest.mark.parametrize("wide_first", [True, False])
def test_the_later_of_two_marks_wins(wide_first: bool) -> None:
    red, blue = QColor("#ff0000"), QColor("#0000ff")
    wide, narrow = (0, 14), (5, 9)
    first, second = (wide, narrow) if wide_first else (narrow, wide)
    spans = [TextSpan(*first, colour=red, tint=blue), TextSpan(*second, colour=blue, tint=red)]
    text = WrappedText("MMMM MMMM MMMM", fonts.font("article", 200), 900, 1, spans)
    image = QImage(900, 80, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    text.draw(painter, QPointF(0, 0), QColor("black"))
    painter.end()
    box = text.rects(*narrow)[0].toRect().adjusted(2, 2, -2, -2)
    inside = {
        image.pixelColor(x, y).name()
        for x in range(box.left(), box.right())
        for y in range(box.top(), box.bottom())
    }
    assert {red.name(), blue.name()} <= inside
    assert image.pixelColor(box.topLeft()).name() == red.name(), "the later tint lies on top"
