"""Sources too long for one commit: they come in piece by piece, seen by nobody before the last.

Until then they belong to a batch of their own that says so; what a kill or a power cut leaves of
them is taken out by whoever opens the library next. Knows no file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import uuid4

from app.library.index import forget
from app.library.sources import UNFINISHED, UNSEEN, keep_copies, keep_passages, next_id
from app.library.steps import Steps
from app.library.store import Store, utc_now
from app.model.errors import LibraryError
from app.model.source import Source
from app.model.span import Span

#: So many passages are taken out again in one commit.
AT_ONCE = 500

Piece = Sequence[tuple[Span, str, str]]


class UnfinishedSources:
    """The sources of one library that are still coming in. Each call is one short commit."""

    def __init__(self, store: Store, steps: Steps) -> None:
        self._store = store
        self._steps = steps

    def begin(self, source: Source, text: str) -> int:
        """Keep a source and its copy; answers the id that it will have. Raises LibraryError."""
        with self._steps.quietly():
            batch_id = self._store.run(
                "INSERT INTO batches (label, added) VALUES (?, ?)", (UNFINISHED, utc_now())
            )
            number = next_id(self._store, "sources")
            key = f"{UNFINISHED} {uuid4().hex}"
            stored = replace(source, id=number, key=key, added=source.added or utc_now())
            keep_copies(self._store, [(stored, text)], batch_id)
        return number

    def go_on(self, source_id: int, piece: Piece) -> None:
        """Keep some of its passages: where each stands, its words, its place. Raises LibraryError,
        also where the source is gone."""
        with self._steps.quietly():
            if (source_id,) not in self._rows():
                raise LibraryError("The source that was coming in is gone.", "Add it again.")
            keep_passages(
                self._store,
                ((source_id, span.start, span.end, words, place) for span, words, place in piece),
            )

    def finish(self, source_id: int, key: str) -> None:
        """Show the source under its key, as part of the step or batch under way.

        Undo takes it away as a whole. Raises LibraryError.
        """
        with self._steps.joined("Add source"):
            meanwhile = self._store.value("SELECT batch_id FROM sources WHERE id = ?", (source_id,))
            self._store.run(
                'UPDATE sources SET "key" = ?, batch_id = ? WHERE id = ?',
                (key, self._steps.batch_id, source_id),
            )
            self._store.run("DELETE FROM batches WHERE id = ?", (meanwhile,))
            self._steps.note_added("sources", source_id)

    def take_out(self, source_id: int) -> bool:
        """Take out some passages of a source that does not come after all, at last the source;
        answers whether anything is left of it. Raises LibraryError."""
        with self._steps.quietly():
            rows = self._store.rows(
                "SELECT id FROM passages WHERE source_id = ? ORDER BY id DESC LIMIT ?",
                (source_id, AT_ONCE),
            )
            forget(self._store, (row[0] for row in rows))
            self._store.run_many("DELETE FROM passages WHERE id = ?", rows)
            if len(rows) == AT_ONCE:
                return True
            batch_id = self._store.value("SELECT batch_id FROM sources WHERE id = ?", (source_id,))
            self._store.run("DELETE FROM sources WHERE id = ?", (source_id,))
            self._store.run("DELETE FROM batches WHERE id = ?", (batch_id,))
        return False

    def take_out_all(self) -> None:
        """Take out what others left behind. Raises LibraryError."""
        for source_id in self.ids():
            while self.take_out(source_id):
                pass

    def ids(self) -> frozenset[int]:
        """The sources that nobody is to see."""
        return frozenset(row[0] for row in self._rows())

    def passages(self) -> int:
        """How many passages they have so far."""
        count: int = self._store.value(
            f"SELECT count(*) FROM passages WHERE source_id IN ({UNSEEN})"
        )
        return count

    def _rows(self) -> list[tuple[int]]:
        return [(row[0],) for row in self._store.rows(UNSEEN)]
