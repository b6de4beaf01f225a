"""Words that a file does not show, put in behind the end of an article's text. Knows no store.

Behind its end, because every offset into the text must stay what it was.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from app.model.article import Article, Zone, ZoneKind
from app.model.span import Span
from app.text.normal import digest

_BETWEEN = "\n\n"
#: Told from then on, so that nobody takes them for words that a reader of the file sees.
NOTICE = "At the end of the text stand words that the file does not show; they were put in by hand."


def append_left_out(article: Article, rows: Collection[int]) -> Article:
    """The article with those of its left-out stretches that `rows` numbers standing at its end.

    Each is a zone that is not included. Stretches that stand there already are left where they are.
    """
    if all(article.left_out[row].span is not None for row in rows):
        return article
    text, zones, left_out = article.text, list(article.zones), list(article.left_out)
    for row in sorted(rows):
        if left_out[row].span is not None:
            continue
        text += _BETWEEN
        zones[-1] = replace(zones[-1], span=Span(zones[-1].span.start, len(text)))
        span = Span(len(text), len(text) + len(left_out[row].text))
        text += left_out[row].text
        zones.append(Zone(span, ZoneKind.HIDDEN, included=False))
        left_out[row] = replace(left_out[row], span=span)
    pages = article.pages
    if pages:
        pages = (*pages[:-1], Span(pages[-1].start, len(text)))
    return replace(
        article,
        text=text,
        digest=digest(text),
        zones=tuple(zones),
        pages=pages,
        notices=tuple(dict.fromkeys((*article.notices, NOTICE))),
        left_out=tuple(left_out),
    )
