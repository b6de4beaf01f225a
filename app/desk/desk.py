"""The desk: one library with every verb of the trade on it. Knows no window and no command line.

A desk belongs to the thread that opened it; `reader` gives another thread one of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.desk.acknowledgement import acknowledge_on
from app.desk.articles import Articles
from app.desk.backups import Backups
from app.desk.claims import ClaimEditing
from app.desk.history import History
from app.desk.matching import Matching
from app.desk.reports import Reports
from app.desk.review import Reviewing
from app.desk.sample import Sample
from app.desk.scales import load_scale
from app.desk.sources import Sources
from app.library.library import Library
from app.model.changes import Changes
from app.model.library import Finding, LibraryInfo
from app.model.rating import RatingScale


class Desk:
    """A library open for work. Every verb raises a ClaimdeskError for what a user can cause."""

    def __init__(
        self, library: Library, resources: Path, seeds: Path, reviewer: str, scale: RatingScale
    ) -> None:
        self._library = library
        self._resources = resources
        self._seeds = seeds
        self._reviewer = reviewer
        self.scale = scale
        self.articles = Articles(library)
        self.sources = Sources(library)
        self.matching = Matching(library)
        self.review = Reviewing(library, scale, reviewer)
        self.claims = ClaimEditing(library, self.review)
        self.sample = Sample(library, self.articles, resources / "sample", seeds)
        self.reports = Reports(library, self.articles, scale, resources / "templates")
        self.history = History(library)
        self.backups = Backups(library)

    @classmethod
    def open(cls, path: Path, resources: Path, seeds: Path, *, reviewer: str = "") -> Desk:
        """Open the library at `path` for writing, or make it. Raises LibraryError."""
        scale = load_scale(resources / "rating_scales.toml")
        library = Library.create_or_open(path)
        acknowledge_on(library)
        return cls(library, resources, seeds, reviewer, scale)

    @classmethod
    def open_read_only(cls, path: Path, resources: Path, seeds: Path) -> Desk:
        """Open a library that is there, only to read: verbs that write raise LibraryError.

        Raises LibraryError where there is none or it cannot be read.
        """
        scale = load_scale(resources / "rating_scales.toml")
        return cls(Library.open_read_only(path), resources, seeds, "", scale)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._library.path

    def reader(self) -> Desk:
        """A desk on a connection of its own that only reads, for the thread that calls this.

        Its verbs that write raise LibraryError.
        """
        library = self._library.reader()
        return Desk(library, self._resources, self._seeds, self._reviewer, self.scale)

    def on_change(self, listener: Callable[[Changes], None]) -> None:
        """Call `listener` after each committed step, in the thread that wrote."""
        self._library.on_change(listener)

    def info(self) -> LibraryInfo:
        """The library in figures."""
        return self._library.info()

    @property
    def ended_uncleanly(self) -> bool:
        """Whether whoever wrote here before was killed or lost its power: `check` then."""
        return self._library.ended_uncleanly

    def check(self) -> list[Finding]:
        """What is not as it was written, worst first; empty for a sound library.

        Reads every row: about a second for 100,000 passages. Raises LibraryError where the file
        is too damaged to be read through.
        """
        return self._library.check()

    def close(self) -> None:
        """Close the connection."""
        self._library.close()
