"""Sources opened for reading: a candidate in its context, or a source found by its title."""

from __future__ import annotations

from collections.abc import Iterable

from app.desk.desk import Desk
from app.model.match import Match
from app.model.source import Source
from app.ui.evidence.candidates import Candidates
from app.ui.session import Session
from app.ui.window import Window


class SourceReading:
    """Opens sources in the preview tab of the article pane, where none stands beside it."""

    def __init__(self, session: Session, candidates: Candidates, window: Window) -> None:
        self._session, self._candidates, self._window = session, candidates, window
        self._pane = window.article_pane

    def turn(self) -> None:
        """Show the highlighted candidate in its source, or the article again."""
        if self._pane.in_context:
            self._pane.close_source()
            return
        match, beside = self._candidates.highlighted_match(), self._window.beside
        if match is not None and beside is not None and beside.isVisible():
            beside.text.setFocus()
        elif match is not None:
            text = self._session.read.sources.text(match.source.id)
            self._pane.show_source(text, match)

    def show(self, source: Source) -> None:
        """Show a source from its first passage on."""
        read: Desk = self._session.read
        text = read.sources.text(source.id)
        passages = read.sources.passages(source.id)
        if passages:
            self._pane.show_source(text, Match(passages[0], source, 0.0, (), (), ()))

    def find(self, words: str, limit: int) -> Iterable[Source]:
        """The first sources whose title or publisher holds these words."""
        return self._session.read.sources.find(words, limit)
