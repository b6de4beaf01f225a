"""The six silhouettes of a verdict, told apart by form alone. Knows the theme, no widget."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from app.ui.look.tokens import Theme, VerdictLook

# Every form is drawn in a square of 16 units: at 16 pixels its straight edges lie on pixels.
_UNITS = 16.0


def paint_verdict(painter: QPainter, rect: QRectF, key: str, theme: Theme) -> None:
    """Draw the silhouette of the verdict `key` into the middle of `rect`, as large as fits.

    An empty or unknown key is drawn as “to review”. The painter is left as it was.
    """
    side = float(int(min(rect.width(), rect.height())))
    if side < 4:
        return
    look = theme.verdict(key)
    # Whole pixels: a form between two pixels is a blur at these sizes.
    left = round(rect.x() + (rect.width() - side) / 2)
    top = round(rect.y() + (rect.height() - side) / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(left, top)
    painter.scale(side / _UNITS, side / _UNITS)
    _PAINTERS[look.silhouette](painter, look)
    painter.restore()


def verdict_pixmap(key: str, theme: Theme, size: int, ratio: float = 1.0) -> QPixmap:
    """The silhouette on a transparent ground, `size` logical pixels square."""
    side = max(1, round(size * ratio))
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint_verdict(painter, QRectF(0, 0, side, side), key, theme)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def verdict_icon(key: str, theme: Theme, size: int = 18) -> QIcon:
    """The silhouette as an icon for buttons and menus."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(verdict_pixmap(key, theme, size, ratio))
    return made


def _mark(colour: QColor, width: float = 1.9) -> QPen:
    return QPen(
        colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    )


def _circle_tick(painter: QPainter, look: VerdictLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour)
    painter.drawEllipse(QRectF(0.75, 0.75, 14.5, 14.5))
    painter.setPen(_mark(look.on_colour))
    painter.drawPolyline(_TICK)


def _half_circle(painter: QPainter, look: VerdictLook) -> None:
    painter.setPen(QPen(look.colour, 1.7))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QRectF(1.6, 1.6, 12.8, 12.8))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour)
    painter.drawPath(_LEFT_HALF)


def _octagon_cross(painter: QPainter, look: VerdictLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour)
    painter.drawPolygon(_OCTAGON)
    painter.setPen(_mark(look.on_colour, 2.0))
    painter.drawLine(QPointF(5.2, 5.2), QPointF(10.8, 10.8))
    painter.drawLine(QPointF(10.8, 5.2), QPointF(5.2, 10.8))


def _diamond_question(painter: QPainter, look: VerdictLook) -> None:
    painter.setPen(QPen(QBrush(look.colour), 1.4, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(look.colour)
    painter.drawPolygon(_DIAMOND)
    painter.setPen(_mark(look.on_colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_HOOK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.on_colour)
    painter.drawEllipse(QPointF(8, 11.35), 0.95, 0.95)


def _square_bar(painter: QPainter, look: VerdictLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour)
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 3, 3)
    painter.setBrush(look.on_colour)
    painter.drawRoundedRect(QRectF(4.5, 7, 7, 2), 1, 1)


def _dashed_ring(painter: QPainter, look: VerdictLook) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour, 1.7, c=Qt.PenCapStyle.FlatCap))
    box = QRectF(1.6, 1.6, 12.8, 12.8)
    # Arcs, not a dash pattern: eight equal strokes at every size, without a seam where they meet.
    for nth in range(8):
        painter.drawArc(box, int((nth * 45 + 9) * 16), 27 * 16)


def _octagon() -> QPolygonF:
    return QPolygonF(
        [
            QPointF(8 + 7.9 * cos(pi / 8 + nth * pi / 4), 8 + 7.9 * sin(pi / 8 + nth * pi / 4))
            for nth in range(8)
        ]
    )


def _left_half() -> QPainterPath:
    path = QPainterPath(QPointF(8, 1.6))
    path.arcTo(QRectF(1.6, 1.6, 12.8, 12.8), 90, 180)
    path.closeSubpath()
    return path


def _hook() -> QPainterPath:
    path = QPainterPath(QPointF(6.1, 6.3))
    path.cubicTo(QPointF(6.1, 3.7), QPointF(9.9, 3.7), QPointF(9.9, 6.2))
    path.cubicTo(QPointF(9.9, 7.7), QPointF(8, 7.6), QPointF(8, 9.1))
    return path


_TICK = QPolygonF([QPointF(4.9, 8.3), QPointF(7.1, 10.5), QPointF(11.2, 5.9)])
_OCTAGON = _octagon()
_LEFT_HALF = _left_half()
_DIAMOND = QPolygonF([QPointF(8, 0.9), QPointF(15.1, 8), QPointF(8, 15.1), QPointF(0.9, 8)])
_HOOK = _hook()

_PAINTERS: dict[str, Callable[[QPainter, VerdictLook], None]] = {
    "circle_tick": _circle_tick,
    "half_circle": _half_circle,
    "octagon_cross": _octagon_cross,
    "diamond_question": _diamond_question,
    "square_bar": _square_bar,
    "dashed_ring": _dashed_ring,
}
