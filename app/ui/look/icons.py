"""Icons: our own drawings (resources/icons/*.svg), in any colour and size. Knows no theme.

A drawing has a grid of 24, lines of 1.75 and one colour, `currentColor`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

#: Pixel ratios that an icon is prepared for; Qt takes the nearest and scales it.
_RATIOS = (1.0, 2.0)

_drawings: dict[str, str] = {}


def load_icons(folder: Path) -> tuple[str, ...]:
    """Read all drawings of `folder` and return their names. Call once at the start.

    Raises FileNotFoundError when the folder holds none: without it the app was not installed whole.
    """
    found = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.svg")}
    if not found:
        raise FileNotFoundError(f"There are no icons in {folder}.")
    if found != _drawings:
        _drawings.clear()
        _drawings.update(found)
        _pixmap.cache_clear()
        _icon.cache_clear()
    return tuple(sorted(found))


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The drawing `name` in this colour, `size` logical pixels square, for this device pixel ratio.

    The pixmap is shared: do not paint on it. Raises KeyError for a name without a drawing.
    """
    return _pixmap(name, colour.rgba(), size, ratio)


def icon(name: str, colour: QColor, size: int = 18, *, disabled: QColor | None = None) -> QIcon:
    """The drawing `name` as an icon, sharp at every usual pixel ratio.

    `disabled` is the colour of the disabled state; without it Qt greys the drawing itself.
    """
    return _icon(name, colour.rgba(), size, disabled.rgba() if disabled is not None else None)


@lru_cache(maxsize=1024)
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    colour = QColor.fromRgba(rgba)
    side = max(1, round(size * ratio))
    made = QPixmap(QSize(side, side))
    made.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_coloured(name, colour.name()).encode()))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(colour.alphaF())
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(maxsize=512)
def _icon(name: str, rgba: int, size: int, disabled: int | None) -> QIcon:
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(_pixmap(name, rgba, size, ratio))
        if disabled is not None:
            made.addPixmap(_pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


def _drawing(name: str) -> str:
    try:
        return _drawings[name]
    except KeyError:
        raise KeyError(f"no icon is called “{name}”; load_icons() comes first") from None


def _coloured(name: str, colour: str) -> str:
    return _drawing(name).replace("currentColor", colour)
