"""What holds at a place of an RTF file: the group, the story, the table it is in.

Knows no word of RTF.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.extraction.formats.flow import Flow
from app.extraction.formats.marked_text import Point


@dataclass(slots=True)
class Text:
    """A story that is being written, and where in a table it is."""

    flow: Flow = field(default_factory=Flow)
    in_row: bool = False
    in_cell: bool = False
    said_cell: bool = False

    def before_words(self) -> None:
        """Begin the cell that the next words belong to, or end the table that they come after."""
        if self.said_cell and not self.in_cell:
            if not self.in_row:
                self.flow.begin_row()
            self.flow.begin_box()
            self.in_row = self.in_cell = True
        elif self.in_row and not self.said_cell and not self.in_cell:
            self.end_row()

    def end_cell(self) -> None:
        """A cell is over, also where nothing was in it."""
        self.said_cell = True
        self.before_words()
        self.flow.end_paragraph()
        self.flow.end_cell()
        self.in_cell = False

    def end_row(self) -> None:
        """A row is over."""
        if self.in_cell:
            self.end_cell()
        if self.in_row:
            self.flow.end_row()
        self.in_row = False


@dataclass(slots=True)
class Field:
    """A field: its code, and what it shows."""

    code: str = ""
    start: Point | None = None
    end: Point | None = None
    words: str = ""


@dataclass(slots=True)
class Aside:
    """A note or comment: where it stands, and how many sources had been named before it."""

    kind: str
    place: Point
    marks: int


@dataclass(slots=True)
class Group:
    """What holds between two braces, and what is to be done where they end."""

    text: Text
    page: str = "cp1252"
    skip_after_unicode: int = 1
    hidden: bool = False
    deleted: bool = False
    passed_over: bool = False
    captured: list[str] | None = None
    table: str = ""
    ends: Callable[[], None] | None = None

    def inner(self) -> Group:
        """A group that begins in this one."""
        return Group(
            self.text,
            self.page,
            self.skip_after_unicode,
            self.hidden,
            self.deleted,
            self.passed_over,
            self.captured,
            self.table,
        )
