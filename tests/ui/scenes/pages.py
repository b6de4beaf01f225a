"""What the pictures show before the desk: report, settings, another scale, backups."""

from __future__ import annotations

from app.ui.wiring import Wiring
from tests.ui.scenes.desk import mark_confidential
from tests.ui.scenes.stage import decide_some, run, settle


def preview(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "preview")
    settle(wiring)


def preview_withheld(wiring: Wiring) -> None:
    """The report leaves out what is confidential, and warns of a rationale that repeats it."""
    mark_confidential(wiring)
    match = wiring.candidates.rows()[0]
    claim = wiring.article.current
    assert claim is not None
    words = " ".join(match.passage.text.split()[:12])
    wiring.session.do(
        lambda desk: desk.review.give_verdict(claim.id, "refuted", f"It says {words}")
    )
    settle(wiring)
    run(wiring, "preview")


def preview_table(wiring: Wiring) -> None:
    preview(wiring)
    wiring.report.options.formats.button(4).click()
    settle(wiring)


def show_settings(wiring: Wiring) -> None:
    decide_some(wiring)
    run(wiring, "settings")


def put_on_other_scale(wiring: Wiring) -> None:
    """What some ratings become is said, what others become is asked."""
    decide_some(wiring)
    run(wiring, "verdict-not_checkable", "verdict-not_checkable", "rescale")
    page = wiring.rescaling
    page.scale.setCurrentIndex(page.scale.findData("averitec"))
    settle(wiring)


def put_all_on_other_scale(wiring: Wiring) -> None:
    """All is answered."""
    put_on_other_scale(wiring)
    for row in wiring.rescaling.rows.rows:
        if row.choice is not None:
            row.choice.setCurrentIndex(1)


def show_backups(wiring: Wiring) -> None:
    """A morning's backups, made as often as the work went on."""
    decide_some(wiring)
    for _ in range(3):
        wiring.session.do(lambda desk: desk.backups.make())
        settle(wiring)
        run(wiring, "next-unreviewed", "verdict-not_checkable")
    run(wiring, "backups")
    settle(wiring)


def ask_restore(wiring: Wiring) -> None:
    show_backups(wiring)
    wiring.backups.restore.click()
