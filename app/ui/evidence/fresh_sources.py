"""Sources added a moment ago for the current claim: each stands on top with its best passage.

Knows the session and which claim is current; nothing of what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.model.errors import NotFound
from app.model.match import Match
from app.model.source import Source
from app.ui.open_article import OpenArticle
from app.ui.session import Session

#: So many of the sources added last stand on top at most.
MOST = 2


class FreshSources(QObject):
    """Whoever adds a source while a claim is current wants to link it: it goes before what ranks
    higher, until another claim is current. Nothing is linked by it."""

    changed = Signal()

    def __init__(self, session: Session, article: OpenArticle) -> None:
        super().__init__()
        self._session, self._article = session, article
        self._ids: tuple[int, ...] = ()
        self._matches: tuple[Match, ...] = ()
        article.current_changed.connect(lambda _: self._forget())

    def add(self, sources: Sequence[Source]) -> None:
        """Put these on top for the current claim."""
        if self._article.current is not None:
            self._ids = (*(one.id for one in sources), *self._ids)[:MOST]
            self.ask()

    def ask(self) -> None:
        """Match them anew: what the library holds has changed."""
        claim, ids = self._article.current, self._ids
        if claim is None or not ids:
            return
        claim_id = claim.id
        self._session.search(
            lambda desk: _matches(desk, claim_id, ids), lambda found: self._take(claim_id, found)
        )

    @property
    def any(self) -> bool:
        """Whether one stands on top."""
        return bool(self._matches)

    def on_top(self, matches: Sequence[Match]) -> tuple[Match, ...]:
        """These matches of the current claim with the fresh ones before them, each once."""
        first = {match.passage.id for match in self._matches}
        return (*self._matches, *(match for match in matches if match.passage.id not in first))

    def _take(self, claim_id: int, found: tuple[Match, ...]) -> None:
        current = self._article.current
        if current is not None and current.id == claim_id and found != self._matches:
            self._matches = found
            self.changed.emit()

    def _forget(self) -> None:
        self._ids, self._matches = (), ()


def _matches(desk: Desk, claim_id: int, ids: Iterable[int]) -> tuple[Match, ...]:
    found = []
    for source_id in ids:
        try:
            found.append(desk.matching.of_source(claim_id, source_id))
        except NotFound:
            continue  # taken back meanwhile
    return tuple(found)
