"""What a hostile or unlucky hand does to the real window: it stays, and says what happened."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.hostile.conftest import Program
from tests.journeys.reviewer import Reviewer

#: A pause of the window longer than this is a freeze (seconds); a slow machine is allowed for.
FREEZE = 6.0

SENTENCE = "The dam near Deir ez-Zor broke on 14 September 2016 and drowned 62 people, he said. "


class Pulse:
    """The longest time in which the window answered nobody, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "is empty"),
        ("lines.txt", b"\n" * 200_000, "is empty"),
        ("binary.txt", bytes(range(256)) * 50, "is not a text file"),
        ("pdf.txt", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is damaged or was not loaded whole"),
        ("ten.txt", SENTENCE.encode() * 250_000, "characters"),
        ("word.txt", b"a" * 20_100_000, "characters"),
    ],
)
def test_a_file_that_is_no_article_is_told(
    reviewer: Reviewer, qtbot: QtBot, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    pulse = Pulse()
    with qtbot.waitSignal(reviewer.wiring.intake.failed, timeout=20_000) as failed:
        reviewer.wiring.intake.open_file(path)
    reviewer.settle()
    assert told in failed.args[0]
    assert pulse.longest < FREEZE
    reviewer.open_sample()


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [SENTENCE * 11_000, "a" * 990_000, "The dam broke and drowned 62 people " * 27_000,
     "水坝在星期三决堤六十二人死亡" * 60_000],
    ids=["sentences", "one word", "no full stop", "no blank"],
)  # fmt: skip
def test_a_million_characters_on_one_line_do_not_freeze_the_window(
    reviewer: Reviewer, qtbot: QtBot, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(text, "utf-8")
    pulse = Pulse()
    with qtbot.waitSignal(reviewer.article.opened, timeout=60_000):
        reviewer.wiring.intake.open_file(path)
    reviewer.settle()
    reviewer.article.move(100_000)
    reviewer.settle()
    qtbot.wait(200)
    assert pulse.longest < FREEZE


@pytest.mark.parametrize(
    "text",
    ["قال وزير الخارجية إن الجسر بني في عام 1999. השר אמר כי הגשר נבנה.",
     "🎉👩‍👩‍👧‍👦 The minister said 🔥 that the bridge 🌉 was built in 1999. 👍🏽",
     "T" + "\u0301" * 20_000 + "he bridge was built in 1999.",
     "The minister \ud83d said\0 that the bridge was built in 1999.",
     "<b>The bridge</b> <script>alert(1)</script> was built in 1999 & fell."],
    ids=["right to left", "emoji", "combining", "broken", "markup"],
)  # fmt: skip
def test_odd_words_can_be_reviewed(reviewer: Reviewer, qtbot: QtBot, text: str) -> None:
    with qtbot.waitSignal(reviewer.article.opened, timeout=20_000):
        reviewer.wiring.intake.open_text(text)
    reviewer.settle()
    claim = reviewer.article.current
    assert claim is not None
    assert claim.span.of(reviewer.article.article.text) == claim.quote
    reviewer.press("5")
    assert reviewer.article.review(claim.id).verdict.rating == "not_checkable"


@pytest.mark.slow
def test_an_endless_source_is_read_in_context_at_once(
    reviewer: Reviewer, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "endless.txt"
    passage = "The minister opened the Kariba bridge in 1999."
    path.write_text(SENTENCE * 60_000 + passage + SENTENCE * 60_000, "utf-8")
    with qtbot.waitSignal(reviewer.wiring.adding.sources_added, timeout=60_000):
        reviewer.wiring.adding.add_files([path])
    with qtbot.waitSignal(reviewer.article.opened, timeout=20_000):
        reviewer.wiring.intake.open_text(passage)
    reviewer.settle()
    pulse = Pulse()
    reviewer.wiring.sources.turn()
    qtbot.wait(100)
    shown = reviewer.window.article_pane.source.text
    assert passage in shown.text
    assert pulse.longest < FREEZE


def test_another_process_that_writes_stops_nothing(reviewer: Reviewer, program: Program) -> None:
    reviewer.open_sample()
    claim_id = reviewer.article.current.id
    other = next(claim.id for claim in reviewer.article.claims if claim.id != claim_id)
    assert program("verdict", other, "refuted").status == 0
    reviewer.press("5")
    assert reviewer.article.review(claim_id).verdict.rating == "not_checkable"
    assert "2 of 11 reviewed" in program("articles").out


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")
def test_a_library_taken_away_while_open_is_no_silent_loss(
    sit_down: Callable[[], Reviewer], tmp_path: Path
) -> None:
    reviewer = sit_down()
    reviewer.open_sample()
    gone = tmp_path / "gone"
    gone.mkdir()
    for path in list(tmp_path.glob("desk.claimdesk*")):
        os.replace(path, gone / path.name)
    claim_id = reviewer.article.current.id
    troubles: list[object] = []
    reviewer.session.failed.connect(troubles.append)
    reviewer.press("5")
    assert "no longer at" in str(troubles[0])
    assert reviewer.article.review(claim_id).verdict is None
    for path in list(gone.iterdir()):
        os.replace(path, tmp_path / path.name)
    reviewer.press("5")
    assert reviewer.article.review(claim_id).verdict.rating == "not_checkable"
