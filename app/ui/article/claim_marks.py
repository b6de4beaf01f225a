"""How claims look in the text: underlined in the pattern of their verdict, the current one tinted.

Knows the open article and where words stand; changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.model.claim import Claim
from app.model.span import Span
from app.ui.look.appearance import Appearance
from app.ui.look.paint import line_scale, paint_underline
from app.ui.open_article import OpenArticle

#: Width of the bar beside the current claim, in pixels.
BAR = 4

Rects = Callable[[Span], tuple[QRectF, ...]]


class ClaimMarks:
    """Paints under and over the text, in document coordinates."""

    def __init__(self, article: OpenArticle, appearance: Appearance, rects: Rects) -> None:
        self._article, self._appearance, self._rects = article, appearance, rects

    def tell(self, claim: Claim) -> str:
        """“Claim 7, partly supported”, in the words of the verdict's own scale."""
        return f"Claim {claim.position}, {self._article.verdicts.word(claim.id).casefold()}"

    def paint_under(self, painter: QPainter, visible: QRectF) -> None:
        """Tint the words of the current claim."""
        claim = self._article.current
        if claim is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.accent_tint)
        for rect in self._rects(claim.span):
            if rect.intersects(visible):
                painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 2), 3, 3)

    def paint_over(self, painter: QPainter, visible: QRectF, sight: Span) -> None:
        """Underline the claims that are in sight, and draw the bar beside the current one."""
        self._paint_bar(painter)
        theme = self._appearance.theme
        scale = line_scale(self._appearance.font("article"))
        for span, claim in self._article.claim_places.within(sight):
            judged = self._article.verdicts.look(claim.id)
            look = theme.verdict(judged)
            current = claim is self._article.current
            colour = theme.accent if current and not judged else look.colour
            pattern = "solid" if current and not judged else look.underline
            for rect in self._rects(span):
                if rect.intersects(visible):
                    foot = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 3)
                    paint_underline(painter, foot, pattern, colour, scale)

    def _paint_bar(self, painter: QPainter) -> None:
        claim = self._article.current
        rects = self._rects(claim.span) if claim else ()
        if rects:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._appearance.theme.accent)
            top, bottom = rects[0].top(), rects[-1].bottom() + 2
            painter.drawRoundedRect(QRectF(0, top, BAR, bottom - top), 2, 2)
