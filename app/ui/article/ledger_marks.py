"""How the ledger is shown in the text: open words hatched, excused ones on a quiet ground.

Knows the ledger and where words stand; changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.model.span import Span
from app.ui.article.folds import ZONE_NAMES
from app.ui.look.appearance import Appearance
from app.ui.look.tokens import Theme
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger, in_order

#: Distance of the strokes that hatch open words, in pixels.
HATCH = 6

Rects = Callable[[Span], Iterable[QRectF]]


class LedgerMarks:
    """Paints under and over the text while the ledger is shown."""

    def __init__(self, ledger: OpenLedger, appearance: Appearance, rects: Rects) -> None:
        self._ledger, self._appearance, self._rects = ledger, appearance, rects

    def paint_under(self, painter: QPainter, visible: QRectF, sight: Span) -> None:
        """Draw the grounds of excused and open words in sight, in document coordinates."""
        ledger = self._ledger.ledger
        if ledger is None or not self._ledger.shown:
            return
        theme = self._appearance.theme
        excused = in_order(ledger.excused_spans, sight, key=lambda one: one.span)
        for rect in self._seen((one.span for one in excused), visible):
            paint_excused(painter, rect, theme)
        opened = in_order(ledger.open_spans, sight, key=lambda span: span)
        for rect in self._seen(opened, visible):
            paint_open(painter, rect, theme)

    def _seen(self, spans: Iterable[Span], visible: QRectF) -> list[QRectF]:
        return [rect for span in spans for rect in self._rects(span) if rect.intersects(visible)]


def paint_excused(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The ground of words that need no check."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.neutral_tint)
    painter.drawRoundedRect(rect.adjusted(-1, 1, 1, 1), 3, 3)


def paint_open(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The ground of words that nothing accounts for: hatched and framed, like nothing else."""
    box = rect.adjusted(-1, 1, 1, 1)
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, theme.neutral_tint)
    painter.setPen(QPen(theme.control_border, 1))
    # Hatched in the grid of the text, so that the strokes of one line and the next meet.
    at = (int((box.left() - box.height()) // HATCH)) * HATCH
    strokes = []
    while at < box.right():
        strokes.append(QLineF(at, box.bottom(), at + box.height(), box.top()))
        at += HATCH
    painter.drawLines(strokes)
    painter.restore()
    painter.setPen(QPen(theme.text, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def tell_account(ledger: OpenLedger, article: OpenArticle, place: int) -> str:
    """Which account the words at this place stand in, in a sentence; empty where a claim has
    them."""
    if (excused := ledger.excused_at(place)) is not None:
        return f"Needs no check: {excused.reason}."
    if ledger.open_at(place) is not None:
        return "Open: in no claim, and nobody said that they need no check."
    zone = article.zone_at(place)
    if zone is not None and not zone.included:
        return f"{ZONE_NAMES[zone.kind]}: outside the article."
    return ""
