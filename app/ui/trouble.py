"""What is shown instead of the window when the library cannot be opened: why, and one act."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.look.appearance import Appearance
from app.ui.look.labels import label
from app.ui.look.tokens import SPACE_3, SPACE_5


class Trouble(QWidget):
    """A small window with one sentence."""

    def __init__(self, appearance: Appearance, sentence: str, action: str) -> None:
        super().__init__()
        self.setWindowTitle("Claimdesk")
        self.setMinimumWidth(520)
        close = QPushButton("Close")
        close.setProperty("variant", "primary")
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[appearance.space(SPACE_5)] * 4)
        column.setSpacing(appearance.space(SPACE_3))
        heading = "The library could not be opened"
        column.addWidget(label("title", appearance, text=heading, wrap=True))
        column.addWidget(label("body", appearance, text=sentence, wrap=True))
        if action:
            column.addWidget(label("body", appearance, tone="text_2", text=action, wrap=True))
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
