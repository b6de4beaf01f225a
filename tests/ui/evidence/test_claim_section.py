"""The claim changed where it stands: edited, split, merged, removed; by key, by mouse, undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.evidence.claim_section import ClaimSection
from tests.journeys.reviewer import Reviewer

LEFT = Qt.MouseButton.LeftButton


def section(reviewer: Reviewer) -> ClaimSection:
    return reviewer.window.evidence_pane.claim


def press_tool(reviewer: Reviewer, qtbot: QtBot, title: str) -> None:
    button = next(b for b in section(reviewer).buttons if b.accessibleName().startswith(title))
    qtbot.mouseClick(button, LEFT)
    reviewer.settle()


def test_the_tools_say_their_keys_and_need_a_claim(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    names = [button.accessibleName() for button in section(reviewer).buttons]
    assert names == [
        "Edit claim text, key F2", "Split claim, key S", "Merge with next claim, key M",
        "Remove claim, key Del",
    ]  # fmt: skip
    for _ in range(len(reviewer.article.claims)):
        reviewer.press("Del")
    assert reviewer.article.current is None
    assert not any(button.isEnabled() for button in section(reviewer).buttons)
    reviewer.press("Del")
    reviewer.press("Ctrl+Z")
    assert len(reviewer.article.claims) == 1


@pytest.mark.parametrize("end", ["Return", "Ctrl+Return", "save"])
def test_a_sentence_is_edited_in_its_place_and_kept(
    reviewer: Reviewer, qtbot: QtBot, end: str
) -> None:
    reviewer.open_sample()
    claim = reviewer.article.current
    reviewer.press("F2")
    editor = section(reviewer).editor
    assert QApplication.focusWidget() is editor.field
    assert editor.field.toPlainText() == claim.statement
    assert not section(reviewer).header.isVisible()
    reviewer.type("Lavrov and Kerry meet, 4 of 5 say so; jk")
    if end == "save":
        qtbot.mouseClick(editor.save, LEFT)
        reviewer.settle()
    else:
        reviewer.press(end)
    now = reviewer.article.claim(claim.id)
    assert now.statement == "Lavrov and Kerry meet, 4 of 5 say so; jk"
    assert (now.span, now.quote) == (claim.span, claim.quote)
    assert section(reviewer).header.isVisible()
    assert QApplication.focusWidget() is reviewer.window.evidence_pane.list
    # Back to the article's words, by its own button.
    press_tool(reviewer, qtbot, "Edit")
    qtbot.mouseClick(editor.reset, LEFT)
    reviewer.settle()
    assert reviewer.article.claim(claim.id) == claim
    reviewer.press("Ctrl+Z")
    assert reviewer.article.claim(claim.id).statement.startswith("Lavrov and Kerry meet")
    reviewer.press("Shift+F2")
    assert reviewer.article.claim(claim.id) == claim


def test_esc_leaves_the_sentence_as_it_was_and_going_on_keeps_what_is_typed(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    first = reviewer.article.current
    reviewer.press("F2")
    reviewer.type("Other words")
    reviewer.press("Esc")
    assert reviewer.article.claim(first.id) == first
    assert not section(reviewer).editor.isVisible()
    reviewer.press("F2")
    reviewer.type("Words that were not ended with Enter")
    reviewer.article.choose(reviewer.article.claims[3].id)
    reviewer.settle()
    kept = reviewer.article.claim(first.id)
    assert kept.statement == "Words that were not ended with Enter"
    assert reviewer.article.current is reviewer.article.claims[3]
    assert not section(reviewer).editor.isVisible()


def test_words_typed_when_the_window_closes_are_kept(sit_down: Callable[[], Reviewer]) -> None:
    reviewer = sit_down()
    reviewer.open_sample()
    claim_id = reviewer.article.current.id
    reviewer.press("F2")
    reviewer.type("Typed, and then the window was closed.")
    reviewer = sit_down()
    kept = reviewer.session.read.articles.claim(claim_id)
    assert kept.statement == "Typed, and then the window was closed."


def test_an_empty_field_changes_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    claim = reviewer.article.current
    reviewer.press("F2")
    section(reviewer).editor.field.clear()
    reviewer.press("Return")
    assert reviewer.article.current == claim


def test_a_split_is_offered_and_chosen_by_number_or_enter_or_mouse(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    reviewer.open_sample()
    claims = reviewer.article.claims
    for way in ("number", "Return", "mouse"):
        reviewer.claim_with("September 9")
        whole = reviewer.article.current
        notes = [row.told.text() for row in section(reviewer).notes._rows if row.isVisible()]
        assert any(told.startswith("Could be split: … | which included") for told in notes)
        assert reviewer.article.claims == claims  # offered, not done
        reviewer.press("S")
        chooser = section(reviewer).splits
        assert QApplication.focusWidget() is chooser
        if way == "number":
            reviewer.press("1")
        elif way == "mouse":
            place = chooser.visualItemRect(chooser.item(0)).center()
            qtbot.mouseClick(chooser.viewport(), LEFT, pos=place)
            reviewer.settle()
        else:
            reviewer.press(way)
        halves = [c for c in reviewer.article.claims if whole.span.covers(c.span)]
        assert len(halves) == 2
        assert halves[1].quote.startswith("which included a new ceasefire")
        assert reviewer.article.review(whole.id).verdict is None
        reviewer.press("Ctrl+Z")
        assert reviewer.article.claims == claims
        assert reviewer.article.current == whole


def test_esc_splits_nothing(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with("September 9")
    count = len(reviewer.article.claims)
    reviewer.press("S")
    reviewer.press("Esc")
    assert not section(reviewer).splits.isVisible()
    assert len(reviewer.article.claims) == count
    assert QApplication.focusWidget() is reviewer.window.evidence_pane.list


def test_where_nothing_is_offered_the_caret_is_asked_for(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Wednesday talks")
    reviewer.press("S")
    assert not section(reviewer).splits.isVisible()
    assert "Put the caret where" in reviewer.window.status.said.text()


def test_merge_and_remove_by_mouse_are_one_step_each(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    claims = reviewer.article.claims
    reviewer.article.choose(claims[2].id)
    press_tool(reviewer, qtbot, "Merge")
    assert len(reviewer.article.claims) == len(claims) - 1
    merged = reviewer.article.current
    assert merged.id == claims[2].id
    assert merged.span.covers(claims[3].span)
    reviewer.press("Ctrl+Z")
    assert reviewer.article.claims == claims
    assert reviewer.article.current == claims[2]
    press_tool(reviewer, qtbot, "Remove")
    assert claims[2].id not in [claim.id for claim in reviewer.article.claims]
    assert reviewer.article.current.id == claims[3].id
    reviewer.press("Ctrl+Z")
    assert reviewer.article.claims == claims
    assert reviewer.article.current == claims[2]


def test_a_claim_moves_to_other_words(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    claim_id = reviewer.claim_with("Wednesday talks")
    before = reviewer.article.current
    view = reviewer.window.article_pane.view
    reviewer.press("Shift+M")
    assert "Select the words" in reviewer.window.status.said.text()
    line = reviewer.article.line_at(view.text.index("Lavrov Reiterates Call"))
    view.bring(line)
    view.select(line)
    reviewer.press("Shift+M")
    assert reviewer.article.claim(claim_id).span == line
    reviewer.press("Ctrl+Z")
    assert reviewer.article.claim(claim_id) == before


def test_an_offered_wording_opens_the_field_and_is_kept_by_enter_only(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    claim_id = reviewer.claim_with("the group would reconvene")
    before = reviewer.article.current
    rows = [row for row in section(reviewer).notes._rows if row.isVisible()]
    offered = next(row for row in rows if row.button.text() == "Reword")
    offered.button.click()
    field = section(reviewer).editor.field
    assert "International Syria Support Group" in field.toPlainText()
    assert "would reconvene" in field.toPlainText()
    assert reviewer.article.current == before
    field.moveCursor(QTextCursor.MoveOperation.End)
    reviewer.press("Return")
    now = reviewer.article.claim(claim_id)
    assert "International Syria Support Group" in now.statement
    assert now.span == before.span
