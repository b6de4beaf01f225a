"""One window put together by hand: who is given what, and which command calls whom."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
)

from app import __version__
from app.host import licences
from app.model.changes import Changes
from app.model.errors import ClaimdeskError
from app.model.span import Span
from app.ui.article.selection_acts import SelectionActs
from app.ui.backups.backup_commands import backup_commands
from app.ui.backups.backups_page import BackupsPage
from app.ui.claims.arrangement import Arrangement
from app.ui.commands.arrange_commands import FILTER_MENU, SORT_MENU, arrange_commands
from app.ui.commands.claim_commands import claim_commands, word_commands
from app.ui.commands.command import Commands
from app.ui.commands.physical_keys import PhysicalKeys
from app.ui.commands.review_commands import (
    evidence_commands,
    history_commands,
    look_commands,
    move_commands,
    verdict_commands,
)
from app.ui.commands.window_commands import WindowActs, file_commands, view_commands
from app.ui.confidential import Confidential
from app.ui.deciding import Deciding
from app.ui.editing import Editing
from app.ui.evidence.candidates import LETTERS, Candidates, Finding
from app.ui.exporting import Exporting
from app.ui.finding_claims import FindingClaims
from app.ui.leaving import LeavingBar
from app.ui.look.appearance import Appearance
from app.ui.look.tool_button import Tool
from app.ui.menus import ask_stance, open_menu
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.open_offers import OpenOffers
from app.ui.opening import Opening, opening_commands
from app.ui.overlays.about import About
from app.ui.overlays.key_overview import KeyOverview
from app.ui.overlays.palette import Palette
from app.ui.pages import Pages
from app.ui.pane_walk import walk_panes
from app.ui.report.report_page import ReportPage
from app.ui.rescaling.rescale_commands import rescale_commands
from app.ui.rescaling.rescale_page import RescalePage
from app.ui.returning import Returning
from app.ui.session import Session
from app.ui.settings.following import Following
from app.ui.settings.keys_section import apply_kept
from app.ui.settings.preferences import Preferences
from app.ui.settings.settings_page import SettingsPage
from app.ui.source_beside import SourceBeside
from app.ui.source_reading import SourceReading, reading_commands
from app.ui.tab_order import order_tab_stops
from app.ui.way_back import WayBack
from app.ui.ways_in import WaysIn
from app.ui.window import Window
from app.ui.word_acts import WordActs

#: The commands that stand beside the claim's number.
CLAIM_TOOLS = ("edit-claim", "split-claim", "merge-claim", "remove-claim")


class Wiring(QObject):
    """Holds the parts of one window together for as long as it lives."""

    def __init__(
        self, session: Session, appearance: Appearance, preferences: Preferences | None = None
    ) -> None:
        super().__init__()
        self.session, self.appearance = session, appearance
        self.preferences = preferences or Preferences()
        self._arriving = False
        self.returning = Returning(session)
        self.article = OpenArticle(session)
        self.ledger = OpenLedger(session, self.article)
        self.candidates = Candidates(session, self.article)
        self.offers = OpenOffers(session, self.article)
        self.editing = Editing(session, self.article)
        self.deciding = Deciding(session, self.article)
        scale = session.read.scale
        self.arrangement = Arrangement(self.article, self.ledger, scale)
        self.window = Window(
            self.article, self.ledger, self.offers, self.arrangement, self.candidates,
            self.deciding, appearance, scale,
        )  # fmt: skip
        self.sources = SourceReading(session, self.article, self.candidates, self.window)
        self.finding_claims = FindingClaims(session, self.article, self.window.status)
        ways_in = self._ways_in = WaysIn(
            session, self.article, self.window, appearance, self.preferences
        )
        self.intake, self.importing = ways_in.intake, ways_in.importing
        self.adding, self.import_panel = ways_in.adding, ways_in.panel
        status, flush = self.window.status, self.window.dock.flush
        self.exporting = Exporting(session, self.article, status, flush, self.preferences)
        self.leaving = LeavingBar(self.importing, self.exporting, appearance)
        self.window.put_above(self.leaving)
        if session.reads_only:
            self.window.mark_read_only()
        self.window.may_close = self.leaving.may_close
        self.leaving.confirmed.connect(self.window.close)
        self.report = ReportPage(session, self.article, self.exporting, appearance)
        self.words = WordActs(
            self.article, self.ledger, self.editing, self.window.article_pane,
            self.window.evidence_pane.claim, status.say,
        )  # fmt: skip
        self.window.add_beside(SourceBeside(session, self.candidates, appearance))
        self.opening = Opening(self.window.status)
        self.commands = Commands(self.window)
        self._take_commands()
        order_tab_stops(self.window)
        self.selection = SelectionActs(
            self.window.article_pane.view, self.article, self.ledger, self.commands, appearance,
            self.window.article_pane.excuse.isVisible,
        )  # fmt: skip
        self._way_back = WayBack(
            self.window, self.deciding, self.candidates, self.selection, self.leaving
        )
        self.words.follow(self.selection, self.commands.key)
        apply_kept(self.commands, self.preferences)
        self._following = Following(
            self.preferences, session, appearance, self.deciding, self.candidates,
            PhysicalKeys(self.window, self.commands),
        )  # fmt: skip
        read = session.read
        self.settings = SettingsPage(
            self.preferences, self.commands, appearance, read.scales.all, read.path, self.exporting
        )
        self.backups = BackupsPage(session, appearance, may_write=not session.reads_only)
        self.rescaling = RescalePage(session, self.article, appearance)
        self.pages = Pages(
            self.window, self.commands, self.article, self.report, self.settings, self.backups,
            self.rescaling,
        )  # fmt: skip
        self.keys = KeyOverview(self.window, appearance, self.commands)
        self.about = About(self.window, appearance, __version__, licences.notices)
        self.palette = Palette(
            self.window, appearance, self.commands, self.article, self.sources.find,
            self.sources.show,
        )  # fmt: skip
        self._connect()
        self._leave_typing_alone()
        self.show_recent()

    # Putting together

    def _take_commands(self) -> None:
        window, acts = self.window, self._acts()
        scale = self.session.read.scale
        self.commands.add(file_commands(acts))
        self.commands.add(backup_commands(lambda: self.pages.show_backups()))
        self.commands.add(opening_commands(self.opening, self._address))
        self.commands.add(reading_commands(self.sources))
        self.commands.add(history_commands(self.deciding))
        self.commands.add(move_commands(self.article, window.status.say))
        self.commands.add(
            evidence_commands(
                self.deciding,
                self.candidates,
                lambda: window.evidence_pane.start_search(self.words.selected_words()),
                self.sources.turn,
            )
        )
        self.commands.add(
            look_commands(
                self.deciding, self.candidates, Confidential(self.session, self.deciding),
                window.evidence_pane.earlier, window.evidence_pane.history.toggle,
                lambda: self.article.current is not None,
            )
        )  # fmt: skip
        self.commands.add(
            verdict_commands(
                self.deciding,
                self.article,
                scale,
                window.dock.write_rationale,
                window.dock.offer_phrases,
                window.dock.save_and_advance,
            )
        )
        self.commands.add(
            rescale_commands(lambda: self.pages.show_rescaling(), acts.article_is_open)
        )
        claim_acts = self.words.acts()
        self.commands.add(claim_commands(claim_acts))
        self.commands.add(word_commands(claim_acts))
        self.commands.add(
            arrange_commands(
                self.arrangement,
                window.ask_filter_words,
                partial(open_menu, window, self.commands, "filter"),
                partial(open_menu, window, self.commands, "sort"),
                lambda: self.article.article is not None,
            )
        )
        self.commands.add(view_commands(acts, self.appearance))
        self.commands.fill(window.menuBar())
        window.evidence_pane.claim.take_tools(self._tool(name) for name in CLAIM_TOOLS)
        window.claims_pane.take_tools(
            self._tool(name) for name in (FILTER_MENU, SORT_MENU, "new-claim")
        )
        for name in ("new-claim", "put-in-or-out", "excuse-words", "take-back-excuse"):
            window.article_pane.view.addAction(self.commands.action(name))

    def _tool(self, name: str) -> Tool:
        command = self.commands.command(name)
        return Tool(name, command.title, command.icon, partial(self.commands.run, name))

    def _acts(self) -> WindowActs:
        window, intake = self.window, self.intake
        return WindowActs(
            open_article=intake.choose_article,
            paste_article=intake.paste_article,
            open_sample=intake.open_sample,
            remove_sample=intake.remove_sample,
            sample_is_here=lambda: self.session.read.sample.is_present(),
            close_article=self.article.close,
            article_is_open=lambda: self.article.article is not None,
            file_says=window.article_pane.file_bar.open_bar,
            file_said_something=window.article_pane.file_bar.has_anything,
            ask_day=window.article_pane.dates.ask,
            add_sources=self.adding.choose_files,
            add_folder=self.adding.choose_folder,
            paste_source=self.adding.paste,
            write_source=self.import_panel.write_down,
            export=self.exporting.export,
            preview=lambda: self.pages.show_report(),
            settings=lambda: self.pages.show_settings(),
            open_palette=lambda: self.palette.open(),
            show_keys=lambda: self.keys.open(),
            show_about=lambda: self.about.open(),
            next_pane=partial(walk_panes, window),
            to_pane=window.go_to,
            back=lambda: self._way_back.go(),
            accept=self.accept,
            quit=window.close,
        )

    def _connect(self) -> None:
        window, status = self.window, self.window.status
        self.deciding.said.connect(lambda told: status.say(told, undo=True))
        status.undo.clicked.connect(self.deciding.undo)
        self.returning.watch(self.article, window.article_pane.view)
        self.deciding.travelled.connect(self.returning.arrive)
        self.editing.said.connect(lambda told: status.say(told, undo=True))
        self.session.failed.connect(self._fail)
        self.session.changed.connect(self._follow)
        window.header.palette_button.clicked.connect(lambda: self.palette.open())
        window.header.report.clicked.connect(self.pages.show_report)
        window.evidence_pane.link_pressed.connect(self._link_row)
        window.evidence_pane.list.stance_pressed.connect(
            partial(ask_stance, window, self.commands, self.candidates)
        )
        window.evidence_pane.history.restore_wanted.connect(self.deciding.restore)
        window.evidence_pane.history.released.connect(window.evidence_pane.list.setFocus)
        window.evidence_pane.left_search.connect(window.evidence_pane.list.setFocus)
        window.dock.released.connect(window.evidence_pane.list.setFocus)
        window.evidence_pane.claim.released.connect(window.evidence_pane.list.setFocus)
        said = window.article_pane.file_bar
        said.released.connect(window.evidence_pane.list.setFocus)
        said.place_wanted.connect(self._show_place)
        said.address_wanted.connect(self.opening.ask)
        window.article_pane.excuse.released.connect(window.article_pane.view.setFocus)
        window.article_pane.day_chosen.connect(self.editing.set_day)
        window.article_pane.dates.released.connect(window.evidence_pane.list.setFocus)
        self._ways_in.connect(self.commands, self.candidates)
        window.welcome.article_wanted.connect(self.article.open)
        self.article.opened.connect(self._opened)
        self.candidates.changed.connect(self._arrive)
        self.commands.rebound.connect(self._tell_keys)
        self.deciding.key_of = self.commands.key
        self._tell_keys()
        self.article.current_changed.connect(lambda _: window.article_pane.close_source())

    def _leave_typing_alone(self) -> None:
        for kind in (QAbstractButton, QLineEdit, QDateEdit, QPlainTextEdit):
            for place in (self.window, *self.pages.all()):
                for widget in place.findChildren(kind):
                    self.commands.leave_typing_alone(widget)
        for makes in (
            self.report.options,
            self.report.options.warnings,
            self.window.article_pane.view.bars,
            self.window.evidence_pane.history,
            self.import_panel,
            self.window.article_pane.tabs,
        ):
            makes.made.connect(self.commands.leave_typing_alone)

    # Acts that need more than one part

    def accept(self) -> None:
        """Enter: keep the verdict that was asked about, else link the highlighted candidate."""
        if self.deciding.question is not None:
            self.deciding.confirm()
        else:
            self.deciding.toggle_link(self.candidates.highlighted_match())

    def _tell_keys(self) -> None:
        key = self.commands.key
        self.commands.show_keys()
        self.report.options.set_export_key(key("export"))
        letters, ratings = (
            [key(f"link-{letter}") for letter in LETTERS],
            [key(f"verdict-{rating.key}") for rating in self.session.read.scale.ratings],
        )
        self.window.status.tell_keys(
            (
                (_ends_of(letters), "link"), (_ends_of(ratings), "decide"),
                (key("next-unreviewed"), "next"), (key("read-in-context"), "read source"),
                (key("keys"), "keys"),
            )
        )  # fmt: skip

    def show_recent(self) -> None:
        """Offer the articles of the library on the welcome page."""
        articles = sorted(self.session.read.articles.all(), key=lambda a: a.added, reverse=True)
        self.window.welcome.show_recent(articles)

    def close(self) -> None:
        """Keep what is typed and close the library."""
        self.window.dock.flush()
        self.window.evidence_pane.claim.editor.keep()
        self.session.close()

    def _show_place(self, span: Span) -> None:
        view = self.window.article_pane.view
        view.bring(span)
        view.put_caret(span.start)

    def _address(self) -> str:
        match = self.candidates.highlighted_match()
        return match.source.url if match else ""

    def _link_row(self, row: int) -> None:
        rows = self.candidates.rows()
        if row < len(rows):
            self.deciding.toggle_link(rows[row])

    # Following

    def _opened(self) -> None:
        if self.article.article is None:
            self.show_recent()
            self.window.welcome.show_trouble("")
        else:
            self._arriving = True
            self.window.article_pane.view.setFocus()

    def _arrive(self) -> None:
        """The first candidates of an article just opened are there to choose from."""
        if not self._arriving or self.candidates.state is Finding.SEARCHING:
            return
        self._arriving = False
        # Unless the reviewer has gone elsewhere meanwhile.
        waiting = self.window.article_pane.view.hasFocus()
        if waiting and self.candidates.state is Finding.FOUND:
            self.window.evidence_pane.list.setFocus()

    def _follow(self, changes: Changes) -> None:
        if self.article.article is None and changes.ids("article"):
            self.show_recent()

    def _fail(self, error: ClaimdeskError) -> None:
        self.window.status.warn(error.advice)
        current = self.article.current
        if current is not None:
            # What is shown is read again, so that it equals what is on the disk.
            self.article.reread(frozenset({current.id}))


def _ends_of(keys: list[str]) -> str:
    """“A–E” for a row of keys, empty where one of its ends has none."""
    return f"{keys[0]}–{keys[-1]}" if keys[0] and keys[-1] else ""
