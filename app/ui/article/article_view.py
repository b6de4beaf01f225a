"""The article under check: its text with the claims marked in it.

Number and verdict stand in the gutter, the underline's pattern tells the verdict, the current
claim is tinted with a bar at the edge. Shows what OpenArticle holds and changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.model.article import Zone, ZoneKind
from app.model.claim import Claim
from app.model.span import Span
from app.ui.article.reading_view import ReadingView
from app.ui.look.appearance import Appearance
from app.ui.look.labels import plain_tip
from app.ui.look.paint import paint_verdict
from app.ui.look.tokens import SPACE_3
from app.ui.open_article import OpenArticle

#: Width of the bar beside the current claim, in pixels.
BAR = 4

_QUIET = {
    ZoneKind.MASTHEAD,
    ZoneKind.CREDIT,
    ZoneKind.RELATED,
    ZoneKind.TAGS,
    ZoneKind.COMMENTS,
    ZoneKind.FURNITURE,
    ZoneKind.BYLINE,
    ZoneKind.DATELINE,
}


class ArticleView(ReadingView):
    """The text of the open article. A click on a claim, or on its number, makes it current."""

    def __init__(
        self, article: OpenArticle, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        # Known before the base class lays anything out.
        self._article = article
        self._just_opened = False
        self._entries: list[tuple[Claim, QRectF]] | None = None
        super().__init__(appearance, parent)
        self.setAccessibleName("Article")
        self.pressed_at.connect(self._choose_at)
        article.opened.connect(self._show)
        article.article_changed.connect(self.restyle)
        article.claims_changed.connect(self._claims_changed)
        article.current_changed.connect(self._bring_current)

    # Look

    def gutter(self) -> int:
        return round(64 * max(1.0, self._appearance.percent / 100))

    def style_spans(self) -> Iterable[tuple[Span, QTextCharFormat]]:
        article = self._article.article
        if article is None:
            return
        for zone in article.zones:
            for span in _without_indents(article.text, zone.span):
                style = self._zone_style(zone)
                if style is not None:
                    yield span, style

    def _zone_style(self, zone: Zone) -> QTextCharFormat | None:
        theme, style = self._appearance.theme, QTextCharFormat()
        if zone.kind is ZoneKind.HEADLINE:
            style.setFont(self._appearance.font("headline"))
            style.setForeground(theme.text)
            return style
        if zone.kind is ZoneKind.CAPTION:
            style.setFont(self._appearance.font("quote", italic=True))
            style.setForeground(theme.text_2)
            return style
        if zone.kind in _QUIET:
            style.setFont(self._appearance.font("meta"))
            style.setForeground(theme.text_3)
            return style
        if not zone.included:
            style.setForeground(theme.text_3)
            return style
        return None

    def block_style(self, end: int) -> QTextBlockFormat | None:
        zone = self._zone_at(end)
        if zone is None or (zone.kind not in _QUIET and zone.kind is not ZoneKind.HEADLINE):
            return None
        style = QTextBlockFormat()
        proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        style.setLineHeight(100 if zone.kind is ZoneKind.HEADLINE else 130, proportional)
        first_line_end = self._first_line_end(zone.span)
        if end <= max(first_line_end, zone.span.start) + 8:
            style.setTopMargin(self._appearance.space(SPACE_3))
        return style

    def _zone_at(self, place: int) -> Zone | None:
        # Zones part the text without gaps, in its order.
        article = self._article.article
        zones = article.zones if article else ()
        row = bisect_left(zones, place, key=lambda zone: zone.span.end)
        return zones[row] if row < len(zones) and zones[row].span.start < place else None

    def _first_line_end(self, zone: Span) -> int:
        start = zone.start
        while start < zone.end and self.text[start] in "\n ":
            start += 1
        end = self.text.find("\n", start, zone.end)
        return end if end >= 0 else zone.start

    # Following the open article

    def _show(self) -> None:
        article = self._article.article
        self._just_opened = True
        self.show_text(article.text if article else "")
        if article:
            self.setAccessibleDescription(article.title)

    def _claims_changed(self) -> None:
        self._entries = None
        self.viewport().update()

    def forget_places(self) -> None:
        super().forget_places()
        self._entries = None

    def _bring_current(self, claim_id: int) -> None:
        claim = self._article.claim(claim_id)
        if claim is not None:
            # An article just opened shows its head, as far as the claim leaves room for it.
            self.bring(claim.span, from_the_top=self._just_opened)
            self._just_opened = False
        self.viewport().update()

    # Choosing

    def claim_at(self, place: int) -> Claim | None:
        """The shortest claim, or mention of one, at this place of the text; None where is none."""
        found: tuple[int, Claim] | None = None
        for claim in self._article.claims:
            for span in (claim.span, *claim.mentions):
                inside = span.start <= place < span.end
                if inside and (found is None or len(span) < found[0]):
                    found = (len(span), claim)
        return found[1] if found else None

    def _choose_at(self, place: int) -> None:
        claim = self.claim_at(place)
        if claim is not None:
            self._article.choose(claim.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        entry = self._gutter_entry(event.position())
        if entry is not None and event.button() == Qt.MouseButton.LeftButton:
            self._article.choose(entry.id)
            return
        super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            claim = self._gutter_entry(QPointF(event.pos()))
            if claim is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), plain_tip(self._tell(claim)), self)
            return True
        return super().viewportEvent(event)

    def _tell(self, claim: Claim) -> str:
        verdict = self._article.review(claim.id).verdict
        rating = verdict.rating.replace("_", " ") if verdict else "to review"
        return f"Claim {claim.position}, {rating}"

    # Painting

    def paint_under(self, painter: QPainter, visible: QRectF) -> None:
        claim = self._article.current
        if claim is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.accent_tint)
        for rect in self.rects(claim.span):
            if rect.intersects(visible):
                painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 2), 3, 3)

    def paint_over(self, painter: QPainter, visible: QRectF) -> None:
        self._paint_bar(painter)
        theme, sight = self._appearance.theme, self.visible_span()
        for claim in self._article.claims:
            spans = [s for s in (claim.span, *claim.mentions) if s.overlaps(sight)]
            if not spans:
                continue
            rating = self._rating(claim)
            look = theme.verdict(rating)
            current = claim is self._article.current
            colour = theme.accent if current and not rating else look.colour
            pattern = "solid" if current and not rating else look.underline
            for span in spans:
                for rect in self.rects(span):
                    if rect.intersects(visible):
                        self.mark(painter, rect, pattern, colour)
        for claim, rect in self._gutter_entries():
            if rect.intersects(visible):
                self._paint_entry(painter, claim, rect)

    def _paint_bar(self, painter: QPainter) -> None:
        claim = self._article.current
        rects = self.rects(claim.span) if claim else ()
        if rects:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.theme.accent)
            top, bottom = rects[0].top(), rects[-1].bottom() + 2
            painter.drawRoundedRect(QRectF(0, top, BAR, bottom - top), 2, 2)

    def _paint_entry(self, painter: QPainter, claim: Claim, rect: QRectF) -> None:
        theme = self._appearance.theme
        current = claim is self._article.current
        painter.setFont(self._appearance.font("meta", bold=current))
        painter.setPen(QPen(theme.accent if current else theme.text_3))
        icon = self._icon_size()
        number = QRectF(rect.left(), rect.top(), rect.width() - icon - 6, rect.height())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(number, right.value, str(claim.position))
        top = rect.center().y() - icon / 2
        paint_verdict(
            painter, QRectF(rect.right() - icon, top, icon, icon), self._rating(claim), theme
        )

    def _icon_size(self) -> float:
        return 15 * self._appearance.percent / 100

    def _rating(self, claim: Claim) -> str:
        verdict = self._article.review(claim.id).verdict
        return verdict.rating if verdict else ""

    # Gutter

    def _gutter_entries(self) -> list[tuple[Claim, QRectF]]:
        """Each claim's place in the gutter; where two begin in one line, the later stands lower."""
        if self._entries is None:
            self._entries = list(self._place_entries())
        return self._entries

    def _place_entries(self) -> Iterator[tuple[Claim, QRectF]]:
        free = 0.0
        for claim in self._article.claims:
            head = self.head(claim.span.start)
            if head is not None:
                top = max(head.top(), free)
                yield claim, QRectF(10, top, self.gutter() - 18, head.height())
                free = top + head.height()

    def _gutter_entry(self, point: QPointF) -> Claim | None:
        if point.x() > self.gutter():
            return None
        place = QPointF(point.x(), point.y() + self.verticalScrollBar().value())
        for claim, rect in self._gutter_entries():
            if rect.top() <= place.y() <= rect.bottom():
                return claim
        return None


def _without_indents(text: str, span: Span) -> Iterator[Span]:
    # A zone's format must not bring the hidden indents of its lines back.
    start = span.start
    for line in span.of(text).splitlines(keepends=True):
        indent = len(line) - len(line.lstrip())
        if indent < len(line):
            yield Span(start + indent, start + len(line))
        start += len(line)
