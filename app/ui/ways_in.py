"""All that comes into one window: articles and sources, by file, drop, paste, form and import."""

from __future__ import annotations

from functools import partial

from app.ui.commands.command import Commands
from app.ui.evidence.candidates import Candidates
from app.ui.intake import Intake
from app.ui.look.appearance import Appearance
from app.ui.menus import ask_how_to_add
from app.ui.open_article import OpenArticle
from app.ui.session import Session
from app.ui.settings.preferences import Preferences
from app.ui.sources.adding import Adding
from app.ui.sources.import_panel import ImportPanel
from app.ui.sources.importing import Importing
from app.ui.window import Window


class WaysIn:
    """Holds who takes things in, and connects them with the places where they are dropped, chosen
    and asked for."""

    def __init__(
        self,
        session: Session,
        article: OpenArticle,
        window: Window,
        appearance: Appearance,
        preferences: Preferences,
    ) -> None:
        status = window.status
        self._article, self._window = article, window
        self.intake = Intake(session, article, status, window)
        self.importing = Importing(session, status)
        self.adding = Adding(session, self.importing, status, preferences, window)
        self.panel = ImportPanel(self.importing, self.adding, appearance)
        window.take_panel(self.panel)

    def connect(self, commands: Commands, candidates: Candidates) -> None:
        """Let what is dropped and asked for in the window come in."""
        evidence, welcome = self._window.evidence_pane, self._window.welcome
        evidence.add_sources.connect(partial(ask_how_to_add, self._window, commands))
        evidence.files_dropped.connect(self.adding.add_files)
        evidence.text_dropped.connect(self.adding.add_text)
        self._window.article_pane.file_bar.source_wanted.connect(self.adding.add_named)
        welcome.sample_wanted.connect(self.intake.open_sample)
        welcome.file_wanted.connect(self.intake.choose_article)
        welcome.zone.file_dropped.connect(self.intake.open_file)
        welcome.zone.sources_dropped.connect(self.adding.add_files)
        welcome.zone.text_dropped.connect(self.intake.open_text)
        self.intake.failed.connect(welcome.show_trouble)
        self.importing.running_changed.connect(candidates.hold)
        self.adding.brought.connect(candidates.fresh.add)
        self.panel.released.connect(self._leave_panel)

    def _leave_panel(self) -> None:
        is_open = self._article.article is not None
        (self._window.evidence_pane.list if is_open else self._window.welcome.sample).setFocus()
