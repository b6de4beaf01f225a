"""Paragraphs, tables and boxes of a text document while its XML or RTF is walked, in reading order.

Knows no format: the walkers of DOCX, ODT and RTF say what begins and what ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.extraction.formats.marked_text import MarkedText
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind


@dataclass(slots=True)
class Paragraph:
    """A finished paragraph and what the file says it is."""

    text: MarkedText
    kind: ZoneKind | None = None


@dataclass(slots=True)
class _Story:
    """A run of paragraphs: the body, a cell, a text box. `open` is the one not yet ended."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    open: MarkedText | None = None
    boxes: list[Paragraph] = field(default_factory=list)
    rows: list[list[list[Paragraph]]] = field(default_factory=list)


class Flow:
    """Where a walker writes. Ends without a begin are forgiven; what was begun is never lost.

    A text box comes after the paragraph that it is anchored in. A row of a table is one line, its
    cells parted by tabs, where each cell holds one paragraph; a row of longer cells (a table that
    only lays out a page) is read cell by cell, as paragraphs of their own.
    """

    def __init__(self) -> None:
        self._stories = [_Story()]

    @property
    def text(self) -> MarkedText:
        """The paragraph that is being written; begun where none is."""
        story = self._stories[-1]
        if story.open is None:
            story.open = MarkedText()
        return story.open

    @property
    def depth(self) -> int:
        """How many stories stand in one another."""
        return len(self._stories)

    def begin_paragraph(self) -> None:
        """A paragraph begins; it goes on where the one before it was not ended."""
        _ = self.text

    def end_paragraph(self, kind: ZoneKind | None = None) -> Paragraph:
        """The paragraph is over, and is answered; boxes that were anchored in it follow."""
        story = self._stories[-1]
        ended = Paragraph(self.text, kind)
        story.open = None
        story.paragraphs.append(ended)
        story.paragraphs.extend(story.boxes)
        story.boxes.clear()
        return ended

    def begin_box(self) -> None:
        """A text box, a frame or a cell begins: a story of its own."""
        self._stories.append(_Story())

    def end_box(self) -> None:
        """The box is over; it waits for the end of the paragraph around it."""
        if len(self._stories) == 1:
            return
        found = self._close()
        outer = self._stories[-1]
        (outer.paragraphs if outer.open is None else outer.boxes).extend(found)

    def begin_row(self) -> None:
        """A row of a table begins; its cells follow."""
        self._stories[-1].rows.append([])

    def end_cell(self) -> None:
        """The box that was begun for a cell is over."""
        if len(self._stories) == 1:
            return
        found = self._close()
        outer = self._stories[-1]
        if outer.rows:
            outer.rows[-1].append(found)
        else:
            outer.paragraphs.extend(found)

    def end_row(self) -> None:
        """The row is over."""
        story = self._stories[-1]
        if story.rows:
            story.paragraphs.extend(_row(story.rows.pop()))

    def close(self) -> list[Paragraph]:
        """All paragraphs in order; nothing may be written after it."""
        while len(self._stories) > 1:
            self.end_box()
        return self._close()

    def _close(self) -> list[Paragraph]:
        story = self._stories.pop()
        while story.rows:
            story.paragraphs.extend(_row(story.rows.pop(0)))
        if story.open is not None:
            story.paragraphs.append(Paragraph(story.open))
        story.paragraphs.extend(story.boxes)
        return story.paragraphs


def _row(cells: list[list[Paragraph]]) -> list[Paragraph]:
    filled = [[one for one in cell if not one.text.is_blank()] for cell in cells]
    if len(cells) < 2 or any(len(cell) > 1 for cell in filled):
        return [one for cell in cells for one in cell]
    line = MarkedText()
    for number, cell in enumerate(cells):
        if number:
            line.write("\t")
        for one in cell:
            line.append(one.text)
    return [Paragraph(line)]


def add_all(paragraphs: list[Paragraph], builder: TextBuilder, kind: ZoneKind | None) -> None:
    """Hand the paragraphs to the builder; `kind` is that of those without one."""
    for paragraph in paragraphs:
        paragraph.text.add_to(builder, paragraph.kind or kind)


def joined(paragraphs: list[Paragraph], between: str = "\n") -> MarkedText:
    """All paragraphs that hold something, as one."""
    whole = MarkedText()
    for paragraph in paragraphs:
        if not paragraph.text.is_blank():
            if len(whole):
                whole.write(between)
            whole.append(paragraph.text)
    return whole


def numbered(number: str, note: MarkedText) -> Paragraph:
    """A note with its number before it, as it is printed."""
    text = MarkedText()
    text.write(f"{number} ")
    note.strip_left()
    text.append(note)
    return Paragraph(text)
