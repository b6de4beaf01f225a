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
from app.desk.rescaling import Rescaling
from app.desk.review import Reviewing
from app.desk.review_import import import_review
from app.desk.sample import Sample
from app.desk.scales import Scales, load_scales
from app.desk.sources import Sources
from app.library.library import Library
from app.model.changes import Changes
from app.model.library import Finding, LibraryInfo
from app.model.report import ReviewImport
from app.model.work import Work


class Desk:
    """A library open for work. Every verb raises a ClaimdeskError for what a user can cause."""

    def __init__(
        self,
        library: Library,
        resources: Path,
        seeds: Path,
        reviewer: str,
        scales: Scales,
        scale: str = "",
    ) -> None:
        self._library = library
        self._resources = resources
        self._seeds = seeds
        self._reviewer = reviewer
        self.scales = scales
        self.scale = scales.get(scale) if scale else scales.default
        self.articles = Articles(library)
        self.sources = Sources(library)
        self.matching = Matching(library)
        self.review = Reviewing(library, self.scale, reviewer)
        self.rescaling = Rescaling(library, scales, reviewer)
        self.claims = ClaimEditing(library, self.review)
        self.sample = Sample(library, self.articles, resources / "sample", seeds)
        self.reports = Reports(library, self.articles, self.scale, scales, resources)
        self.history = History(library)
        self.backups = Backups(library)

    @classmethod
    def open(
        cls,
        path: Path,
        resources: Path,
        seeds: Path,
        *,
        reviewer: str = "",
        house_scales: Path | None = None,
        scale: str = "",
    ) -> Desk:
        """Open the library at `path` for writing, or make it.

        `house_scales` is the reviewer's own file of rating scales, `scale` the key of the one that
        new verdicts are given on. Raises LibraryError, InputError for scales that cannot be used.
        """
        scales = load_scales(resources / "rating_scales.toml", house_scales)
        if scale:
            scales.get(scale)
        library = Library.create_or_open(path)
        acknowledge_on(library)
        return cls(library, resources, seeds, reviewer, scales, scale)

    @classmethod
    def open_read_only(
        cls, path: Path, resources: Path, seeds: Path, *, house_scales: Path | None = None
    ) -> Desk:
        """Open a library that is there, only to read: verbs that write raise LibraryError.

        Raises LibraryError where there is none or it cannot be read, InputError for scales that
        cannot be used.
        """
        scales = load_scales(resources / "rating_scales.toml", house_scales)
        return cls(Library.open_read_only(path), resources, seeds, "", scales)

    @property
    def reviewer(self) -> str:
        """Who signs verdicts here; may be empty."""
        return self._reviewer

    def sign_as(self, reviewer: str) -> None:
        """Sign the verdicts given from now on with this name."""
        self._reviewer = reviewer
        self.review.sign_as(reviewer)

    @property
    def path(self) -> Path:
        """The library's file."""
        return self._library.path

    def reader(self) -> Desk:
        """A desk on a connection of its own that only reads, for the thread that calls this.

        Its verbs that write raise LibraryError.
        """
        library = self._library.reader()
        key = self.scale.key
        return Desk(library, self._resources, self._seeds, self._reviewer, self.scales, key)

    def import_review(self, path: Path, work: Work | None = None) -> ReviewImport:
        """Take in a review that was exported as a JSON dossier, in one step that can be undone.

        Raises InputError for a file that is no whole dossier or whose article is here already,
        LibraryError, Cancelled; nothing is kept then.
        """
        return import_review(self._library, self.reports, self.scales, path, work)

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
