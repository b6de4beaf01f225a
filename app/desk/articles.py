"""Articles: taking them in, their claims, their day of publication. Knows no store's shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from app.desk.clock import now
from app.desk.publication_day import on_day, redated
from app.extraction.appending import append_left_out
from app.extraction.article import find_day, make_article
from app.extraction.claims import find_claims
from app.extraction.document import Document
from app.extraction.files import read_document, read_page
from app.extraction.following import follow_zones
from app.extraction.inconsistencies import find_inconsistencies
from app.extraction.ledger import count_progress, count_words
from app.extraction.reading import read
from app.extraction.stretches import set_included, whole_words
from app.model.article import (
    CLAIMS_TO_COME,
    Article,
    ArticleSummary,
    DateSource,
    Zone,
)
from app.model.claim import Claim
from app.model.errors import InputError
from app.model.inconsistency import Inconsistency
from app.model.ledger import Excused, Ledger, Progress
from app.model.reading import Reading
from app.model.span import Span
from app.model.work import Work

if TYPE_CHECKING:
    # A file can be read without a library, and then SQLite need not be loaded.
    from app.library.library import Library


#: A longer text is no article (characters). Sources may be longer.
LONGEST_ARTICLE = 20_000_000
#: A longer text is shown before its claims are found (characters).
AT_ONCE = 100_000

Read: TypeAlias = tuple[Article, tuple[Claim, ...]]


def read_article_file(
    path: Path, published: date | None = None, work: Work | None = None, *, soon: bool = False
) -> Read:
    """An article and its claims from a file, with ids 0: nothing is stored, no library is needed.

    With `soon`, a long article comes without claims and says so: `find_claims_to_come` finds them.
    Raises InputError for a file that cannot be read, Cancelled.
    """
    return _read(read_document(path, work or Work()), published, soon=soon)


def read_article_page(
    markup: str,
    origin: str,
    published: date | None = None,
    work: Work | None = None,
    *,
    soon: bool = False,
) -> Read:
    """An article and its claims from an HTML text, as the clipboard holds one; see
    `read_article_file`."""
    return _read(read_page(markup, origin, work or Work()), published, soon=soon)


def read_article(
    raw: str,
    origin: str,
    published: date | None = None,
    *,
    sample: bool = False,
    soon: bool = False,
) -> Read:
    """An article and its claims from a text, with ids 0. Raises InputError for an empty one.

    `published` is the day that the reviewer gives; what the text suggests is kept beside it. `soon`
    as for `read_article_file`.
    """
    if not raw.strip():
        raise InputError("There is no text in it to check.")
    return _read(Document(raw, origin), published, sample=sample, soon=soon)


def find_claims_to_come(article: Article, work: Work) -> tuple[Claim, ...]:
    """The claims of an article that was opened without them, with ids 0. Raises Cancelled."""
    work.tick(0, 0, "Finding claims")
    found = find_claims(article.text, article.zones, article.publication)
    work.tick(0, 0, "Finding claims")
    return tuple(found)


def _read(
    document: Document, published: date | None, *, sample: bool = False, soon: bool = False
) -> Read:
    if len(document.text) > LONGEST_ARTICLE:
        raise InputError(
            f"This text has {len(document.text):,} characters, and an article to check at most "
            f"{LONGEST_ARTICLE:,}. Add it as a source, or take the part to be checked."
        )
    article = make_article(document, sample=sample)
    article = replace(article, publication=on_day(article.publication, published))
    if soon and len(article.text) > AT_ONCE:
        return replace(article, notices=(*article.notices, CLAIMS_TO_COME)), ()
    return article, tuple(find_claims(article.text, article.zones, article.publication))


def read_words(article: Article, claims: tuple[Claim, ...]) -> tuple[Reading, Ledger]:
    """What was read out of an article, and the account of its words."""
    reading = read(article.text, article.zones, article.publication)
    return reading, count_words(article.text, article.zones, claims)


def read_inconsistencies(article: Article, claims: tuple[Claim, ...]) -> tuple[Inconsistency, ...]:
    """Pairs of an article's claims that a reviewer should compare, named by their positions where
    they are not stored."""
    return find_inconsistencies(article, claims)


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

    def keep_claims(self, read: Article, claims: Sequence[Claim]) -> bool:
        """Keep the claims that were found in an article as it was `read`; whether it still is so.

        Where its zones or its day are others by now nothing is kept: they are to be found again.
        What is a claim already is none twice. Raises NotFound, LibraryError.
        """
        article = self.get(read.id)
        if (article.zones, article.publication) != (read.zones, read.publication):
            return False
        if not article.claims_to_come:
            return True
        known = {claim.span for claim in self._library.claims.of_article(article.id)}
        notices = [notice for notice in article.notices if notice != CLAIMS_TO_COME]
        with self._library.step("Find claims"):
            self._library.claims.add(article.id, [one for one in claims if one.span not in known])
            self._library.claims.renumber(article.id)
            self._library.articles.set_notices(article.id, notices)
        return True

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

    def count_claims(self, article_id: int) -> int:
        """How many claims an article has."""
        return self._library.claims.count(article_id)

    def claim(self, claim_id: int) -> Claim:
        """The claim of this id. Raises NotFound."""
        return self._library.claims.get(claim_id)

    def reading(self, article_id: int) -> Reading:
        """The sentences, days and names of an article. Raises NotFound."""
        article = self.get(article_id)
        return read(article.text, article.zones, article.publication)

    def ledger(self, article_id: int) -> Ledger:
        """The account of an article's words. Raises NotFound."""
        return self._ledger(self.get(article_id), self.claims(article_id))

    def progress(self, article_id: int) -> Progress:
        """How far the work on an article is, in words and in risk. Raises NotFound."""
        article, claims = self.get(article_id), self.claims(article_id)
        reviews = self._library.reviews.of_article(article_id)
        # A step may be committed between the two reads: its notice has it counted again.
        judged = [c for c in claims if c.id in reviews and reviews[c.id].verdict is not None]
        return count_progress(article.text, self._ledger(article, claims), claims, judged)

    def _ledger(self, article: Article, claims: Sequence[Claim]) -> Ledger:
        excuses = self._library.articles.excuses(article.id)
        return count_words(article.text, article.zones, claims, excuses)

    def next_open(self, article_id: int, after: int) -> Span | None:
        """The first stretch of open words that begins at or behind `after`, None where none does.

        Raises NotFound.
        """
        spans = self.ledger(article_id).open_spans
        return next((span for span in spans if span.start >= after), None)

    def inconsistencies(self, article_id: int) -> tuple[Inconsistency, ...]:
        """Pairs of the article's claims that a reviewer should compare. Raises NotFound."""
        return read_inconsistencies(self.get(article_id), self.claims(article_id))

    # What belongs to the article

    def include_zone(self, article_id: int, start: int, included: bool) -> Article:
        """Put the zone that begins at `start` in, or leave it out; its claims follow.

        Sentences of a zone put in become claims. Claims that only the app found go with a zone left
        out; the reviewer's own stay, and so does any claim with work on it. One step; undo brings
        all back. Raises NotFound, and InputError where no zone begins there.
        """
        article = self.get(article_id)
        zone = next((one for one in article.zones if one.span.start == start), None)
        if zone is None:
            raise InputError(f"No zone of this article begins at {start}.")
        zones = tuple(
            replace(one, included=included) if one is zone else one for one in article.zones
        )
        return self._set_zones(article, zones, included=included)

    def include_span(self, article_id: int, span: Span, included: bool) -> Article:
        """Put a stretch in, or leave it out, grown to whole words; zones are cut at its edges.

        Claims follow as with `include_zone`. Raises NotFound, InputError where no word is in it.
        """
        article = self.get(article_id)
        chosen = self._chosen(article, span)
        zones = set_included(article.text, article.zones, chosen, included=included)
        return self._set_zones(article, zones, included=included)

    def include_left_out(self, article_id: int, rows: Sequence[int], included: bool) -> Article:
        """Put words that the file does not show in, at the article's end, or leave them out again.

        `rows` count the article's `left_out` from 0. Put in they are a zone like any other: claims
        follow as with `include_zone`. One step; undo takes the words out of the text again. Raises
        NotFound, and InputError where there is no such row or the text would grow too long.
        """
        article = self.get(article_id)
        for row in rows:
            if not 0 <= row < len(article.left_out):
                raise InputError(f"Nothing of this article was left out under number {row + 1}.")
        grown = append_left_out(article, rows) if included else article
        if len(grown.text) > LONGEST_ARTICLE:
            raise InputError(f"With these words it has more than {LONGEST_ARTICLE:,} characters.")
        zones = grown.zones
        for row in rows:
            span = grown.left_out[row].span
            if span is not None:
                zones = set_included(grown.text, zones, span, included=included)
        with self._library.step("Include left-out words" if included else "Leave text out"):
            if grown != article:
                self._library.articles.grow(grown)
            return self._set_zones(grown, zones, included=included)

    def excuse(self, article_id: int, span: Span, reason: str) -> Ledger:
        """Say why the words of a stretch need no check; answers the ledger as it is then.

        Words in a claim stay claimed. An excuse that the words had before is replaced. Raises
        NotFound, InputError without a word or without a reason.
        """
        article = self.get(article_id)
        chosen = self._chosen(article, span)
        words = " ".join(reason.split())
        if not words:
            raise InputError("Say why these words need no check.")
        known = _without(article, self._library.articles.excuses(article_id), chosen)
        with self._library.step("Excuse words"):
            excuses = sorted((*known, Excused(chosen, words)), key=lambda one: one.span)
            self._library.articles.set_excuses(article_id, excuses)
        return self.ledger(article_id)

    def unexcuse(self, article_id: int, span: Span) -> Ledger:
        """Take back what the reviewer excused in a stretch; answers the ledger as it is then.

        Raises NotFound, and InputError where nothing is excused there.
        """
        article = self.get(article_id)
        known = self._library.articles.excuses(article_id)
        left = _without(article, known, whole_words(article.text, span) or span)
        if left == list(known):
            raise InputError("You have excused nothing in this stretch.")
        with self._library.step("Take back excuse"):
            self._library.articles.set_excuses(article_id, left)
        return self.ledger(article_id)

    def read_file(
        self, path: Path, published: date | None = None
    ) -> tuple[Article, tuple[Claim, ...], Reading, Ledger]:
        """All that would be read out of a file, without storing anything. Raises InputError."""
        article, claims = read_article_file(path, published)
        return article, claims, *read_words(article, claims)

    def set_published(self, article_id: int, day: date | None) -> Article:
        """Say on which day the article was published; None takes the reviewer's word back.

        The days that its claims name are read again, and said in statements that the reviewer did
        not reword; their ids, places and verdicts stay.
        Raises NotFound, LibraryError.
        """
        article = self.get(article_id)
        fresh = on_day(find_day(article.text, article.zones, article.file_published), day)
        if fresh == article.publication:
            return article
        changed = redated(article, self._library.claims.of_article(article_id), fresh)
        with self._library.step("Set publication date"):
            self._library.articles.set_publication(article_id, fresh)
            for claim in changed:
                self._library.claims.update(claim)
        return self.get(article_id)

    def remove(self, article_id: int) -> None:
        """Take an article out with its claims and the work on them. Raises NotFound."""
        self.get(article_id)
        with self._library.step("Remove article"):
            self._library.articles.remove(article_id)

    def _chosen(self, article: Article, span: Span) -> Span:
        chosen = whole_words(article.text, span)
        if chosen is None:
            raise InputError("There are no words in this stretch of the article. Mark some.")
        return chosen

    def _set_zones(self, article: Article, zones: tuple[Zone, ...], *, included: bool) -> Article:
        if zones == article.zones:
            return article
        claims = self._library.claims.of_article(article.id)
        reviews = self._library.reviews.of_article(article.id)
        worked = {claim.id for claim in claims if claim.reworded or reviews[claim.id].has_work}
        excuses = self._library.articles.excuses(article.id)
        following = follow_zones(article, zones, claims, worked, excuses)
        with self._library.step("Include text" if included else "Leave text out"):
            self._library.articles.set_zones(article.id, zones)
            self._library.claims.remove(following.gone)
            for claim in following.changed:
                self._library.claims.update(claim)
            self._library.claims.add(article.id, following.added)
            self._library.claims.renumber(article.id)
        return self.get(article.id)


def _without(article: Article, excuses: Sequence[Excused], span: Span) -> list[Excused]:
    """The excuses with `span` taken out of them; a rest without a word goes too."""
    left: list[Excused] = []
    for one in excuses:
        if not one.span.overlaps(span):
            left.append(one)
            continue
        for start, end in ((one.span.start, span.start), (span.end, one.span.end)):
            rest = whole_words(article.text, Span(start, end)) if start < end else None
            if rest is not None:
                left.append(replace(one, span=rest))
    return left
