"""Sources: taking them in from files, and reading them. Knows no store's shape and no window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from app.desk.duplicates import Duplicates
from app.desk.kept_files import KeptFiles
from app.desk.source_import import SourceImporting
from app.desk.source_keeping import Keep, SourceKeeping, keep_here
from app.desk.written_source import written_source
from app.extraction.worker import ReadingProcess
from app.library.library import Library
from app.model.errors import InputError, NotFound
from app.model.intake import (
    AS_IT_COMES,
    BatchRemoval,
    ImportChoices,
    Likeness,
    Skipped,
    SourceImport,
)
from app.model.reference import Reference, TablePreview
from app.model.source import Passage, Source, SourceRecord
from app.model.work import Work

#: A source that comes in by itself is a step that can be undone.
BY_HAND = ImportChoices(undoable=True)


class Sources:
    """The sources of one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self.keeping = SourceKeeping(library)

    def import_paths(
        self,
        paths: Iterable[Path],
        work: Work | None = None,
        choices: ImportChoices = AS_IT_COMES,
        *,
        keep: Keep | None = None,
        on_skipped: Callable[[Skipped], object] = lambda _: None,
    ) -> SourceImport:
        """Add all that is in these files and folders, as one batch outside the undo log.

        Ticks count files; what is finished is committed every few hundred passages, so that
        nothing waits long. What cannot be used is skipped with a reason, told to `on_skipped` at
        once. It never raises for what the world does: called off or the disk full, `stopped` says
        so and what is finished is kept. What the library has much the same is told in `duplicates`
        and treated as the policy says; with ASK it is left out, to be added by another call with
        KEEP and `only`. `keep` brings each part to the `keeping` of the desk that may write, where
        that is in another thread.
        """
        keep = keep or keep_here(self._library)
        return SourceImporting(self._library, work or Work(), keep, choices, on_skipped).run(paths)

    def add_text(self, text: str, title: str = "", key: str = "") -> SourceImport:
        """Add one text that was pasted or typed. Raises InputError for none, LibraryError."""
        if not text.strip():
            raise InputError("There is no text in it to search.")
        return self.add_written(Reference("", key.strip(), title=title, text=text))

    def add_written(
        self,
        written: Reference,
        choices: ImportChoices = BY_HAND,
        *,
        keep: Keep | None = None,
    ) -> SourceImport:
        """Add one source that the reviewer wrote down or pasted, as `import_paths` adds files; one
        without a text is a bare reference, marked “text missing”.

        Raises InputError for fields that cannot be used, LibraryError.
        """
        incoming = written_source(written)
        keep = keep or keep_here(self._library)
        return SourceImporting(self._library, Work(), keep, choices).run_written(incoming)

    def preview_table(
        self, path: Path, mapping: Mapping[str, str] | None = None, work: Work | None = None
    ) -> TablePreview | None:
        """The head of a CSV or JSON table and what its columns are taken for; None for no table.

        Raises InputError, Cancelled.
        """
        with ReadingProcess() as process:
            return process.table(path, work or Work(), mapping)

    def remove_batch(self, batch_id: int) -> BatchRemoval:
        """Take out what one import brought, in one step that can be undone.

        A source that evidence quotes stays, and is named. Raises LibraryError.
        """
        with self._library.step("Remove import"):
            ids = self._library.sources.of_batch(batch_id)
            quoted = self._library.sources.linked(ids)
            self._library.sources.remove(one for one in ids if one not in quoted)
        kept = tuple(self._library.sources.get(one) for one in quoted)
        return BatchRemoval(len(ids) - len(quoted), kept)

    def duplicates_of(self, source_id: int) -> tuple[tuple[Source, Likeness], ...]:
        """The sources that are much the same as this one, and in what. Raises NotFound."""
        source = self._library.sources.get(source_id)
        missing = self._library.source_records.of_source(source_id).text_missing
        text = "" if missing else self._library.sources.text(source_id)
        return Duplicates(self._library).of_source(source, text)

    def same_origin(self, passage_id: int) -> tuple[tuple[Passage, Source], ...]:
        """Passages of other sources that are nearly this one: two of them are not two witnesses.

        Raises NotFound, LibraryError.
        """
        return Duplicates(self._library).same_origin(passage_id)

    def record(self, source_id: int) -> SourceRecord:
        """Where a source came from, its pages, and whether its text is missing."""
        return self._library.source_records.of_source(source_id)

    def without_text(self) -> frozenset[int]:
        """The ids of the sources of which only a bibliographic record is here."""
        return self._library.source_records.without_text()

    def kept_file(self, source_id: int) -> Path | None:
        """The file that a source was read from, where it was kept. It is never to be executed."""
        return KeptFiles(self._library.path).find(self.record(source_id).file_digest)

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
        return self._library.passages.of_source(source_id)

    def passage(self, passage_id: int) -> Passage:
        """The passage of this id. Raises NotFound."""
        return self._library.passages.get(passage_id)

    def count(self) -> int:
        """How many sources there are."""
        return self._library.sources.count()

    def set_confidential(self, source_id: int, on: bool) -> None:
        """Keep a source and all that is linked of it out of reports, or let it in again.

        Raises NotFound, LibraryError.
        """
        self._library.sources.set_confidential(source_id, on)

    def set_all_confidential(self, ids: Iterable[int]) -> None:
        """Keep these sources out of reports, in one step. Raises NotFound, LibraryError."""
        with self._library.step("Mark sources confidential"):
            for source_id in ids:
                self._library.sources.set_confidential(source_id, True)

    def named(self, key: str) -> Source:
        """The source of this key. Raises NotFound."""
        found = self._library.sources.by_key(key)
        if found is None:
            raise NotFound(f"There is no source named “{key}” in this library.")
        return found

    def remove(self, ids: Iterable[int]) -> None:
        """Take sources out, in one step that can be undone. Raises LibraryError."""
        with self._library.step("Remove sources"):
            self._library.sources.remove(tuple(ids))
