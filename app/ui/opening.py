"""Opening the page of a source in the browser: only web addresses, and only after a question.

The only place where an address leaves the app. The question stands in the status line and shows the
host as the network spells it; nothing is opened or fetched by looking.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from app.model.address import web_address
from app.ui.commands.command import Command
from app.ui.look.hidden import revealed
from app.ui.status_line import StatusLine

Open = Callable[[QUrl], object]


class Opening(QObject):
    """Asks, and opens what was confirmed; `open_url` hands it to the system."""

    def __init__(self, status: StatusLine, open_url: Open = QDesktopServices.openUrl) -> None:
        super().__init__()
        self._status, self._open_url = status, open_url

    def ask(self, address: str) -> None:
        """Ask whether this address is to be opened; one that leads to no web page never is."""
        found = web_address(address)
        if found is None:
            shown = revealed(address)[:200]
            self._status.warn(f"Not opened: “{shown}” is no address of a web page (http or https).")
            return
        url = found.url
        self._status.offer(
            f"Open the page on {found.host} in your browser? {url}",
            ("Open in browser", lambda: self._open(url)),
            ("Copy address", lambda: self._copy(url)),
        )

    def _open(self, url: str) -> None:
        self._status.say("Opened in your browser.")
        self._open_url(QUrl(url, QUrl.ParsingMode.StrictMode))

    def _copy(self, url: str) -> None:
        QGuiApplication.clipboard().setText(url)
        self._status.say(f"Copied: {url}")


def opening_commands(opening: Opening, address: Callable[[], str]) -> list[Command]:
    """The command that asks to open the page of the highlighted source, whose `address` may be
    empty."""
    return [
        Command("open-address", "Open the source’s web page…", "Evidence", (),
                lambda: opening.ask(address()), icon="export",
                available=lambda: bool(address()), section=True)
    ]  # fmt: skip
