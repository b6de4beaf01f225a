"""What the app offers to change about the current claim; nothing of it is done by itself.

Knows no widget.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal

from app.model.claim import Claim, Offer
from app.model.errors import ClaimdeskError
from app.model.span import Span
from app.model.statement import Places
from app.ui.open_article import OpenArticle
from app.ui.session import Session

_WORD = re.compile(r"[\w'’-]+")


class OpenOffers(QObject):
    """The offers for the current claim, asked anew whenever it or its words change."""

    changed = Signal()

    def __init__(self, session: Session, article: OpenArticle) -> None:
        super().__init__()
        self._session, self._article = session, article
        self._asked = 0
        self._claim: Claim | None = None
        self._offers: tuple[Offer, ...] = ()
        article.current_changed.connect(lambda _: self._ask())
        article.claims_changed.connect(self._follow)

    @property
    def splits(self) -> tuple[Offer, ...]:
        """Where the claim could be split, in the order of its words."""
        return self._of("split")

    @property
    def wordings(self) -> tuple[Offer, ...]:
        """Which words could be said more plainly."""
        return self._of("wording")

    def _of(self, kind: str) -> tuple[Offer, ...]:
        # Another claim may be current already that nobody was told of yet.
        if self._article.current != self._claim:
            return ()
        return tuple(offer for offer in self._offers if offer.kind == kind)

    def reworded(self, offer: Offer) -> str:
        """The sentence of the current claim with this offer's word in the place of its own; the
        sentence as it is where that word no longer stands in it."""
        claim, article = self._article.current, self._article.article
        if claim is None or article is None:
            return ""
        word = _WORD.match(article.text, offer.at)
        if word is None or not claim.span.covers(Span(*word.span())):
            return claim.statement
        places = Places(claim.wording, claim.statement)
        inside = places.of(Span(*word.span()).shifted(-claim.span.start))
        if inside is None:
            return claim.statement
        said = claim.statement
        return said[: inside.start] + offer.statement + said[inside.end :]

    def _follow(self, claim_ids: frozenset[int]) -> None:
        claim = self._article.current
        if claim is not None and claim.id in claim_ids and claim != self._claim:
            self._ask()

    def _ask(self) -> None:
        self._asked += 1
        asked, claim = self._asked, self._article.current
        # What was offered was about other words.
        self._claim, self._offers = claim, ()
        if claim is None:
            self._take(())
            return
        claim_id = claim.id

        def answered(offers: tuple[Offer, ...]) -> None:
            if asked == self._asked:
                self._take(offers)

        def gone(_: ClaimdeskError) -> None:
            # Removed meanwhile: the next claim asks for its own.
            answered(())

        self._session.count(lambda desk: desk.claims.offers(claim_id), answered, gone)

    def _take(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self.changed.emit()


def second_half(claim: Claim, offer: Offer, text: str) -> str:
    """The words of the article from an offered split to the claim's end, on one line."""
    return " ".join(Span(offer.at, claim.span.end).of(text).split())
