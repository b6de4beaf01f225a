"""The claims of a long article, found while it can be read already. Knows no widget but the status.

The article is stored before: whoever is interrupted finds it again, and its claims then.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from app.desk.articles import find_claims_to_come
from app.model.article import Article
from app.model.claim import Claim
from app.model.errors import ClaimdeskError
from app.model.work import Work
from app.ui.open_article import OpenArticle
from app.ui.session import Session
from app.ui.status_line import StatusLine


class FindingClaims(QObject):
    """Follows the open article, and finds its claims where that is still to be done."""

    def __init__(self, session: Session, article: OpenArticle, status: StatusLine) -> None:
        super().__init__()
        self._session, self._article, self._status = session, article, status
        self._work: Work | None = None
        article.opened.connect(self._begin)
        status.cancel.clicked.connect(self._cancel)

    def _begin(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._over()
        article = self._article.article
        if article is None or not article.claims_to_come or self._session.reads_only:
            return
        self._status.job("Finding claims…", cancellable=True)
        self._work = self._session.work(
            partial(find_claims_to_come, article), partial(self._keep, article), self._fail
        )

    def _keep(self, read: Article, claims: tuple[Claim, ...]) -> None:
        work = self._work

        def kept(still_so: bool) -> None:
            if work is not self._work:
                return  # another article is open
            self._over()
            if still_so:
                count = len(claims)
                self._status.say(f"{count:,} claim{'' if count == 1 else 's'} found.")
            else:
                self._begin()

        self._session.do(lambda desk: desk.articles.keep_claims(read, claims), kept, self._fail)

    def _fail(self, error: ClaimdeskError) -> None:
        self._over()
        self._status.warn(error.advice)

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._over()
            self._status.say("Cancelled. The claims are found when the article is opened again.")

    def _over(self) -> None:
        self._work = None
        self._status.job_over()
