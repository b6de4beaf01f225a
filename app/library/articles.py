"""Articles: their record, text and zones. Knows of claims only how many there are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.library.claims import Claims
from app.library.digests import text_digest
from app.library.steps import Steps
from app.library.store import Row, Store, marks, utc_now
from app.model.article import (
    Article,
    ArticleSummary,
    DateSource,
    LeftOut,
    ProposedSource,
    Publication,
    WhyLeftOut,
    Zone,
    ZoneKind,
)
from app.model.claim import Claim
from app.model.errors import NotFound
from app.model.ledger import Excused
from app.model.span import Span

_RECORD = (
    "title, digest, origin, language, added, sample, notices, "
    "published, published_source, published_inferred, published_reasons, "
    "pages, proposals, url, file_digest, file_published, left_out"
)


class Articles:
    """The articles of one library."""

    def __init__(self, store: Store, steps: Steps, claims: Claims) -> None:
        self._store = store
        self._steps = steps
        self._claims = claims

    def add(self, article: Article, claims: Sequence[Claim]) -> Article:
        """Keep an article with its claims; answers it with its id. Raises LibraryError."""
        article = replace(article, added=article.added or utc_now())
        with self._steps.step("Add article"):
            article_id = self._store.run(
                f"INSERT INTO articles ({_RECORD}) VALUES ({marks(17)})",
                (
                    article.title,
                    article.digest,
                    article.origin,
                    article.language,
                    article.added,
                    article.sample,
                    json.dumps(article.notices, ensure_ascii=False),
                    *_publication_values(article.publication),
                    *_file_values(article),
                ),
            )
            self._store.run(
                "INSERT INTO article_texts (article_id, text) VALUES (?, ?)",
                (article_id, article.text),
            )
            self._add_zones(article_id, article.zones)
            self._claims.add(article_id, claims)
        return replace(article, id=article_id)

    def get(self, article_id: int) -> Article:
        """The article of this id. Raises NotFound."""
        with self._store.snapshot():
            row = self._store.row(
                f"SELECT id, text, {_RECORD} FROM articles JOIN article_texts ON article_id = id "
                "WHERE id = ?",
                (article_id,),
            )
            if row is None:
                raise NotFound(f"There is no article {article_id} in this library.")
            zones = self._store.rows(
                "SELECT span_start, span_end, kind, included FROM zones "
                "WHERE article_id = ? ORDER BY id",
                (article_id,),
            )
        with self._store.understanding():
            article = _article(row, zones)
        if text_digest(article.text) != article.digest:
            raise self._store.changed("the text of article", article_id)
        return article

    def all(self) -> tuple[ArticleSummary, ...]:
        """One line for each article, the newest first."""
        rows = self._store.rows(
            "SELECT a.id, a.title, a.added, count(c.id), count(r.verdict_id) FROM articles a "
            "LEFT JOIN claims c ON c.article_id = a.id LEFT JOIN reviews r ON r.claim_id = c.id "
            "GROUP BY a.id ORDER BY a.id DESC"
        )
        return tuple(ArticleSummary(*row) for row in rows)

    def by_digest(self, digest: str) -> int | None:
        """The id of the article with this text, or that had it before words were put in behind it;
        None where there is none."""
        found: int | None = self._store.value(
            "SELECT min(id) FROM articles WHERE digest = ? OR first_digest = ?", (digest, digest)
        )
        return found

    def set_publication(self, article_id: int, publication: Publication) -> None:
        """Replace what is known of the day of publication. Raises NotFound, LibraryError."""
        with self._steps.step("Set publication date"):
            self._must_exist(article_id)
            self._store.run(
                "UPDATE articles SET published = ?, published_source = ?, published_inferred = ?, "
                "published_reasons = ? WHERE id = ?",
                (*_publication_values(publication), article_id),
            )

    def set_notices(self, article_id: int, notices: Sequence[str]) -> None:
        """Replace what the reviewer is told about an article. Raises NotFound, LibraryError."""
        with self._steps.step("Change notices"):
            self._must_exist(article_id)
            self._store.run(
                "UPDATE articles SET notices = ? WHERE id = ?",
                (json.dumps(notices, ensure_ascii=False), article_id),
            )

    def set_zones(self, article_id: int, zones: Sequence[Zone]) -> None:
        """Replace the zones of an article. Raises NotFound, LibraryError."""
        with self._steps.step("Change zones"):
            self._must_exist(article_id)
            self._store.run("DELETE FROM zones WHERE article_id = ?", (article_id,))
            self._add_zones(article_id, zones)

    def grow(self, article: Article) -> None:
        """Keep an article whose text goes on behind its old end, with its zones and left-out words.

        Raises NotFound, LibraryError.
        """
        with self._steps.step("Include left-out words"):
            self._must_exist(article.id)
            self._store.run(
                "UPDATE articles SET digest = ?, notices = ?, pages = ?, left_out = ?, "
                "first_digest = CASE first_digest WHEN '' THEN digest ELSE first_digest END "
                "WHERE id = ?",
                (
                    article.digest,
                    json.dumps(article.notices, ensure_ascii=False),
                    _pages(article),
                    _left_out(article),
                    article.id,
                ),
            )
            self._store.run(
                "UPDATE article_texts SET text = ? WHERE article_id = ?", (article.text, article.id)
            )
            self.set_zones(article.id, article.zones)

    def excuses(self, article_id: int) -> tuple[Excused, ...]:
        """The stretches that the reviewer excused, in order of place."""
        rows = self._store.rows(
            "SELECT span_start, span_end, reason FROM excuses WHERE article_id = ? "
            "ORDER BY span_start, id",
            (article_id,),
        )
        return tuple(Excused(Span(start, end), reason) for start, end, reason in rows)

    def set_excuses(self, article_id: int, excuses: Sequence[Excused]) -> None:
        """Replace what the reviewer excused. Raises NotFound, LibraryError."""
        with self._steps.step("Excuse words"):
            self._must_exist(article_id)
            self._store.run("DELETE FROM excuses WHERE article_id = ?", (article_id,))
            self._store.run_many(
                "INSERT INTO excuses (article_id, span_start, span_end, reason) "
                "VALUES (?, ?, ?, ?)",
                [(article_id, one.span.start, one.span.end, one.reason) for one in excuses],
            )

    def remove(self, article_id: int) -> None:
        """Take an article out with its claims and the work on them. Raises NotFound, LibraryError.

        The log of verdicts keeps its entries: ids of claims are never given twice, so they wait
        for an undo, and until then they tell by themselves what was judged.
        """
        with self._steps.step("Remove article"):
            self._must_exist(article_id)
            self._store.run("DELETE FROM articles WHERE id = ?", (article_id,))

    def _add_zones(self, article_id: int, zones: Sequence[Zone]) -> None:
        self._store.run_many(
            "INSERT INTO zones (article_id, span_start, span_end, kind, included) "
            "VALUES (?, ?, ?, ?, ?)",
            [
                (article_id, zone.span.start, zone.span.end, zone.kind.value, zone.included)
                for zone in zones
            ],
        )

    def _must_exist(self, article_id: int) -> None:
        if self._store.value("SELECT 1 FROM articles WHERE id = ?", (article_id,)) is None:
            raise NotFound(f"There is no article {article_id} in this library.")


def _publication_values(publication: Publication) -> tuple[str, str, str, str]:
    return (
        publication.date.isoformat() if publication.date else "",
        publication.source.value,
        publication.inferred.isoformat() if publication.inferred else "",
        json.dumps(publication.reasons, ensure_ascii=False),
    )


def _file_values(article: Article) -> tuple[str, ...]:
    """What the file said: proposals as [start, end, kind, text, url]."""
    return (
        _pages(article),
        json.dumps(
            [
                (one.span.start, one.span.end, one.kind, one.text, one.url)
                for one in article.proposals
            ],
            ensure_ascii=False,
        ),
        article.url,
        article.file_digest,
        article.file_published.isoformat() if article.file_published else "",
        _left_out(article),
    )


def _pages(article: Article) -> str:
    """The pages as [start, end]."""
    return json.dumps([(page.start, page.end) for page in article.pages])


def _left_out(article: Article) -> str:
    """The stretches as [place, reason, text, words], and start and end of those put in."""
    return json.dumps(
        [
            (one.place, one.reason, one.text, one.words)
            + ((one.span.start, one.span.end) if one.span else ())
            for one in article.left_out
        ],
        ensure_ascii=False,
    )


def _article(row: Row, zones: Sequence[Row]) -> Article:
    article_id, text, title, digest, origin, language, added, sample, notices = row[:9]
    day, source, inferred, reasons, pages, proposals, url, file_digest, recorded, left_out = row[9:]
    return Article(
        id=article_id,
        title=title,
        text=text,
        digest=digest,
        zones=tuple(
            Zone(Span(start, end), ZoneKind(kind), bool(included))
            for start, end, kind, included in zones
        ),
        publication=Publication(
            date.fromisoformat(day) if day else None,
            DateSource(source),
            date.fromisoformat(inferred) if inferred else None,
            tuple(json.loads(reasons)),
        ),
        origin=origin,
        language=language,
        added=added,
        sample=bool(sample),
        notices=tuple(json.loads(notices)),
        pages=tuple(Span(start, end) for start, end in json.loads(pages)),
        proposals=tuple(
            ProposedSource(Span(start, end), *told) for start, end, *told in json.loads(proposals)
        ),
        url=url,
        file_digest=file_digest,
        file_published=date.fromisoformat(recorded) if recorded else None,
        left_out=tuple(
            LeftOut(place, WhyLeftOut(why), words, count, Span(*span) if span else None)
            for place, why, words, count, *span in json.loads(left_out)
        ),
    )
