"""The candidates as a Qt model: sound, told in words, and pressed where the button is drawn."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.evidence.candidates import Candidates
from app.ui.evidence.candidates_list import CandidatesList
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from tests.ui.bench import SOURCE, Bench


@pytest.fixture
def candidates(bench: Bench, article: OpenArticle) -> Candidates:
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    bench.do(lambda desk: desk.sources.add_text("The council of the old mill met on Monday."))
    return Candidates(bench.session, article)


@pytest.fixture
def rows(
    qtbot: QtBot, bench: Bench, article: OpenArticle, candidates: Candidates, appearance: Appearance
) -> CandidatesList:
    made = CandidatesList(candidates, article, appearance)
    qtbot.addWidget(made)
    made.resize(520, 500)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    made.tester = QAbstractItemModelTester(made.model(), fatal)
    made.show()
    candidates.again()
    bench.settle()
    return made


def told(rows: CandidatesList, row: int) -> str:
    return rows.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_it_stays_sound_while_claims_and_searches_change(
    bench: Bench, article: OpenArticle, candidates: Candidates, rows: CandidatesList
) -> None:
    assert rows.model().rowCount() == 2
    for act in (
        lambda: article.move(1),
        lambda: candidates.search("xylophone"),
        lambda: candidates.search(""),
        lambda: article.choose(article.claims[0].id),
        lambda: candidates.highlight(1),
        article.close,
    ):
        act()
        bench.settle()
    assert rows.model().rowCount() == 0


def test_bar_29_a_row_says_letter_source_link_and_what_differs(
    bench: Bench, article: OpenArticle, candidates: Candidates, rows: CandidatesList
) -> None:
    disputed = next(n for n, m in enumerate(candidates.rows()) if "Tuesday" in m.passage.text)
    letter = "ABCDE"[disputed]
    assert told(rows, disputed).startswith(f"Candidate {letter}, ")
    assert "not linked" in told(rows, disputed)
    assert "differs: Tuesday against Monday" in told(rows, disputed)
    match = candidates.rows()[disputed]
    bench.do(lambda desk: desk.review.link(article.current.id, match.passage.id))
    assert "not linked" not in told(rows, disputed)
    assert match.passage.text in told(rows, disputed)


def test_the_link_button_is_where_it_is_drawn_and_a_click_beside_it_opens(
    candidates: Candidates, rows: CandidatesList, qtbot: QtBot
) -> None:
    index = rows.model().index(1, 0)
    box = rows.visualRect(index)
    button = rows.delegate.card(index, box.width()).button()
    assert min(button.width(), button.height()) >= 28
    at = QPointF(box.topLeft()) + button.center()
    with qtbot.waitSignal(rows.link_pressed) as pressed:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert pressed.args == [1]
    candidates.highlight(0)
    beside = rows.visualRect(index).topLeft() + QPoint(30, 12)
    with qtbot.assertNotEmitted(rows.link_pressed):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert candidates.highlighted == 1


def test_the_open_row_is_the_highlighted_candidate(
    candidates: Candidates, rows: CandidatesList, qtbot: QtBot
) -> None:
    assert rows.currentIndex().row() == 0
    before = rows.visualRect(rows.model().index(0, 0)).height()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert candidates.highlighted == 1
    assert rows.visualRect(rows.model().index(0, 0)).height() < before


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_card_keeps_within_its_list_and_tells_its_score(
    rows: CandidatesList, appearance: Appearance, percent: int
) -> None:
    appearance.set_percent(percent)
    index = rows.model().index(0, 0)
    width = rows.visualRect(index).width()
    card = rows.delegate.card(index, width)
    assert card.button().right() <= card.width <= width
    meter = card._meter_box()
    assert meter.right() < card.button().left()
    told_score = card.tip_at(meter.center())
    assert told_score.startswith("Match ")
    for name, _ in card.match.parts:
        assert name in told_score


def test_a_row_says_what_is_confidential_and_stays_open_while_it_is_marked(
    bench: Bench, candidates: Candidates, rows: CandidatesList
) -> None:
    candidates.highlight(1)
    source = candidates.highlighted_match().source
    assert "confidential" not in told(rows, 1)
    bench.do(lambda desk: desk.sources.set_confidential(source.id, True))
    bench.settle()
    assert candidates.highlighted == 1
    assert ", confidential, not linked" in told(rows, 1)
    assert "confidential" not in told(rows, 0)
