"""Words that a file hides are shown, put in, claimed and taken back: by keys alone, by mouse alone,
on real files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.model.article import ZoneKind
from app.model.span import Span
from tests.journeys.reviewer import Reviewer
from tests.ui.files import UNSEEN, UNSEEN_TOO, arabic_page, hiding_page, word_file
from tests.ui.page import account, open_file, said


def test_by_keys_alone_from_the_list_to_a_verdict_and_back(
    sit_down: Callable[[], Reviewer], tmp_path: Path
) -> None:
    reviewer = sit_down()
    open_file(reviewer, hiding_page(tmp_path))
    before, claims, counted = reviewer.article.article, reviewer.article.claims, account(reviewer)
    assert UNSEEN not in before.text
    bar, view = reviewer.window.article_pane.file_bar, reviewer.window.article_pane.view
    assert bar.left_out.told.text() == "The file does not show 31 words in 3 places."
    assert not bar.left_out.list.isVisible()

    # P leads into the list, and a row to the place where its words stood.
    reviewer.press("P")
    assert QApplication.focusWidget() is bar.left_out.list
    reviewer.press("Down")
    row = bar.left_out.list.currentItem().text()
    assert row.startswith("The mayor had known of a higher offer")
    assert "15 words hidden, after “…buyer paid 250,000 euros for it.”" in row
    place = before.left_out[1].place
    assert view.caret() == place - 1
    rect = view.rects(Span(place - 1, place))[0].translated(0, -view.verticalScrollBar().value())
    assert view.viewport().rect().contains(rect.toRect())

    # I puts it in: behind the end, as the reviewer's own doing, with its claims.
    reviewer.press("I")
    assert said(reviewer) == "15 words put in at the article's end. 2 claims more."
    grown = reviewer.article.article
    assert grown.text == view.text == f"{before.text}\n\n{UNSEEN}"
    assert reviewer.article.claims[: len(claims)] == claims
    assert account(reviewer).words == counted.words + 15
    # The list stays where it was, and says so.
    assert QApplication.focusWidget() is bar.left_out.list
    assert bar.left_out.list.currentRow() == 1
    assert "15 words put in" in bar.left_out.list.currentItem().text()
    reviewer.press("Return")
    assert view.caret() == len(before.text) + 2

    # Its claim is decided like any other.
    reviewer.press("Esc")
    claim_id = reviewer.claim_with("known of a higher offer")
    assert reviewer.article.claim(claim_id).span.start == len(before.text) + 2
    reviewer.press("4")
    assert reviewer.article.review(claim_id).verdict is not None

    # All of it is on the disk, and goes back one step at a time.
    reviewer = sit_down()
    reviewer.article.open(grown.id)
    reviewer.settle()
    assert reviewer.article.article == grown
    assert reviewer.window.article_pane.view.text == grown.text
    reviewer.press("Ctrl+Z")
    assert reviewer.article.review(claim_id).verdict is None
    reviewer.press("Ctrl+Z")
    assert reviewer.article.article == before
    assert reviewer.article.claims == claims
    assert reviewer.window.article_pane.view.text == before.text
    assert account(reviewer) == counted
    reviewer.press("Ctrl+Shift+Z")
    assert reviewer.article.article == grown


def test_by_mouse_alone_all_of_it_and_one_out_again(
    reviewer: Reviewer, qtbot: QtBot, tmp_path: Path
) -> None:
    open_file(reviewer, hiding_page(tmp_path))
    count = len(reviewer.article.claims)
    bar, view = reviewer.window.article_pane.file_bar, reviewer.window.article_pane.view

    def click(widget: object) -> None:
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        reviewer.settle()

    click(bar.left_out.show_button)
    click(bar.include_all)
    assert not bar.include_all.isVisible()
    assert view.text.endswith(f"Skip to content\n\n{UNSEEN}\n\n{UNSEEN_TOO}")
    full = len(reviewer.article.claims)
    assert full > count + 1
    rows = [bar.left_out.list.item(row).text() for row in range(3)]
    assert all(" put in, after “" in row or " put in, before" in row for row in rows)

    # Over each of them stands what it is, however short; there it can be left out.
    hidden = [zone for zone in reviewer.article.article.zones if zone.kind is ZoneKind.HIDDEN]
    last = view.bars.bar_of(hidden[-1])
    assert len(hidden) == 3
    assert last.fold.text() == "Hidden words · 1 line, 13 words"
    view.bring(hidden[-1].span)
    click(last.put)
    assert "left out" in said(reviewer)
    bar.left_out.list.scrollToItem(bar.left_out.list.item(2))
    item = bar.left_out.list.visualItemRect(bar.left_out.list.item(2))
    qtbot.mouseClick(bar.left_out.list.viewport(), Qt.MouseButton.LeftButton, pos=item.center())
    assert bar.include.text() == "Include"
    click(bar.include)
    assert len(reviewer.article.claims) == full
    click(reviewer.window.status.undo)
    click(reviewer.window.status.undo)
    assert len(reviewer.article.claims) == full
    click(reviewer.window.status.undo)
    assert len(reviewer.article.claims) == count
    assert UNSEEN not in view.text


def test_the_words_that_are_read_stay_in_sight_when_others_are_put_in(
    reviewer: Reviewer, tmp_path: Path
) -> None:
    open_file(reviewer, hiding_page(tmp_path))
    view = reviewer.window.article_pane.view
    reviewer.window.article_pane.file_bar.open_bar()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    assert before > 0
    reviewer.press("I")
    assert reviewer.article.article.left_out[0].span is not None
    assert abs(bar.value() - before) <= 2
    reviewer.press("Ctrl+Z")
    assert abs(bar.value() - before) <= 2


def test_a_word_file_tells_of_its_deletions_apart_from_the_sources_it_names(
    reviewer: Reviewer, tmp_path: Path
) -> None:
    open_file(reviewer, word_file(tmp_path))
    bar = reviewer.window.article_pane.file_bar
    assert bar.sources.told.text() == "The file names 2 sources."
    reviewer.press("P")
    rows = [bar.left_out.list.item(row).text() for row in range(bar.left_out.list.count())]
    assert rows[0].startswith("a narrow majority of\n4 words deleted, after “")
    assert rows[1].startswith("Check the minutes before printing.\n5 words hidden, after “")
    # One list at a time; the same key turns to the other.
    reviewer.press("P")
    assert QApplication.focusWidget() is bar.sources.list
    assert not bar.left_out.list.isVisible()
    assert bar.sources.list.item(0).text().startswith("Comment: Bea: The police counted 40")
    reviewer.press("P")
    assert QApplication.focusWidget() is bar.left_out.list


def test_arabic_words_are_put_in_with_the_same_characters(
    reviewer: Reviewer, tmp_path: Path
) -> None:
    open_file(reviewer, arabic_page(tmp_path))
    (unseen,) = reviewer.article.article.left_out
    reviewer.press("P")
    reviewer.press("I")
    article = reviewer.article.article
    place = article.left_out[0].span
    assert place.of(article.text) == unseen.text
    claim = reviewer.article.claims[-1]
    assert place.covers(claim.span)
    assert reviewer.window.article_pane.view.rects(claim.span)
    assert account(reviewer).open == 0
