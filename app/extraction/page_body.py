"""Finds which paragraphs of a page are the article's body. Knows their looks and no label of zones.

Each paragraph is scored by its looks; the contiguous run with the best sum is the body (Kadane's
maximum subarray, as in Pasternack and Roth 2009, "Extracting article text from the web with maximum
subsequence segmentation"). A paragraph's neighbours weigh in (Kohlschütter et al. 2010,
"Boilerplate detection using shallow text features"): a long row of short lines costs little more
than a short one, for ingredients and tables stand inside articles, and sentences that stand alone
between titles count less, for so do the teasers of other articles.
"""

from __future__ import annotations

from app.extraction.page import Page
from app.extraction.page_words import Look, Sort
from app.model.article import ARTICLE_ZONES

_SCORES = {
    Sort.TITLE: -1.5,
    Sort.LABEL: -1.0,
    Sort.ROW: -0.4,
    Sort.DATE: -0.5,
    Sort.BYLINE: -1.0,
    Sort.CREDIT: -1.0,
    Sort.CAPTION: -1.0,
    Sort.FURNITURE: -1.0,
    Sort.RELATED: -3.0,
    Sort.LINK: -0.7,
    Sort.TAGS: -3.0,
    Sort.COMMENTS: -5.0,
    Sort.WRITER: -1.0,
    Sort.RULE: -0.2,
}
_SHORT_SORTS = (Sort.TITLE, Sort.LABEL, Sort.ROW)
_LINK_SORTS = (Sort.RELATED, Sort.TAGS)
#: Each further short line of a row costs this share of the one before; so does what the file itself
#: calls no body, of which any amount may lie between two pages of one article.
_LESS = 0.8
_TOLD_OTHER = -0.4
#: Sentences of so few words between titles are teasers more often than not.
_TEASER_WORDS, _TEASER, _UNDER_LINKS = 25, 0.5, 0.3
#: The items of a list that a line with a colon announces cost next to nothing.
_ANNOUNCED, _ANNOUNCING = -0.2, (":", "：")
#: An opening paragraph of so many words may stand above a list that belongs to the body.
_OPENING_WORDS, _LONGEST_LIST = 12, 25
_ROWS = 3


def find_body(page: Page, scores: list[float], limit: int) -> tuple[int, int]:
    """First and last paragraph of the body, which ends before `limit`; where there is none, the
    last one stands above the first.
    """
    best = 0.0
    found: tuple[int, int] | None = None
    total, begin = 0.0, 0
    for index in range(limit):
        if total <= 0:
            total, begin = 0.0, index
        total += scores[index]
        if total > best:
            best, found = total, (begin, index)
    if found is None:
        return _body_without_prose(page, limit)
    return found[0], _with_table(page, found[1], limit)


def body_scores(page: Page) -> list[float]:
    """How much each paragraph speaks for the body (above zero) or against it."""
    scores: list[float] = []
    row = 1.0
    under_links = announced = False
    tags = _tags_below(page)
    for index, look in enumerate(page.looks):
        told = page.told[index]
        if page.is_prose(index) and (told is None or told in ARTICLE_ZONES):
            row = 1.0
            under_links = under_links and not page.is_prose(index - 1)
            announced = page.head(index).endswith(_ANNOUNCING)
            score = _prose_score(look)
            if under_links:
                score *= _UNDER_LINKS
            elif index > tags and _is_teaser(page, index):
                score *= _TEASER
            scores.append(score)
            continue
        announced = announced and (look.bullet or look.sort in _SHORT_SORTS)
        cost = _SCORES[look.sort]
        if told is not None and told not in ARTICLE_ZONES:
            cost, row = _TOLD_OTHER * row, row * _LESS
        elif announced:
            cost = _ANNOUNCED if look.bullet else 2 * _ANNOUNCED
        elif look.sort in _LINK_SORTS:
            # Links above the topics stand inside the article, which ends at its topics.
            inside = index < tags
            under_links = not inside
            cost = _SCORES[Sort.LINK] if inside else cost
        elif index in page.buttons:
            cost = _SCORES[Sort.FURNITURE]
        elif look.sort in _SHORT_SORTS:
            cost, row = cost * row, row * _LESS
        scores.append(cost)
    return scores


def _tags_below(page: Page) -> int:
    """The first list of topics that stands right below prose, or -1."""
    for index, look in enumerate(page.looks):
        if look.sort is Sort.TAGS and page.is_prose(index - 1):
            return index
    return -1


def _prose_score(look: Look) -> float:
    if look.sort is Sort.HALF_PROSE:
        return 1.0
    return 0.5 if look.words < 5 else 1.5 + min(look.words, 80) / 20


def _is_teaser(page: Page, index: int) -> bool:
    """Whether a few words stand below a title, and so do those two lines above or below them."""
    few = page.looks[index].words < _TEASER_WORDS
    return (
        few
        and _is_titled(page, index)
        and (_is_titled(page, index - 2) or _is_titled(page, index + 2))
    )


def _is_titled(page: Page, index: int) -> bool:
    """Whether one paragraph of prose stands alone below a title."""
    if index < 1 or not page.is_prose(index) or page.is_prose(index + 1):
        return False
    above = page.looks[index - 1]
    return above.sort in (Sort.TITLE, Sort.LABEL) and not above.heading and not above.bullet


def _body_without_prose(page: Page, limit: int) -> tuple[int, int]:
    """The body of a page where no line ends like a sentence: all after a short first line."""
    plain = [
        index
        for index in range(limit)
        if page.looks[index].sort in (*_SHORT_SORTS, Sort.HALF_PROSE)
        and page.told[index] in (None, *ARTICLE_ZONES)
    ]
    if not plain:
        return limit, limit - 1
    if len(plain) > 1 and 2 * page.length(plain[0]) < page.length(plain[1]):
        return plain[1], plain[-1]
    return plain[0], plain[-1]


def with_opening(page: Page, headline: int, first: int) -> int:
    """Where the body begins that the best run lets begin at `first`, below the headline.

    An opening paragraph is taken in across a list or a few controls: "Ingredients" and their kind.
    """
    for index in range(headline + 1, first):
        if not page.is_prose(index) or page.told[index] is not None:
            continue
        between = [page.looks[at].sort for at in range(index + 1, first)]
        lines = sum(sort in (*_SHORT_SORTS, Sort.PROSE, Sort.HALF_PROSE) for sort in between)
        clean = len(between) - lines <= 1
        if page.looks[index].words >= _OPENING_WORDS and clean and lines <= _LONGEST_LIST:
            return index
    return first


def _with_table(page: Page, last: int, limit: int) -> int:
    """The last paragraph of the body when rows of a table follow it."""
    rows, other, end = 0, 0, last
    for index in range(last + 1, limit):
        sort = page.looks[index].sort
        if sort is Sort.ROW and page.told[index] is None:
            rows, other, end = rows + 1, 0, index
        elif sort in _SHORT_SORTS and other < 2:
            other += 1
        else:
            break
    return end if rows >= _ROWS else last
