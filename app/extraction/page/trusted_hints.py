"""Which hints of a file about its own text are believed. Knows looks and scores, no zone's rule."""

from __future__ import annotations

from app.extraction.page.body import find_body
from app.extraction.page.lines import Page
from app.extraction.page.scores import body_scores
from app.extraction.page.words import Sort
from app.model.article import ARTICLE_ZONES, ZoneKind

#: What a line is by its wording alone, whatever the file calls it: an HTML body is full of buttons.
_PLAIN_BY_WORDS = (Sort.FURNITURE, Sort.RELATED, Sort.LINK, Sort.TAGS, Sort.COMMENTS, Sort.CREDIT)
#: What a file may call its article by mistake.
_ASIDE = frozenset(
    {ZoneKind.FURNITURE, ZoneKind.RELATED, ZoneKind.MASTHEAD, ZoneKind.CAPTION, ZoneKind.TAGS}
)
#: Prose of such a score is an article; less than this share of it is not its body.
_ARTICLE, _LEAST_SHARE = 4.0, 0.2


def trusted(page: Page) -> list[ZoneKind | None]:
    """The page's hints without the absurd ones, which become None.

    A single hint is absurd where it calls a button or a line of rights the article's own. All that
    name a body are where they hold hardly any of the page's prose (a lone notice), and all that set
    something aside are where they leave hardly any prose to be the body.
    """
    told: list[ZoneKind | None] = [
        None if kind in ARTICLE_ZONES and page.looks[index].sort in _PLAIN_BY_WORDS else kind
        for index, kind in enumerate(page.told)
    ]
    if not any(told):
        return told
    scores = body_scores(page.untold())
    first, last = find_body(page.untold(), scores, len(page))
    prose = [max(score, 0.0) for score in scores]
    run = sum(prose[at] for at in range(first, last + 1) if told[at] in (None, *ARTICLE_ZONES))
    body = sum(prose[at] for at, kind in enumerate(told) if kind in ARTICLE_ZONES)
    if run >= _ARTICLE and body < _LEAST_SHARE * run:
        told = [None if kind in ARTICLE_ZONES else kind for kind in told]
    left = sum(prose[at] for at, kind in enumerate(told) if kind in (None, *ARTICLE_ZONES))
    aside = sum(prose[at] for at, kind in enumerate(told) if kind in _ASIDE)
    if aside >= _ARTICLE and left < _LEAST_SHARE * aside:
        told = [None if kind in _ASIDE else kind for kind in told]
    return told
