"""What an import has read becomes sources of the library, in commits that nothing waits long for.

The only part of an import that writes. Knows no file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Protocol, TypeVar

from app.desk.incoming import Incoming
from app.library.library import Library
from app.library.unfinished import Piece
from app.model.source import Source, SourceRecord

T = TypeVar("T")

Kept = tuple[tuple[Source, ...], int]


class SourceKeeping:
    """Keeps sources in one library. Each call is one short commit, and raises LibraryError.

    A `batch_id` is that of the import, 0 for a new one; with `undoable` each is instead a step
    that undo takes back.
    """

    def __init__(self, library: Library) -> None:
        self._library = library

    def keep(self, part: Sequence[Incoming], batch_id: int, *, undoable: bool = False) -> Kept:
        """Keep some sources; answers them and the id of their batch.

        What took one of their keys meanwhile keeps it.
        """
        sources = self._library.sources
        with self._step(batch_id, undoable=undoable) as began:
            taken = sources.taken(one.source.key for one in part)
            part = [self._renamed(one) if one.source.key in taken else one for one in part]
            added = sources.add_many((one.source, one.text, one.passages) for one in part)
            self._library.source_records.keep(
                (source.id, one.record)
                for source, one in zip(added, part, strict=True)
                if one.record != SourceRecord()
            )
        return added, began or 0

    def begin(self, one: Incoming) -> int:
        """Begin with a source too long for one commit; nobody sees it before it is finished."""
        return self._library.unfinished.begin(one.source, one.text)

    def go_on(self, source_id: int, piece: Piece) -> None:
        """Keep some of its passages."""
        self._library.unfinished.go_on(source_id, piece)

    def finish(
        self, source_id: int, one: Incoming, batch_id: int, *, undoable: bool = False
    ) -> Kept:
        """Show it, as `keep` shows the sources of a part."""
        with self._step(batch_id, undoable=undoable) as began:
            taken = self._library.sources.taken([one.source.key])
            one = self._renamed(one) if taken else one
            self._library.unfinished.finish(source_id, one.source.key)
            if one.record != SourceRecord():
                self._library.source_records.keep([(source_id, one.record)])
        return (self._library.sources.get(source_id),), began or 0

    def take_out(self, source_id: int) -> bool:
        """Take out a piece of what does not come after all; answers whether more of it is left."""
        return self._library.unfinished.take_out(source_id)

    def _step(self, batch_id: int, *, undoable: bool) -> AbstractContextManager[int | None]:
        library = self._library
        return library.step("Add source") if undoable else library.batch("Import sources", batch_id)

    def _renamed(self, one: Incoming) -> Incoming:
        number, key = 2, one.source.key
        while self._library.sources.taken([f"{key} ({number})"]):
            number += 1
        return replace(one, source=replace(one.source, key=f"{key} ({number})"))


class Keep(Protocol):
    """Has a job done by the keeping of a library that may be written to; answers what it answers.

    An import that reads in another thread than the one that may write brings its parts through it.
    """

    def __call__(self, job: Callable[[SourceKeeping], T]) -> T: ...


def keep_here(library: Library) -> Keep:
    """The way to keep for whoever reads and writes in one thread."""
    keeping = SourceKeeping(library)

    def keep(job: Callable[[SourceKeeping], T]) -> T:
        return job(keeping)

    return keep
