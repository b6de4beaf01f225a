"""The height of a long text, guessed where it is not laid out."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from app.ui.article.extent import TALLEST, Extent
from app.ui.article.shown_text import ShownText, near
from app.ui.article.text_places import TextPlaces

TEXT = "The council sold the old mill on Monday. " * 5_000


def extent_of(text: str, place: int) -> tuple[Extent, TextPlaces, ShownText, QTextDocument]:
    document = QTextDocument()
    document.setTextWidth(300)
    shown = ShownText(text, near(text, place))
    document.setPlainText(shown.words)
    places, extent = TextPlaces(document), Extent()
    places.take(shown)
    extent.take(shown)
    extent.measure(places)
    return extent, places, shown, document


def test_places_before_and_behind_stand_in_proportion(qapp: object) -> None:
    assert qapp is not None
    extent, places, shown, document = extent_of(TEXT, 100_000)
    assert document.characterCount() > 1
    assert extent.above / shown.before == pytest.approx(extent.below / shown.behind)
    heights = [extent.height(place, places) for place in (0, 1_000, shown.start - 1)]
    assert heights == sorted(heights)
    assert heights[0] == 0
    assert extent.height(len(TEXT), places) == pytest.approx(extent.bottom + extent.below)


def test_a_height_leads_to_the_place_that_would_stand_there(qapp: object) -> None:
    assert qapp is not None
    extent, places, shown, _document = extent_of(TEXT, 100_000)
    for place in (shown.end + 3_000, shown.end + 50_000):
        assert extent.place(extent.height(place, places)) == pytest.approx(place, abs=1)


def test_no_text_is_taller_than_qt_can_count(qapp: object) -> None:
    assert qapp is not None
    extent, _, shown, _document = extent_of("\n" * 2_000_000, 0)
    assert extent.above + extent.below <= TALLEST
    assert shown.behind > 1_000_000
