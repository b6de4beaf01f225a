"""The pages of a paged file in the article: found by their places, drawn over their first line."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from app.desk.articles import read_article
from app.model.span import Span
from app.ui.article.page_rules import PageRules
from app.ui.look.appearance import Appearance
from tests.journeys.reviewer import Reviewer
from tests.ui.page import PAGE


def open_paged(reviewer: Reviewer) -> tuple[Span, ...]:
    article, claims = read_article(PAGE, "mill.pdf")
    second, third = article.text.index("Some 40"), article.text.index("Comments")
    pages = (Span(0, second), Span(second, third), Span(third, len(article.text)))
    paged = replace(article, pages=pages)
    reviewer.session.do(
        lambda desk: desk.articles.store(paged, claims),
        lambda stored: reviewer.article.open(stored.id),
    )
    reviewer.settle()
    return pages


def test_a_page_begins_with_the_paragraph_that_holds_its_first_character(
    reviewer: Reviewer, appearance: Appearance
) -> None:
    _, second, third = open_paged(reviewer)
    rules = PageRules(reviewer.article, appearance)
    assert rules.begins(Span(0, 20)) == 0
    assert rules.begins(Span(second.start, second.start + 30)) == 2
    assert rules.begins(Span(second.start - 10, second.start + 30)) == 2
    assert rules.begins(Span(second.start + 1, second.start + 30)) == 0
    assert rules.begins(Span(third.start, third.start + 8)) == 3


def test_each_page_but_the_first_has_a_rule_over_its_first_line(
    reviewer: Reviewer, appearance: Appearance
) -> None:
    pages = open_paged(reviewer)
    view = reviewer.window.article_pane.view
    for page in pages[1:]:
        place = view._rule_of(page.start)
        view.verticalScrollBar().setValue(round(place) - 60)
        top = round(place) - view.verticalScrollBar().value()
        image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        view.viewport().render(painter, QPoint(0, 0))
        painter.end()
        x = view.column_left() + 120
        rows = [image.pixelColor(x, y).name() for y in range(top, top + 20)]
        assert appearance.theme.hairline.name() in rows
        first = view.rects(Span(page.start, page.start + 4))
        assert not first or first[0].top() >= place


def test_an_article_without_pages_has_no_rule(reviewer: Reviewer, appearance: Appearance) -> None:
    reviewer.open_sample()
    rules = PageRules(reviewer.article, appearance)
    assert rules.begins(Span(0, len(reviewer.article.article.text))) == 0
