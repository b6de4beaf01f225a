"""Painted text and pills: chips, key caps, meters, and the only maker of rich text.

Knows tokens, fonts and icons; no widget and no data. Everything here is cheap enough for a paint
event, and leaves the painter as it was.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from app.ui.look.hidden import revealed
from app.ui.look.icons import pixmap
from app.ui.look.tokens import Theme
from app.ui.look.underline import line_scale, paint_underline, underline_depth
from app.ui.look.verdict_icon import paint_verdict, verdict_icon, verdict_pixmap
from app.ui.look.wrapped_text import TextSpan, WrappedText, is_right_to_left, line_runs

__all__ = [
    "TextSpan",
    "Tone",
    "WrappedText",
    "escape_rich",
    "is_right_to_left",
    "isolate",
    "line_runs",
    "line_scale",
    "measure_chip",
    "measure_keycap",
    "measure_meter",
    "paint_chip",
    "paint_focus_ring",
    "paint_icon",
    "paint_keycap",
    "paint_line",
    "paint_meter",
    "paint_underline",
    "paint_verdict",
    "underline_depth",
    "verdict_icon",
    "verdict_pixmap",
]

Tone = Literal["different", "not_mentioned", "same"]

#: What a difference compares, and the icon that says so (the values of `DifferenceKind`).
KIND_ICONS = {
    "number": "hash",
    "unit": "unit",
    "date": "calendar",
    "weekday": "calendar",
    "year": "calendar",
    "name": "person",
    "place": "place",
    "negation": "negation",
    "direction": "sort",
    "modality": "info",
    "role": "split",
    "speaker": "quote",
}
#: How the sides relate, and the icon that says so (the values of `Relation`).
RELATION_ICONS = {"different": "different", "not_mentioned": "not_mentioned", "same": "same"}

METER_STEPS = 5


def isolate(text: str) -> str:
    """`text` so that its direction does not turn what stands beside it in a line (UAX #9, FSI)."""
    foreign = any("\u0590" <= char <= "\u08ff" or char >= "\ufb1d" for char in text)
    return f"\u2068{text}\u2069" if foreign else text


def escape_rich(text: str) -> str:
    """`text` as rich text that shows exactly these characters: the only way into rich text.

    Line breaks become <br>, and runs of spaces stay as they are.
    """
    safe = escape(text, quote=True).replace("\n", "<br>")
    return safe.replace("  ", "&nbsp; ")


@lru_cache(maxsize=256)
def _metrics(font: QFont) -> QFontMetricsF:
    return QFontMetricsF(font)


@lru_cache(maxsize=2048)
def _elided(text: str, font: QFont, room: float) -> tuple[str, float]:
    """`text` on one line within `room`, and its width. Kept: lists draw the same lines again."""
    measures = _metrics(font)
    shown = revealed(" ".join(text[:2000].split()))
    width = measures.horizontalAdvance(shown)
    if width > room:
        shown = measures.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        width = measures.horizontalAdvance(shown)
    return shown, width


def paint_line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> float:
    """Draw one line, elided to `rect` and centred in its height; returns the width it took."""
    shown, width = _elided(text, font, rect.width())
    painter.save()
    painter.setFont(font)
    painter.setPen(colour)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    if is_right_to_left(shown):
        # Else the dots of an elided line stand where it begins.
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        flags |= Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(rect, int(flags), shown)
    painter.restore()
    return width


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon into the middle of `rect`, as large as fits, sharp on this screen."""
    side = int(min(rect.width(), rect.height()))
    if side < 1:
        return
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    x = round(rect.x() + (rect.width() - side) / 2)
    y = round(rect.y() + (rect.height() - side) / 2)
    painter.drawPixmap(x, y, pixmap(name, colour, side, ratio))


def paint_focus_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float) -> None:
    """Draw the ring of the focused thing, 2 pixels wide, inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.accent, 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius - 1, radius - 1)
    painter.restore()


def _chip_parts(font: QFont) -> tuple[float, float, float]:
    """Height, icon side and gap of a chip in this font."""
    measures = _metrics(font)
    icon = float(round(measures.ascent() * 1.15))
    return float(round(measures.height() + 4)), icon, float(round(icon * 0.45))


def _chip_lead(relation_icon: str, kind_icon: str, icon: float, gap: float) -> float:
    return sum(icon + gap for name in (relation_icon, kind_icon) if name)


def measure_chip(
    relation_icon: str,
    kind_icon: str,
    text: str,
    font: QFont,
    *,
    max_width: float = 0.0,
) -> QSizeF:
    """The size `paint_chip` takes with the same arguments."""
    height, icon, gap = _chip_parts(font)
    lead = _chip_lead(relation_icon, kind_icon, icon, gap)
    width = _metrics(font).horizontalAdvance(text) + lead + 2 * (gap + 2)
    # A fraction more than its words: rounding must never elide them.
    width = float(int(width) + 1)
    return QSizeF(min(width, max_width) if max_width else width, height)


def chip_colours(tone: Tone, theme: Theme) -> tuple[QColor, QColor]:
    """Ground and ink of a chip of this tone."""
    if tone == "different":
        return theme.conflict_tint, theme.conflict
    if tone == "same":
        return theme.shared_tint, theme.shared_text
    return theme.neutral_tint, theme.neutral_text


def paint_chip(
    painter: QPainter,
    at: QPointF,
    relation_icon: str,
    kind_icon: str,
    text: str,
    tone: Tone,
    theme: Theme,
    font: QFont,
    *,
    max_width: float = 0.0,
) -> float:
    """Draw a chip with its upper left corner `at` and return its width.

    It says its relation twice, by icon and by tone; either icon may be "" and is left out.
    """
    size = measure_chip(relation_icon, kind_icon, text, font, max_width=max_width)
    ground, ink = chip_colours(tone, theme)
    _, icon, gap = _chip_parts(font)
    box = QRectF(at, size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 4, 4)
    painter.restore()
    x = at.x() + gap + 2
    for name in (relation_icon, kind_icon):
        if name:
            paint_icon(painter, QRectF(x, at.y(), icon, size.height()), name, ink)
            x += icon + gap
    words = QRectF(x, at.y(), box.right() - gap - 1 - x, size.height())
    paint_line(painter, words, text, font, ink)
    return size.width()


def measure_keycap(text: str, font: QFont) -> QSizeF:
    """The size of a key cap: never narrower than it is high."""
    measures = _metrics(font)
    height = float(round(measures.height() + 5))
    width = float(int(measures.horizontalAdvance(text) + measures.height() * 0.85) + 1)
    return QSizeF(max(width, height), height)


def paint_keycap(
    painter: QPainter,
    at: QPointF,
    text: str,
    theme: Theme,
    font: QFont,
    *,
    pressed: bool = False,
) -> float:
    """Draw a key with its upper left corner `at` and return its width. `pressed` fills it."""
    size = measure_keycap(text, font)
    box = QRectF(round(at.x()), round(at.y()), size.width(), size.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent if pressed else theme.control_border, 1))
    painter.setBrush(theme.accent if pressed else theme.sunken)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)
    painter.restore()
    ink = theme.on_accent if pressed else theme.text_2
    paint_line(painter, box, text, font, ink, align=Qt.AlignmentFlag.AlignHCenter)
    return size.width()


def measure_meter(font: QFont) -> QSizeF:
    """The size of a meter beside words in this font."""
    side = max(6.0, float(round(_metrics(font).xHeight() * 1.1)))
    return QSizeF(METER_STEPS * side + (METER_STEPS - 1) * 2, side)


def paint_meter(painter: QPainter, at: QPointF, filled: int, theme: Theme, font: QFont) -> float:
    """Draw `filled` of five steps with the upper left corner `at` and return the width.

    Full and empty differ by form, not only by colour: an empty step is a hollow square.
    """
    size = measure_meter(font)
    side = size.height()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, y = round(at.x()), round(at.y())
    for step in range(METER_STEPS):
        box = QRectF(x + step * (side + 2), y, side, side)
        if step < filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.text_2)
            painter.drawRoundedRect(box, 1.5, 1.5)
        else:
            painter.setPen(QPen(theme.control_border, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)
    painter.restore()
    return size.width()
