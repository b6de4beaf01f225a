"""Draws an SVG as square PNG pictures: draw_icons.py FILE.svg SIZE=FILE.png …"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

app = QGuiApplication(sys.argv[:1])
drawing = QSvgRenderer(sys.argv[1])
for pair in sys.argv[2:]:
    size, _, path = pair.partition("=")
    image = QImage(int(size), int(size), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    if not image.save(path):
        sys.exit(f"{path} cannot be written.")
