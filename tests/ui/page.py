"""A short page with lines around its article, for the tests of zones, ledger and claims."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from app.model.ledger import Ledger
from tests.journeys.reviewer import Reviewer

#: A short page up to the end of its article.
STORY = """Home | World | Sport
Subscribe to our newsletter

Council sells the old mill

By Ada Lind

The council sold the old mill on Monday, and the buyer paid 250,000 euros for it.

Some 40 people protested outside the hall on Tuesday. Who will pay for the roof? The mayor said \
that the money would go to schools.

The sale was approved on Wednesday by nine votes to four.
"""
PAGE = (
    STORY
    + """
Comments

Anna: The buyer owns three mills in this county already.
Bert: The roof was repaired in 2015 for 90,000 euros.
"""
)


def open_page(reviewer: Reviewer, text: str = PAGE) -> None:
    """Paste a text as its reader would."""
    QApplication.clipboard().setText(text)
    with reviewer.qtbot.waitSignal(reviewer.article.opened, timeout=20_000):
        reviewer.wiring.commands.run("paste-article")
    reviewer.settle()


def open_file(reviewer: Reviewer, path: Path) -> None:
    """Open a file as its dropping on the window does."""
    with reviewer.qtbot.waitSignal(reviewer.article.opened, timeout=30_000):
        reviewer.wiring.intake.open_file(path)
    reviewer.settle()


def account(reviewer: Reviewer) -> Ledger:
    """The ledger as the window has it, which is as the library counts it."""
    reviewer.settle()
    shown = reviewer.wiring.ledger.ledger
    assert shown == reviewer.session.read.articles.ledger(reviewer.article.article.id)
    assert shown.words == shown.claimed + shown.excused + shown.furniture + shown.open
    return shown


def said(reviewer: Reviewer) -> str:
    """What the status line says of the last act."""
    return reviewer.window.status.said.text()


def drag_mouse(reviewer: Reviewer, view: QAbstractScrollArea, begin: QPoint, end: QPoint) -> None:
    """Drag the mouse over what a view shows, from one point of its viewport to another."""
    button = Qt.MouseButton.LeftButton
    reviewer.qtbot.mousePress(view.viewport(), button, pos=begin)
    moved = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(end), QPointF(view.viewport().mapToGlobal(end)),
        Qt.MouseButton.NoButton, button, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), moved)
    reviewer.qtbot.mouseRelease(view.viewport(), button, pos=end)
