"""The pane says which of its four states it is in, and searching leads back to the claim."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.ui.evidence.candidates import LETTERS, Candidates, Finding, key_words
from app.ui.evidence.evidence_pane import EvidencePane
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.open_offers import OpenOffers
from tests.journeys.reviewer import Reviewer
from tests.ui.bench import SOURCE, Bench


@pytest.fixture
def candidates(bench: Bench, article: OpenArticle) -> Candidates:
    return Candidates(bench.session, article)


@pytest.fixture
def pane(
    qtbot: QtBot,
    bench: Bench,
    article: OpenArticle,
    candidates: Candidates,
    ledger: OpenLedger,
    appearance: Appearance,
) -> EvidencePane:
    offers = OpenOffers(bench.session, article)
    made = EvidencePane(article, candidates, ledger, offers, appearance)
    qtbot.addWidget(made)
    made.show()
    return made


def words(pane: EvidencePane) -> str:
    page = pane._pages.currentWidget()
    return "|".join(label.text() for label in page.findChildren(QLabel))


def test_no_sources_nothing_found_searching_and_failed_are_four_texts(
    bench: Bench, candidates: Candidates, pane: EvidencePane
) -> None:
    seen = [words(pane)]  # nothing asked yet
    candidates.again()
    seen.append(words(pane))
    bench.settle()
    seen.append(words(pane))
    assert "no sources yet" in seen[-1]
    bench.do(lambda desk: desk.sources.add_text("Nothing of that kind."))
    seen.append(words(pane))
    assert candidates.state is Finding.NONE
    candidates.search("xylophone")
    bench.settle()
    seen.append(words(pane))
    candidates.trouble = "The disk is full."
    candidates._enter(Finding.FAILED, None)
    seen.append(words(pane))
    assert "The disk is full." in seen[-1]
    assert len(set(seen)) == len(seen) == 6
    assert all(seen)


def test_what_was_found_is_counted_in_words(
    bench: Bench, candidates: Candidates, pane: EvidencePane
) -> None:
    bench.do(lambda desk: desk.sources.add_text(SOURCE))
    candidates.again()
    bench.settle()
    assert pane._pages.currentWidget() is pane.list
    assert pane._status.text().startswith("1 candidate from 1 source")


def test_slash_fills_the_field_with_the_claim_and_typing_replaces_it(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane = reviewer.window.evidence_pane
    reviewer.press("/")
    assert pane.search.selectedText() == key_words(reviewer.article.current)
    assert pane.search.selectedText() != reviewer.article.current.statement
    reviewer.type("Kerry")
    assert pane.search.text() == "Kerry"
    reviewer.press("Return")
    assert reviewer.candidates.query == "Kerry"
    assert QApplication.focusWidget() is pane.list
    reviewer.press("/")
    assert pane.search.selectedText() == "Kerry"
    reviewer.press("Esc")
    assert pane.search.text() == reviewer.candidates.query == ""
    assert QApplication.focusWidget() is pane.list


def test_results_come_while_typing(reviewer: Reviewer, qtbot: QtBot) -> None:
    reviewer.open_sample()
    reviewer.press("/")
    with qtbot.waitSignal(reviewer.candidates.changed):
        reviewer.type("Ban Ki-moon")
    reviewer.settle()
    assert reviewer.candidates.query == "Ban Ki-moon"


def test_another_claim_ends_the_search(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.press("/")
    reviewer.type("Kerry")
    typing = reviewer.window.evidence_pane._typing
    assert typing.isActive()
    reviewer.article.move(1)  # before the search has begun
    assert not typing.isActive()
    reviewer.settle()
    assert reviewer.candidates.query == ""
    assert reviewer.window.evidence_pane.search.text() == ""


def test_the_link_button_of_a_page_is_pressed_by_the_mouse(
    pane: EvidencePane, candidates: Candidates, bench: Bench, qtbot: QtBot
) -> None:
    candidates.again()
    bench.settle()
    page = pane._pages.currentWidget()
    buttons = {button.text(): button for button in page.findChildren(type(pane.add))}
    with qtbot.waitSignal(pane.add_sources):
        qtbot.mouseClick(buttons["Add source"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(buttons["Search library"], Qt.MouseButton.LeftButton)
    assert pane.search.hasFocus()


def test_a_part_that_occurs_is_one_enter_away(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane = reviewer.window.evidence_pane
    reviewer.press("/")
    reviewer.type("Kerry xylophone")
    reviewer.press("Return")
    page = pane._pages.currentWidget()
    assert [button.accessibleName()[:13] for button in page.parts.shown()] == ["Search Kerry,"]
    assert QApplication.focusWidget() is page.parts.buttons[0]
    reviewer.press("Return")
    assert reviewer.candidates.query == pane.search.text() == "Kerry"
    assert reviewer.candidates.state is Finding.FOUND
    assert len(reviewer.candidates.rows()) > len(LETTERS)
    reviewer.press("Esc")
    assert not reviewer.candidates.elsewhere
    assert QApplication.focusWidget() is pane.list


def test_filters_are_told_while_the_field_has_the_focus(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    pane = reviewer.window.evidence_pane
    assert not pane._hint.isVisible()
    reviewer.press("/")
    assert pane._hint.isVisible()
    for name in ("kind:", "after:", "before:", "lang:", "publisher:", "in:"):
        assert name in pane._hint.text()
    reviewer.press("Esc")
    assert not pane._hint.isVisible()


def test_a_passage_found_by_searching_is_linked_by_its_letter(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    claim = reviewer.article.current
    reviewer.press("/")
    reviewer.type("lang:ar")
    reviewer.press("Return")
    wanted = reviewer.candidates.rows()[1]
    assert wanted.source.language == "ar"
    reviewer.press("B")
    assert [e.passage_id for e in reviewer.article.review(claim.id).evidence] == [wanted.passage.id]
