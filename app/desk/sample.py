"""The sample: an article and sources that come with the app, marked as such. Knows no window."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from app.desk.articles import Articles, read_article
from app.desk.clock import now
from app.desk.passages import cut_passages
from app.desk.shipped import not_whole
from app.extraction.files import read_document
from app.library.library import Library
from app.model.article import Article
from app.model.claim import Claim
from app.model.intake import SampleRemoval
from app.model.source import Source, SourceKind
from app.model.work import Work
from app.text.normal import digest, normalise


class Sample:
    """The sample in one library, apart from what the reviewer brought."""

    def __init__(self, library: Library, articles: Articles, folder: Path, seeds: Path) -> None:
        self._library = library
        self._articles = articles
        self._folder = folder
        self._seeds = seeds

    def open(self) -> Article:
        """The sample article, with its sources in the library: added in one step where absent.

        Raises LibraryError.
        """
        article, claims = self._read_article()
        known = self._library.articles.by_digest(article.digest)
        missing = [
            record
            for record in self._records()
            if self._library.sources.by_key(record["id"]) is None
        ]
        if known is not None and not missing:
            return self._articles.get(known)
        with self._library.step("Open sample"):
            for record in missing:
                text = sample_text(record)
                source = sample_source(record, digest(text))
                self._library.sources.add(source, text, cut_passages(text))
            if known is not None:
                return self._articles.get(known)
            return self._articles.store(article, claims)

    def is_present(self) -> bool:
        """Whether anything of the sample is in the library."""
        return bool(self._library.sources.sample_ids()) or bool(self._articles_of_it())

    def remove(self) -> SampleRemoval:
        """Take the sample article and its sources out, in one step that can be undone.

        A sample source that evidence of the reviewer's own articles quotes stays. Raises
        LibraryError.
        """
        articles = self._articles_of_it()
        ids = self._library.sources.sample_ids()
        if not articles and len(self._library.sources.linked(ids)) == len(ids):
            return SampleRemoval(0, 0, self._get(ids))
        with self._library.step("Remove sample"):
            for article_id in articles:
                self._library.articles.remove(article_id)
            # What is still linked now is linked to claims of the reviewer's own articles.
            quoted = self._library.sources.linked(ids)
            gone = [source_id for source_id in ids if source_id not in quoted]
            self._library.sources.remove(gone)
        return SampleRemoval(len(gone), len(articles), self._get(quoted))

    def _articles_of_it(self) -> list[int]:
        ids = (summary.id for summary in self._library.articles.all())
        return [one for one in ids if self._library.articles.get(one).sample]

    def _get(self, ids: Sequence[int]) -> tuple[Source, ...]:
        return tuple(self._library.sources.get(source_id) for source_id in ids)

    def _read_article(self) -> tuple[Article, tuple[Claim, ...]]:
        path = min(self._seeds.glob("*.txt"), default=None)
        if path is None:
            raise not_whole(self._seeds)
        document = read_document(path, Work())
        return read_article(document.text, "sample article", sample=True)

    def _records(self) -> list[dict[str, Any]]:
        path = self._folder / "sources.json"
        try:
            records: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise not_whole(path) from error
        return records


def sample_text(record: dict[str, Any]) -> str:
    """The stored text of a sample source: its notes, a blank line between them, then their English
    rendering where there is one."""
    notes = [*record["notes"], *record.get("notes_en", ())]
    return normalise("\n\n".join(notes))[0]


def sample_source(record: dict[str, Any], copy_digest: str) -> Source:
    """The record of a sample source, saying of its copy that the notes are ours."""
    copy_note = (
        "Notes in our own words, made from an excerpt of the page named; not the page itself."
    )
    if record.get("notes_en"):
        copy_note += " An English rendering of the notes follows them."
    remarks = (record.get(name) for name in ("reliability_note", "date_note", "title_note"))
    return Source(
        id=0,
        key=record["id"],
        title=record["title"],
        publisher=record["publisher"] or "",
        author=record["author"] or "",
        published=record["published"] or "",
        kind=SourceKind(record["kind"]),
        language=record["language"] or "",
        url=record["url"] or "",
        note=" ".join(remark for remark in remarks if remark),
        copy_note=copy_note,
        digest=copy_digest,
        sample=True,
        added=now(),
    )
