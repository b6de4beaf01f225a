"""What a file said besides its text: told once, in its place, and nothing is done by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.model.article import ProposedSource
from app.model.span import Span
from app.ui.article.file_bar import NOTICES, has_text, told_proposal
from tests.journeys.reviewer import Reviewer
from tests.ui.bars.states import told_by_the_file


@pytest.mark.parametrize(
    ("proposal", "told", "text"),
    [
        (ProposedSource(Span(0, 1), "footnote", "UN  press\nrelease"),
         "Footnote: UN press release", True),
        (ProposedSource(Span(0, 1), "link", "minutes", "https://a.example"),
         "Link: minutes · https://a.example", False),
        (ProposedSource(Span(0, 1), "comment", " ", "https://a.example"),
         "Comment: https://a.example", False),
    ],
)  # fmt: skip
def test_a_named_source_is_told_on_one_line(
    proposal: ProposedSource, told: str, text: bool
) -> None:
    assert told_proposal(proposal) == told
    assert has_text(proposal) is text


def test_the_sample_says_nothing_and_has_no_bar(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    assert not reviewer.window.article_pane.file_bar.isVisible()
    reviewer.press("P")
    assert not reviewer.window.article_pane.file_bar.isVisible()


def test_choosing_a_named_source_shows_where_it_stands(reviewer: Reviewer, qtbot: QtBot) -> None:
    told_by_the_file(reviewer)
    bar = reviewer.window.article_pane.file_bar
    view = reviewer.window.article_pane.view
    reviewer.press("Return")
    at = view.text.index("Some 40")
    assert view.caret() == at
    rect = view.rects(Span(at, at + 4))[0].translated(0, -view.verticalScrollBar().value())
    assert view.viewport().rect().contains(rect.toRect())
    qtbot.mouseClick(bar.sources.show_button, Qt.MouseButton.LeftButton)
    assert not bar.sources.list.isVisible()
    assert not bar.add.isVisible()


def test_it_stays_closed_for_this_article_until_it_is_asked_for(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    told_by_the_file(reviewer)
    article_id, bar = reviewer.article.article.id, reviewer.window.article_pane.file_bar
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    reviewer.press("Ctrl+W")
    reviewer.article.open(article_id)
    reviewer.settle()
    assert not bar.isVisible()
    reviewer.press("P")
    assert bar.isVisible()


def test_of_many_notices_the_first_are_told_and_the_rest_is_counted(
    reviewer: Reviewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    told_by_the_file(reviewer)
    article = reviewer.article
    many = tuple(f"Notice {n}." for n in range(NOTICES + 4))
    monkeypatch.setattr(article, "article", replace(article.article, notices=many))
    article.opened.emit()
    told = reviewer.window.article_pane.file_bar.told.text()
    assert told.startswith("Notice 0.\nNotice 1.")
    assert told.endswith("And 4 more.")
