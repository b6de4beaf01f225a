"""A source's text cut into passages that can be searched and quoted. Knows no store and no zone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from app.extraction.page.blocks import find_blocks
from app.model.span import Span
from app.model.work import Work
from app.text.sentences import sentences

#: A paragraph of so many sentences stays one passage unless it is longer than `LONGEST`.
_MOST_SENTENCES = 3
#: No passage of several sentences is longer than this, in characters.
LONGEST = 700
#: So many paragraphs pass between two reports of progress.
_TICK_EVERY = 500


def split_passages(
    text: str, pages: Sequence[Span] = (), work: Work | None = None
) -> tuple[tuple[Span, str], ...]:
    """The passages of `text` in order, each with its place ("¶ 3", paragraphs counted from 1).

    A passage is one to three whole sentences of one paragraph, as even as may be, and longer than
    700 characters only where a single sentence is. Every word lies in exactly one passage.

    With `pages`, which partition the text, places are "p. 12, ¶ 3", paragraphs counted within
    their page. Sentences that begin on different pages share no passage, so only a sentence that
    itself runs over the end of a page lies on two: "pp. 12–13, ¶ 3", where it begins. What goes
    on from the page before is the next page's first paragraph.

    Ticks in characters now and then. Raises Cancelled.
    """
    passages: list[tuple[Span, str]] = []
    places = _Places(pages)
    for number, block in enumerate(find_blocks(text)):
        if work is not None and number % _TICK_EVERY == _TICK_EVERY - 1:
            work.tick(block.start, len(text), "Reading")
        found = sentences(text, Span(block.start, block.end))
        places.begin_paragraph()
        for _, same_page in groupby(found, key=lambda one: places.page(one.start)):
            passages.extend((span, places.of(span)) for span in _grouped(list(same_page)))
    return tuple(passages)


class _Places:
    """Names of places, asked for in the order of the text. Page 0 is a text without pages."""

    def __init__(self, pages: Sequence[Span]) -> None:
        self._starts = [page.start for page in pages]
        self._page = -1
        self._paragraph = 0
        self._begins = False

    def page(self, at: int) -> int:
        """The number of the page that this character stands on; the last of empty ones."""
        return bisect_right(self._starts, at)

    def begin_paragraph(self) -> None:
        """The places asked for from now on are in the next paragraph."""
        self._begins = True

    def of(self, span: Span) -> str:
        """The place of a passage."""
        first, last = self.page(span.start), self.page(max(span.start, span.end - 1))
        if first != self._page:
            self._page, self._paragraph = first, 1
        else:
            self._paragraph += self._begins
        self._begins = False
        paragraph = f"¶ {self._paragraph}"
        if not self._starts:
            return paragraph
        pages = f"p. {first}" if first == last else f"pp. {first}–{last}"
        return f"{pages}, {paragraph}"


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
