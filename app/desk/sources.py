"""Sources: taking them in from files, and reading them. Knows no store's shape and no window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from app.desk.clock import now
from app.desk.passages import cut_passages
from app.desk.source_lines import read_lines
from app.extraction.document import Document
from app.extraction.files import read_document
from app.library.library import Library
from app.model.errors import InputError
from app.model.intake import Skipped, SourceImport
from app.model.source import Passage, Source
from app.model.span import Span
from app.model.work import Work
from app.text.normal import digest, normalise

#: So many sources of a long import are committed at once: small enough that a cancelled import
#: stops at once and keeps what is done, large enough that committing costs nothing.
AT_ONCE = 500

#: A first line longer than this is running text and no title.
LONGEST_TITLE = 200


class Sources:
    """The sources of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def add_file(self, path: Path, work: Work | None = None) -> tuple[Source, ...]:
        """The sources that `import_file` adds from one file."""
        return self.import_file(path, work).sources

    def import_file(self, path: Path, work: Work | None = None) -> SourceImport:
        """Add the sources of one file: a text, or .jsonl of {"_id", "title", "text"} one a line.

        A source that is here already, word for word, is counted and not added again. A text is
        one step that can be undone; the lines of a .jsonl are added outside the undo log, a few
        hundred at a time, and what is done stays when the work is called off. A line that cannot
        be used is skipped with a reason. Raises InputError for a file that cannot be read or holds
        nothing usable, LibraryError, Cancelled.
        """
        work = work or Work()
        if path.suffix.casefold() == ".jsonl":
            return self._import_lines(path, work)
        document = read_document(path, work)
        key = document.origin or path.name
        title = document.title or _title(document.text, path.stem)
        return self._add_one(document, title, key)

    def add_text(self, text: str, title: str = "", key: str = "") -> SourceImport:
        """Add one text that was pasted or typed. Raises InputError for an empty one."""
        if not text.strip():
            raise InputError("There is no text in it to search.")
        title = title.strip() or _title(text, "Pasted text")
        return self._add_one(Document(text, ""), title, key.strip() or title)

    def get(self, source_id: int) -> Source:
        """The source of this id. Raises NotFound."""
        return self._library.sources.get(source_id)

    def text(self, source_id: int) -> str:
        """The stored copy of a source. Raises NotFound."""
        return self._library.sources.text(source_id)

    def all(self) -> tuple[Source, ...]:
        """Every source."""
        return tuple(self._library.sources.all())

    def find(self, words: str, limit: int) -> tuple[Source, ...]:
        """The first `limit` sources whose title or publisher holds every one of these words."""
        return self._library.sources.find(words, limit)

    def passages(self, source_id: int) -> tuple[Passage, ...]:
        """The passages of a source in the order of its text."""
        return self._library.sources.passages(source_id)

    def passage(self, passage_id: int) -> Passage:
        """The passage of this id. Raises NotFound."""
        return self._library.sources.passage(passage_id)

    def count(self) -> int:
        """How many sources there are."""
        return self._library.sources.count()

    def remove(self, ids: Iterable[int]) -> None:
        """Take sources out, in one step that can be undone. Raises LibraryError."""
        with self._library.step("Remove sources"):
            self._library.sources.remove(tuple(ids))

    def _add_one(self, document: Document, title: str, key: str) -> SourceImport:
        text, removed = normalise(document.text)
        source = Source(
            0,
            key,
            title,
            author=document.author,
            published=document.published.isoformat() if document.published else "",
            language=document.language,
            url=document.url,
            copy_note=" ".join(dict.fromkeys((*document.notices, *removed))),
            digest=digest(text),
            added=now(),
        )
        known = self._same(key, source.digest)
        if known is not None:
            return SourceImport((), present=1)
        source = replace(source, key=self._free_key(key))
        with self._library.step("Add source"):
            added = self._library.sources.add(source, text, cut_passages(text))
        return SourceImport((added,))

    def _same(self, key: str, wanted: str) -> Source | None:
        # A file changed since it was added is another source under a numbered key, so its later
        # forms are looked at too.
        for name in _numbered(key):
            known = self._library.sources.by_key(name)
            if known is None or known.digest == wanted:
                return known
        return None

    def _free_key(self, key: str) -> str:
        return next(name for name in _numbered(key) if self._library.sources.by_key(name) is None)

    def _import_lines(self, path: Path, work: Work) -> SourceImport:
        lines = read_lines(path, work)
        added: list[Source] = []
        skipped: list[Skipped] = []
        present = batch_id = 0
        while chunk := list(islice(lines, AT_ONCE)):
            fresh: dict[str, tuple[Source, str, tuple[tuple[Span, str], ...]]] = {}
            for line in chunk:
                if isinstance(line, Skipped):
                    skipped.append(line)
                    continue
                key, wanted = line.source.key, digest(line.text)
                known = self._library.sources.by_key(key) or fresh.get(key, (None,))[0]
                if known is None:
                    source = replace(line.source, digest=wanted, added=now())
                    fresh[key] = (source, line.text, cut_passages(line.text))
                elif known.digest == wanted:
                    present += 1
                else:
                    reason = f"“{key}” is in the library already, with another text."
                    skipped.append(Skipped(line.where, reason))
            if fresh:
                with self._library.batch("Import sources", batch_id) as batch_id:
                    added.extend(self._library.sources.add_many(fresh.values()))
        if not added and not present:
            why = f" {skipped[0].where}: {skipped[0].reason}" if skipped else ""
            raise InputError(f"There is no source in {path.name}.{why}")
        return SourceImport(tuple(added), present, tuple(skipped))


def _numbered(key: str) -> Iterator[str]:
    yield key
    number = 2
    while True:
        yield f"{key} ({number})"
        number += 1


def _title(text: str, otherwise: str) -> str:
    """The first line where it can be a title; a sentence of running text cannot."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    title = first.lstrip("#").strip() if first.startswith("#") else first
    return title if 0 < len(title) <= LONGEST_TITLE else otherwise
