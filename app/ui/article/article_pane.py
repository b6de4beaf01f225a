"""The article pane: tabs of what can be read, the article first, a source in context beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.model.errors import NotFound
from app.model.match import Match
from app.ui.article.article_view import ArticleView
from app.ui.article.bar_stack import BarStack
from app.ui.article.date_bar import DateBar
from app.ui.article.excuse_bar import ExcuseBar
from app.ui.article.file_bar import FileBar
from app.ui.article.ledger_line import LedgerLine
from app.ui.article.overview_ruler import OverviewRuler
from app.ui.article.reading_view import ReadingView
from app.ui.article.source_tabs import ARTICLE, OpenSource, Read, SourceTabs
from app.ui.article.source_view import SourceView
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

SOURCE = 1


class ArticlePane(QWidget):
    """The article, the sources that are kept open beside it, and one as a preview.

    `day_chosen` carries the day that the reviewer gave the article, `source_shown` the OpenSource
    whose tab was gone to.
    """

    day_chosen = Signal(object)
    source_shown = Signal(object)
    context_changed = Signal(bool)  # a source is shown, or the article again

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._article, self._appearance = article, appearance
        self.view = ArticleView(article, ledger, appearance)
        self.ledger_line = LedgerLine(ledger, appearance)
        self.excuse = ExcuseBar(appearance)
        self.file_bar = FileBar(article, appearance)
        self.ruler = OverviewRuler(self.view, article, appearance)
        self.dates = DateBar(article, appearance)
        self.source = SourceView(appearance)
        self.tabs = SourceTabs(appearance)
        self._shown: OpenSource | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self.tabs.chosen.connect(self._follow_tabs)
        self.source.closed.connect(self.close_source)
        self.source.keep.clicked.connect(self.tabs.keep)
        self.dates.chosen.connect(self.day_chosen)
        self._last_stop: QWidget = self.view
        self.view.bars.made.connect(self._stop_behind_text)
        article.opened.connect(self._name_article)

    def _lay_out(self) -> None:
        article_page = QWidget()
        page = QVBoxLayout(article_page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        bars = (self.excuse, self.file_bar, self.dates, self.ledger_line)
        page.addWidget(BarStack(self, bars))
        page.addWidget(self.view, 1)
        self._pages.addWidget(article_page)
        self._pages.addWidget(self.source)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs)
        whole.addWidget(self._pages, 1)

    def _stop_behind_text(self, bar: QWidget) -> None:
        """Let Tab come from the text to what stands in it, however late that was made."""
        before = self._last_stop if isValid(self._last_stop) else self.view
        QWidget.setTabOrder(before, bar)
        self._last_stop = bar

    def hold(self, panel: QWidget) -> None:
        """Show this below what is read."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(panel)

    @property
    def in_context(self) -> bool:
        """Whether a source is shown instead of the article."""
        return self._pages.currentIndex() == SOURCE

    @property
    def reading(self) -> ReadingView:
        """The text that is shown: the article, or the source in context."""
        return self.source.text if self.in_context else self.view

    def show_source(self, read: Read, match: Match) -> None:
        """Show this match in its source, whose stored copy `read` answers: in its own tab where
        that is kept open, else in the preview."""
        current = self._article.current
        self.tabs.show_source(read, match, current.id if current else 0)
        self.source.text.setFocus()

    def rematch(self, opened: OpenSource, match: Match, claim_id: int) -> None:
        """Mark in an open source what this match with another claim says, where it is scrolled
        to."""
        self._remember()
        opened.match, opened.claim_id = match, claim_id
        if opened is self._shown:
            self._show(opened)

    @property
    def kept_sources(self) -> tuple[OpenSource, ...]:
        """The sources that are kept open, each with the place that it is scrolled to now."""
        self._remember()
        return self.tabs.kept

    def close_source(self) -> None:
        """Go back to the article, at the very place where it was left; what is kept open stays in
        its tab."""
        had_focus = self.source.isAncestorOf(QApplication.focusWidget() or self)
        self.tabs.go_to_article()
        if had_focus:
            self.view.setFocus()

    def _follow_tabs(self) -> None:
        self._remember()
        wanted = self.tabs.current
        if wanted is not None and not _is_there(wanted):
            self.tabs.close_source(wanted)  # which leads here again
            return
        before, self._shown = self._shown, wanted
        page = ARTICLE if self._shown is None else SOURCE
        turned = page != self._pages.currentIndex()
        self._pages.setCurrentIndex(page)
        if self._shown is not None:
            self.source.keep.setChecked(self._shown.kept)
            # Laid out at its final size only now, so that the passage lands inside the viewport.
            if self._shown is not before or self._shown.scrolled is None:
                self._show(self._shown)
                self.source_shown.emit(self._shown)
        if turned:
            self.context_changed.emit(page == SOURCE)

    def _remember(self) -> None:
        if self._shown is not None and self._shown.scrolled is not None:
            self._shown.scrolled = self.source.text.verticalScrollBar().value()

    def _show(self, opened: OpenSource) -> None:
        self.source.show_match(opened.text, opened.match)
        bar = self.source.text.verticalScrollBar()
        if opened.scrolled is not None:
            bar.setValue(opened.scrolled)
        opened.scrolled = bar.value()

    def _name_article(self) -> None:
        article = self._article.article
        self.excuse.close_bar()
        self.tabs.name_article(article.title if article else "")
        self.close_source()


def _is_there(opened: OpenSource) -> bool:
    """Whether the text of this source can be read, now that it is wanted."""
    try:
        return opened.text is not None
    except NotFound:
        return False  # removed since it was kept open
