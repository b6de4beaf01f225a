"""Bar 28: in any script the marked words are the claim's, and a selection is what is stored."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage

from app.model.span import Span
from tests.journeys.reviewer import Reviewer
from tests.ui.page import drag_mouse, open_page

#: A title, and a sentence that states something, in each script.
ARTICLES = {
    "Arabic": "اجتماع في دمشق\n\n"
    "قال المتحدث باسم الحكومة إن 12 شخصا قتلوا في دمشق يوم 16 سبتمبر 2016.\n",
    "Hebrew": "דיווח מירושלים\n\n"
    "הממשלה אמרה ביום שלישי ש-30 אנשים נהרגו בדמשק ב-16 בספטמבר 2016.\n",
    "Russian": "Отчёт о переговорах\n\nПремьер-министр сказал, что 40 самолётов ударили по городу "
    "16 сентября 2016 года.\n",
    "Chinese": "叙利亚局势\n\n中国政府在2016年9月16日表示，大马士革有40人死亡。\n",
    "emoji": "News 😀\n\n"
    "The minister 😀👨‍👩‍👧 said on 3 May 2016 that 12 people 🔥 were hurt in Vienna.\n",
}  # fmt: skip


@pytest.mark.parametrize("script", ARTICLES)
def test_bar_28_the_marks_of_a_claim_stand_on_its_own_words(
    reviewer: Reviewer, script: str
) -> None:
    open_page(reviewer, ARTICLES[script])
    view = reviewer.window.article_pane.view
    claim = reviewer.article.current
    assert claim is not None
    assert claim.span.of(view.text) == claim.quote
    rects = view.rects(claim.span)
    assert rects
    scrolled = QPointF(0, view.verticalScrollBar().value())
    for rect in rects:
        # A press inside the marked words finds a place inside the claim.
        place = view.place_at((rect.center() - scrolled).toPoint())
        assert claim.span.start <= place <= claim.span.end
    # The tint of the current claim is painted exactly there.
    picture = view.viewport().grab().toImage()
    tint = reviewer.wiring.appearance.theme.accent_tint
    for rect in rects:
        corner = (rect.translated(0, -view.verticalScrollBar().value())).toRect()
        assert tinted(picture, corner, tint) > 0.2
    # Dragged over from end to end, the stored characters come back.
    drag(reviewer, claim.span)
    selected = view.selection()
    assert selected is not None
    assert abs(selected.start - claim.span.start) <= 1
    assert abs(selected.end - claim.span.end) <= 1
    view.select(claim.span)
    view.copy()
    assert QGuiApplication.clipboard().text() == claim.quote


def tinted(picture: QImage, place: object, tint: object) -> float:
    ratio = picture.devicePixelRatio()
    points = [
        picture.pixelColor(round(x * ratio), round(y * ratio)) == tint
        for x in range(place.left(), place.right(), 2)
        for y in range(place.top() + 1, place.bottom() - 1, 2)
    ]
    return sum(points) / max(1, len(points))


def drag(reviewer: Reviewer, span: Span) -> None:
    """Drag the mouse from before the first letter of a stretch to behind its last."""
    view = reviewer.window.article_pane.view
    first = view.rects(Span(span.start, span.start + 1))[0]
    last = view.rects(Span(span.end - 1, span.end))[-1]
    runs_left = view.document().findBlock(view._shown.to_qt(span.start)).textDirection()
    scrolled = view.verticalScrollBar().value()
    leftward = runs_left == Qt.LayoutDirection.RightToLeft
    begin = QPoint(round(first.right() - 1 if leftward else first.left() + 1),
                   round(first.center().y()) - scrolled)  # fmt: skip
    end = QPoint(round(last.left() + 1 if leftward else last.right() - 1),
                 round(last.center().y()) - scrolled)  # fmt: skip
    drag_mouse(reviewer, view, begin, end)
