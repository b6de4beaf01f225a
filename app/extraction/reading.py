"""All that is read out of an article: sentences, days and names. Knows no claim and no store.

What was read is kept for the latest articles, so that an edit need not read all of it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from app.extraction.datelines import dateline_end
from app.extraction.page.blocks import find_blocks
from app.model.article import Publication, Zone, ZoneKind
from app.model.reading import NameMention, Quantity, Reading
from app.model.span import Span
from app.text.dates.find import find_dates
from app.text.names.find import find_names
from app.text.quantities import find_quantities
from app.text.sentences import sentences

#: Days, names and figures are read up to here, in characters: a book is as long.
READ_LIMIT = 500_000
#: So many states of articles are kept as they were read: the one at work, and those that undo and
#: redo come back to.
KEPT = 4

#: Zones that name the article's own people and places without being its report.
_NAMING = frozenset({ZoneKind.HEADLINE, ZoneKind.CAPTION})
# Signs of lists, headings and quotations before the first word of a paragraph.
_LEADING = re.compile(r"(?:(?:[•‣◦▪●*–—-]|\d{1,2}[.)]|#{1,6}|>)[ \t\u00a0]{1,4}){1,3}")


@lru_cache(maxsize=KEPT)
def read(text: str, zones: tuple[Zone, ...], publication: Publication) -> Reading:
    """The sentences and days of the included zones, and the names of these, headline and caption.

    Days are settled by the day of publication in force; a day that was only inferred settles
    nothing. Spans count code points of `text`. Days and names stop at `READ_LIMIT`.
    """
    return Reading(
        sentences=article_sentences(text, zones),
        dates=find_dates(article_words(text, zones), publication.date),
        names=article_names(text, zones),
    )


@lru_cache(maxsize=KEPT)
def article_names(text: str, zones: tuple[Zone, ...]) -> tuple[NameMention, ...]:
    """The names of the included zones, headline and caption."""
    return find_names(article_words(text, zones, _NAMING))


@lru_cache(maxsize=KEPT)
def article_quantities(
    text: str, zones: tuple[Zone, ...], publication: Publication
) -> tuple[Quantity, ...]:
    """The quantities of the included zones, up to `READ_LIMIT`."""
    dates = [mention.span for mention in read(text, zones, publication).dates]
    return find_quantities(article_words(text, zones), dates)


@lru_cache(maxsize=KEPT)
def article_sentences(text: str, zones: tuple[Zone, ...]) -> tuple[Span, ...]:
    """The sentences of the included zones, without indents, list signs and datelines."""
    found: list[Span] = []
    for zone in zones:
        if not zone.included:
            continue
        inner = zone.span.of(text)
        for block in find_blocks(inner):
            start = zone.span.start + block.start
            end = zone.span.start + block.end
            found.extend(sentences(text, Span(_first_word(text, start, end), end)))
    return tuple(found)


def article_words(
    text: str, zones: Iterable[Zone], kinds: frozenset[ZoneKind] = frozenset()
) -> str:
    """The text with all but the included zones, and those of `kinds`, blanked out by newlines.

    Spans found in it are spans of `text`. It ends where the text does, or at `READ_LIMIT`.
    """
    pieces = []
    for zone in zones:
        if zone.span.start >= READ_LIMIT:
            break
        keep = zone.included or zone.kind in kinds
        pieces.append(zone.span.of(text) if keep else "\n" * len(zone.span))
    return "".join(pieces)[:READ_LIMIT]


def _first_word(text: str, start: int, end: int) -> int:
    """Where the report begins in a paragraph: after list signs and after its dateline."""
    signs = _LEADING.match(text, start, end)
    if signs is not None and signs.end() < end:
        start = signs.end()
    return dateline_end(text, start, end)
