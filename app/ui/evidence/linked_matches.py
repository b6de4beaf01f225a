"""The matches of what is linked to the current claim, also of passages that no list shows.

Knows the session and the open article; nothing of what is shown.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.model.errors import NotFound
from app.model.match import Match
from app.model.review import Evidence
from app.model.source import Source
from app.ui.open_article import OpenArticle
from app.ui.session import Session


class LinkedMatches(QObject):
    """`own` answers the current claim's own candidates, in which most of what is linked stands."""

    changed = Signal()  # the match of a linked passage is here

    def __init__(
        self, session: Session, article: OpenArticle, own: Callable[[], tuple[Match, ...]]
    ) -> None:
        super().__init__()
        self._session, self._article, self._own = session, article, own
        self._fetched: dict[int, Match] = {}

    def of(self, evidence: Evidence) -> Match | None:
        """The match of this linked passage with the current claim; None until it is fetched."""
        # Not from what a search shows: its places count in the words that were typed.
        for match in self._own():
            if match.passage.id == evidence.passage_id:
                return match
        return self._fetched.get(evidence.passage_id)

    def all(self) -> tuple[Match, ...]:
        """The matches of all that is linked to the current claim, as far as they are fetched."""
        current = self._article.current
        evidence = self._article.review(current.id).evidence if current else ()
        found = (self.of(one) for one in evidence)
        return tuple(match for match in found if match is not None)

    def source_of(self, passage_id: int) -> Source | None:
        """The source of this passage, None where the library has it no longer."""
        read = self._session.read.sources
        try:
            return read.get(read.passage(passage_id).source_id)
        except NotFound:
            return None

    def forget(self) -> None:
        """Another claim is current."""
        self._fetched.clear()

    def fetch(self) -> None:
        """Fetch the matches of linked passages that are not among the claim's own candidates."""
        current = self._article.current
        if current is None:
            return
        claim_id = current.id
        for evidence in self._article.review(claim_id).evidence:
            if self.of(evidence) is None:
                passage_id = evidence.passage_id
                self._session.search(
                    lambda desk, asked=passage_id: desk.matching.of_passage(claim_id, asked)[0],  # type: ignore[misc]
                    lambda match: self._keep(claim_id, match),
                )

    def _keep(self, claim_id: int, match: Match) -> None:
        current = self._article.current
        if current is not None and current.id == claim_id:
            self._fetched[match.passage.id] = match
            self.changed.emit()
