"""The report leaving the window: written in the background, told in the status line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.model.errors import ClaimdeskError
from app.model.report import ReportFormat
from app.model.work import Work
from app.ui.open_article import OpenArticle
from app.ui.session import Session
from app.ui.settings.preferences import Preferences
from app.ui.status_line import StatusLine


class Exporting(QObject):
    """`saved` carries the path of the report, `running_changed` tells that a report is under way
    or none is any more; `folder` is where reports go."""

    saved = Signal(object)
    running_changed = Signal()

    def __init__(
        self,
        session: Session,
        article: OpenArticle,
        status: StatusLine,
        flush: Callable[[], None],
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._session, self._article, self._status = session, article, status
        self._flush, self._preferences = flush, preferences
        self._works: list[Work] = []
        kept = preferences.now.report_folder
        self.folder = Path(kept) if kept else _documents()
        status.cancel.clicked.connect(self._cancel)

    @property
    def running(self) -> bool:
        """Whether a report is being written."""
        return bool(self._works)

    @property
    def format(self) -> ReportFormat:
        """The format of the remembered profile."""
        formats = self._session.read.reports.formats()
        wanted = self._preferences.now.report_format
        return next((one for one in formats if one.key == wanted), formats[0])

    def formats(self) -> Sequence[ReportFormat]:
        """What a report can be written as."""
        return self._session.read.reports.formats()

    def choose(self, key: str) -> None:
        """Let the next report have this format, with the options remembered for it."""
        self._preferences.set(report_format=key)

    def options(self, kind: ReportFormat) -> dict[str, str]:
        """The remembered options of a format; those it does not know, or not any more, left out."""
        kept = self._preferences.now.report_options.get(kind.key, {})
        return {
            option.key: kept[option.key]
            for option in kind.options
            if option.key in kept and (not option.choices or kept[option.key] in option.choices)
        }

    def remember(self, kind: ReportFormat, options: Mapping[str, str]) -> None:
        """Keep format and options for the next report."""
        every = {**self._preferences.now.report_options, kind.key: dict(options)}
        self._preferences.set(report_format=kind.key, report_options=every)

    def set_folder(self, folder: Path) -> None:
        """Where reports go from now on."""
        self.folder = folder
        self._preferences.set(report_folder=str(folder))

    def file_name(self) -> str:
        """The name of the file that would be written now, were there none of that name."""
        article = self._article.article
        return f"{file_name(article.title if article else '')}{self.format.extension}"

    def flush(self) -> None:
        """Keep what is being typed, so that a report holds it."""
        self._flush()

    def export(self) -> None:
        """Write the report of the open article, in the remembered profile."""
        article = self._article.article
        if article is None:
            return
        self._flush()
        kind = self.format
        article_id, key, options = article.id, kind.key, self.options(kind)
        path = self.folder / self.file_name()
        self._status.job(f"Writing the report as {kind.name}…", cancellable=True)
        self._works.append(
            self._session.report(
                lambda desk, work: desk.reports.write(article_id, path, key, options, work),
                self._tell,
                self._fail,
                self._status.tick,
            )
        )
        self.running_changed.emit()

    def _cancel(self) -> None:
        if not self._works:
            return
        for work in self._works:
            work.cancel()
        self._works.clear()
        self.running_changed.emit()
        self._status.job_over()
        self._status.say("Export cancelled. No file was written.")

    def _tell(self, path: Path) -> None:
        self._over()
        self._status.offer(
            f"Saved {path}",
            ("Open", lambda: _open(path)),
            ("Show folder", lambda: _open(path.parent)),
        )
        self.saved.emit(path)

    def _fail(self, error: ClaimdeskError) -> None:
        self._over()
        self._status.warn(error.advice)

    def _over(self) -> None:
        # The reports are written one after the other, so the first is the one that is done.
        if self._works:
            self._works.pop(0)
            self.running_changed.emit()
        if not self._works:
            self._status.job_over()


def file_name(title: str) -> str:
    """A name for a file from a title: letters and digits of any script, hyphens, 60 characters."""
    words = re.findall(r"\w+", title.casefold())
    return "-".join(words)[:60].strip("-") or "report"


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
