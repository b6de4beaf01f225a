"""Bars 2, 3 and 4 by what is done, not by the clock: no work grows with what is not in sight.

The milliseconds are printed by tests/benchmarks/bench_window.py.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.article import claim_marks
from app.ui.article.typesetting import Typesetting
from app.ui.claims.claim_delegate import ClaimDelegate
from app.ui.evidence.candidates import Finding
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import lay_out
from tests.ui.long_article import long_article
from tests.ui.page import open_page


class Paints(QObject):
    """How often each of these widgets was painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.count: dict[QWidget, int] = dict.fromkeys(watched, 0)
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self.count:
            self.count[watched] += 1
        return False


def counting(monkeypatch: pytest.MonkeyPatch, cls: type, name: str) -> list[str]:
    """One entry for each call of this method from now on."""
    calls: list[str] = []
    method = getattr(cls, name)

    def counted(self: object, *given: object) -> object:
        calls.append(name)
        return method(self, *given)

    monkeypatch.setattr(cls, name, counted)
    return calls


def open_long(reviewer: Reviewer, claims: int) -> None:
    open_page(reviewer, long_article(claims))
    assert len(reviewer.article.claims) == claims
    reviewer.article.choose(reviewer.article.claims[claims // 2].id)
    reviewer.settle()
    lay_out()


def test_bar_02_a_neighbour_is_shown_without_asking_the_library(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    asked: list[object] = []
    search = reviewer.session.search
    reviewer.session.search = lambda *given: (asked.append(given), search(*given))  # type: ignore[method-assign]
    for _ in range(3):
        before = len(asked)
        reviewer.article.move(1)  # nothing is waited for: the answer must be there
        assert reviewer.candidates.state in (Finding.FOUND, Finding.NONE)
        assert len(asked) - before <= 1, "more than the one claim to be matched ahead next"
        reviewer.settle()


@pytest.mark.parametrize("key", ["J", "4"], ids=["bar 2, choosing", "bar 3, deciding"])
def test_bars_02_and_03_the_next_claim_costs_one_paint_of_each_pane(
    reviewer: Reviewer, key: str
) -> None:
    reviewer.open_sample()
    reviewer.press("J")
    lay_out()
    window = reviewer.window
    evidence = window.evidence_pane
    paints = Paints(window.article_pane.view.viewport(), window.claims_pane.list.viewport(),
                    evidence.list.viewport(), evidence.claim.header)  # fmt: skip
    before = reviewer.article.current
    reviewer.press(key)
    lay_out()
    assert reviewer.article.current is not before
    # A verdict is painted, and then the next claim; each pane once or twice, none over and over.
    assert all(1 <= count <= 4 for count in paints.count.values()), paints.count


@pytest.mark.parametrize(
    "key", ["4", *(pytest.param(key, marks=pytest.mark.slow) for key in ("J", "K"))]
)
def test_bar_04_two_thousand_claims_are_not_laid_out_anew_for_each(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    open_long(reviewer, 2_000)
    heights = counting(monkeypatch, ClaimDelegate, "sizeHint")
    rows = counting(monkeypatch, ClaimDelegate, "paint")
    laid_out = counting(monkeypatch, Typesetting, "set")
    places = reviewer.window.article_pane.view._places
    known = len(places._rects)
    reviewer.press(key)
    lay_out()
    assert laid_out == [], "the whole article was set again"
    assert len(heights) < 200, "the height of every row was asked for"
    assert len(rows) < 100, "rows out of sight were painted"
    assert len(places._rects) - known < 200, "claims out of sight were looked for"


def test_bar_04_scrolling_paints_what_is_in_sight(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[object] = []
    paint = claim_marks.paint_underline
    monkeypatch.setattr(
        claim_marks, "paint_underline", lambda *given: (drawn.append(1), paint(*given))
    )
    open_long(reviewer, 200)
    view = reviewer.window.article_pane.view
    bar = view.verticalScrollBar()
    most = 0
    for step in range(20):
        bar.setValue(bar.maximum() * step // 20)
        QApplication.processEvents()
        drawn.clear()
        view.viewport().repaint()
        most = max(most, len(drawn))
    # At 1280×800 some thirty lines are in sight, each with a few stretches at most.
    assert 0 < most < 120
