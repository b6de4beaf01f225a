"""What an import brought in and what a removal took out. Knows no file and no store."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.source import Source


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a file that could not be taken in: where it stands, and why not."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceImport:
    """The outcome of adding sources from one file.

    `sources` are those added, in the file's order; `present` counts those that the library held
    already, word for word.
    """

    sources: tuple[Source, ...]
    present: int = 0
    skipped: tuple[Skipped, ...] = ()


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
