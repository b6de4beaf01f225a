"""Another rating scale: the window opens anew with its ratings, keys and filters, as soon as
nothing is under way that closing would stop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from app.ui.wiring import Wiring


class ScaleChange(QObject):
    """`due` tells that the window may be closed and opened with the scale that was chosen."""

    due = Signal()
    _soon = Signal()

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self._wiring, self._wanted = wiring, False
        # Out of the handler of the control that goes with the window.
        self._soon.connect(self._look, Qt.ConnectionType.QueuedConnection)
        wiring.preferences.changed.connect(self._follow)
        wiring.importing.running_changed.connect(self._soon)
        wiring.exporting.running_changed.connect(self._soon)

    def _follow(self, names: frozenset[str]) -> None:
        if "scale" in names:
            read = self._wiring.session.read
            chosen = self._wiring.preferences.now.scale or read.scales.default.key
            self._wanted = chosen != read.scale.key
            self._soon.emit()

    def _look(self) -> None:
        if not self._wanted:
            return
        if self._wiring.importing.running or self._wiring.exporting.running:
            self._wiring.window.status.say("The rating scale changes once that is done.")
            return
        self._wanted = False
        self.due.emit()
