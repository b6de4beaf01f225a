"""The strip: how far the work is, a mark a claim, and the time left once enough is known."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.model.ledger import Progress
from app.model.review import Review, Verdict
from app.ui.claims.progress_strip import ENOUGH, MOST_ICONS, ProgressStrip, seconds_a_claim
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from tests.ui.bench import Bench


@pytest.fixture
def strip(
    qtbot: QtBot, article: OpenArticle, ledger: OpenLedger, appearance: Appearance
) -> ProgressStrip:
    made = ProgressStrip(article, ledger, appearance)
    qtbot.addWidget(made)
    made.resize(800, 40)
    return made


def at(seconds: int) -> Review:
    given = f"2024-05-02T10:{seconds // 60:02}:{seconds % 60:02}+00:00"
    return Review(1, verdict=Verdict(1, 1, "refuted", "scale", "", "Ada", given))


def test_it_tells_how_many_are_reviewed(
    strip: ProgressStrip, bench: Bench, article: OpenArticle
) -> None:
    assert strip.told() == strip.accessibleName() == "0 of 6 reviewed"
    bench.do(lambda desk: desk.review.give_verdict(article.claims[0].id, "refuted"))
    assert strip.accessibleName() == "1 of 6 reviewed"
    article.close()
    assert strip.told() == ""


def test_a_click_on_a_mark_goes_there(
    strip: ProgressStrip, article: OpenArticle, qtbot: QtBot
) -> None:
    for row in (4, 0, 5):
        x = strip._marks_left() + (row + 0.5) * strip._pitch()
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(x), 20))
        assert article.current is article.claims[row]
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(2, 20))
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(790, 20))
    assert article.current is article.claims[5]


def test_many_claims_become_bars_that_fit(
    strip: ProgressStrip, article: OpenArticle, bench: Bench
) -> None:
    assert strip._as_icons()
    count = MOST_ICONS + 40
    text = " ".join(f"The council paid {n} euros to {n} owners on Monday." for n in range(2, count))
    article.open(bench.add_article(f"Numbers\n\n{text}\n"))
    assert len(article.claims) > MOST_ICONS
    assert not strip._as_icons()
    assert strip._marks_left() + len(article.claims) * strip._pitch() <= strip.width()


def test_time_is_told_only_when_enough_is_known_and_pauses_do_not_count() -> None:
    assert seconds_a_claim([at(n * 30) for n in range(ENOUGH - 1)]) is None
    assert seconds_a_claim([at(n * 30) for n in range(ENOUGH)]) == 30
    after_lunch = [at(n * 30) for n in range(ENOUGH)] + [at(3000 + n * 50) for n in range(2)]
    assert seconds_a_claim(after_lunch) == 30


def test_words_and_risk_are_told_beside_the_claims(
    strip: ProgressStrip, ledger: OpenLedger
) -> None:
    ledger.progress = Progress(1200, 1000, 300, 8.0, 2.0)
    ledger.changed.emit()
    told = strip.told_progress()
    assert told == (
        "300 of the article's 1,200 words and 25% of the risk have a verdict. "
        "1,000 words are in a claim."
    )
    assert strip.accessibleDescription() == told


@pytest.mark.parametrize("reviewed", [0, 300, 1200])
def test_the_bar_under_the_words_is_as_long_as_the_words_reviewed(
    strip: ProgressStrip, ledger: OpenLedger, appearance: Appearance, reviewed: int
) -> None:
    ledger.progress = Progress(1200, 1200, reviewed, 8.0, 2.0)
    ledger.changed.emit()
    image = strip.grab().toImage()
    wide = round(appearance.metrics("body", bold=True).horizontalAdvance(strip.told()))
    high = appearance.metrics("body", bold=True).height()
    y = round((strip.height() + high) / 2) + 3
    done = [
        image.pixelColor(x, y).name() == appearance.theme.text_2.name() for x in range(1, wide - 1)
    ]
    assert sum(done) / len(done) == pytest.approx(reviewed / 1200, abs=0.03)
