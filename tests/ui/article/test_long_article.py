"""A long article in the window: claims, gutter, ruler, zones and folds wherever one reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk.articles import read_article
from app.model.article import Zone, ZoneKind
from app.model.span import Span
from app.text.normal import digest
from app.ui.article.article_view import ArticleView
from app.ui.article.overview_ruler import OverviewRuler
from app.ui.article.shown_text import WHOLE
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from tests.ui.bench import Bench
from tests.ui.long_article import long_article, one_line

CLAIMS = 900
#: What stands behind the article, and a word behind that.
COMMENTS = "".join(f"Reader {n} wrote: I do not like this mill at all.\n" for n in range(2_000))
CREDIT = "Edited by the desk of the paper.\nAll rights reserved.\n"


@pytest.fixture
def view(
    qtbot: QtBot, article: OpenArticle, ledger: OpenLedger, appearance: Appearance
) -> ArticleView:
    made = ArticleView(article, ledger, appearance)
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show()
    return made


def open_text(bench: Bench, article: OpenArticle, text: str) -> None:
    article.open(bench.add_article(text))
    bench.settle()
    QApplication.processEvents()


def in_sight(view: ArticleView, span: Span) -> bool:
    rects, top = view.rects(span), view.verticalScrollBar().value()
    return bool(rects) and top <= rects[0].top() <= top + view.viewport().height()


@pytest.mark.parametrize("text", [one_line(70_000), long_article(CLAIMS)], ids=["line", "pages"])
def test_every_claim_is_brought_into_sight_with_its_number_and_chosen_by_a_press(
    view: ArticleView, bench: Bench, article: OpenArticle, qtbot: QtBot, text: str
) -> None:
    open_text(bench, article, text)
    count = len(article.claims)
    for row in (count - 1, 0, count // 2, count // 2 + 1, 7, count - 2):
        claim = article.claims[row]
        article.choose(article.claims[(row + 300) % count].id)
        article.choose(claim.id)
        QApplication.processEvents()
        assert in_sight(view, claim.span)
        assert claim.id in [one.id for one, _ in view.gutter.entries()]
        assert len(view.gutter.entries()) < 0.6 * count
        other = next(one for one, rect in view.gutter.entries() if one.id != claim.id
                     and in_sight(view, one.span))  # fmt: skip
        rect = view.rects(other.span)[0]
        at = rect.center().toPoint() - QPoint(0, view.verticalScrollBar().value())
        if view.viewport().rect().contains(at):
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
            assert article.current.id == other.id
        assert view.document().characterCount() < WHOLE


def test_the_ruler_marks_every_claim_in_proportion_and_leads_to_it(
    view: ArticleView, bench: Bench, article: OpenArticle, appearance: Appearance, qtbot: QtBot
) -> None:
    ruler = OverviewRuler(view, article, appearance)
    open_text(bench, article, long_article(CLAIMS))
    marks = ruler._marks()
    assert [claim_id for claim_id, _ in marks] == [claim.id for claim in article.claims]
    heights = [height for _, height in marks]
    assert heights == sorted(heights)
    assert heights[CLAIMS // 2] == pytest.approx(ruler.height() / 2, rel=0.05)
    qtbot.mousePress(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, round(heights[-1])))
    assert article.place(article.current.id) > CLAIMS - 10
    assert in_sight(view, article.current.span)


def with_comments(bench: Bench) -> int:
    """A long article with as many comments behind it, and a credit behind these."""
    body = long_article(CLAIMS)
    article, claims = read_article(body, "x")
    text = body + COMMENTS + CREDIT
    ends = (0, len(body), len(body) + len(COMMENTS), len(text))
    kinds = (ZoneKind.BODY, ZoneKind.COMMENTS, ZoneKind.CREDIT)
    zones = tuple(
        Zone(Span(start, end), kind, kind is ZoneKind.BODY)
        for start, end, kind in zip(ends, ends[1:], kinds, strict=False)
    )
    stored = replace(article, text=text, digest=digest(text), zones=zones)
    return bench.do(lambda desk: desk.articles.store(stored, claims)).id


def test_a_long_zone_is_folded_to_its_bar_and_shown_again(
    view: ArticleView, bench: Bench, article: OpenArticle
) -> None:
    article.open(with_comments(bench))
    bench.settle()
    _, comments, credit = article.article.zones
    bar = view.verticalScrollBar()
    folded = bar.maximum()
    bar.setValue(folded)
    QApplication.processEvents()
    assert in_sight(view, Span(credit.span.start, credit.span.start + 6))
    last = article.claims[-1].span
    [shown] = [one for one in view.bars.all() if not one.isHidden() and one.fold._folded]
    assert view.bars.bar_of(comments) is shown
    assert view.viewport().rect().intersects(shown.geometry())
    assert view.head(comments.span.start + 500) is None
    assert view.document().characterCount() < WHOLE
    shown.fold.click()
    QApplication.processEvents()
    assert bar.maximum() > folded
    middle = Span(comments.span.start + 50_000, comments.span.start + 50_020)
    view.bring(middle)
    assert in_sight(view, middle)
    view.bring(last)
    assert in_sight(view, last)


def test_a_selection_runs_over_a_fold(
    view: ArticleView, bench: Bench, article: OpenArticle
) -> None:
    article.open(with_comments(bench))
    bench.settle()
    _, comments, credit = article.article.zones
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    over = Span(comments.span.start - 40, credit.span.start + 6)
    view.select(over)
    assert view.selection() == over
    start, length = view._shown.range_to_qt(over.start, over.end)
    assert length < 60
    assert view.textCursor().selectionStart() == start


def test_zones_look_alike_wherever_they_are_read(
    view: ArticleView, bench: Bench, article: OpenArticle, appearance: Appearance
) -> None:
    article.open(with_comments(bench))
    bench.settle()
    view.fold_outside()
    view.fold_outside()
    _, comments, _ = article.article.zones
    for place in (comments.span.start + 60, comments.span.start + 60_000):
        view.bring(Span(place, place + 1), only_when_outside=False)
        QApplication.processEvents()
        cursor = view.textCursor()
        cursor.setPosition(view._shown.to_qt(place) + 1)
        assert cursor.charFormat().foreground().color() == appearance.theme.text_3


def test_who_reads_on_before_the_claims_are_found_is_left_there(
    view: ArticleView, bench: Bench, article: OpenArticle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.desk.articles.AT_ONCE", 1_000)
    stored = bench.do(
        lambda desk: desk.articles.store(*read_article(one_line(70_000), "x", soon=True))
    )
    article.open(stored.id)
    view.verticalScrollBar().setValue(9_000)
    QApplication.processEvents()
    read = view.visible_span()
    found = read_article(stored.text, "x")[1]
    assert bench.do(lambda desk: desk.articles.keep_claims(stored, found))
    QApplication.processEvents()
    assert article.current is article.claims[0]
    assert view.visible_span() == read
