"""Which candidates speak with one voice: the same words in other sources, told in one line.

Looked up behind the candidates, which never wait for it. Joins nothing by itself. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.model.errors import NotFound
from app.model.match import Match
from app.model.source import Source
from app.ui.look.paint import isolate
from app.ui.session import Session

Others = tuple[Source, ...]


class Origins(QObject):
    """The sources that have nearly the words of a passage, for the passages asked about."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._known: dict[int, Others] = {}
        self._edition = 0

    def told(self, passage_id: int) -> str:
        """One line about a passage; empty where no other source has its words, or none is known."""
        others = self._known.get(passage_id, ())
        if not others:
            return ""
        first = f"“{isolate(others[0].title)}”"
        more = f" and {len(others) - 1} more" if len(others) > 1 else ""
        return f"Perhaps one origin: nearly the same words in {first}{more}"

    def ask(self, matches: Sequence[Match]) -> None:
        """Look these candidates up, as far as they are not known."""
        wanted = [one.passage.id for one in matches if one.passage.id not in self._known]
        if wanted:
            edition = self._edition
            self._session.count(
                lambda desk: {one: _others(desk, one) for one in wanted},
                lambda found: self._take(edition, found),
                lambda _: None,  # without it every candidate is as it was
            )

    def forget(self) -> None:
        """Other sources are here than were looked at."""
        self._edition += 1
        self._known.clear()

    def _take(self, edition: int, found: dict[int, Others]) -> None:
        if edition == self._edition:
            self._known.update(found)
            if any(found.values()):
                self.changed.emit()


def _others(desk: Desk, passage_id: int) -> Others:
    try:
        found = desk.sources.same_origin(passage_id)
    except NotFound:
        return ()  # taken out meanwhile
    return tuple({source.id: source for _, source in found}.values())
