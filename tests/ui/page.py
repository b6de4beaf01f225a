"""A short page with lines around its article, for the tests of zones, ledger and claims."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.journeys.reviewer import Reviewer

PAGE = """Home | World | Sport
Subscribe to our newsletter

Council sells the old mill

By Ada Lind

The council sold the old mill on Monday, and the buyer paid 250,000 euros for it.

Some 40 people protested outside the hall on Tuesday. Who will pay for the roof? The mayor said \
that the money would go to schools.

The sale was approved on Wednesday by nine votes to four.

Comments

Anna: The buyer owns three mills in this county already.
Bert: The roof was repaired in 2015 for 90,000 euros.
"""


def open_page(reviewer: Reviewer, text: str = PAGE) -> None:
    """Take a text in from the clipboard."""
    QApplication.clipboard().setText(text)
    reviewer.wiring.commands.run("paste-article")
    reviewer.settle()
    assert reviewer.article.article is not None
