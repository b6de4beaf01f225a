"""The passages of a source as the library keeps them: none so long that nobody could compare it.

Knows no store.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.passages import split_passages
from app.model.span import Span
from app.model.work import Work

#: No passage is longer, in characters. A text without full stops would else be one passage of
#: many megabytes, and each claim that shares a word with it would wait for a minute.
LONGEST = 2_000


def cut_passages(
    text: str, pages: Sequence[Span] = (), work: Work | None = None
) -> tuple[tuple[Span, str], ...]:
    """The passages of `text` with their places; those without an end are cut between words.

    `pages` partition a paged text, whose places then name the page.
    Every word lies in exactly one passage; only a word longer than 2,000 characters is cut.
    Ticks in characters. Raises Cancelled.
    """
    return tuple(
        (piece, place)
        for span, place in split_passages(text, pages, work)
        for piece in _pieces(text, span)
    )


def _pieces(text: str, span: Span) -> list[Span]:
    pieces: list[Span] = []
    start = span.start
    while span.end - start > LONGEST:
        end = start + LONGEST
        while end > start and not text[end].isspace():
            end -= 1
        end = end if end > start else start + LONGEST
        pieces.append(Span(start, end))
        start = end
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end or not pieces:
        pieces.append(Span(start, span.end))
    return pieces
