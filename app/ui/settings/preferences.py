"""What the reviewer chose, as the window sees it: in force and kept at once. Knows no widget."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.host.settings import Settings

_log = logging.getLogger(__name__)


class Preferences(QObject):
    """The settings in force. `changed` carries the names of those that changed."""

    changed = Signal(object)

    def __init__(
        self,
        kept: Settings | None = None,
        save: Callable[[Settings], object] = lambda _: None,
    ) -> None:
        """`save` writes them down; what it cannot write holds until the window is closed."""
        super().__init__()
        self._now = kept or Settings()
        self._save = save

    @property
    def now(self) -> Settings:
        """The settings in force."""
        return self._now

    def set(self, **values: Any) -> None:
        """Change some of them. Raises ValueError for a value that is not allowed."""
        changed = frozenset(
            name for name, value in values.items() if getattr(self._now, name) != value
        )
        if not changed:
            return
        self._now = replace(self._now, **values)
        try:
            self._save(self._now)
        except OSError as error:
            _log.warning("the settings could not be saved: %s", type(error).__name__)
        self.changed.emit(changed)
