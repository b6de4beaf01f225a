"""Articles coming in through the window: file, paste, drop, sample.

Files are read in the pool, stored in the library lane, and shown when they are stored.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.desk.articles import read_article, read_article_file, read_article_page
from app.model.article import CLAIMS_TO_COME, Article
from app.model.claim import Claim
from app.model.errors import ClaimdeskError
from app.model.report import ReviewImport
from app.model.work import Work
from app.ui.open_article import OpenArticle
from app.ui.session import Session
from app.ui.status_line import StatusLine

_READ = (
    "*.txt *.md *.markdown *.text *.html *.htm *.xhtml *.mhtml *.mht *.eml "
    "*.pdf *.docx *.odt *.rtf *.epub"
)
#: How the file of a review ends that another desk exported.
DOSSIER = ".json"
_ARTICLES = f"Articles and reviews ({_READ} *{DOSSIER});;All files (*)"


class Intake(QObject):
    """Every way in. `failed` carries the sentence that says why something could not be taken in."""

    failed = Signal(str)

    def __init__(
        self, session: Session, article: OpenArticle, status: StatusLine, window: QWidget
    ) -> None:
        super().__init__()
        self._session, self._article = session, article
        self._status, self._window = status, window
        self._work: Work | None = None
        status.cancel.clicked.connect(self._cancel)

    # Articles

    def choose_article(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Open article", "", _ARTICLES)
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Read this file as an article and show it; a dossier is taken in with its review."""
        if path.suffix.casefold() == DOSSIER:
            self._take_review(path)
            return
        self._begin(f"Opening {path.name}…")
        self._work = self._session.work(
            partial(_read_file, path), self._store, self._fail, self._status.tick
        )

    def _take_review(self, path: Path) -> None:
        self._begin(f"Taking in the review {path.name}…")
        work = self._work = Work()
        self._session.do(
            lambda desk: desk.import_review(path, work),
            lambda taken: None if work.cancelled else self._show_review(taken),
            self._fail,
        )

    def _show_review(self, taken: ReviewImport) -> None:
        self._status.job_over()
        self._article.open(taken.article_id)
        title = self._article.article.title if self._article.article else ""
        told = (
            f"“{title}” is open with its review: {taken.claims} claims, {taken.verdicts} verdicts, "
            f"{taken.sources_added} sources added."
        )
        self._status.say(" ".join((told, *taken.notices)), undo=True)
        self._session.prepare()

    def open_text(self, text: str, origin: str = "pasted text") -> None:
        """Take this text as an article and show it."""
        self._begin("Reading the text…")
        self._work = self._session.work(partial(_read_text, text, origin), self._store, self._fail)

    def paste_article(self) -> None:
        """Take what the clipboard holds as an article: a copied page with its structure."""
        held = QGuiApplication.clipboard().mimeData()
        # A clipboard that cannot be read answers nothing at all.
        text = held.text() if held else ""
        if text.strip() and held.hasHtml():
            self._begin("Reading the page…")
            self._work = self._session.work(
                partial(_read_page, held.html()),
                self._store,
                lambda _: self.open_text(text),  # what is no page is a text still
                self._status.tick,
            )
        elif text.strip():
            self.open_text(text)
        else:
            self._fail(ClaimdeskError("The clipboard holds no text to check."))

    def open_sample(self) -> None:
        """Show the sample article with its sources."""
        self._status.job("Opening the sample…")
        self._session.do(lambda desk: desk.sample.open(), self._show, self._fail)

    def remove_sample(self) -> None:
        """Take the sample out of the library again, in one step that can be undone."""
        self._session.do(
            lambda desk: desk.sample.remove(),
            lambda removal: self._status.say(str(removal), undo=True),
            self._fail,
        )

    def _store(self, read: tuple[Article, tuple[Claim, ...]]) -> None:
        article, claims = read
        self._session.do(lambda desk: desk.articles.store(article, claims), self._show, self._fail)

    def _show(self, article: Article) -> None:
        self._status.job_over()
        self._article.open(article.id)
        count = len(self._article.claims)
        told = f"“{article.title}” is open: {count} claim{'' if count == 1 else 's'}."
        if article.claims_to_come:
            told = f"“{article.title}” is open. {CLAIMS_TO_COME}"
        elif self._article.loading:
            told = f"“{article.title}” is open."
        self._status.say(told)

    # Jobs

    def _begin(self, what: str) -> None:
        self._work = None
        self._status.job(what, cancellable=True)

    def _cancel(self) -> None:
        if self._work is None or self._work.cancelled:
            return  # another job is meant
        self._work.cancel()
        self._work = None
        self._status.job_over()
        self._status.say("Cancelled. What was finished is kept.")

    def _fail(self, error: ClaimdeskError) -> None:
        self._status.job_over()
        self._status.warn(error.advice)
        self.failed.emit(error.advice)


def _read_file(path: Path, work: Work) -> tuple[Article, tuple[Claim, ...]]:
    return read_article_file(path, work=work, soon=True)


def _read_text(text: str, origin: str, work: Work) -> tuple[Article, tuple[Claim, ...]]:
    work.tick(0)
    return read_article(text, origin, soon=True)


def _read_page(markup: str, work: Work) -> tuple[Article, tuple[Claim, ...]]:
    return read_article_page(markup, "pasted page", work=work, soon=True)
