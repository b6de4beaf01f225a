"""The account of the open article's words, and what does not fit together in it.

Asked of the library anew whenever the article changes, beside the claims that follow at once.
Knows no widget.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.desk.desk import Desk
from app.model.article import Zone
from app.model.errors import ClaimdeskError
from app.model.inconsistency import Inconsistency
from app.model.ledger import Excused, Ledger, Progress
from app.model.span import Span
from app.ui.open_article import OpenArticle
from app.ui.session import Session

#: Counted again so many milliseconds after a verdict.
ASK_AFTER = 300

One = TypeVar("One")
Account = tuple[Ledger, Progress, tuple[Inconsistency, ...]]


class OpenLedger(QObject):
    """What stands in the ledger now; None while nothing is open or not yet counted.

    `shown` tells whether the reviewer wants to see every word's account in the article.
    """

    changed = Signal()
    toggled = Signal(bool)

    def __init__(self, session: Session, article: OpenArticle) -> None:
        super().__init__()
        self._session, self._article = session, article
        self._asked = 0
        self.shown = False
        self.ledger: Ledger | None = None
        self.progress: Progress | None = None
        self.inconsistencies: tuple[Inconsistency, ...] = ()
        self._of_claim: dict[int, tuple[Inconsistency, ...]] = {}
        # Behind the candidates of the first claim, which the reviewer waits for.
        article.opened.connect(self._renew, Qt.ConnectionType.QueuedConnection)
        article.opened.connect(self._forget)
        article.article_changed.connect(self._ask)
        # A verdict moves the progress alone, and the next candidates come first.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(ASK_AFTER)
        self._later.timeout.connect(self._ask_progress)
        article.claims_changed.connect(lambda _: self._later.start())

    def show(self, on: bool) -> None:
        """Show every word's account in the article, or the claims alone."""
        if on != self.shown:
            self.shown = on
            self.toggled.emit(on)

    def next_open(self, after: int, direction: int = 1) -> tuple[Span | None, bool]:
        """The next stretch of open words that begins behind the place `after` (or before it: -1),
        and whether the search went round the end. None where none is left."""
        spans = self.ledger.open_spans if self.ledger else ()
        if not spans:
            return None, False
        if direction > 0:
            found = next((span for span in spans if span.start > after), None)
            return (found, False) if found else (spans[0], True)
        found = next((span for span in reversed(spans) if span.start < after), None)
        return (found, False) if found else (spans[-1], True)

    def open_at(self, place: int) -> Span | None:
        """The stretch of open words at this place; None where the words are accounted for."""
        spans = self.ledger.open_spans if self.ledger else ()
        return next(iter(in_order(spans, Span(place, place + 1), key=lambda span: span)), None)

    def excused_at(self, place: int) -> Excused | None:
        """What is excused at this place, with its reason; None where nothing is."""
        spans = self.ledger.excused_spans if self.ledger else ()
        return next(iter(in_order(spans, Span(place, place + 1), key=lambda one: one.span)), None)

    def words_of(self, zone: Zone) -> int | None:
        """How many words stand in this zone; None while they are not yet counted."""
        zones = self.ledger.zones if self.ledger else ()
        row = bisect_left(zones, zone.span, key=lambda one: one.span)
        return zones[row].words if row < len(zones) and zones[row].span == zone.span else None

    def inconsistencies_of(self, claim_id: int) -> tuple[Inconsistency, ...]:
        """What this claim does not fit together with."""
        return self._of_claim.get(claim_id, ())

    def _forget(self) -> None:
        self._asked += 1  # what was asked of another article is answered too late
        self.take(None, None, ())

    def take(
        self,
        ledger: Ledger | None,
        progress: Progress | None,
        inconsistencies: tuple[Inconsistency, ...],
    ) -> None:
        """Show this account from now on."""
        self.ledger, self.progress, self.inconsistencies = ledger, progress, inconsistencies
        # Every row of the list asks at every paint.
        self._of_claim = {}
        for one in inconsistencies:
            for claim_id in set(one.claims):
                self._of_claim[claim_id] = (*self._of_claim.get(claim_id, ()), one)
        self.changed.emit()

    def _renew(self) -> None:
        if self.ledger is None:
            self._ask()

    def _ask(self) -> None:
        article = self._article.article
        if article is None:
            return
        self._later.stop()
        self._asked += 1
        asked, article_id = self._asked, article.id

        def count(desk: Desk) -> Account:
            articles = desk.articles
            return (
                articles.ledger(article_id),
                articles.progress(article_id),
                articles.inconsistencies(article_id),
            )

        def answered(account: Account) -> None:
            if asked == self._asked:
                self.take(*account)

        def gone(_: ClaimdeskError) -> None:
            # Removed meanwhile: the article says so itself.
            self._forget()

        self._session.count(count, answered, gone)

    def _ask_progress(self) -> None:
        article = self._article.article
        if article is None or self.ledger is None:
            return
        asked, article_id = self._asked, article.id

        def answered(progress: Progress) -> None:
            if asked == self._asked:
                self.progress = progress
                self.changed.emit()

        def gone(_: ClaimdeskError) -> None:
            self._forget()

        self._session.count(lambda desk: desk.articles.progress(article_id), answered, gone)


def in_order(ones: Sequence[One], sight: Span, key: Callable[[One], Span]) -> Sequence[One]:
    """Those of some stretches, in order and apart from each other, that overlap this one."""
    first = bisect_right(ones, sight.start, key=lambda one: key(one).end)
    last = bisect_left(ones, sight.end, key=lambda one: key(one).start)
    return ones[first:last]
