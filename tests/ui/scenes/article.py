"""What the pictures show of the article: its ledger, its zones, what its file says and hides."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop

from app.desk.articles import read_article
from app.model.article import ProposedSource
from app.model.span import Span
from app.ui.wiring import Wiring
from tests.ui import files
from tests.ui.page import STORY
from tests.ui.scenes.stage import Act, choose, decide_some, run, settle

#: A short page with words that no sentence accounts for, and lines around its article.
PAGE = (
    STORY
    + """
More on this
Old mill to be sold, council says
Mill buyer named
"""
)


def remove_one(wiring: Wiring) -> None:
    """The ledger shown, with open words where a claim was."""
    wiring.intake.open_text(PAGE)
    settle(wiring)
    choose(wiring, "40 people")
    run(wiring, "remove-claim", "ledger")


def go_to_open_words(wiring: Wiring) -> None:
    remove_one(wiring)
    run(wiring, "next-open")


def say_why(wiring: Wiring) -> None:
    go_to_open_words(wiring)
    run(wiring, "excuse-words")


def select_words(wiring: Wiring) -> None:
    decide_some(wiring)
    view = wiring.window.article_pane.view
    start = view.text.index("which included a new ceasefire")
    view.select(Span(start, start + len("which included a new ceasefire that came into force")))


def put_comments_in(wiring: Wiring) -> None:
    run(wiring, "open-sample")
    view = wiring.window.article_pane.view
    zone = next(zone for zone in view.folds.foldable() if zone.kind == "comments")
    bar = view.bars.bar_of(zone)
    assert bar is not None
    bar.put.click()
    settle(wiring)
    view.bring(zone.span)


def show_the_end(wiring: Wiring) -> None:
    run(wiring, "open-sample", "last-claim", "ledger")
    bar = wiring.window.article_pane.view.verticalScrollBar()
    bar.setValue(bar.value() + 240)


def told_by_the_file(wiring: Wiring) -> None:
    """An article of three pages whose file names sources and could not be kept whole."""
    article, claims = read_article(PAGE, "mill.pdf")
    second = article.text.index("Some 40")
    third = article.text.index("The sale was")
    end = len(article.text)
    paged = replace(
        article,
        notices=("Two pictures on page 2 hold no text that can be read.",),
        pages=(Span(0, second), Span(second, third), Span(third, end)),
        proposals=(
            ProposedSource(Span(second, second + 7), "footnote",
                           "Police press notice, 16 September 2016.", ""),
            ProposedSource(Span(third, third + 8), "link", "minutes",
                           "https://council.example/minutes"),
        ),
    )  # fmt: skip
    wiring.session.do(
        lambda desk: desk.articles.store(paged, claims),
        lambda stored: wiring.article.open(stored.id),
    )
    settle(wiring)
    settle(wiring)
    run(wiring, "file-says")


def open_file(wiring: Wiring, make: Callable[[Path], Path]) -> None:
    """Open a real file as dropping it does."""
    with tempfile.TemporaryDirectory() as folder:
        loop = QEventLoop()
        wiring.article.opened.connect(loop.quit)
        wiring.intake.open_file(make(Path(folder)))
        loop.exec()
        wiring.article.opened.disconnect(loop.quit)
    settle(wiring)
    settle(wiring)


def opened(make: Callable[[Path], Path], *names: str) -> Act:
    """Open this file and run these commands."""

    def act(wiring: Wiring) -> None:
        open_file(wiring, make)
        run(wiring, *names)

    return act


def put_hidden_words_in(wiring: Wiring) -> None:
    """One of the sentences that the page hides stands at the article's end."""
    open_file(wiring, files.hiding_page)
    run(wiring, "file-says")
    bar = wiring.window.article_pane.file_bar
    bar.left_out.list.setCurrentRow(1)
    bar.include.click()
    settle(wiring)
    run(wiring, "ledger")
    view = wiring.window.article_pane.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())


def unseen(wiring: Wiring) -> None:
    """A page with characters that are not seen, and the question before an address is opened."""
    wiring.intake.open_text(
        "Bank warns of pay\u202elap letters\n\nThe bank said on Monday that 62 cus\u200btomers had "
        "been told to pay 1,200 euros at ex\u200dample.org, a page that is not its own.\n"
    )
    settle(wiring)
    wiring.opening.ask("https://аррle.com/login?next=1")
