"""The buttons below what is typed: what Enter does, what Esc does, and a third apart from them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton

from app.ui.look.appearance import Appearance
from app.ui.look.keycap import Keycap
from app.ui.look.tokens import SPACE_2


def acts_row(
    appearance: Appearance, main: QPushButton, leave: QPushButton, apart: QPushButton
) -> QHBoxLayout:
    """A row of these buttons, dressed, with the keys of the first two beside them."""
    main.setProperty("variant", "primary")
    for button in (leave, apart):
        button.setProperty("variant", "text")
    row = QHBoxLayout()
    row.setSpacing(appearance.space(SPACE_2))
    row.addWidget(main)
    row.addWidget(Keycap("Enter", appearance))
    row.addWidget(leave)
    row.addWidget(Keycap("Esc", appearance))
    row.addStretch(1)
    row.addWidget(apart)
    return row
