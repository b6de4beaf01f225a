"""The report leaving the window: written in the background, told in the status line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.model.errors import ClaimdeskError
from app.ui.open_article import OpenArticle
from app.ui.session import Session
from app.ui.status_line import StatusLine


class Exporting(QObject):
    """`saved` carries the path of the report; `folder` is where reports go."""

    saved = Signal(object)

    def __init__(
        self,
        session: Session,
        article: OpenArticle,
        status: StatusLine,
        flush: Callable[[], None],
        folder: Path | None = None,
    ) -> None:
        super().__init__()
        self._session, self._article, self._status = session, article, status
        self._flush = flush
        self.folder = folder or _documents()

    def export(self) -> None:
        """Write the report of the open article into the reviewer's documents."""
        article = self._article.article
        if article is None:
            return
        self._flush()
        article_id, path = article.id, self.folder / f"{file_name(article.title)}.html"
        self._status.job("Writing the report…")
        # In the library lane, behind what the reviewer did last, so that the report holds it.
        self._session.do(lambda desk: desk.reports.write(article_id, path), self._tell, self._fail)

    def _tell(self, path: Path) -> None:
        self._status.job_over()
        self._status.offer(f"Saved {path}", "Open", lambda: _open(path))
        self.saved.emit(path)

    def _fail(self, error: ClaimdeskError) -> None:
        self._status.job_over()
        self._status.warn(error.advice)


def file_name(title: str) -> str:
    """A name for a file from a title: letters and digits of any script, hyphens, 60 characters."""
    words = re.findall(r"\w+", title.casefold())
    return "-".join(words)[:60].strip("-") or "report"


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
