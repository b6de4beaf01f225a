"""A page as zoning sees it: its paragraphs, what each looks like, and what stands there too often.

Knows no zone: which paragraph is the article's is decided in body.py and zones.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy

from app.extraction.datelines import dateline_end
from app.extraction.document import Hint
from app.extraction.page.blocks import Block, find_blocks
from app.extraction.page.invitations import invitations
from app.extraction.page.words import Sort, is_ended, look_at
from app.model.article import ZoneKind
from app.text.words import fold

#: So much of a paragraph is enough to see what it is.
_LOOK = 600
#: A line of so few words that stands there so often is a button or a label ("Reply").
_BUTTON_WORDS, _BUTTON_LENGTH, _OFTEN = 4, 40, 3
_AD_WORDS = 2
_HEADING_WORDS = 12
_NUMBERING = re.compile(r"^(?:\d{1,2}[.)]?){1,3}\s+|\[\w{1,20}\]$")
_EDGES = ".,;:!?()\"'“”‘’«»"
_PROSE = (Sort.PROSE, Sort.HALF_PROSE, Sort.CONSENT)


class Page:
    """The paragraphs of one text with their looks; `told` is what the file says of each, or None.

    A paragraph that a hint begins or ends in is cut there, so that each has one hint at most.
    """

    def __init__(self, text: str, hints: Sequence[Hint] = ()) -> None:
        self.text = text
        self.blocks, self.told = _cut_at_hints(text, find_blocks(text), hints)
        self.looks = [look_at(self.head(index)) for index in range(len(self.blocks))]
        self._prose = [look.sort in _PROSE for look in self.looks]
        self.buttons = self._buttons()
        self.contents = self._contents()
        self.invitations = invitations(self.looks, self.head)

    def __len__(self) -> int:
        return len(self.blocks)

    def untold(self) -> Page:
        """The same page as if its file had said nothing."""
        page = copy(self)
        page.told = [None] * len(self)
        return page

    def head(self, index: int) -> str:
        """The paragraph's words; of a long one its beginning and its end."""
        block = self.blocks[index]
        if block.end - block.start <= _LOOK:
            return self.text[block.start : block.end]
        return (
            self.text[block.start : block.start + _LOOK - 40]
            + " … "
            + self.text[block.end - 36 : block.end]
        )

    def length(self, index: int) -> int:
        """How many characters the paragraph has."""
        return self.blocks[index].end - self.blocks[index].start

    def is_prose(self, index: int) -> bool:
        """Whether the paragraph reads like sentences."""
        return 0 <= index < len(self._prose) and self._prose[index]

    def has_dateline(self, index: int) -> bool:
        """Whether the paragraph opens with an agency's dateline."""
        block = self.blocks[index]
        return dateline_end(self.text, block.start, block.end) > block.start

    def words(self, indices: Iterable[int]) -> set[str]:
        """The folded words of these paragraphs, without the signs at their edges."""
        return {
            fold(word.strip(_EDGES)) for index in indices for word in self.head(index).split()
        } - {""}

    def _buttons(self) -> set[int]:
        """The short lines that stand on the page three times or more, word for word."""
        short = {
            index: line.casefold()
            for index, look in enumerate(self.looks)
            if look.words <= _BUTTON_WORDS
            and self.length(index) <= _BUTTON_LENGTH
            and look.sort in (Sort.TITLE, Sort.LABEL, Sort.FURNITURE)
            and not is_ended(line := self.head(index))
        }
        often = Counter(short.values())
        for index, line in short.items():
            # Between two paragraphs a notice of advertising stands, or a heading that comes once.
            between = self.is_prose(index - 1) and self.is_prose(index + 1)
            often[line] += between and often[line] > 1 and self.looks[index].words <= _AD_WORDS
        return {index for index, line in short.items() if often[line] >= _OFTEN}

    def _contents(self) -> set[int]:
        """The lines of a table of contents: each stands again below, right above sentences."""
        headings: set[str] = set()
        found = set()
        for index in range(len(self.blocks) - 1, -1, -1):
            if self.is_prose(index) or self.looks[index].words > _HEADING_WORDS:
                continue
            line = _NUMBERING.sub("", self.head(index)).casefold()
            if self.is_prose(index + 1):
                headings.add(line)
            elif line in headings:
                found.add(index)
        return found


def _cut_at_hints(
    text: str, blocks: list[Block], hints: Sequence[Hint]
) -> tuple[list[Block], list[ZoneKind | None]]:
    """The paragraphs, cut where a hint begins or ends inside one, and what each is told to be."""
    if not hints:
        return blocks, [None] * len(blocks)
    pieces: list[Block] = []
    told: list[ZoneKind | None] = []
    hints = sorted((hint for hint in hints if len(hint.span)), key=lambda hint: hint.span)
    at = 0
    for block in blocks:
        start = block.start
        while start < block.end:
            while at < len(hints) and hints[at].span.end <= start:
                at += 1
            kind, end = None, block.end
            if at < len(hints) and hints[at].span.start <= start:
                kind, end = hints[at].kind, min(end, hints[at].span.end)
            elif at < len(hints):
                end = min(end, hints[at].span.start)
            if text[start:end].strip():
                first = start == block.start
                pieces.append(Block(start, end, block.indent * first, block.gap and first))
                told.append(kind)
            start = end
            while start < block.end and text[start].isspace():
                start += 1
    return pieces, told
