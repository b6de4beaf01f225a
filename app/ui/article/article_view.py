"""The article under check: its text with the claims marked in it.

Number and verdict stand in the gutter, the underline's pattern tells the verdict, the current
claim is tinted with a bar at the edge. Shows what OpenArticle holds and changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.model.article import Zone
from app.model.claim import Claim
from app.model.span import Span
from app.ui.article.claim_marks import ClaimMarks
from app.ui.article.folds import Folds
from app.ui.article.gutter import Gutter
from app.ui.article.ledger_marks import LedgerMarks, tell_account
from app.ui.article.page_rules import PageRules
from app.ui.article.reading_view import READING_HEIGHT, ReadingView
from app.ui.article.zone_bars import ZoneBars
from app.ui.article.zone_look import ZoneLook
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger


class ArticleView(ReadingView):
    """The text of the open article. A click on a claim, or on its number, makes it current."""

    def __init__(
        self,
        article: OpenArticle,
        ledger: OpenLedger,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        # Known before the base class lays anything out.
        self._article, self._ledger = article, ledger
        self._just_opened = False
        self._zones: tuple[Zone, ...] = ()
        self.folds = Folds(article, ledger)
        self._pages = PageRules(article, appearance)
        self._zone_look = ZoneLook(article, self.folds, self._pages, appearance)
        self.gutter = Gutter(article, appearance, self.head, self.laid_out_span)
        super().__init__(appearance, parent)
        self.bars = ZoneBars(self.viewport(), self.folds, appearance)
        self._claim_marks = ClaimMarks(article, appearance, self.rects)
        self._ledger_marks = LedgerMarks(ledger, appearance, self.rects)
        self.setAccessibleName("Article")
        self.viewport().installEventFilter(self)
        self.pressed_at.connect(self._choose_at)
        self.bars.folded.connect(self._refold)
        self.bars.focused.connect(self._bring_bar)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._place_bars())
        ledger.changed.connect(self._count_anew)
        ledger.toggled.connect(lambda _: self.viewport().update())
        article.opened.connect(self._show)
        article.article_changed.connect(self._article_changed)
        article.claims_changed.connect(self._claims_changed)
        article.current_changed.connect(self._bring_current)

    # Look

    def gutter_width(self) -> int:
        return self.gutter.width

    def folded(self) -> tuple[Span, ...]:
        return self.folds.rests()

    def style_spans(self, within: Span) -> Iterable[tuple[Span, QTextCharFormat]]:
        return self._zone_look.style_spans(within)

    def block_style(self, paragraph: Span) -> QTextBlockFormat | None:
        return self._zone_look.block_style(paragraph)

    def rects(self, span: Span) -> tuple[QRectF, ...]:
        """As in every reading view; what is folded stands nowhere."""
        return () if self.folds.hides(span.start) else super().rects(span)

    def head(self, place: int) -> QRectF | None:
        """As in every reading view; what is folded stands nowhere."""
        return None if self.folds.hides(place) else super().head(place)

    def height_of(self, place: int) -> float | None:
        """As in every reading view; what is folded stands nowhere."""
        return None if self.folds.hides(place) else super().height_of(place)

    def _place_bars(self) -> None:
        if self._quiet:
            return  # the lines are about to move
        scrolled = self.verticalScrollBar().value()
        self.bars.place(super().head, scrolled, self.column_left())

    # Following the open article

    def _show(self) -> None:
        article = self._article.article
        self._just_opened = True
        self._zones = article.zones if article else ()
        self.folds.begin()
        self.bars.renew()
        self.show_text(article.text if article else "")
        if article:
            self.setAccessibleDescription(article.title)

    def _article_changed(self) -> None:
        article = self._article.article
        if article is None or article.zones == self._zones:
            return
        self._zones = article.zones
        self.folds.renew()
        if article.text == self.text:
            self._refold()
            return
        # Words were put in behind its end, or taken out there again: all that was read stays.
        eye, caret = self.eye(), self.caret()
        self.bars.renew()
        self.show_text(article.text)
        self.put_caret(min(caret, len(article.text)))
        self.show_eye(eye)

    def _count_anew(self) -> None:
        self.bars.renew()
        self._place_bars()
        self.viewport().update()

    def _refold(self) -> None:
        self.bars.renew()
        self.restyle()

    def fold_outside(self) -> None:
        """Fold all that stands around the article, or show it all where nothing is left to fold."""
        self.folds.fold_all(self.folds.any_shown())
        self._refold()

    def bring(self, span: Span, fraction: float = READING_HEIGHT, **how: bool) -> None:
        """As every reading view does; what is folded is shown first."""
        if hidden := self.folds.hiding(span):
            for zone in hidden:
                self.folds.fold(zone, False)
            self._refold()
        super().bring(span, fraction, **how)

    def _bring_bar(self, zone: Zone | None) -> None:
        bar = self.bars.bar_of(zone) if zone else None
        if bar is not None and not self.viewport().rect().contains(bar.geometry()):
            place = self.verticalScrollBar().value() + bar.y()
            self.verticalScrollBar().setValue(round(place - self.viewport().height() / 3))

    def _claims_changed(self) -> None:
        self.gutter.forget()
        self.viewport().update()

    def lines_moved(self) -> None:
        super().lines_moved()
        self.gutter.forget()
        self._place_bars()

    def _bring_current(self, claim_id: int) -> None:
        claim = self._article.claim(claim_id)
        if claim is not None:
            # An article just opened shows its head, as far as the claim leaves room for it. Whoever
            # reads on already, before its claims are found, is left where they are.
            if not (self._just_opened and self.verticalScrollBar().value()):
                self.bring(claim.span, from_the_top=self._just_opened)
            self._just_opened = False
            if self.selection() is None:
                # Where Shift and the arrows begin to select.
                self.put_caret(claim.span.start)
        self.viewport().update()

    # Choosing

    def _choose_at(self, place: int) -> None:
        claim = self._article.claim_at(place)
        if claim is not None:
            self._article.choose(claim.id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        entry = self._gutter_claim(event.position())
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self._article.choose(entry.id)
            return
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ToolTip and watched is self.viewport()
        if asks and isinstance(event, QHelpEvent):
            told = self._tell_point(event.pos())
            if told:
                QToolTip.showText(event.globalPos(), plain_tip(told), self)
            else:
                QToolTip.hideText()
            return True
        return super().eventFilter(watched, event)

    def _tell_point(self, point: QPoint) -> str:
        """What the tool tip says at this point of the viewport; may be empty."""
        claim = self._gutter_claim(QPointF(point))
        if claim is not None:
            return self._claim_marks.tell(claim)
        if not self._ledger.shown:
            return ""
        return tell_account(self._ledger, self._article, self.place_at(point))

    def _gutter_claim(self, point: QPointF) -> Claim | None:
        return self.gutter.claim_at(point + QPointF(0, self.verticalScrollBar().value()))

    # Painting

    def paint_under(self, painter: QPainter, visible: QRectF) -> None:
        self._ledger_marks.paint_under(painter, visible, self.visible_span())
        self._claim_marks.paint_under(painter, visible)

    def paint_over(self, painter: QPainter, visible: QRectF) -> None:
        self._claim_marks.paint_over(painter, visible, self.visible_span())
        self.gutter.paint(painter, visible)
        left = self.column_left()
        right = self.viewport().width() - self.gutter.width / 4
        self._pages.paint(painter, visible, self._rule_of, left, right)

    def _rule_of(self, place: int) -> float | None:
        """Where the rule of the page that begins at this place stands; None out of sight."""
        start = place
        while start < len(self.text) and self.text[start].isspace():
            start += 1
        head = self.head(start)
        if head is None:
            return None
        return head.top() - self._zone_look.room_over(start) - self._pages.room()
