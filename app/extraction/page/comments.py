"""Finds where the words of readers begin on a page. Knows the looks of paragraphs, no zone."""

from __future__ import annotations

import re

from app.extraction.page.lines import Page
from app.extraction.page.words import Sort

#: What stands between two readers' words: a name, a day, a button, within so many paragraphs.
_NEAR = 6
#: A label with so many short lines above it and below is an entry of a menu.
_MENU = 2
#: So many remarks make readers' words where no label says so.
_ROUNDS = 3
_SIGNATURE_WORDS, _SIGNATURE_LINES = 4, 3
#: The score of so much prose is an article; less may be a standfirst or a warning on top.
_ARTICLE = 4.0
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def comments_start(page: Page, scores: list[float]) -> int:
    """The paragraph where the readers' words begin, or the number of paragraphs.

    `scores` say how much each paragraph speaks for the body.
    """
    prose = [max(score, 0.0) for score in scores]
    total = sum(prose)
    pairs = _bulleted_pairs(page)
    marks = _marks(page)
    chain = _chain(page, marks, prose)
    before = 0.0
    for index, look in enumerate(page.looks):
        if look.sort is Sort.COMMENTS and not _in_menu(page, index):
            enough = before >= 0.5 * (total - before) or bool(pairs)
            marked = sum(near in marks for near in range(index + 1, index + 2 * _NEAR)) > 1
            if before > 0 and (enough or (marked and before >= 0.1 * total)):
                return index
        if index in pairs and len(pairs) > 1 and before > 0:
            enough = before >= 0.5 * (total - before)
            if enough or before >= _ARTICLE:
                return index
        if index == chain:
            return index
        before += prose[index]
    return len(page)


def _in_menu(page: Page, index: int) -> bool:
    """Whether a label stands among short lines only, or the file says what it is."""
    near = [*range(index - _MENU, index), *range(index + 1, index + 1 + _MENU)]
    menu = all(0 <= at < len(page) and page.looks[at].sort is Sort.LABEL for at in near)
    return menu or page.told[index] is not None


def signatures(page: Page) -> set[int]:
    """The lines that part the posts of a forum: three or more short ones, a day or a button among
    them.
    """
    found: set[int] = set()
    row: list[int] = []
    for index in range(len(page) + 1):
        short = index < len(page) and not page.is_prose(index)
        if short and page.looks[index].words <= _SIGNATURE_WORDS:
            row.append(index)
            continue
        if len(row) >= _SIGNATURE_LINES and any(
            at in page.buttons or _is_signed(page, at) for at in row
        ):
            found.update(row)
        row = []
    return found


def _bulleted_pairs(page: Page) -> set[int]:
    """Bulleted names, each with deeper indented words below it, as comment widgets print."""
    pairs = set()
    for index in range(len(page) - 1):
        look, block, below = page.looks[index], page.blocks[index], page.blocks[index + 1]
        if (
            look.bullet
            and look.words <= 6
            and look.sort in (Sort.LABEL, Sort.TITLE)
            and below.indent > block.indent
            and not below.gap
            and not page.looks[index + 1].bullet
        ):
            pairs.add(index)
    return pairs


def _marks(page: Page) -> set[int]:
    """The paragraphs that show whose words stand beside them: a name that says, a day, a button."""
    return page.buttons | {index for index in range(len(page)) if _is_signed(page, index)}


def _is_signed(page: Page, index: int) -> bool:
    """Whether a line says who wrote, or on which day; a mere clock heads a post of a live blog."""
    sort = page.looks[index].sort
    return sort is Sort.WRITER or (sort is Sort.DATE and _YEAR.search(page.head(index)) is not None)


def _chain(page: Page, marks: set[int], prose: list[float]) -> int:
    """Where a row of marked remarks begins that no label announces, or -1.

    Remarks come with a writer or a day each, and with more than one sort of mark; an article may
    hold one of these, but not both over and over.
    """
    start, before, last = -1, 0.0, -_NEAR - 1
    at_start = 0.0
    rounds, buttons, answered = 0, 0, True
    for index in range(len(page)):
        if index in marks:
            if index - last > _NEAR:
                start, at_start, rounds, buttons, answered = index, before, 0, 0, True
            last = index
            if answered and _is_signed(page, index):
                rounds, answered = rounds + 1, False
            buttons += index in page.buttons or page.looks[index].sort is Sort.WRITER
            if rounds >= _ROUNDS and buttons >= 2 and at_start >= _ARTICLE:
                return _name_above(page, start)
        else:
            answered = answered or prose[index] > 0
        before += prose[index]
    return -1


def _name_above(page: Page, start: int) -> int:
    """The line above the first mark when it may be the first writer's name."""
    above = page.looks[start - 1]
    return start - 1 if above.sort is Sort.LABEL and above.words <= 3 else start
