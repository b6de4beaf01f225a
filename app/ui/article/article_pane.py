"""The article pane: tabs of what can be read, the article first, a source in context beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.model.match import Match
from app.ui.article.article_view import ArticleView
from app.ui.article.bar_stack import BarStack
from app.ui.article.date_bar import DateBar
from app.ui.article.excuse_bar import ExcuseBar
from app.ui.article.file_bar import FileBar
from app.ui.article.ledger_line import LedgerLine
from app.ui.article.overview_ruler import OverviewRuler
from app.ui.article.reading_view import ReadingView
from app.ui.article.source_view import SourceView
from app.ui.look.appearance import Appearance
from app.ui.look.icons import icon
from app.ui.look.labels import plain_tip
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

ARTICLE, SOURCE = 0, 1


class ArticlePane(QWidget):
    """The article, and at most one source opened from it as a preview.

    `day_chosen` carries the day that the reviewer gave the article.
    """

    day_chosen = Signal(object)
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
        self.tabs = QTabBar()
        self._pages = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_page)
        self.tabs.tabCloseRequested.connect(lambda _: self.close_source())
        self.source.closed.connect(self.close_source)
        self.dates.chosen.connect(self.day_chosen)
        self._last_stop: QWidget = self.view
        self.view.bars.made.connect(self._stop_behind_text)
        article.opened.connect(self._name_article)
        appearance.changed.connect(self._dress_tabs)

    def _lay_out(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        # Opening a source must not push the other panes aside.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.tabs.setAccessibleName("Texts that are open")
        self.tabs.addTab("")
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
        self._dress_tabs()

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

    def show_source(self, text: str, match: Match) -> None:
        """Show this match in its source, in the preview tab."""
        if self.tabs.count() == 1:
            self.tabs.addTab("")
        self.tabs.setTabText(SOURCE, _short(match.source.title))
        self.tabs.setTabToolTip(SOURCE, plain_tip(match.source.title))
        self._dress_tabs()
        self.tabs.setCurrentIndex(SOURCE)
        self._show_page(SOURCE)
        # Laid out at its final size only now, so that the passage lands inside the viewport.
        self.source.show_match(text, match)
        self.source.text.setFocus()

    def close_source(self) -> None:
        """Go back to the article, at the very place where it was left."""
        had_focus = self.source.isAncestorOf(QApplication.focusWidget() or self)
        if self.tabs.count() > 1:
            self.tabs.removeTab(SOURCE)
        self._show_page(ARTICLE)
        if had_focus:
            self.view.setFocus()

    def _show_page(self, page: int) -> None:
        if page != self._pages.currentIndex() and page >= 0:
            self._pages.setCurrentIndex(page)
            self.context_changed.emit(page == SOURCE)

    def _name_article(self) -> None:
        article = self._article.article
        title = article.title if article else ""
        self.tabs.setTabText(ARTICLE, _short(title))
        self.tabs.setTabToolTip(ARTICLE, plain_tip(title))
        self.excuse.close_bar()
        self.close_source()

    def _dress_tabs(self) -> None:
        theme = self._appearance.theme
        size = round(16 * self._appearance.percent / 100)
        self.tabs.setTabIcon(ARTICLE, icon("file", theme.text_2, size))
        if self.tabs.count() > 1:
            self.tabs.setTabIcon(SOURCE, icon("book", theme.text_2, size))


def _short(title: str, length: int = 34) -> str:
    # An ampersand would become a mnemonic.
    shown = title if len(title) <= length else title[: length - 1].rstrip() + "…"
    return shown.replace("&", "&&")
