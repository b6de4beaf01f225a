"""What a library says about itself: its figures, and what a check of it found. Knows no store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.model.article import ArticleSummary


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """A library in figures.

    `schema` is the number of the newest migration applied. `reviewed` counts the claims that have
    a verdict in force, `verdicts` every entry of the log, cleared and replaced ones included.
    `bytes` is the size of the database without its write-ahead log, `sqlite` the version of SQLite.
    """

    path: Path
    schema: int
    sources: int
    passages: int
    articles: int
    claims: int
    reviewed: int
    verdicts: int
    bytes: int
    sqlite: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup of a library: its file, when it was made (UTC), and its size in bytes."""

    path: Path
    made: datetime
    bytes: int


@dataclass(frozen=True, slots=True)
class BackupContents:
    """What a backup holds: its figures and its articles, the newest first.

    `trouble` says why it cannot be looked into, and is empty where `info` is there.
    """

    backup: Backup
    info: LibraryInfo | None = None
    articles: tuple[ArticleSummary, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Recovery:
    """What came of recovering a damaged library.

    `aside` is the folder with the damaged files, untouched. `backup` is the backup that what could
    not be read was taken from, or None. `lost` names what is in neither, one sentence each.
    """

    aside: Path
    backup: Path | None
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check of the library found changed or damaged.

    `noun` is what it concerns ("verdict", "evidence", "article", "claim", "source", "passage",
    "library") and `id` which one, 0 for the library as a whole; `sentence` says what is wrong.
    """

    noun: str
    id: int
    sentence: str
