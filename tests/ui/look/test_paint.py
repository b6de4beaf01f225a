"""Pills, key caps and meters take the room they say, and paint without leaking references."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument

from app.ui.look import fonts, paint
from app.ui.look.tokens import VERDICT_KEYS, Theme

pytestmark = pytest.mark.usefixtures("shipped")

NASTY = '<b>bold</b> & "quoted" <img src="https://example.org/x.png"> a  b\nnext &amp;'


def canvas(width: int = 400, height: int = 120) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image


def inked_right(image: QImage) -> int:
    return max(
        x
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 60
    )


def test_rich_text_shows_exactly_the_text() -> None:
    document = QTextDocument()
    document.setHtml(paint.escape_rich(NASTY))
    assert document.toPlainText().replace("\u00a0", " ") == NASTY
    assert "<img" not in paint.escape_rich(NASTY)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("tone", ["different", "not_mentioned", "same"])
def test_a_chip_is_as_wide_as_it_says(theme: Theme, tone: paint.Tone, percent: int) -> None:
    font = fonts.font("caption", percent, bold=True)
    size = paint.measure_chip(tone, "calendar", "17 September", font)
    image = canvas(600)
    painter = QPainter(image)
    width = paint.paint_chip(
        painter, QPointF(0, 0), tone, "calendar", "17 September", tone, theme, font
    )
    painter.end()
    assert width == size.width()
    assert abs(inked_right(image) - width) <= 2
    assert size.height() >= fonts.metrics("caption", percent, bold=True).height()
    assert paint.measure_chip(tone, "calendar", "long " * 90, font, max_width=200).width() == 200


def test_every_relation_and_kind_has_its_icon(theme: Theme) -> None:
    image = canvas()
    painter = QPainter(image)
    for relation in paint.RELATION_ICONS.values():
        for kind in paint.KIND_ICONS.values():
            paint.paint_icon(painter, QRectF(0, 0, 14, 14), relation, theme.text)
            paint.paint_icon(painter, QRectF(0, 0, 14, 14), kind, theme.text)
    painter.end()


def test_a_key_cap_is_never_narrower_than_high() -> None:
    for percent in (100, 200):
        font = fonts.font("caption", percent, bold=True)
        for key in ("1", "A", "Ctrl+Shift+Z"):
            size = paint.measure_keycap(key, font)
            assert size.width() >= size.height()


def test_a_line_is_elided_to_its_room(theme: Theme) -> None:
    image = canvas()
    painter = QPainter(image)
    box = QRectF(0, 0, 100, 20)
    width = paint.paint_line(
        painter, box, "many words\nthat go on " * 9, fonts.font("body"), theme.text
    )
    painter.end()
    assert width <= 100
    assert inked_right(image) <= 101


@pytest.mark.parametrize("pattern", ["solid", "long_dash", "double", "dots", "dash", "sparse_dots"])
def test_an_underline_stays_within_its_depth(pattern: paint.Underline) -> None:
    for scale in (1.0, 1.5, 2.0):
        image = canvas(120, 60)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint.paint_underline(painter, QRectF(10, 10, 100, 20), pattern, QColor("black"), scale)
        painter.end()
        rows = [y for y in range(60) if any(image.pixelColor(x, y).alpha() for x in range(120))]
        assert rows, pattern
        assert rows[-1] + 1 <= 30 + paint.underline_depth(pattern, scale) + 1
        assert inked_right(image) <= 110


def test_bar_16_underlines_differ_without_colour() -> None:
    rows = set()
    for pattern in ("solid", "long_dash", "double", "dots", "dash", "sparse_dots"):
        image = canvas(60, 40)
        painter = QPainter(image)
        paint.paint_underline(painter, QRectF(0, 0, 60, 30), pattern, QColor("black"))  # type: ignore[arg-type]
        painter.end()
        rows.add(bytes(image.constBits()))
    assert len(rows) == 6


def test_the_painter_is_left_as_it_was(theme: Theme) -> None:
    image = canvas()
    painter = QPainter(image)
    painter.setPen(QColor("#123456"))
    painter.setBrush(QColor("#654321"))
    font = fonts.font("caption")
    paint.paint_chip(painter, QPointF(0, 0), "same", "hash", "x", "same", theme, font)
    paint.paint_keycap(painter, QPointF(0, 0), "A", theme, font)
    paint.paint_meter(painter, QPointF(0, 0), 3, theme, font)
    paint.paint_verdict(painter, QRectF(0, 0, 16, 16), "refuted", theme)
    paint.paint_focus_ring(painter, QRectF(0, 0, 40, 20), theme, 6)
    paint.WrappedText("words", font, 90).draw(painter, QPointF(0, 0), theme.text)
    assert painter.pen().color() == QColor("#123456")
    assert painter.brush().color() == QColor("#654321")
    assert painter.transform().isIdentity()
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()


def test_bar_30_ten_thousand_paints_leave_none_alone(theme: Theme) -> None:
    # PySide6 6.12 dropped a reference to None at every void call, and aborted after some thousand.
    font = fonts.font("caption")
    span = paint.TextSpan(0, 3, tint=theme.shared_tint, underline="dots")
    text = paint.WrappedText("one two", font, 200, 1, [span])
    image = canvas()
    painter = QPainter(image)

    def rounds(count: int) -> None:
        for nth in range(count):
            key = VERDICT_KEYS[nth % len(VERDICT_KEYS)]
            paint.paint_verdict(painter, QRectF(0, 0, 16, 16), key, theme)
            paint.paint_chip(painter, QPointF(0, 0), "same", "hash", "x", "same", theme, font)
            paint.paint_keycap(painter, QPointF(0, 0), "A", theme, font)
            paint.paint_meter(painter, QPointF(0, 0), nth % 6, theme, font)
            text.draw(painter, QPointF(0, 0), theme.text)

    rounds(10)
    before = sys.getrefcount(None)
    rounds(2_000)  # five paints each
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < 50


def test_alignment_is_honoured(theme: Theme) -> None:
    image = canvas(200, 30)
    painter = QPainter(image)
    box = QRectF(0, 0, 200, 30)
    paint.paint_line(
        painter, box, "x", fonts.font("body"), theme.text, align=Qt.AlignmentFlag.AlignRight
    )
    painter.end()
    assert inked_right(image) > 185


@pytest.mark.parametrize("text", ["Air raids near the town, ", "غارات أمريكية تقتل أكثر من ستين "])
def test_an_elided_line_keeps_its_beginning_in_place(text: str) -> None:
    """The dots stand at the end of the reading direction, and the line begins as the whole does."""
    rtl = paint.is_right_to_left(text)
    edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft

    def drawn(words: str, room: QRectF) -> QImage:
        image = canvas(1200, 40)
        painter = QPainter(image)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as a list's painter has it
        paint.paint_line(painter, room, words, fonts.font("body"), QColor("black"), align=edge)
        painter.end()
        return image

    cut = drawn(text * 6, QRectF(1000, 0, 200, 40) if rtl else QRectF(0, 0, 200, 40))
    whole = drawn(text, QRectF(0, 0, 1200, 40))
    begins = (1080, 0, 120, 40) if rtl else (0, 0, 120, 40)
    assert inked_right(whole) > 0
    assert cut.copy(*begins) == whole.copy(*begins)
