"""Sources opened for reading: a candidate in its context, or a source found by its title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from app.model.errors import NotFound
from app.model.match import Match
from app.model.source import Passage, Source
from app.ui.article.source_tabs import OpenSource, Read
from app.ui.commands.command import Command
from app.ui.evidence.candidates import Candidates
from app.ui.open_article import OpenArticle
from app.ui.session import Session
from app.ui.window import Window


class SourceReading:
    """Opens sources in the tabs of the article pane, where none stands beside it."""

    def __init__(
        self, session: Session, article: OpenArticle, candidates: Candidates, window: Window
    ) -> None:
        self._session, self._article = session, article
        self._candidates, self._window = candidates, window
        self._pane = window.article_pane
        self._pane.source_shown.connect(self._match_anew)

    def turn(self) -> None:
        """Show the highlighted candidate in its source, or the article again."""
        if self._pane.in_context:
            self._pane.close_source()
            return
        match, beside = self._candidates.highlighted_match(), self._window.beside
        if match is not None and beside is not None and beside.isVisible():
            beside.text.setFocus()
        elif match is not None:
            self._pane.show_source(self._text_of(match.source), match)

    def show(self, source: Source) -> None:
        """Show a source from its first passage on."""
        passages = self._session.read.sources.passages(source.id)
        if passages:
            self._pane.show_source(self._text_of(source), _unmatched(passages[0], source))

    def keep(self) -> None:
        """Keep the source that is read open, or do so no more."""
        shown = self._pane.tabs.current
        if shown is not None:
            self._pane.tabs.keep(not shown.kept)

    def kept_places(self) -> list[list[int]]:
        """The sources kept open, each as the id of the passage shown and how far it is scrolled."""
        return [[one.match.passage.id, one.scrolled or 0] for one in self._pane.kept_sources]

    def restore(self, places: Iterable[Sequence[int]]) -> None:
        """Keep open again what was open at these places; a text is read once it is gone to."""
        sources = self._session.read.sources
        kept = []
        for passage_id, scrolled in places:
            try:
                passage = sources.passage(passage_id)
                source = sources.get(passage.source_id)
            except NotFound:
                continue  # removed since
            match = _unmatched(passage, source)
            kept.append(OpenSource(self._text_of(source), match, 0, True, scrolled))
        self._pane.tabs.restore(kept)

    def _text_of(self, source: Source) -> Read:
        return partial(self._session.read.sources.text, source.id)

    @property
    def reads(self) -> bool:
        """Whether a source is read instead of the article."""
        return self._pane.in_context

    @property
    def keeps(self) -> bool:
        """Whether the source that is read is kept open."""
        shown = self._pane.tabs.current
        return shown is not None and shown.kept

    def _match_anew(self, opened: OpenSource) -> None:
        """A source that was kept open for another claim is marked for the current one."""
        claim = self._article.current
        if claim is None or opened.claim_id == claim.id:
            return
        claim_id, source_id = claim.id, opened.match.source.id
        self._session.search(
            lambda desk: desk.matching.of_source(claim_id, source_id),
            lambda match: self._pane.rematch(opened, match, claim_id),
            lambda _: None,  # removed meanwhile: it is read as it was
        )

    def find(self, words: str, limit: int) -> Iterable[Source]:
        """The first sources whose title or publisher holds these words."""
        return self._session.read.sources.find(words, limit)


def _unmatched(passage: Passage, source: Source) -> Match:
    """A passage to be read that was matched with no claim yet."""
    return Match(passage, source, 0.0, (), (), ())


def reading_commands(reading: SourceReading) -> list[Command]:
    """What can be done with the source that is read."""
    return [
        Command("keep-source", "Keep this source open", "Evidence", ("Shift+P",), reading.keep,
                icon="book", group="Evidence", available=lambda: reading.reads,
                checked=lambda: reading.keeps)
    ]  # fmt: skip
