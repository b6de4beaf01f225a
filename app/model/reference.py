"""A bibliographic record as reference managers exchange it. Knows no file and no store."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """What somebody else checked and how they rated it, in their words; what is not told is empty.

    `text` is the claim and `claimed_by` who made it, `why` the explanation of the rating.
    """

    text: str
    rating: str = ""
    why: str = ""
    claimed_by: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A record of a work; the names of its fields are those of CSL (citationstyles.org).

    `where` is where it stood in its file ("line 3", "entry 12"). `issued` is an ISO day, month or
    year, or empty; `author` names all authors, parted by "; ". `text` is the work itself, empty in
    most records. `checked` is the claim that a fact check is about. `attachments` are stored files
    of the work.
    """

    where: str
    id: str = ""
    type: str = ""
    title: str = ""
    author: str = ""
    issued: str = ""
    container_title: str = ""
    publisher: str = ""
    language: str = ""
    url: str = ""
    doi: str = ""
    abstract: str = ""
    note: str = ""
    text: str = ""
    checked: CheckedClaim | None = None
    attachments: tuple[Path, ...] = ()


#: What a column of a table can be taken for, in the order that it is offered.
MAPPABLE = (
    "id", "type", "title", "author", "issued", "container_title", "publisher", "language", "url",
    "doi", "abstract", "note", "text",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The head of a table, and what its columns are taken for: field of `MAPPABLE` to column."""

    columns: tuple[str, ...]
    mapping: dict[str, str]
    rows: tuple[tuple[str, ...], ...]
