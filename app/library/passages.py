"""Passages: the stretches of a source's copy that are searched and quoted. Knows no ranking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.library.digests import short_digest
from app.library.signing import PASSAGE
from app.library.sources import AT_ONCE, passage_of
from app.library.store import Row, Store, marks
from app.model.errors import NotFound
from app.model.source import Passage


class Passages:
    """The passages of one library, each held against its digest before it is given out."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, passage_id: int) -> Passage:
        """The passage of this id. Raises NotFound, LibraryError where it is not as written."""
        found = self._of_ids([passage_id])
        if not found:
            raise NotFound(f"There is no passage {passage_id} in this library.")
        return found[0]

    def of_source(self, source_id: int) -> tuple[Passage, ...]:
        """The passages of a source in the order of its text."""
        rows = self._store.rows(
            f"SELECT {PASSAGE}, row_digest FROM passages WHERE source_id = ? "
            "ORDER BY span_start, id",
            (source_id,),
        )
        return self._as_written(rows)

    def must_be_as_written(self, passages: Iterable[Passage]) -> None:
        """Hold passages that a search found against their digests, before they are shown.

        Raises LibraryError where one is not what was taken in.
        """
        ids = [one.id for one in passages]
        for start in range(0, len(ids), AT_ONCE):
            self._of_ids(ids[start : start + AT_ONCE])

    def _of_ids(self, ids: Sequence[int]) -> tuple[Passage, ...]:
        return self._as_written(
            self._store.rows(
                f"SELECT {PASSAGE}, row_digest FROM passages WHERE id IN ({marks(len(ids))})", ids
            )
        )

    def _as_written(self, rows: Sequence[Row]) -> tuple[Passage, ...]:
        for row in rows:
            if short_digest(row[:-1]) != row[-1]:
                raise self._store.changed("passage", row[0])
        with self._store.understanding():
            return tuple(passage_of(row[:-1]) for row in rows)
