"""Nearly the same words in two sources are one origin, and the candidate says so."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.journeys.reviewer import Reviewer


def copy_of(reviewer: Reviewer, row: int, title: str) -> int:
    """Add the words of this candidate as a source of its own; answers the candidate's passage."""
    passage = reviewer.candidates.rows()[row].passage
    reviewer.session.do(lambda desk: desk.sources.add_text(f"{title}\n\n{passage.text}", title))
    reviewer.settle()
    return passage.id


def test_a_candidate_tells_where_else_its_words_stand(reviewer: Reviewer) -> None:
    reviewer.open_sample()
    reviewer.claim_with("Deir ez-Zor")
    origins = reviewer.candidates.origins
    passage_id = copy_of(reviewer, 0, "The Courier")
    told = origins.told(passage_id)
    assert told.startswith("Perhaps one origin: nearly the same words in “")
    assert "The Courier" in told or "more" in told
    shown = reviewer.window.evidence_pane.list.model()
    rows = [match.passage.id for match in reviewer.candidates.rows()]
    index = shown.index(rows.index(passage_id), 0)
    assert told in index.data(Qt.ItemDataRole.AccessibleTextRole)
    copy_of(reviewer, rows.index(passage_id), "The Evening Post")
    assert " and " in origins.told(passage_id)


def test_words_of_one_source_alone_are_told_nothing(reviewer: Reviewer) -> None:
    reviewer.session.do(
        lambda desk: desk.sources.add_text("Some 62 people were saved when the dam broke on 4 May.")
    )
    reviewer.wiring.intake.open_text("Dam\n\nSome 62 people were saved when the dam broke.\n")
    reviewer.settle()
    [match] = reviewer.candidates.rows()
    assert reviewer.candidates.origins.told(match.passage.id) == ""
