"""Changing what is checked: claims by hand, the article's words and day, what needs no check.

Each method is one act of the reviewer and one step that can be undone. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.model.article import Article, Zone
from app.model.claim import Claim
from app.model.span import Span
from app.ui.open_article import OpenArticle
from app.ui.session import Session

IncludeVerb = Callable[[Desk, int], Article]


class Editing(QObject):
    """What the reviewer does to the claims and the words of the open article.

    `said` carries what was done, in one line; `made` the id of a claim that is new.
    """

    said = Signal(str)
    made = Signal(int)

    def __init__(self, session: Session, article: OpenArticle) -> None:
        super().__init__()
        self._session, self._article = session, article

    # Claims

    def create(self, span: Span) -> None:
        """Make a claim of these words of the article and go to it."""
        article = self._article.article
        if article is None:
            return
        article_id = article.id

        def done(claim: Claim) -> None:
            self._article.choose(claim.id)
            self.made.emit(claim.id)
            self.said.emit(f"Claim {self._number(claim.id)} made.")

        self._session.do(lambda desk: desk.claims.create(article_id, span), done)

    def reword(self, claim_id: int, statement: str) -> None:
        """Give a claim this sentence; an empty one takes it back to the article's words."""
        claim = self._article.claim(claim_id)
        if claim is None or statement == claim.statement:
            return
        again = self._again(claim_id)

        def done(changed: Claim) -> None:
            if changed.statement != claim.statement:
                own = "reworded" if changed.reworded else "says the article's words again"
                self.said.emit(f"Claim {changed.position} {own}.{again}")

        self._session.do(lambda desk: desk.claims.reword(claim_id, statement), done)

    def move(self, span: Span) -> None:
        """Let the current claim be of these words of the article."""
        claim = self._article.current
        if claim is None:
            return
        claim_id, again = claim.id, self._again(claim.id)
        self._session.do(
            lambda desk: desk.claims.move(claim_id, span),
            lambda moved: self.said.emit(f"Claim {moved.position} stands at other words.{again}"),
        )

    def split(self, at: int) -> None:
        """Make two claims of the current one; `at` is where the second begins in the article."""
        claim = self._article.current
        if claim is None:
            return
        claim_id, again = claim.id, self._again(claim.id)

        def done(halves: tuple[Claim, Claim]) -> None:
            numbers = " and ".join(str(self._number(half.id)) for half in halves)
            self.said.emit(f"Split into claims {numbers}.{again}")

        self._session.do(lambda desk: desk.claims.split(claim_id, at), done)

    def merge(self) -> None:
        """Make one claim of the current one and the next that does not stand inside it."""
        claim = self._article.current
        if claim is None:
            return
        claim_id, position, again = claim.id, claim.position, self._again(claim.id)

        def merge(desk: Desk) -> tuple[int, Claim]:
            return desk.claims.follower(claim_id).position, desk.claims.merge(claim_id)

        def done(merged: tuple[int, Claim]) -> None:
            other, whole = merged
            self.said.emit(f"Claims {position} and {other} are one, claim {whole.position}.{again}")

        self._session.do(merge, done)

    def remove(self) -> None:
        """Take the current claim out with the work on it; the next one becomes current."""
        claim = self._article.current
        if claim is None:
            return
        claim_id, position = claim.id, claim.position
        self._session.do(
            lambda desk: desk.claims.remove(claim_id),
            lambda _: self.said.emit(f"Claim {position} removed."),
        )

    # Words and day

    def include(self, zone: Zone, name: str) -> None:
        """Put this zone into the article, or leave it out; its claims follow."""
        included = not zone.included
        start = zone.span.start
        self._set_included(
            lambda desk, article_id: desk.articles.include_zone(article_id, start, included),
            f"{name} {'put in' if included else 'left out'}.",
        )

    def include_span(self, span: Span, included: bool) -> None:
        """Put these words into the article, or leave them out; claims follow."""
        self._set_included(
            lambda desk, article_id: desk.articles.include_span(article_id, span, included),
            f"The words are {'put in' if included else 'left out'}.",
        )

    def include_left_out(self, rows: Sequence[int], included: bool) -> None:
        """Put words that the file does not show in at the article's end, or leave them out."""
        article = self._article.article
        if article is None or not rows:
            return
        count = sum(article.left_out[row].words for row in rows)
        told = f"{count:,} word{'' if count == 1 else 's'} "
        told += "put in at the article's end." if included else "left out again."
        self._set_included(
            lambda desk, article_id: desk.articles.include_left_out(article_id, rows, included),
            told,
        )

    def excuse(self, span: Span, reason: str) -> None:
        """Say why these words need no check."""
        self._change_article(
            lambda desk, article_id: desk.articles.excuse(article_id, span, reason),
            f"Excused: {reason}.",
        )

    def unexcuse(self, span: Span) -> None:
        """Take back what the reviewer excused of these words."""
        self._change_article(
            lambda desk, article_id: desk.articles.unexcuse(article_id, span),
            "The words are open again.",
        )

    def set_day(self, day: date) -> None:
        """Say on which day the article was published."""
        self._change_article(
            lambda desk, article_id: desk.articles.set_published(article_id, day),
            "Publication date set.",
        )

    def _change_article(self, verb: Callable[[Desk, int], object], told: str) -> None:
        article = self._article.article
        if article is None:
            return
        article_id = article.id
        self._session.do(lambda desk: verb(desk, article_id), lambda _: self.said.emit(told))

    def _set_included(self, verb: IncludeVerb, told: str) -> None:
        article = self._article.article
        if article is None:
            return
        article_id, before = article.id, len(self._article.claims)

        def done(_: Article) -> None:
            more = len(self._article.claims) - before
            if more:
                word = "claim" if abs(more) == 1 else "claims"
                self.said.emit(f"{told} {abs(more)} {word} {'more' if more > 0 else 'less'}.")
            else:
                self.said.emit(told)

        self._session.do(lambda desk: verb(desk, article_id), done)

    def _number(self, claim_id: int) -> int:
        return self._article.place(claim_id) + 1

    def _again(self, claim_id: int) -> str:
        """What a change of words will do to a claim that has a verdict now."""
        judged = self._article.review(claim_id).verdict is not None
        return " Its verdict is to be given again." if judged else ""
