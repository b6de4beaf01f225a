"""Places under the mouse: the letter that is seen is the letter that is meant."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.model.span import Span
from app.ui.article.reading_view import ReadingView
from app.ui.look.appearance import Appearance

ARABIC = (
    "قال المتحدث باسم الحكومة إن 12 شخصا قتلوا في دمشق يوم 16 سبتمبر. "
    "واجتمع الوزراء في القاهرة يوم الثلاثاء، وقال الوزير إن الاجتماع كان مفيدا.\n"
)
HEBREW = "הממשלה אמרה אתמול כי הפגישה הבאה תתקיים בירושלים ביום שלישי הקרוב, לדברי השר.\n"
ENGLISH = "The council sold the old mill on Monday, and the buyer paid for it on the same day.\n"


@pytest.mark.parametrize("text", [ARABIC, HEBREW, ENGLISH])
@pytest.mark.parametrize("percent", [100, 150])
def test_a_press_at_either_edge_of_a_letter_finds_its_side(
    qtbot: QtBot, appearance: Appearance, text: str, percent: int
) -> None:
    appearance.set_percent(percent)
    view = ReadingView(appearance)
    qtbot.addWidget(view)
    view.resize(380, 400)
    view.show()
    view.show_text(text)
    backward = text is not ENGLISH
    seen = 0
    first_of_line = _line_starts(view, text)
    for at, letter in enumerate(text):
        rects = view.rects(Span(at, at + 1))
        # Beyond the edge of the column there is nothing to press on.
        if not rects or letter.isdigit() or at in first_of_line or rects[0].width() < 5:
            continue
        rect = rects[0]
        y = round(rect.center().y()) - view.verticalScrollBar().value()
        left = view.place_at(QPoint(round(rect.left() + 0.2 * rect.width()), y))
        right = view.place_at(QPoint(round(rect.right() - 0.2 * rect.width()), y))
        beside_digit = text[at + 1].isdigit() or text[at - 1].isdigit()
        # Lam and alef are one glyph, and Qt keeps their middle for a place.
        if beside_digit or "لا" in text[at - 2 : at + 2]:
            continue
        assert (right, left) == ((at, at + 1) if backward else (at + 1, at)), f"{at}: {letter}"
        seen += 1
    assert seen > 30


def _line_starts(view: ReadingView, text: str) -> set[int]:
    tops = {}
    for at in range(len(text)):
        for rect in view.rects(Span(at, at + 1)):
            tops.setdefault(rect.top(), at)
    return set(tops.values())
