"""The fourth pane of a wide window: the open candidate in its source, beside the evidence."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from app.model.errors import NotFound
from app.model.match import Match
from app.ui.article.source_view import SourceView
from app.ui.evidence.candidates import Candidates
from app.ui.look.appearance import Appearance
from app.ui.session import Session

#: It follows so many milliseconds after the candidate: who walks through them waits for nothing.
FOLLOW_AFTER = 40

#: So many characters are shown on either side of the passage; the source opens whole with its key.
AROUND = 8_000


class SourceBeside(SourceView):
    """Follows the candidate that is open, while there is room for it."""

    def __init__(self, session: Session, candidates: Candidates, appearance: Appearance) -> None:
        super().__init__(appearance, around=AROUND, closable=False)
        self._session, self._candidates = session, candidates
        self._shown: Match | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FOLLOW_AFTER)
        self._soon.timeout.connect(self._follow)
        candidates.changed.connect(self._soon.start)
        candidates.highlighted_changed.connect(lambda _: self._soon.start())
        self.text.setAccessibleName("Source beside the evidence")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def _follow(self) -> None:
        if not self.isVisible():
            return
        match = self._candidates.highlighted_match()
        if match is None:
            self._shown = None
            self.show_nothing("No candidate is open.")
        elif match != self._shown:
            try:
                text = self._session.read.sources.text(match.source.id)
            except NotFound:
                return  # removed meanwhile: other candidates are on their way
            self._shown = match
            self.show_match(text, match)
