"""What an import brought in and what a removal took out. Knows no file and no store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.model.source import Source


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a file that could not be taken in: where it stands, and why not."""

    where: str
    reason: str


class DuplicatePolicy(StrEnum):
    """What to do with what the library has much the same: add it, leave it, or leave and ask."""

    KEEP = "keep"
    SKIP = "skip"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """How an import is wanted.

    `keep_files` keeps the files themselves beside the library. `mapping` says of a table which
    column is which field of `MAPPABLE`; without one it is guessed. `only` names the places
    (`Duplicate.where`) to take from the files, all of them where it is empty. `batch_id` is an
    earlier import that this one belongs to, 0 for none. `undoable` makes each part a step of its
    own that undo takes back, instead of a batch: for a source or two.
    """

    duplicates: DuplicatePolicy = DuplicatePolicy.KEEP
    keep_files: bool = False
    mapping: Mapping[str, str] | None = None
    only: frozenset[str] = frozenset()
    batch_id: int = 0
    undoable: bool = False


#: Everything is taken, and tables are guessed.
AS_IT_COMES = ImportChoices()


class Likeness(StrEnum):
    """In what a source is the same as another one."""

    TEXT = "the same text"
    NEAR_TEXT = "nearly the same text"
    TITLE = "the same title and date"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Something that the library has much the same: where it stood, its title, and what it is like.

    `path` is its file, to add it after all; `added` says whether it was added. `like` has the id 0
    where it came in with the same import a moment before.
    """

    where: str
    path: Path
    title: str
    like: Source
    likeness: Likeness
    added: bool

    @property
    def sentence(self) -> str:
        """What it is like, for the reviewer."""
        done = "It was added all the same." if self.added else "It was not added."
        return f"{self.where} has {self.likeness} as “{self.like.title}”. {done}"


@dataclass(frozen=True, slots=True)
class SourceImport:
    """The outcome of adding sources from files.

    `sources` are those added, in the file's order; `present` counts those that the library held
    already, word for word. `batch_id` names the import, to take it out as one; 0 where nothing was
    added by a batch. `failed` counts the files of which nothing could be used. `stopped` is the
    sentence of why it ended early, or empty; what was finished by then is kept.
    """

    sources: tuple[Source, ...]
    present: int = 0
    skipped: tuple[Skipped, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    batch_id: int = 0
    failed: int = 0
    stopped: str = ""


@dataclass(frozen=True, slots=True)
class BatchRemoval:
    """The outcome of taking out what one import brought: how many went, and which had to stay."""

    sources: int
    kept: tuple[Source, ...] = ()

    @property
    def sentence(self) -> str:
        """What was done, and what was kept and why."""
        noun = "source was" if self.sources == 1 else "sources were"
        gone = f"{self.sources:,} {noun} removed."
        if not self.kept:
            return gone
        if len(self.kept) == 1:
            return f"{gone} “{self.kept[0].title}” stays, because evidence quotes it."
        return f"{gone} {len(self.kept):,} stay, because evidence quotes them."


@dataclass(frozen=True, slots=True)
class SampleRemoval:
    """The outcome of removing the sample: how many sources went, and which had to stay.

    A sample source stays where evidence of one of the reviewer's own articles quotes it: taking it
    away would take the ground from under a verdict.
    """

    sources: int
    articles: int
    kept: tuple[Source, ...] = ()

    @property
    def sentence(self) -> str:
        """What was done, and what was kept and why."""
        gone = "The sample is removed." if self.sources or self.articles else "No sample is here."
        if not self.kept:
            return gone
        if len(self.kept) == 1:
            rest = f"“{self.kept[0].title}” stays, because evidence of your own articles quotes it."
        else:
            rest = f"{len(self.kept)} of its sources stay, because your own articles quote them."
        return f"{gone} {rest}" if self.sources or self.articles else rest

    def __str__(self) -> str:
        return self.sentence
