"""A source's text cut into passages that can be searched and quoted. Knows no store and no zone."""

from __future__ import annotations

from app.extraction.blocks import find_blocks
from app.model.span import Span
from app.text.sentences import sentences

#: A paragraph of so many sentences stays one passage unless it is longer than `LONGEST`.
_MOST_SENTENCES = 3
#: No passage of several sentences is longer than this, in characters.
LONGEST = 700


def split_passages(text: str) -> tuple[tuple[Span, str], ...]:
    """The passages of `text` in order, each with its place ("¶ 3", paragraphs counted from 1).

    A passage is one to three whole sentences of one paragraph, as even as may be, and longer than
    700 characters only where a single sentence is. Every word lies in exactly one passage.
    """
    passages: list[tuple[Span, str]] = []
    for number, block in enumerate(find_blocks(text), start=1):
        place = f"¶ {number}"
        found = sentences(text, Span(block.start, block.end))
        passages.extend((span, place) for span in _grouped(found))
    return tuple(passages)


def _grouped(found: list[Span]) -> list[Span]:
    """Neighbouring sentences joined to passages: four become two and two, not three and one."""
    spans: list[Span] = []
    at = 0
    while at < len(found):
        left = len(found) - at
        groups = -(-left // _MOST_SENTENCES)
        take = -(-left // groups)
        while take > 1 and found[at + take - 1].end - found[at].start > LONGEST:
            take -= 1
        spans.append(Span(found[at].start, found[at + take - 1].end))
        at += take
    return spans
