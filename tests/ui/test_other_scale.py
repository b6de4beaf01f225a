"""A review that was made on another rating scale is shown in its own words and looks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.desk.desk import Desk
from app.ui.claims.claims_model import VerdictRole
from tests.journeys.reviewer import Reviewer
from tests.ui.bench import ARTICLE, SOURCE


@pytest.fixture
def review(tmp_path: Path, root: Path) -> Path:
    """A whole review on a scale of six, as another newsroom would send it."""
    theirs = tmp_path / "theirs.claimdesk"
    desk = Desk.open(
        theirs, root / "resources", root / "seeds", reviewer="Grace", scale="politifact"
    )
    article = desk.articles.add_text(ARTICLE)
    desk.sources.add_text(SOURCE)
    claims = desk.articles.claims(article.id)
    passage = desk.matching.for_claim(claims[0].id).candidates[0].passage.id
    desk.review.settle(claims[0].id, "politifact_half_true", "Another day.", [(passage, None)])
    desk.review.give_verdict(claims[1].id, "politifact_pants_on_fire")
    path = desk.reports.write(article.id, tmp_path / "review.json")
    desk.close()
    return path


def test_nothing_raises_and_every_pane_tells_the_verdict(reviewer: Reviewer, review: Path) -> None:
    taken: list[int] = []
    reviewer.session.do(
        lambda desk: desk.import_review(review), lambda done: taken.append(done.article_id)
    )
    reviewer.settle()
    reviewer.article.open(taken[0])
    reviewer.settle()
    first, second = reviewer.article.claims[:2]
    reviewer.article.choose(first.id)
    reviewer.settle()
    model = reviewer.window.claims_pane.model
    assert model.index(0).data(VerdictRole) == ("Half True", "partly_supported")
    assert model.index(1).data(VerdictRole) == ("Pants on Fire", "refuted")
    assert ", Half True, 1 source" in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert reviewer.article.verdicts.look(second.id) == "refuted"
    dock = reviewer.window.dock
    assert "Verdict: Half True (PolitiFact" in dock.told.text()
    assert not any(button.isChecked() for button in dock.buttons)
    reviewer.window.grab()  # every painter has seen it
    reviewer.press("Ctrl+K")
    reviewer.type("#")
    reviewer.window.grab()
    reviewer.press("Esc")
    # The reviewer's own scale decides from here on, and undo leads back to theirs.
    reviewer.press("2")
    assert reviewer.article.verdicts.word(first.id) == "Partly supported"
    reviewer.press("Ctrl+Z")
    assert reviewer.article.verdicts.word(first.id) == "Half True"
    reviewer.press("0")
    assert reviewer.article.verdicts.word(first.id) == "To review"
