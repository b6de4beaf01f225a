"""The six patterns of an underline, one for each verdict. Knows QPainter alone."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.ui.look.tokens import Underline

#: Length and gap of each pattern in multiples of its line's width. Round dots take part of the gap.
_DASHES: dict[str, list[float]] = {
    "long_dash": [6.0, 2.0],
    "dots": [0.01, 1.99],
    "dash": [3.0, 2.0],
    "sparse_dots": [1.33, 2.67],
}
_WIDTHS: dict[str, float] = {
    "solid": 2.0,
    "long_dash": 2.0,
    "double": 1.25,
    "dots": 2.0,
    "dash": 2.0,
    "sparse_dots": 1.5,
}


def line_scale(font: QFont) -> float:
    """How much thicker lines under this font are than under one of 16 pixels; halves, from 1."""
    return max(1.0, round(font.pixelSize() / 8) / 2)


def underline_depth(pattern: Underline, scale: float = 1.0) -> float:
    """How far the pattern reaches below the bottom of a line's rectangle, in pixels."""
    return (3.5 if pattern == "double" else 1.5) * scale


def paint_underline(
    painter: QPainter, line: QRectF, pattern: Underline, colour: QColor, scale: float = 1.0
) -> None:
    """Draw `pattern` along the bottom of `line`, the rectangle of one line of marked text.

    `scale` thickens it for large text (percent / 100). The painter's pen is replaced.
    """
    width = _WIDTHS[pattern] * scale
    pen = QPen(colour, width)
    dots = pattern == "dots"
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if dots else Qt.PenCapStyle.FlatCap)
    dashes = _DASHES.get(pattern)
    if dashes is not None:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    # Rounded to the pixel grid: thin lines between two pixels turn grey.
    y = round(line.bottom()) - 0.5 * width
    inset = width / 2 if dots else 0.0
    left, right = line.left() + inset, line.right() - inset
    painter.drawLine(QPointF(left, y), QPointF(right, y))
    if pattern == "double":
        lower = y + width + 1.25 * scale
        painter.drawLine(QPointF(left, lower), QPointF(right, lower))
