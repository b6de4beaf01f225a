"""Looks after the library while the window is open: a check after an unclean end, and backups.

All of it goes on behind the reviewer's work; only what went wrong is told. Knows no pane.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.desk.desk import Desk
from app.model.errors import ClaimdeskError
from app.model.library import Backup, Finding
from app.ui.session import Session

#: So often it is looked whether a backup is due (milliseconds); the desk knows how old one may be.
LOOK_EVERY = 120_000


class Safekeeping(QObject):
    """Checks and backups of one open library; `warn` is told a sentence where something is wrong.

    A backup that failed is told once, until one succeeds again.
    """

    def __init__(self, session: Session, warn: Callable[[str], None]) -> None:
        super().__init__()
        self._session, self._warn = session, warn
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.back_up)

    def start(self) -> None:
        """Check what an unclean end may have left, then look after backups until the end."""
        if self._session.ended_uncleanly:
            self._session.behind(_check, self._tell, lambda error: self._warn(error.advice))
        self._timer.start()

    def back_up(self) -> None:
        """Back up where that is due."""
        self._session.behind(_back_up, self._kept, self._lost)

    def _tell(self, findings: list[Finding]) -> None:
        if findings:
            more = f" and {len(findings) - 1} more" if len(findings) > 1 else ""
            self._warn(
                f"The last run was cut off. {findings[0].sentence}{more} "
                "“claimdesk library check” lists all."
            )

    def _kept(self, _: Backup | None) -> None:
        self._failed = False

    def _lost(self, error: ClaimdeskError) -> None:
        if not self._failed:
            self._warn(f"No backup could be made: {error.advice}")
        self._failed = True


def _check(desk: Desk) -> list[Finding]:
    return desk.check()


def _back_up(desk: Desk) -> Backup | None:
    return desk.backups.make_if_due()
