"""The paragraphs of a page: its lines, with those joined that a paragraph was cut into.

A hard-wrapped text is cut at a width; a flattened page is cut at its links. Knows no zone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from app.extraction.page.words import is_ended

_BREAK = re.compile("[\n\u2028\u2029\x0c]")
_BLANK = frozenset(" \t\r\x0b\x1c\x1d\x1e\x1f\x85\u00a0\u202f\u3000\ufeff\u200b")
_WRAP_WIDTH = 120
_WRAPPED_SHARE = 0.25
_FULL_SHARE = 0.7
_CLAUSE_END = re.compile(r"[,.;:)’”](?:\s|$)")
#: So many lines that begin so show a page cut at its links; a line that may go on is so long.
_CUTS, _SHORTEST_OPEN = 2, 30
_NEW_BLOCK = re.compile(r"[•‣◦▪●#>]|[-*–—]\s|\d{1,2}[.)]\s")


class Block(NamedTuple):
    """A paragraph: where its words stand in the text, and its indent in characters.

    `gap` says whether a blank line stands before it.
    """

    start: int
    end: int
    indent: int
    gap: bool


def find_blocks(text: str) -> list[Block]:
    """The paragraphs of `text` in order; blank lines belong to none. Linear."""
    lines = _lines(text)
    if len(lines) < 3:
        return lines
    if _is_cut_at_links(text, lines):
        return _joined_at_links(text, lines)
    if not _is_hard_wrapped(text, lines):
        return lines
    width = max(line.end - line.start for line in lines)
    joined: list[Block] = []
    last_line = lines[0]
    for line in lines:
        if joined and not line.gap and _goes_on(text, last_line, line, width):
            before = joined[-1]
            joined[-1] = Block(before.start, line.end, before.indent, before.gap)
        else:
            joined.append(line)
        last_line = line
    return joined


def _lines(text: str) -> list[Block]:
    lines: list[Block] = []
    gap = False
    at = 0
    for stop in (*(found.start() for found in _BREAK.finditer(text)), len(text)):
        start, end = at, stop
        while start < end and text[start] in _BLANK:
            start += 1
        while end > start and text[end - 1] in _BLANK:
            end -= 1
        if start < end:
            lines.append(Block(start, end, start - at, gap))
            gap = False
        else:
            gap = True
        at = stop + 1
    return lines


def _is_cut_at_links(text: str, lines: list[Block]) -> bool:
    """Whether lines begin with signs that end a clause, as no whole paragraph does."""
    return sum(_CLAUSE_END.match(text, line.start) is not None for line in lines) >= _CUTS


def _joined_at_links(text: str, lines: list[Block]) -> list[Block]:
    """The paragraphs of a flattened page, in which every link stands on a line of its own.

    A line that begins as no paragraph does continues the one above. A link between an open line
    and such a line belongs to both.
    """
    continues = [not line.gap and _continues(text, line) for line in lines]
    joined: list[Block] = []
    for index, line in enumerate(lines):
        before = joined[-1] if joined else None
        if before is not None and (
            continues[index]
            or (
                not line.gap
                and continues[min(index + 1, len(lines) - 1)]
                and before.end - before.start > _SHORTEST_OPEN
                and not is_ended(text[before.end - _SHORTEST_OPEN : before.end])
            )
        ):
            joined[-1] = Block(before.start, line.end, before.indent, before.gap)
        else:
            joined.append(line)
    return joined


def _continues(text: str, line: Block) -> bool:
    """Whether a line begins as no paragraph does: in the lower case or with a sign."""
    return text[line.start].islower() or _CLAUSE_END.match(text, line.start) is not None


def _is_hard_wrapped(text: str, lines: list[Block]) -> bool:
    """Whether newlines only wrap: no long line, and often a next line begins in the lower case."""
    if max(line.end - line.start for line in lines) > _WRAP_WIDTH:
        return False
    following = [line for line in lines[1:] if not line.gap]
    lower = sum(text[line.start].islower() for line in following)
    return lower >= 2 and lower >= _WRAPPED_SHARE * len(following)


def _goes_on(text: str, before: Block, line: Block, width: int) -> bool:
    """Whether `line` continues the paragraph of the line before it, in a hard-wrapped text."""
    first = text[line.start : line.start + 4]
    if _NEW_BLOCK.match(first) or line.indent > before.indent + 1:
        return False
    if first[0].islower():
        return True
    length = before.end - before.start
    if length < _FULL_SHARE * width:
        return False
    return not (is_ended(text[before.start : before.end]) and length < 0.85 * width)
