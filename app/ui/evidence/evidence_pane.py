"""The evidence pane: the claim with its parts, the search field, the candidates."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui.evidence.candidates import MOST_FOUND, Candidates, Finding, key_words
from app.ui.evidence.candidates_list import CandidatesList
from app.ui.evidence.claim_history import ClaimHistory
from app.ui.evidence.claim_section import ClaimSection
from app.ui.evidence.earlier_verdicts import EarlierVerdicts
from app.ui.evidence.state_page import StatePage
from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap, KeyOf
from app.ui.look.labels import ElidedLabel, ground
from app.ui.look.search_field import SearchField
from app.ui.look.tokens import SPACE_2, SPACE_4
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger
from app.ui.open_offers import OpenOffers

#: A search runs so many milliseconds after the last letter.
SEARCH_AFTER = 30

#: The least height of the candidates, in pixels: one line to scroll by.
LEAST = 48

#: What can be typed besides words.
FILTERS = 'kind:  after:  before:  lang:  publisher:  in:  "exact words"  begin*'


class EvidencePane(QWidget):
    """What the library holds for the current claim.

    `link_pressed` carries the row whose Link button was pressed, `add_sources` the button that
    asked for sources, `files_dropped` the paths of those dropped here, `text_dropped` a text
    that was, `left_search` that the search field is done with.
    """

    link_pressed = Signal(int)
    add_sources = Signal(object)
    files_dropped = Signal(object)
    text_dropped = Signal(str)
    left_search = Signal()

    def __init__(
        self,
        article: OpenArticle,
        candidates: Candidates,
        ledger: OpenLedger,
        offers: OpenOffers,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._candidates, self._appearance = article, candidates, appearance
        ground(self, "surface")
        self.setAcceptDrops(True)
        self.claim = ClaimSection(article, candidates, ledger, offers, appearance)
        self.search = SearchField(appearance)
        self.add = QPushButton("Add source")
        self._status = ElidedLabel("meta", appearance, tone="text_3")
        self._hint = ElidedLabel("meta", appearance, tone="text_3")
        self._hint.setText(FILTERS)
        self.earlier = EarlierVerdicts(article, candidates, appearance)
        self.history = ClaimHistory(article, candidates, appearance)
        self.list = CandidatesList(candidates, article, appearance)
        self._pages = QStackedWidget()
        self._states = {
            Finding.IDLE: StatePage(appearance),
            Finding.SEARCHING: StatePage(appearance),
            Finding.NONE: StatePage(
                appearance,
                ("Search library", lambda _: self.start_search()),
                ("Add source", self.add_sources.emit),
            ),
            Finding.FAILED: StatePage(appearance, ("Try again", lambda _: candidates.again())),
        }
        self._typing = QTimer(self)
        self._leaving = False  # Enter was pressed in the field
        self._key: KeyOf = lambda _: ""
        self._lay_out()
        self._connect()
        self._show_state()

    # Building

    def _lay_out(self) -> None:
        space = self._appearance.space
        self.search.setPlaceholderText("Search your library for this claim")
        self.search.setAccessibleName("Search your library")
        field = QHBoxLayout()
        field.setSpacing(space(SPACE_2))
        field.addWidget(self.search, 1)
        field.addWidget(Keycap("/", self._appearance, command="search-library"))
        field.addWidget(self.add)
        self._pages.addWidget(self.list)
        for page in self._states.values():
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(space(SPACE_4), space(SPACE_2), space(SPACE_4), 0)
        whole.setSpacing(0)
        whole.addWidget(self.claim)
        whole.addSpacing(space(SPACE_2))
        whole.addLayout(field)
        whole.addSpacing(space(SPACE_2))
        whole.addWidget(self._hint)
        whole.addWidget(self._status)
        whole.addWidget(self.earlier)
        whole.addSpacing(space(SPACE_2))
        whole.addWidget(self.history)
        whole.addWidget(self._pages, 1)
        # What is below can be scrolled; the claim above it cannot, and must not be cut for it.
        self._pages.setMinimumHeight(LEAST)
        self._hint.hide()
        self._dress()

    def _connect(self) -> None:
        self._article.current_changed.connect(lambda _: self._show_claim())
        self._article.opened.connect(self._show_claim)
        self._candidates.changed.connect(self._show_state)
        self.add.clicked.connect(lambda: self.add_sources.emit(self.add))
        self.list.link_pressed.connect(self.link_pressed)
        self.list.more_pressed.connect(self._open_more)
        for page in self._states.values():
            page.part_wanted.connect(self.search_for)
        self._typing.setSingleShot(True)
        self._typing.setInterval(SEARCH_AFTER)
        self._typing.timeout.connect(lambda: self._candidates.search(self.search.text()))
        self.search.textChanged.connect(lambda _: self._typing.start())
        self.search.installEventFilter(self)
        self._appearance.changed.connect(self._dress)

    def _dress(self) -> None:
        self.add.setIcon(self._appearance.icon("plus", "text"))
        side = self._appearance.icon_size(16)
        self.add.setIconSize(QSize(side, side))

    # Search

    def start_search(self, words: str = "") -> None:
        """Fill the field with these words and search them, or with the claim's, selected: typing
        replaces them."""
        claim = self._article.current
        if words:
            self.search.setText(" ".join(words.split()))
        elif claim is not None and not self.search.text():
            self.search.blockSignals(True)
            self.search.setText(key_words(claim))
            self.search.blockSignals(False)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def search_for(self, words: str) -> None:
        """Search these words now, as one phrase where they are several."""
        self.search.setText(f'"{words}"' if len(words.split()) > 1 else words)
        self._typing.stop()
        self._candidates.search(self.search.text())
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_once_answered(self) -> None:
        """Go to what was found, or to the first part that occurs."""
        if self._leaving and self._candidates.state is not Finding.SEARCHING:
            self._leaving = False
            page = self._pages.currentWidget()
            if not (isinstance(page, StatePage) and page.to_first_part()):
                self.left_search.emit()

    def _open_more(self, row: int) -> None:
        self._candidates.highlight(row)
        self._candidates.open_more()

    def end_search(self) -> None:
        """Empty the field and show the claim's own candidates again."""
        self._typing.stop()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self._candidates.go_back()

    def set_compact(self, on: bool) -> None:
        """Use fewer lines, where the candidates need the room."""
        self.claim.set_compact(on)
        self.earlier.set_compact(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.FocusIn:
            self._hint.show()
        elif watched is self.search and event.type() == QEvent.Type.FocusOut:
            self._hint.hide()
        if watched is self.search and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            return (pressed and self._search_key(event.key())) or super().eventFilter(
                watched, event
            )
        return super().eventFilter(watched, event)

    def _search_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.end_search()
            self.left_search.emit()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self._typing.stop()
            self._candidates.search(self.search.text())
            self._leaving = True
            self._leave_once_answered()
            return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if any(url.isLocalFile() for url in data.urls()) or data.hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.files_dropped.emit(files)
        elif data.hasText():
            self.text_dropped.emit(data.text())
        event.acceptProposedAction()

    # Showing

    def _show_claim(self) -> None:
        self._typing.stop()
        self._leaving = False
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.setEnabled(self._article.article is not None)

    def _show_state(self) -> None:
        state = self._candidates.state
        self._status.setText(self._told_status())
        page = self.list if state is Finding.FOUND else self._states[state]
        if isinstance(page, StatePage):
            parts = self._candidates.occurring
            of = "your search" if self._candidates.query else "this claim"
            page.tell(*self._told_state(state), parts, f"Parts of {of} that do occur")
        for other in (self.list, *self._states.values()):
            # A page that is not shown asks for no room.
            policy = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
            other.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self._pages.setCurrentWidget(page)
        self._leave_once_answered()

    def _told_status(self) -> str:
        matches, found = self._candidates.matches, self._candidates.searched
        if found is not None and not found.hits:
            return self._told_way_back()
        if found is not None:
            return (
                f"{_told_search(len(found.hits), found.elapsed_ms)}{self._told_way_back('  ·  ')}"
            )
        if matches is None:
            return ""
        if self._candidates.opened is not None:
            count = len(self._candidates.rows())
            return f"{count} passages of one source{self._told_way_back('  ·  ')}"
        count = len(self._candidates.rows())
        word = "candidate" if count == 1 else "candidates"
        searched = matches.sources_searched
        whence = "source" if searched == 1 else "sources"
        order = "best match first" if count > 1 else ""
        if self._candidates.fresh.any:
            order = "what you added first"
        told = [f"{count} {word} from {searched:,} {whence}", order, f"{matches.elapsed_ms:.0f} ms"]
        return "  ·  ".join(part for part in told if part)

    def _told_way_back(self, before: str = "") -> str:
        back = self._key("back")
        return f"{before}{back} shows the candidates again" if back else ""

    def follow_keys(self, key: KeyOf) -> None:
        """Tell the keys that are bound now."""
        self._key = key
        self._show_state()

    def _told_state(self, state: Finding) -> tuple[str, str]:
        if state is Finding.SEARCHING:
            what = "for your words" if self._candidates.query else "for this claim"
            return "Searching…", f"Looking through your library {what}."
        if state is Finding.FAILED:
            return "The search failed", self._candidates.trouble
        if state is Finding.NONE:
            matches = self._candidates.matches
            if matches is not None and not matches.sources_searched:
                return (
                    "Your library holds no sources yet",
                    "Add a text you trust: it is searchable at once and stays on this computer.",
                )
            if self._candidates.query:
                return (
                    "No passage has all of these words",
                    f"Take a word or filter out{self._told_way_back('. ')}.",
                )
            return (
                "Nothing in your library matches this claim",
                "Reword the search, add a source, or record “Not enough evidence”.",
            )
        return "No claim is chosen", "Choose a claim in the article or the list."


def _told_search(count: int, elapsed_ms: float) -> str:
    word = "passage has" if count == 1 else "passages have"
    told = f"The first {count} passages that have" if count == MOST_FOUND else f"{count} {word}"
    return f"{told} all of it  ·  {elapsed_ms:.0f} ms"
