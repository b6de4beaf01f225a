"""Which blocks of a page are its article: trafilatura's answer, where it has one, and structure.

trafilatura gives up on deep nesting and large pages, and drops repeated paragraphs; so its answer
only says where the article is, and the density of running text answers where it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.extraction.formats.html.blocks import Box, TextBlock

#: Larger and deeper pages are not given to trafilatura: it answers nothing, or not in time.
_LARGEST = 4_000_000
_MOST_TAGS = 50_000
_PARAGRAPHS = frozenset({"p", "li", "blockquote", "pre"})
_WORD = re.compile(r"\w+")
_SHINGLE = 4
_ALIKE = 0.75
#: So much of the article's characters one box must hold to be the article's box.
_HOLDS = 0.9
_ENDS = (".", "!", "?", "…", "”", '"', "»", ":", "。", "！", "？", "」", "』", "؟", "۔", "।", ")")
_FEW, _LONG = 25, 160
_ENOUGH, _SOME = 0.75, 0.2


def is_prose(block: TextBlock) -> bool:
    """Whether a block reads like a paragraph of running text, in any script."""
    text = block.text
    # A sign of Chinese or Japanese says as much as two or three letters.
    length = len(text) + sum(char > "\u2e7f" for char in text[:_LONG])
    if block.linked > 0.5 or length < _FEW:
        return False
    return text.endswith(_ENDS) or length > _LONG


def is_sentence(block: TextBlock) -> bool:
    """Whether a block ends like a sentence, be it ever so short."""
    return block.linked <= 0.5 and block.text.endswith(_ENDS)


def main_blocks(
    markup: str, blocks: Sequence[TextBlock], boxes: Sequence[Box], aside: Sequence[bool]
) -> set[int]:
    """The places of the blocks that are the article's own text.

    `aside` says of each block whether the page itself sets it apart (menus, comments, …).
    """
    prose = [
        0 if aside[i] or not is_prose(block) else len(block.text) for i, block in enumerate(blocks)
    ]
    if not any(prose):  # set apart as a whole, so it is no aside
        prose = [len(block.text) if is_prose(block) else 0 for block in blocks]
    found = _by_trafilatura(markup, blocks)
    known = sum(len(blocks[place].text) for place in found)
    if known >= _ENOUGH * sum(prose) > 0:
        return found
    dense = _by_density(blocks, boxes, prose)
    # It missed paragraphs: where the text is dense they are. Elsewhere than that it went astray.
    return found | dense if found & dense and known >= _SOME * sum(prose) else dense


def article_box(places: set[int], blocks: Sequence[TextBlock], boxes: Sequence[Box]) -> int:
    """The innermost box with nearly all of these blocks' characters; -1 where there is none."""
    masses = [0] * len(boxes)
    for place in places:
        if blocks[place].box >= 0:
            masses[blocks[place].box] += len(blocks[place].text)
    total = sum(masses)
    for box in range(len(boxes) - 1, -1, -1):  # children stand behind their parents
        if boxes[box].parent >= 0:
            masses[boxes[box].parent] += masses[box]
    holding = [box for box, mass in enumerate(masses) if mass and mass >= _HOLDS * total]
    box = holding[-1] if holding else -1
    # A single paragraph found still has its neighbours.
    return boxes[box].parent if box >= 0 and boxes[box].tag in _PARAGRAPHS else box


def within(box: int, boxes: Sequence[Box]) -> list[bool]:
    """For each box whether it is this one or lies in it."""
    inside = [False] * len(boxes)
    for place, each in enumerate(boxes):
        inside[place] = place == box or (each.parent >= 0 and inside[each.parent])
    return inside


def _by_trafilatura(markup: str, blocks: Sequence[TextBlock]) -> set[int]:
    if len(markup) > _LARGEST or markup.count("<") > _MOST_TAGS:
        return set()
    import trafilatura

    try:
        extracted = trafilatura.extract(
            markup, include_comments=False, include_tables=True, favor_recall=True
        )
    except (RecursionError, ValueError, TypeError, AttributeError):
        extracted = None  # a page it was not written for; the density of text answers
    if not extracted:
        return set()
    lines = [tuple(_words(line)) for line in extracted.splitlines()]
    whole = set(lines)
    shingles = {shingle for line in lines for shingle in _shingles(line)}
    return {place for place, block in enumerate(blocks) if _is_among(block, whole, shingles)}


def _is_among(
    block: TextBlock, lines: set[tuple[str, ...]], shingles: set[tuple[str, ...]]
) -> bool:
    words = tuple(_words(block.text))
    if words in lines:
        return bool(words)
    own = _shingles(words)
    return bool(own) and sum(shingle in shingles for shingle in own) >= _ALIKE * len(own)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _by_density(
    blocks: Sequence[TextBlock], boxes: Sequence[Box], prose: Sequence[int]
) -> set[int]:
    """The prose of the box that holds most of it close by.

    A box earns the prose right in it, and half and a quarter of what its children and their
    children hold; as in Readability, so that a paragraph's own box does not win.
    """
    earned = [0.0] * (len(boxes) + 1)
    for place, block in enumerate(blocks):
        box, worth = block.box, float(prose[place])
        for share in (1.0, 1.0, 0.5, 0.25):
            if box < 0 or not worth:
                break
            earned[box] += share * worth
            box = boxes[box].parent
    best = max(range(len(earned)), key=earned.__getitem__)
    inside = within(best, boxes)
    found = {
        i for i, block in enumerate(blocks) if prose[i] and block.box >= 0 and inside[block.box]
    }
    return found or {place for place, worth in enumerate(prose) if worth}
