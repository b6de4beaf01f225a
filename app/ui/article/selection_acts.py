"""What the reviewer's selection in the article, or a press in it, makes possible.

Decides which acts are offered beside the words and answers what "these words" are. Does none.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.model.article import ARTICLE_ZONES, Zone
from app.model.span import Span
from app.ui.article.act_bar import ActBar, Offered
from app.ui.article.article_view import ArticleView
from app.ui.commands.command import Commands
from app.ui.look.appearance import Appearance
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger


class SelectionActs(QObject):
    """Follows the selection and shows the bar beside it."""

    def __init__(
        self,
        view: ArticleView,
        article: OpenArticle,
        ledger: OpenLedger,
        commands: Commands,
        appearance: Appearance,
        asking: Callable[[], bool],
    ) -> None:
        """`asking` tells that the words are being asked about elsewhere: no acts are offered."""
        super().__init__(view)
        self._view, self._asking = view, asking
        self._article, self._ledger = article, ledger
        self.bar = ActBar(view, commands, appearance)
        view.selected.connect(self._follow)
        view.pressed_at.connect(self._pressed)
        ledger.changed.connect(lambda: self._follow(view.selection()))

    def words(self) -> Span | None:
        """What is selected, else the open words or what is excused at the caret."""
        selected = self._view.selection()
        if selected is not None:
            return selected
        if (open_words := self._ledger.open_at(self._view.caret())) is not None:
            return open_words
        excused = self._ledger.excused_at(self._view.caret())
        return excused.span if excused else None

    def zone(self) -> Zone | None:
        """The zone whose bar has the focus, else the one at the selection or the caret."""
        focused = self._view.bars.zone_in_focus()
        if focused is not None:
            return focused
        selected = self._view.selection()
        return self._article.zone_at(selected.start if selected else self._view.caret())

    def close(self) -> bool:
        """Take the bar and the selection away; whether there was anything."""
        there = self.bar.isVisible() or self._view.selection() is not None
        self._view.unselect()
        self.bar.close_bar()
        return there

    def _follow(self, span: Span | None) -> None:
        if span is None or self._asking():
            self.bar.close_bar()
            return
        acts = [Offered("new-claim", "New claim")]
        ledger = self._ledger.ledger
        if ledger is not None and any(one.overlaps(span) for one in ledger.open_spans):
            acts.append(Offered("excuse-words", "No check"))
        elif self._is_outside(span.start):
            acts.append(Offered("put-in-or-out", "Put in"))
        acts.append(Offered("search-library", "Search"))
        self.bar.offer(acts, span)

    def _pressed(self, place: int) -> None:
        span = self._ledger.open_at(place) if self._ledger.shown else None
        if span is not None:
            acts = [Offered("new-claim", "New claim"), Offered("excuse-words", "No check")]
            self.bar.offer(acts, span)
            return
        zone = self._article.zone_at(place)
        if zone is None or self._article.claim_at(place) is not None or zone.kind in ARTICLE_ZONES:
            self.bar.close_bar()
            return
        words = "Leave out" if zone.included else "Put in"
        line = self._article.line_at(place)
        self.bar.offer([Offered("put-in-or-out", words)], line)

    def _is_outside(self, place: int) -> bool:
        zone = self._article.zone_at(place)
        return zone is not None and not zone.included
