"""Article and source in one place: opened in context, left where it was."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.journeys.reviewer import Reviewer


def test_a_source_in_context_is_one_tab_and_closes_with_its_claim(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane = reviewer.window.article_pane
    reviewer.press("Space")
    assert pane.in_context
    assert pane.tabs.count() == 2
    assert pane.source.text.text == reviewer.session.read.sources.text(
        reviewer.candidates.highlighted_match().source.id
    )
    reviewer.press("J")
    assert not pane.in_context
    assert pane.tabs.count() == 1


def test_the_focus_stays_in_the_list_when_the_next_claim_closes_the_source(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    reviewer.press("Space")
    rows = reviewer.window.claims_pane.list
    rows.setFocus()
    reviewer.press("J")
    assert QApplication.focusWidget() is rows


def test_the_keys_decide_while_a_source_is_read(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    first = reviewer.article.current.id
    reviewer.press("Space")
    reviewer.press("A")
    assert reviewer.window.article_pane.in_context
    assert len(reviewer.article.review(first).evidence) == 1
    reviewer.press("4")
    assert reviewer.article.review(first).verdict.rating == "not_enough_evidence"
    assert not reviewer.window.article_pane.in_context


def test_a_title_is_shown_short_and_never_as_a_mnemonic(reviewer: Reviewer) -> None:
    title = "Mill & Sons <b>sold</b> the old mill to somebody from far away"
    reviewer.wiring.intake.open_text(f"{title}\n\nThe buyer paid 250,000 euros for it.\n")
    reviewer.settle()
    tabs = reviewer.window.article_pane.tabs
    assert tabs.tabText(0).startswith("Mill && Sons <b>sold</b>")
    assert len(tabs.tabText(0)) < 40


def test_a_title_s_tip_is_plain_text(reviewer: Reviewer) -> None:
    reviewer.wiring.intake.open_text("<b>Mill</b>\n\nThe buyer paid 250,000 euros for it.\n")
    reviewer.settle()
    assert "<b>" not in reviewer.window.article_pane.tabs.tabToolTip(0)
