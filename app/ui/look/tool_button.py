"""A button that is only an icon: what it does and its key stand in its tip and for a screen reader.

Knows no command but its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from app.ui.look.appearance import Appearance
from app.ui.look.keycap import KeyOf
from app.ui.look.labels import plain_tip


@dataclass(frozen=True)
class Tool:
    """What a button stands for: the name of a command, its title, its icon, and what a press
    does."""

    command: str
    title: str
    icon: str
    act: Callable[[], object]


class ToolButton(QPushButton):
    """One tool."""

    def __init__(self, tool: Tool, appearance: Appearance) -> None:
        super().__init__()
        self._tool, self._appearance = tool, appearance
        self.setProperty("variant", "quiet")
        self.clicked.connect(lambda _=False: tool.act())
        appearance.changed.connect(self._dress)
        self._dress()
        self._tell("")

    def follow_keys(self, key: KeyOf) -> None:
        """Tell the key that the command has now."""
        self._tell(key(self._tool.command))

    def _tell(self, key: str) -> None:
        title = self._tool.title.rstrip("…")
        self.setAccessibleName(f"{title}, key {key}" if key else title)
        self.setToolTip(plain_tip(f"{title} ({key})" if key else title))

    def _dress(self) -> None:
        side = self._appearance.icon_size(16)
        self.setIcon(self._appearance.icon(self._tool.icon, "text_2"))
        self.setIconSize(QSize(side, side))
