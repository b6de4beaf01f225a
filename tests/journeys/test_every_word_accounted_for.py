"""Every word accounted for: a page opened, put in, claimed, split, merged, reworded, and undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desk.articles import read_article
from app.model.article import ProposedSource, ZoneKind
from app.model.span import Span
from tests.journeys.reviewer import Reviewer
from tests.ui.page import PAGE, account, drag_mouse, open_page, said


def sentences(reviewer: Reviewer) -> list[str]:
    return [claim.statement for claim in reviewer.article.claims]


def test_from_a_page_to_claims_and_all_the_way_back(sit_down: Callable[[], Reviewer]) -> None:
    reviewer = sit_down()
    open_page(reviewer)
    before, zones = reviewer.article.claims, reviewer.article.article.zones
    first = account(reviewer)
    assert first.open == 0
    steps = 0

    # What the readers wrote is put in: its sentences become claims.
    comments = next(zone for zone in zones if zone.kind is ZoneKind.COMMENTS)
    view = reviewer.window.article_pane.view
    view.put_caret(comments.span.start)
    view.setFocus()
    reviewer.press("I")
    steps += 1
    assert len(reviewer.article.claims) == len(before) + 2
    assert "2 claims more" in said(reviewer)
    assert account(reviewer).furniture < first.furniture

    # A claim is taken out: its words are open, and the key leads to them.
    claim_id = reviewer.claim_with("40 people protested")
    span = reviewer.article.claim(claim_id).span
    reviewer.press("Del")
    steps += 1
    ledger = account(reviewer)
    assert ledger.open == 9
    assert reviewer.article.claim(claim_id) is None
    reviewer.press("O")
    assert view.selection() == ledger.open_spans[0]
    assert span.covers(ledger.open_spans[0])

    # The open words become a claim again.
    reviewer.press("Ctrl+N")
    steps += 1
    made = reviewer.article.current
    assert "40 people protested" in made.statement
    assert made.made_by == "reviewer"
    assert account(reviewer).open == 0
    reviewer.press("O")
    assert "every word is accounted for" in said(reviewer)

    # One claim becomes two where the caret stands, and one again.
    reviewer.claim_with("sold the old mill")
    whole = reviewer.article.current
    count = len(reviewer.article.claims)
    view.setFocus()
    view.put_caret(PAGE.index("the buyer paid 250,000"))
    reviewer.press("S")
    steps += 1
    assert len(reviewer.article.claims) == count + 1
    halves = [one for one in reviewer.article.claims if whole.span.covers(one.span)]
    assert [half.quote for half in halves] == [
        "The council sold the old mill on Monday, and",
        "the buyer paid 250,000 euros for it.",
    ]
    reviewer.press("M")
    steps += 1
    assert len(reviewer.article.claims) == count
    assert reviewer.article.current.span == whole.span

    # Its sentence is the reviewer's, and its place stays.
    reviewer.press("F2")
    reviewer.type("The council sold the mill for 250,000 euros.")
    reviewer.press("Return")
    steps += 1
    current = reviewer.article.current
    assert current.statement == "The council sold the mill for 250,000 euros."
    assert current.reworded
    assert current.span == whole.span

    # All is on the disk.
    kept = reviewer.article.claims
    reviewer = sit_down()
    reviewer.article.open(1)
    reviewer.settle()
    assert reviewer.article.claims == kept

    # And all of it can be taken back, one step at a time, also after a restart.
    for _ in range(steps):
        reviewer.press("Ctrl+Z")
        account(reviewer)
    assert reviewer.article.claims == before
    assert reviewer.article.article.zones == zones
    assert account(reviewer) == first
    for _ in range(steps):
        reviewer.press("Ctrl+Shift+Z")
    assert sentences(reviewer) == [claim.statement for claim in kept]


def test_words_are_excused_with_a_reason_and_open_again(reviewer: Reviewer, qtbot: QtBot) -> None:
    open_page(reviewer)
    reviewer.claim_with("approved on Wednesday")
    reviewer.press("Del")
    reviewer.press("L")
    assert reviewer.window.article_pane.ledger_line.isVisible()
    reviewer.press("O")
    reviewer.press("X")
    bar = reviewer.window.article_pane.excuse
    assert QApplication.focusWidget() is bar.field
    reviewer.type("settled in the minutes, 12 May")
    reviewer.press("Return")
    ledger = account(reviewer)
    assert ledger.open == 0
    excused = [one for one in ledger.excused_spans if one.reason.startswith("settled")]
    assert [one.span.of(PAGE) for one in excused] == [
        "The sale was approved on Wednesday by nine votes to four"
    ]
    reviewer.press("Ctrl+Z")
    assert account(reviewer).open > 0
    reviewer.press("O")
    reviewer.press("X")
    qtbot.mouseClick(bar.reasons[0], Qt.MouseButton.LeftButton)
    assert any(one.reason == "opinion" for one in account(reviewer).excused_spans)
    reviewer.window.article_pane.view.put_caret(PAGE.index("approved on"))
    reviewer.press("Shift+X")
    assert account(reviewer).open > 0


def test_a_verdict_goes_back_to_review_with_its_words_and_returns_with_undo(
    reviewer: Reviewer,
) -> None:
    reviewer.open_sample()
    reviewer.press("4")
    reviewer.press("K")
    claim = reviewer.article.current
    judged = reviewer.article.review(claim.id).verdict
    assert judged is not None
    reviewer.press("F2")
    reviewer.press("End")
    reviewer.type(" Really.")
    reviewer.press("Ctrl+Return")
    assert reviewer.article.review(claim.id).verdict is None
    assert "verdict is to be given again" in said(reviewer)
    reviewer.press("Ctrl+Z")
    assert reviewer.article.review(claim.id).verdict == judged
    assert reviewer.article.current == claim
    reviewer.press("Shift+F2")  # nothing was reworded: nothing happens
    assert reviewer.article.current == claim


def test_undo_leads_back_to_the_lines_that_were_read(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    view = reviewer.window.article_pane.view
    bar = view.verticalScrollBar()
    reviewer.press("Ctrl+End")
    before, claim = bar.value(), reviewer.article.current
    reviewer.press("Del")
    reviewer.press("Ctrl+Home")
    assert bar.value() != before
    reviewer.press("Ctrl+Z")
    assert reviewer.article.current == claim
    assert abs(bar.value() - before) <= 2


def test_an_arabic_selection_becomes_a_claim_of_the_same_characters(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    text = (
        "اجتماع في دمشق\n\n"
        "قال المتحدث باسم الحكومة إن 12 شخصا قتلوا في دمشق يوم 16 سبتمبر. "
        "واجتمع الوزراء في القاهرة يوم الثلاثاء.\n"
    )
    open_page(reviewer, text)
    words = "قتلوا في دمشق"
    start = reviewer.article.article.text.index(words)
    span = Span(start, start + len(words))
    view = reviewer.window.article_pane.view
    drag(reviewer, span)
    assert view.selection() == span
    bar = reviewer.wiring.selection.bar
    assert bar.isVisible()
    qtbot.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    reviewer.settle()
    claim = reviewer.article.current
    assert claim.quote == words
    assert claim.span == span
    assert view.rects(claim.span)
    assert not bar.isVisible()


def drag(reviewer: Reviewer, span: Span) -> None:
    """Drag the mouse over this stretch, from its right edge to its left."""
    view = reviewer.window.article_pane.view
    rects, scrolled = view.rects(span), view.verticalScrollBar().value()
    right, left = rects[0], rects[-1]
    begin = QPoint(round(right.right()) - 1, round(right.center().y()) - scrolled)
    end = QPoint(round(left.left()) + 1, round(left.center().y()) - scrolled)
    drag_mouse(reviewer, view, begin, end)


def test_words_selected_by_keys_alone_become_a_claim(reviewer: Reviewer) -> None:
    open_page(reviewer)
    reviewer.claim_with("nine votes")
    reviewer.press("Ctrl+1")
    view = reviewer.window.article_pane.view
    for _ in range(len("The sale")):
        reviewer.press("Shift+Right")
    span = reviewer.article.current.span
    assert view.selection() == Span(span.start, span.start + len("The sale"))
    reviewer.press("Ctrl+N")
    assert reviewer.article.current.quote == "The sale"


def test_two_claims_that_do_not_fit_point_at_each_other(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    article = reviewer.article.article
    day = article.publication.inferred
    reviewer.session.do(lambda desk: desk.articles.set_published(article.id, day))
    reviewer.settle()
    pairs = reviewer.wiring.ledger.inconsistencies
    assert pairs
    one, other = pairs[0].claims
    reviewer.article.choose(one)
    reviewer.settle()
    notes = reviewer.window.evidence_pane.claim.notes
    number = reviewer.article.place(other) + 1
    line = notes._rows[0]
    assert line.told.text().startswith(f"Look here: claim {number} says")
    assert pairs[0].second.text in line.told.text()
    reviewer.press("G")
    assert reviewer.article.current.id == other
    line.button.click()
    reviewer.settle()
    assert reviewer.article.current.id == one
    told = reviewer.window.claims_pane.model._tell(reviewer.article.place(one))
    assert f"look at claim {number}" in told


def test_what_a_file_said_besides_its_text_is_told_and_nothing_is_added_by_itself(
    reviewer: Reviewer, qtbot: QtBot
) -> None:
    article, claims = read_article(PAGE, "mill.docx")
    at = article.text.index("Some 40")
    told = replace(
        article,
        notices=("A picture was left out.",),
        proposals=(
            ProposedSource(Span(at, at + 4), "comment", "The police counted 40 people."),
            ProposedSource(Span(0, 4), "link", "minutes", "https://council.example/minutes"),
        ),
    )
    reviewer.session.do(
        lambda desk: desk.articles.store(told, claims),
        lambda stored: reviewer.article.open(stored.id),
    )
    reviewer.settle()
    bar = reviewer.window.article_pane.file_bar
    assert bar.isVisible()
    assert "A picture was left out." in bar.told.text()
    assert reviewer.session.read.sources.count() == 0
    reviewer.press("P")
    assert bar.sources.list.isVisible()
    assert QApplication.focusWidget() is bar.sources.list
    qtbot.mouseClick(bar.add, Qt.MouseButton.LeftButton)
    reviewer.settle()
    assert reviewer.session.read.sources.count() == 1
    assert "Nothing is linked yet" in said(reviewer)
    bar.sources.list.setCurrentRow(1)
    assert bar.add.text() == "Open or copy address…"
    qtbot.mouseClick(bar.add, Qt.MouseButton.LeftButton)
    assert "Open the page on council.example in your browser?" in said(reviewer)
    reviewer.window.status.second_act.click()
    assert QApplication.clipboard().text() == "https://council.example/minutes"
    qtbot.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()
    reviewer.press("P")
    assert bar.isVisible()
