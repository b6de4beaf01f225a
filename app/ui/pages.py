"""The pages that are laid before the desk: report, settings, backups, another scale. One
at a time."""

from __future__ import annotations

from app.ui.backups.backups_page import BackupsPage
from app.ui.commands.command import Commands
from app.ui.open_article import OpenArticle
from app.ui.report.report_page import ReportPage
from app.ui.rescaling.rescale_page import RescalePage
from app.ui.settings.settings_page import SettingsPage
from app.ui.window import Window


class Pages:
    """Shows a page and leaves it again; while one is shown, only its commands can be run."""

    def __init__(
        self,
        window: Window,
        commands: Commands,
        article: OpenArticle,
        report: ReportPage,
        settings: SettingsPage,
        backups: BackupsPage,
        rescaling: RescalePage,
    ) -> None:
        self._window, self._commands, self._article = window, commands, article
        self._report, self._settings, self._backups = report, settings, backups
        self._rescaling = rescaling
        for page in self.all():
            page.setParent(window)  # shown or not, it goes when the window goes
            page.hide()
            page.left.connect(window.leave_page)
        report.claim_wanted.connect(self._leave_for)
        rescaling.done.connect(self._leave_done)
        window.page_changed.connect(self._turn)

    def all(self) -> tuple[ReportPage, SettingsPage, BackupsPage, RescalePage]:
        """Every page there is."""
        return self._report, self._settings, self._backups, self._rescaling

    def show_report(self) -> None:
        """Lay the report of the open article before the desk."""
        if self._article.article is not None:
            self._window.show_page(self._report)
            self._report.open()

    def show_settings(self, *, at_scale: bool = False) -> None:
        """Lay the settings before the desk, at the rating scale where that was changed."""
        self._window.show_page(self._settings)
        self._settings.open()
        if at_scale:
            self._settings.scale.setFocus()

    def show_backups(self) -> None:
        """Lay the backups before the desk."""
        self._window.show_page(self._backups)
        self._backups.open()

    def show_rescaling(self) -> None:
        """Lay the question of another rating scale for the open article before the desk."""
        if self._article.article is not None:
            self._window.show_page(self._rescaling)
            self._rescaling.open()

    def _leave_done(self, told: str) -> None:
        if self._window.page is self._rescaling:
            self._window.leave_page()
        self._window.status.say(told, undo=True)

    def _leave_for(self, claim_id: int) -> None:
        self._window.leave_page()
        self._article.choose(claim_id)

    def _turn(self) -> None:
        page = self._window.page
        self._commands.confine(page is not None)
        if page is not self._report:
            self._report.stop()
