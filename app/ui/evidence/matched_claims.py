"""The matches of claims, each asked for once and kept until sources or the day change.

Knows the session; neither which claim is current nor what is shown.
"""

from __future__ import annotations

from collections.abc import Set

from PySide6.QtCore import QObject, Signal

from app.model.errors import ClaimdeskError
from app.model.match import Matches
from app.ui.session import Session


class MatchedClaims(QObject):
    """`found` and `failed` carry the id of the claim that was asked for; an answer that came too
    late, after `forget`, is told by neither."""

    found = Signal(int)
    failed = Signal(int, object)  # and the ClaimdeskError

    def __init__(self, session: Session, limit: int) -> None:
        """No more than `limit` matches are asked for a claim."""
        super().__init__()
        self._session, self._limit = session, limit
        self._kept: dict[int, Matches] = {}
        self._asked: set[int] = set()
        self._edition = 0  # of sources and day: an answer from an earlier one is stale

    def get(self, claim_id: int) -> Matches | None:
        """What was found for this claim; None until it has been."""
        return self._kept.get(claim_id)

    def ask(self, claim_id: int) -> None:
        """Ask for this claim's matches, unless they are here or on their way."""
        if claim_id in self._kept or claim_id in self._asked:
            return
        self._asked.add(claim_id)
        edition = self._edition
        self._session.search(
            lambda desk: desk.matching.for_claim(claim_id, limit=self._limit),
            lambda found: self._take(edition, claim_id, found),
            lambda error: self._fail(edition, claim_id, error),
        )

    def forget(self) -> None:
        """Other sources, another day or another article: what was found holds no longer."""
        self._edition += 1
        self._kept.clear()
        self._asked.clear()

    def keep(self, claim_ids: Set[int]) -> None:
        """Forget what was found for all other claims."""
        self._kept = {claim: found for claim, found in self._kept.items() if claim in claim_ids}

    def _take(self, edition: int, claim_id: int, found: Matches) -> None:
        if edition == self._edition:
            self._asked.discard(claim_id)
            self._kept[claim_id] = found
            self.found.emit(claim_id)

    def _fail(self, edition: int, claim_id: int, error: ClaimdeskError) -> None:
        if edition == self._edition:
            self._asked.discard(claim_id)
            self.failed.emit(claim_id, error)
