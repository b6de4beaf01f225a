"""Articles: taking them in, their claims, their day of publication. Knows no store's shape."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.desk.clock import now
from app.extraction.article import make_article
from app.extraction.claims import find_claims
from app.extraction.document import Document
from app.extraction.files import read_document, read_page
from app.extraction.ledger import count_words
from app.extraction.publication import infer_publication
from app.extraction.reading import read
from app.model.article import Article, ArticleSummary, DateSource, Publication
from app.model.claim import Claim
from app.model.errors import InputError
from app.model.ledger import Ledger
from app.model.reading import Reading
from app.model.work import Work

if TYPE_CHECKING:
    # A file can be read without a library, and then SQLite need not be loaded.
    from app.library.library import Library


#: A longer text is no article (characters): ten thousand claims are nobody's reading, and every
#: view of it would keep the reviewer waiting. Sources may be longer.
LONGEST_ARTICLE = 1_000_000


def read_article_file(
    path: Path, published: date | None = None, work: Work | None = None
) -> tuple[Article, tuple[Claim, ...]]:
    """An article and its claims from a file, with ids 0: nothing is stored, no library is needed.

    Raises InputError for a file that cannot be read, Cancelled.
    """
    return _read(read_document(path, work or Work()), published)


def read_article_page(
    markup: str, origin: str, published: date | None = None, work: Work | None = None
) -> tuple[Article, tuple[Claim, ...]]:
    """An article and its claims from an HTML text, as the clipboard holds one; see
    `read_article_file`."""
    return _read(read_page(markup, origin, work or Work()), published)


def read_article(
    raw: str, origin: str, published: date | None = None, *, sample: bool = False
) -> tuple[Article, tuple[Claim, ...]]:
    """An article and its claims from a text, with ids 0. Raises InputError for an empty one.

    `published` is the day that the reviewer gives; what the text suggests is kept beside it.
    """
    if not raw.strip():
        raise InputError("There is no text in it to check.")
    return _read(Document(raw, origin), published, sample=sample)


def _read(
    document: Document, published: date | None, *, sample: bool = False
) -> tuple[Article, tuple[Claim, ...]]:
    if len(document.text) > LONGEST_ARTICLE:
        raise InputError(
            f"This text has {len(document.text):,} characters, and an article to check at most "
            f"{LONGEST_ARTICLE:,}. Add it as a source, or take the part to be checked."
        )
    article = make_article(document, sample=sample)
    article = replace(article, publication=_on_day(article.publication, published))
    return article, tuple(find_claims(article.text, article.zones, article.publication))


def read_words(article: Article, claims: tuple[Claim, ...]) -> tuple[Reading, Ledger]:
    """What was read out of an article, and the account of its words."""
    reading = read(article.text, article.zones, article.publication)
    return reading, count_words(article.text, article.zones, claims)


class Articles:
    """The articles of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def add_file(
        self, path: Path, published: date | None = None, work: Work | None = None
    ) -> Article:
        """Take an article in from a file; a text that is here already is not taken in twice.

        Raises InputError for a file that cannot be read as text, LibraryError.
        """
        return self.store(*read_article_file(path, published, work))

    def add_text(
        self, text: str, origin: str = "pasted text", published: date | None = None
    ) -> Article:
        """Take an article in from a text; one that is here already is not taken in twice.

        Raises InputError for an empty text, LibraryError.
        """
        return self.store(*read_article(text, origin, published))

    def store(self, article: Article, claims: tuple[Claim, ...]) -> Article:
        """Keep an article read before, and answer it with its id; or the stored one of the same
        text, where a day that the reviewer gave with the new one is taken over."""
        known = self._library.articles.by_digest(article.digest)
        if known is None:
            with self._library.step("Open article"):
                return self._library.articles.add(replace(article, added=now()), claims)
        if article.publication.source is DateSource.REVIEWER:
            return self.set_published(known, article.publication.date)
        return self.get(known)

    def get(self, article_id: int) -> Article:
        """The article of this id. Raises NotFound."""
        return self._library.articles.get(article_id)

    def all(self) -> tuple[ArticleSummary, ...]:
        """One line for each article."""
        return tuple(self._library.articles.all())

    def claims(self, article_id: int) -> tuple[Claim, ...]:
        """The claims of an article in its order. Raises NotFound."""
        self.get(article_id)
        return tuple(self._library.claims.of_article(article_id))

    def claim(self, claim_id: int) -> Claim:
        """The claim of this id. Raises NotFound."""
        return self._library.claims.get(claim_id)

    def reading(self, article_id: int) -> Reading:
        """The sentences, days and names of an article. Raises NotFound."""
        article = self.get(article_id)
        return read(article.text, article.zones, article.publication)

    def ledger(self, article_id: int) -> Ledger:
        """The account of an article's words. Raises NotFound."""
        article = self.get(article_id)
        return count_words(article.text, article.zones, self.claims(article_id))

    def read_file(
        self, path: Path, published: date | None = None
    ) -> tuple[Article, tuple[Claim, ...], Reading, Ledger]:
        """All that would be read out of a file, without storing anything. Raises InputError."""
        article, claims = read_article_file(path, published)
        return article, claims, *read_words(article, claims)

    def set_published(self, article_id: int, day: date | None) -> Article:
        """Say on which day the article was published; None takes the reviewer's word back.

        The days that its claims name are read again; their ids, places and verdicts stay.
        Raises NotFound, LibraryError.
        """
        article = self.get(article_id)
        fresh = _on_day(infer_publication(article.text, article.zones), day)
        if fresh == article.publication:
            return article
        found = find_claims(article.text, article.zones, fresh)
        by_span = {claim.span: claim for claim in found}
        with self._library.step("Set publication date"):
            self._library.articles.set_publication(article_id, fresh)
            for claim in self._library.claims.of_article(article_id):
                dated = _redated(claim, by_span.get(claim.span))
                if dated != claim:
                    self._library.claims.update(dated)
        return self.get(article_id)

    def remove(self, article_id: int) -> None:
        """Take an article out with its claims and the work on them. Raises NotFound."""
        self.get(article_id)
        with self._library.step("Remove article"):
            self._library.articles.remove(article_id)


def _on_day(publication: Publication, day: date | None) -> Publication:
    if day is None:
        return publication
    return replace(publication, date=day, source=DateSource.REVIEWER)


def _redated(claim: Claim, fresh: Claim | None) -> Claim:
    # Only what depends on the day: the words are the reviewer's by now, and verdicts rest on them.
    if fresh is None:
        return claim
    values = {(part.kind, part.span): part.value for part in fresh.parts}
    parts = tuple(
        replace(part, value=values.get((part.kind, part.span), part.value)) for part in claim.parts
    )
    return replace(claim, claim_date=fresh.claim_date, parts=parts)
