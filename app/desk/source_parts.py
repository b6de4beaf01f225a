"""Collects what an import is to keep into parts, and has each kept. Knows no file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import count
from time import monotonic

from app.desk.duplicates import Duplicates
from app.desk.incoming import Incoming
from app.desk.source_keeping import Keep, Kept, SourceKeeping
from app.library.library import Library
from app.library.unfinished import Piece
from app.model.errors import LibraryError
from app.model.intake import ImportChoices
from app.model.source import Source
from app.model.work import Work

#: What is finished is committed once it has so many passages, sources or seconds: small enough
#: that a verdict never waits long for it and little is lost with the power, large enough that
#: committing costs little.
PASSAGES_AT_ONCE, SOURCES_AT_ONCE, SECONDS_AT_ONCE = 1_000, 500, 1.0
#: A source of more passages comes in piece by piece, so many passages each: smaller, since they
#: come one right after the other.
LONGEST_AT_ONCE, PIECE = PASSAGES_AT_ONCE, 500


class SourceParts:
    """What one import keeps: `added` so far, as the batch `batch_id`.

    The library is only read here: `keep` writes.
    """

    def __init__(
        self,
        library: Library,
        work: Work,
        keep: Keep,
        choices: ImportChoices,
        duplicates: Duplicates,
    ) -> None:
        self._library = library
        self._work = work
        self._keep = keep
        self._choices = choices
        self._duplicates = duplicates
        self._waiting: dict[str, Incoming] = {}
        self._keys_of: dict[str, list[str]] = {}  # by digest, as they were named
        self._passages = 0
        self._numbers: dict[str, int] = {}
        self._kept_at = monotonic()
        self.added: list[Source] = []
        self.batch_id = choices.batch_id

    def has(self, key: str) -> bool:
        """Whether a source waits under this key."""
        return key in self._waiting

    def has_text(self, key: str, digest: str) -> bool:
        """Whether a source of this name waits with this very text."""
        return key in self._keys_of.get(digest, ())

    def is_due(self, passages: int = 0, sources: int = 0) -> bool:
        """Whether what waits, and so much that was only read, is to be kept now."""
        return (
            self._passages + passages >= PASSAGES_AT_ONCE
            or len(self._waiting) + sources >= SOURCES_AT_ONCE
            or monotonic() - self._kept_at >= SECONDS_AT_ONCE
        )

    def add(self, one: Incoming, taken: Collection[str], compared: str) -> None:
        """Keep a source with the next part, or by itself where it is long.

        Keys that are `taken` are numbered; by `compared` later ones are held against its text.
        Raises Cancelled for a long one, of which nothing is left then, LibraryError.
        """
        named = one.source.key
        if named in taken or named in self._waiting:
            one = replace(one, source=replace(one.source, key=self._free_key(named)))
        is_long = len(one.passages) > LONGEST_AT_ONCE
        if is_long:
            self.commit()
        self._duplicates.expect(one.source, compared)
        if is_long:
            self._keep_long(one)
            return
        self._keys_of.setdefault(one.source.digest, []).append(named)
        self._waiting[one.source.key] = one
        self._passages += len(one.passages)

    def commit(self) -> None:
        """Have kept what waits. Raises LibraryError; what there was room for is kept then."""
        if self._waiting:
            self._back_up()
            part = tuple(self._waiting.values())
            self._waiting.clear()
            self._keys_of.clear()
            self._passages = 0
            try:
                self._keep_part(part)
            except LibraryError:
                if len(part) == 1:
                    raise
                # On a disk that fills, what there still is room for is kept.
                for one in part:
                    self._keep_part((one,))
        self._kept_at = monotonic()

    def _keep_part(self, part: Sequence[Incoming]) -> None:
        undoable = self._choices.undoable
        self._count_in(
            self._keep(lambda keeping: keeping.keep(part, self.batch_id, undoable=undoable))
        )

    def _keep_long(self, one: Incoming) -> None:
        """Keep a source piece by piece, and nothing of it where that is called off or fails."""
        self._back_up()
        source_id, kept, of = 0, 0, len(one.passages)
        try:
            source_id = self._keep(lambda keeping: keeping.begin(one))
            while kept < of:
                self._work.rest()
                self._work.tick(kept, of, f"Adding {one.source.key}")
                piece = [
                    (span, span.of(one.text), place)
                    for span, place in one.passages[kept : kept + PIECE]
                ]
                self._keep(_going_on(source_id, piece))
                kept += len(piece)
            undoable = self._choices.undoable
            self._count_in(
                self._keep(
                    lambda keeping: keeping.finish(source_id, one, self.batch_id, undoable=undoable)
                )
            )
        except BaseException:
            self._duplicates.called_off()
            # Where it cannot be taken out, nobody sees it, and the next start tries again.
            with suppress(LibraryError):
                while source_id and self._keep(lambda keeping: keeping.take_out(source_id)):
                    pass
            raise
        self._kept_at = monotonic()

    def _back_up(self) -> None:
        if not self.batch_id and not self._choices.undoable:
            # Here, and not where it is written: nothing waits for it.
            self._library.back_up_before_batch()

    def _count_in(self, kept: Kept) -> None:
        sources, self.batch_id = kept
        self.added.extend(sources)
        self._duplicates.arrived(sources)

    def _free_key(self, key: str) -> str:
        for number in count(self._numbers.get(key, 2)):
            name = f"{key} ({number})"
            if name not in self._waiting and not self._library.sources.taken([name]):
                self._numbers[key] = number
                return name
        raise AssertionError("numbers never end")


def _going_on(source_id: int, piece: Piece) -> Callable[[SourceKeeping], None]:
    return lambda keeping: keeping.go_on(source_id, piece)
