"""What the pictures show of the desk: candidates, sources, verdicts, overlays."""

from __future__ import annotations

import socket
from datetime import UTC, datetime

from PySide6.QtTest import QTest

from app.host.single_instance import Holder
from app.ui.reading_only_bar import ReadingOnlyBar, told_holder
from app.ui.wiring import Wiring
from tests.ui.scenes.stage import choose, decide_some, run, settle


def ask_conflict(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "link-A", "verdict-supported")


def read_in_context(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "read-in-context")


def keep_sources_open(wiring: Wiring) -> None:
    """Two sources are kept open, and a third is looked into."""
    decide_some(wiring)
    for _ in range(2):
        run(wiring, "read-in-context", "keep-source", "read-in-context", "next-candidate")
        run(wiring, "next-candidate")
    run(wiring, "read-in-context")


def open_palette(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "palette")
    QTest.keyClicks(wiring.palette.field, "re")


def show_keys(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "keys")


def show_about(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "about")


def search_nothing(wiring: Wiring) -> None:
    decide_some(wiring)
    wiring.candidates.search("xylophone zebra")
    settle(wiring)


def search_library(wiring: Wiring) -> None:
    """What was typed is found as it is typed, with a filter."""
    decide_some(wiring)
    run(wiring, "search-library")
    QTest.keyClicks(wiring.window.evidence_pane.search, "kind:news Kerry")
    QTest.qWait(100)
    settle(wiring)
    run(wiring, "link-B")


def search_parts(wiring: Wiring) -> None:
    """Nothing has all of the words, and some occur."""
    decide_some(wiring)
    run(wiring, "search-library")
    words = 'Kerry xylophone "Deir ez-Zor" ceasefire'
    QTest.keyClicks(wiring.window.evidence_pane.search, words)
    QTest.qWait(100)


def show_history(wiring: Wiring) -> None:
    decide_some(wiring)
    choose(wiring, "second")
    run(wiring, "verdict-not_checkable")
    choose(wiring, "second")
    run(wiring, "history")


def judged_before(wiring: Wiring) -> None:
    """Another article says nearly the same, and was decided."""
    decide_some(wiring)
    article = wiring.article.article
    assert article is not None
    wiring.intake.open_text(
        "News\n\nOn Wednesday, Lavrov stressed that the September 17 attacks by US-led coalition "
        "forces on Syrian army positions at a military airport near Deir ez-Zor were a flagrant "
        "violation of the ceasefire agreement.\n"
    )
    settle(wiring)
    wiring.window.dock.rationale.setText("All agencies say 17 September.")
    run(wiring, "link-A", "verdict-refuted")
    wiring.article.open(article.id)
    settle(wiring)
    choose(wiring, "Deir ez-Zor")


def filter_claims(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "filter-to-review")


def say_stances(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "link-A", "contradict-B")


def just_opened(wiring: Wiring) -> None:
    run(wiring, "open-sample")


def edit_claim(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "edit-claim")


def split_claim(wiring: Wiring) -> None:
    decide_some(wiring)
    choose(wiring, "September 9")
    run(wiring, "split-claim")


def look_here(wiring: Wiring) -> None:
    """The sample gives two days for one meeting."""
    decide_some(wiring)
    choose(wiring, "reconvene on Friday")
    run(wiring, "next-claim")


def mark_confidential(wiring: Wiring) -> None:
    """A linked passage and the source of another are kept out of reports."""
    decide_some(wiring)
    run(wiring, "link-A", "confidential-evidence", "next-candidate", "confidential-source")


def read_only(wiring: Wiring) -> None:
    """Another window has the library, and a key of a verdict is pressed here."""
    decide_some(wiring)
    holder = Holder(4711, socket.gethostname(), datetime.now(UTC).isoformat(timespec="seconds"))
    bar = ReadingOnlyBar(holder, wiring.appearance)
    wiring.window.put_above(bar)
    wiring.window.status.warn(f"Nothing was changed. {told_holder(holder)}")


def one_origin(wiring: Wiring) -> None:
    """Two papers have the words of one agency."""
    decide_some(wiring)
    words = wiring.candidates.rows()[1].passage.text
    for paper in ("The Courier", "The Evening Post"):
        wiring.session.do(
            lambda desk, paper=paper: desk.sources.add_text(f"{paper}\n\n{words}", paper)
        )
    settle(wiring)
