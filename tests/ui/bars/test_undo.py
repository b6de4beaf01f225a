"""Bar 19: every act is taken back with its data, its claim and the lines that were read, 100 deep,
after a restart too."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.model.span import Span
from tests.journeys.reviewer import Reviewer

SENTENCE = "September 9"


def state_of(reviewer: Reviewer) -> tuple[object, ...]:
    """All that the library holds on the open article."""
    read, article_id = reviewer.session.read, reviewer.article.article.id
    reviews = dict(read.review.of_article(article_id))
    return (
        read.articles.get(article_id),
        read.articles.claims(article_id),
        read.articles.ledger(article_id),
        {
            claim_id: (review.verdict, review.evidence, review.rationale, review.state)
            for claim_id, review in reviews.items()
            if review.has_work
        },
    )


def write_rationale(reviewer: Reviewer) -> None:
    reviewer.press("R")
    reviewer.type("An eye witness.")
    reviewer.press("Esc")


def link_and_unlink(reviewer: Reviewer) -> None:
    reviewer.press("A")


def edit(reviewer: Reviewer) -> None:
    reviewer.press("F2")
    reviewer.press("End")
    reviewer.type(" Really.")
    reviewer.press("Ctrl+Return")


def make(reviewer: Reviewer) -> None:
    view = reviewer.window.article_pane.view
    start = view.text.index("a new ceasefire")
    view.select(Span(start, start + len("a new ceasefire")))
    reviewer.press("Ctrl+N")


def split(reviewer: Reviewer) -> None:
    reviewer.press("S")
    reviewer.press("Return")


ACTS: dict[str, Callable[[Reviewer], object]] = {
    "link": lambda reviewer: reviewer.press("B"),
    "link as contradicting": lambda reviewer: reviewer.press("Shift+B"),
    "unlink": link_and_unlink,
    "stance": lambda reviewer: reviewer.press("T"),
    "verdict": lambda reviewer: reviewer.press("4"),
    "clear": lambda reviewer: reviewer.press("0"),
    "flag": lambda reviewer: reviewer.press("F"),
    "rationale": write_rationale,
    "new": make,
    "edit": edit,
    "split": split,
    "merge": lambda reviewer: reviewer.press("M"),
    "remove": lambda reviewer: reviewer.press("Del"),
}


@pytest.mark.parametrize("act", ACTS)
def test_bar_19_undo_restores_data_claim_and_lines(reviewer: Reviewer, act: str) -> None:
    reviewer.open_sample()
    claim_id = reviewer.claim_with(SENTENCE)
    reviewer.press("A")  # what is linked can be unlinked, and what is judged cleared
    reviewer.press("4")
    reviewer.claim_with(SENTENCE)
    bar = reviewer.window.article_pane.view.verticalScrollBar()
    before, place = state_of(reviewer), bar.value()
    ACTS[act](reviewer)
    after = state_of(reviewer)
    assert after != before, f"{act} did nothing"
    reviewer.press("Ctrl+Home")
    reviewer.press("Ctrl+Z")
    assert state_of(reviewer) == before
    assert reviewer.article.current.id == claim_id
    assert abs(bar.value() - place) <= 2
    reviewer.press("Ctrl+Shift+Z")
    assert state_of(reviewer) == after


@pytest.mark.slow
def test_bar_19_a_hundred_steps_are_taken_back_after_a_restart(
    sit_down: Callable[[], Reviewer],
) -> None:
    reviewer = sit_down()
    reviewer.open_sample()
    article_id = reviewer.article.article.id
    states = []
    for number in range(100):
        states.append(state_of(reviewer))
        reviewer.press("45F"[number % 3])
        assert state_of(reviewer) != states[-1], number
    again = sit_down()
    again.article.open(article_id)
    again.settle()
    for number in reversed(range(100)):
        again.press("Ctrl+Z")
        assert state_of(again) == states[number], number
