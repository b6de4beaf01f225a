"""The main window: where the panes stand. Layout only; what things do is said elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.model.rating import RatingScale
from app.ui.article.article_pane import ArticlePane
from app.ui.claims.arrangement import Arrangement
from app.ui.claims.claims_pane import ClaimsPane
from app.ui.deciding import Deciding
from app.ui.evidence.candidates import Candidates
from app.ui.evidence.evidence_pane import EvidencePane
from app.ui.header import Header
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.open_offers import OpenOffers
from app.ui.source_beside import SourceBeside
from app.ui.status_line import StatusLine
from app.ui.verdict.verdict_dock import VerdictDock
from app.ui.welcome import Welcome

#: How the width is shared by article, claims and evidence.
SHARES = (33, 22, 45)

#: And with the source beside the evidence, from this width on.
SHARES_OF_FOUR = (27, 18, 33, 22)
ROOM_FOR_SOURCE = 1680

#: Below this width the list of claims folds away: article and evidence need the room.
ROOM_FOR_LIST = 1100

#: Below this height at a text size of 100 % the dock and the claim use fewer words.
ROOM_FOR_WORDS = 480

#: Below this width at a text size of 100 % the status line tells no keys.
ROOM_FOR_KEYS = 800


class Window(QMainWindow):
    """Header, three panes, dock and status line; the welcome page while no article is open."""

    closing = Signal()
    page_changed = Signal()  # another page lies before the reviewer

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        offers: OpenOffers,
        arrangement: Arrangement,
        candidates: Candidates,
        deciding: Deciding,
        appearance: Appearance,
        scale: RatingScale,
    ) -> None:
        super().__init__()
        self._article, self._appearance = article, appearance
        self.setMinimumSize(960, 640)
        self.resize(1280, 800)
        self.header = Header(article, ledger, appearance)
        self.article_pane = ArticlePane(article, ledger, appearance)
        self.claims_pane = ClaimsPane(article, ledger, arrangement, appearance)
        self.evidence_pane = EvidencePane(article, candidates, ledger, offers, appearance)
        self.dock = VerdictDock(article, candidates, deciding, appearance, scale)
        self.status = StatusLine(appearance)
        self.welcome = Welcome(appearance, scale.ratings[0])
        self.beside: SourceBeside | None = None
        self.may_close: Callable[[], bool] = lambda: True  # asked before it is closed
        self._read_only = False
        self._arrangement = arrangement
        self._unfolded = False  # the list stands in the article's place
        self.import_panel: QWidget | None = None
        self._focus_before: QWidget | None = None
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._pages = QStackedWidget()
        self._lay_out()
        self._tell_title()
        article.opened.connect(self._show_page)
        appearance.changed.connect(self._share_room)
        arrangement.changed.connect(self._tell_filter)
        self.header.filter.clicked.connect(arrangement.show_all)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._fold_again)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.evidence_pane, 1)
        column.addWidget(self.dock)
        for pane in (self.article_pane, self.claims_pane, right):
            self._panes.addWidget(pane)
        self._panes.setHandleWidth(1)
        self._panes.setChildrenCollapsible(False)
        for number, share in enumerate(SHARES):
            self._panes.setStretchFactor(number, share)
        self._panes.setSizes([share * 128 // 10 for share in SHARES])
        desk = QWidget()
        rows = QVBoxLayout(desk)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self._panes, 1)
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(desk)
        whole = QWidget()
        all_rows = self._all_rows = QVBoxLayout(whole)
        all_rows.setContentsMargins(0, 0, 0, 0)
        all_rows.setSpacing(0)
        all_rows.addWidget(self._pages, 1)
        all_rows.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setAcceptDrops(True)
        self.status.show_keys(False)

    def add_beside(self, beside: SourceBeside) -> None:
        """Let this pane stand at the right while the window is wide enough for it."""
        self.beside = beside
        self._panes.addWidget(beside)
        for number, share in enumerate(SHARES_OF_FOUR):
            self._panes.setStretchFactor(number, share)
        self._share_room()

    def _show_page(self) -> None:
        article = self._article.article
        self._pages.setCurrentIndex(1 if article else 0)
        self._focus_before = None
        self._place_panel()
        self._tell_title()
        self._page_changed()

    def mark_read_only(self) -> None:
        """Say in the title, too, that nothing can be changed here."""
        self._read_only = True
        self._tell_title()

    def _tell_title(self) -> None:
        article = self._article.article
        title = f"{article.title} — Claimdesk" if article else "Claimdesk"
        self.setWindowTitle(f"Read only · {title}" if self._read_only else title)

    def put_above(self, bar: QWidget) -> None:
        """Put a bar above every page, for as long as this window is open."""
        self._all_rows.insertWidget(0, bar)

    def take_panel(self, panel: QWidget) -> None:
        """Show the import panel under the article, or on the welcome page while none is open."""
        self.import_panel = panel
        self._place_panel()

    def _place_panel(self) -> None:
        if self.import_panel is not None:
            shown = not self.import_panel.isHidden()
            holder = self.article_pane if self._article.article else self.welcome
            holder.hold(self.import_panel)
            self.import_panel.setVisible(shown)

    @property
    def page(self) -> QWidget | None:
        """The page that lies before desk or welcome, None where none does."""
        return self._pages.currentWidget() if self._pages.currentIndex() > 1 else None

    def show_page(self, page: QWidget) -> None:
        """Lay this page before the desk, which stays as it is behind it."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        if self.page is None:
            self._focus_before = QApplication.focusWidget()
        self._pages.setCurrentWidget(page)
        self._page_changed()

    def leave_page(self) -> None:
        """Go back to the desk, or to welcome, and to the very control that had the focus."""
        focus, self._focus_before = self._focus_before, None
        self._pages.setCurrentIndex(1 if self._article.article else 0)
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.setFocus()
        self._page_changed()

    def _page_changed(self) -> None:
        self.status.show_keys(self._tells_keys())
        self.page_changed.emit()

    def _tells_keys(self) -> bool:
        at_desk = self.page is None and self._article.article is not None
        return at_desk and self.width() * 100 / self._appearance.percent >= ROOM_FOR_KEYS

    def focus_panes(self) -> tuple[QWidget, ...]:
        """What F6 goes round."""
        beside = self.beside
        panes: list[QWidget] = [
            self.article_pane.reading,
            self.claims_pane.list,
            self.evidence_pane.list,
            *([beside.text] if beside is not None and beside.isVisible() else []),
            self.dock.buttons[0],
        ]
        if self.import_panel is not None and not self.import_panel.isHidden():
            panes.append(self.import_panel)
        return tuple(panes)

    def go_to(self, number: int) -> None:
        """Give this pane the focus, from 0; a list that is folded away takes the article's place
        until the focus leaves it."""
        pane = self.focus_panes()[number]
        if pane is self.claims_pane.list:
            self.unfold_list()
        pane.setFocus()

    def unfold_list(self) -> None:
        """Show the list of claims, also where there is no room for it beside the article."""
        if self._is_narrow():
            self._unfolded = True
            self._share_room()

    def ask_filter_words(self) -> None:
        """Let the reviewer type what the claims shown must contain."""
        self.unfold_list()
        self.claims_pane.ask_words()

    def _fold_again(self, _: QWidget | None, focus: QWidget | None) -> None:
        if focus is None or focus.window() is not self or not self._unfolded:
            return
        if focus is not self.claims_pane and not self.claims_pane.isAncestorOf(focus):
            self._unfolded = False
            self._share_room()

    def _is_narrow(self) -> bool:
        return self.width() < ROOM_FOR_LIST * (100 + self._appearance.percent) / 200

    def restore(self, geometry: QByteArray) -> None:
        """Take the place and size it had, where that is still on a screen."""
        self.restoreGeometry(geometry)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.welcome.zone.dragEnterEvent(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.welcome.zone.dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.welcome.zone.dropEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Give the candidates room by what can be had elsewhere or in fewer words."""
        percent = self._appearance.percent
        narrow = self._is_narrow()
        self.claims_pane.setVisible(self._unfolded or not narrow)
        self.article_pane.setVisible(not (self._unfolded and narrow))
        if self.beside is not None:
            wide = self.width() >= ROOM_FOR_SOURCE * (100 + percent) / 200
            if wide == self.beside.isHidden():
                self.beside.setVisible(wide)
                shares = SHARES_OF_FOUR if wide else (*SHARES, 0)
                self._panes.setSizes([share * self.width() // 100 for share in shares])
        self._tell_filter()
        scarce = self.height() * 100 / percent < ROOM_FOR_WORDS
        self.dock.set_compact(scarce)
        self.evidence_pane.set_compact(scarce)
        self.status.show_keys(self._tells_keys())

    def _tell_filter(self) -> None:
        """Where the list cannot say that claims are left out, the header does."""
        self.header.tell_filter("" if self.claims_pane.isVisible() else self._arrangement.told())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
