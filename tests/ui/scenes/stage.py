"""How a picture of the window is set up: commands run to their end, and a desk half done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from app.ui.wiring import Wiring

Act = Callable[[Wiring], None]


def settle(wiring: Wiring) -> None:
    """Let everything that is under way come to its end."""
    loop = QEventLoop()
    while wiring.session.busy and not wiring.importing.resting:
        wiring.session.idle.connect(loop.quit)
        loop.exec()
        wiring.session.idle.disconnect(loop.quit)
    QApplication.processEvents()


def choose(wiring: Wiring, words: str) -> None:
    """Make the claim that holds these words current."""
    claim = next(c for c in wiring.article.claims if words in c.statement)
    wiring.article.choose(claim.id)
    settle(wiring)


def run(wiring: Wiring, *names: str) -> None:
    """Run these commands, each to its end."""
    for name in names:
        wiring.commands.run(name)
        settle(wiring)


def decide_some(wiring: Wiring) -> None:
    """A desk in the middle of its work."""
    run(wiring, "open-sample")
    article = wiring.article.article
    assert article is not None
    day = article.publication.inferred
    wiring.session.do(lambda desk: desk.articles.set_published(article.id, day))
    settle(wiring)
    for row, (letters, rating) in enumerate(
        [("AB", "supported"), ("", "not_enough_evidence"), ("A", "partly_supported"),
         ("B", "supported")]
    ):  # fmt: skip
        wiring.article.choose(wiring.article.claims[row].id)
        settle(wiring)
        run(wiring, *[f"link-{letter}" for letter in letters], f"verdict-{rating}")
        if wiring.deciding.question is not None:
            run(wiring, "link-highlighted")
    choose(wiring, "Deir ez-Zor")
