"""Claims judged before stand above the candidates: one's own, and those that others checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.evidence.candidates import Candidates
from app.ui.evidence.earlier_verdicts import EarlierVerdicts
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from tests.ui.bench import Bench

CLAIM = "The dam above Orlen broke on 4 May 2020 and 62 people were drowned."


@pytest.fixture
def candidates(bench: Bench, article: OpenArticle) -> Candidates:
    return Candidates(bench.session, article)


@pytest.fixture
def earlier(
    qtbot: QtBot, article: OpenArticle, candidates: Candidates, appearance: Appearance
) -> EarlierVerdicts:
    made = EarlierVerdicts(article, candidates, appearance)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("claimed", "published", "told"),
    [
        (CLAIM, "2021-05-03", "Check Desk checked this on 3 May 2021: “Mostly false” — It held."),
        (CLAIM, "2021-05", "Check Desk checked this in 2021-05: “Mostly false” — It held."),
        (CLAIM.replace("62", "26"), "", "Check Desk checked much the same: “Mostly false” — "),
    ],
)
def test_a_check_by_others_says_who_when_and_in_their_words(
    bench: Bench,
    article: OpenArticle,
    candidates: Candidates,
    earlier: EarlierVerdicts,
    tmp_path: Path,
    claimed: str,
    published: str,
    told: str,
) -> None:
    review = {
        "@type": "ClaimReview",
        "url": "https://check.example/dam",
        "claimReviewed": claimed,
        "datePublished": published,
        "author": {"name": "Check Desk"},
        "reviewRating": {"alternateName": "Mostly false", "ratingExplanation": "It held."},
    }
    path = tmp_path / "check.jsonld"
    path.write_text(json.dumps(review), "utf-8")
    bench.do(lambda desk: desk.sources.import_paths([path]))
    article.open(bench.add_article(f"On the dam\n\n{CLAIM}\n"))
    bench.settle()
    candidates.again()
    bench.settle()
    shown = [line for line in earlier.lines if not line.isHidden()]
    [line] = shown
    unmarked = {0x2068: None, 0x2069: None}  # what keeps a word in its own direction
    assert line.told.text().translate(unmarked).startswith(told)
    assert "https://check.example/dam" in line.more.text()
    assert ("Differs: 62 people here, 26 people there." in line.more.text()) == (claimed != CLAIM)
