"""What is not seen and changes what is gets a badge; what a script needs gets none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from app.ui.article.source_view import AROUND, SourceText
from app.ui.look.appearance import Appearance
from app.ui.look.hidden import hidden_in, revealed
from app.ui.look.wrapped_text import WrappedText


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("pay\u202elap", ((3, "RLO"),)),
        ("zero\u200bwidth", ((4, "ZWSP"),)),
        ("\ufeffbegin", ((0, "ZWNBSP"),)),
        ("ad\u200dmin", ((2, "ZWJ"),)),
        ("a\u200cb", ((1, "ZWNJ"),)),
        ("left\u200eright", ((4, "LRM"),)),
        ("a\u200b\u200b\u200bb\u200cc", ((1, "ZWSP"), (5, "ZWNJ"))),
        ("\u2066a\u2069", ((0, "LRI"), (2, "PDI"))),
        ("plain text, “quoted” – and on", ()),
        ("👩\u200d👩\u200d👧", ()),
        ("می\u200cخواهم", ()),
        ("क्\u200dष", ()),
        ("ראש\u200f!", ()),
    ],
)
def test_each_is_found_at_its_place(text: str, found: tuple[tuple[int, str], ...]) -> None:
    assert hidden_in(text) == found


def test_they_are_written_out_and_our_own_isolates_are_not() -> None:
    assert revealed("\u2068pay\u202elap\u2069") == "\u2068pay[RLO]lap\u2069"
    assert revealed("a\u200b\u200bb") == "a[ZWSP]b"
    assert revealed("plain") == "plain"


def dark_points(image: QImage) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 128
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_badge_is_painted_over_wrapped_text(appearance: Appearance) -> None:
    def drawn(text: str) -> int:
        image = QImage(200, 30, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        wrapped = WrappedText(text, appearance.font("body"), 200)
        wrapped.draw(painter, QPointF(0, 0), QColor("black"))
        painter.end()
        return dark_points(image)

    assert drawn("zero\u200bwidth") > drawn("zerowidth") + 50


def test_a_badge_is_painted_over_a_text_that_is_read(qtbot: QtBot, appearance: Appearance) -> None:
    def conflicts(text: str) -> int:
        view = SourceText(appearance, AROUND)
        qtbot.addWidget(view)
        view.resize(400, 200)
        view.show_text(text)
        view.show()
        image = view.viewport().grab().toImage()
        ink = appearance.theme.conflict
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(*point) == ink for point in points)

    assert conflicts("The pay\u202elap account") > 20
    assert conflicts("The paypal account") == 0
