"""Finds which paragraphs of a page are the article's body. Knows looks and scores, and no zone.

The contiguous run of paragraphs with the best sum of scores is the body (Kadane's maximum subarray,
as in Pasternack and Roth 2009, "Extracting article text from the web with maximum subsequence
segmentation").
"""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.page.lines import Page
from app.extraction.page.scores import SHORT_SORTS, may_be_link
from app.extraction.page.words import Sort
from app.model.article import ARTICLE_ZONES

#: A run below an author or a day is likelier the article; one at the page's very end is likelier
#: what the site says of itself.
_HEADED, _ABOVE, _LATE, _LATE_FROM = 1.25, 8, 0.7, 0.75
#: An opening paragraph of so many words may stand above a list that belongs to the body.
_OPENING_WORDS, _LONGEST_LIST = 12, 25
#: So many rows below the last sentence are its table.
_ROWS = 3
#: What else may be a body where no line is prose has at least so many words.
_FEWEST_WORDS = 5


def find_body(page: Page, scores: list[float], limit: int) -> tuple[int, int]:
    """First and last paragraph of the body, which ends before `limit`; where there is none, the
    last one stands above the first.
    """
    best, found = 0.0, None
    for total, first, last in _runs(scores[:limit]):
        worth = total * (_HEADED if _is_headed(page, first) else 1.0)
        worth *= _LATE if first > _LATE_FROM * len(page) else 1.0
        if worth > best:
            best, found = worth, (first, last)
    if found is None:
        return _body_without_prose(page, limit)
    return _with_opening(page, found[0]), _with_table(page, found[1], limit)


def _runs(scores: list[float]) -> Iterator[tuple[float, int, int]]:
    """The runs that no sum below zero parts: the best sum of each, where it begins and ends."""
    total = best = 0.0
    begin = end = 0
    for index, score in enumerate(scores):
        if total <= 0:
            if best > 0:
                yield best, begin, end
            total, best, begin = 0.0, 0.0, index
        total += score
        if total > best:
            best, end = total, index
    if best > 0:
        yield best, begin, end


def _is_headed(page: Page, first: int) -> bool:
    """Whether an author, a day or a heading stands closely above a run or at its beginning."""
    near = range(max(0, first - _ABOVE), min(len(page), first + 3))
    return any(
        page.looks[at].heading or page.looks[at].sort in (Sort.DATE, Sort.BYLINE) for at in near
    )


def _body_without_prose(page: Page, limit: int) -> tuple[int, int]:
    """The body of a page where no line ends like a sentence: all after a short first line.

    Where even such lines are missing, whatever is left with words enough: nobody hands in a page
    for its caption alone.
    """
    free = [index for index in range(limit) if page.told[index] in (None, *ARTICLE_ZONES)]
    sorts = (*SHORT_SORTS, Sort.HALF_PROSE)
    plain = [index for index in free if page.looks[index].sort in sorts]
    plain = plain or [index for index in free if page.looks[index].words >= _FEWEST_WORDS]
    if not plain:
        return limit, limit - 1
    if len(plain) > 1 and 2 * page.length(plain[0]) < page.length(plain[1]):
        return plain[1], plain[-1]
    return plain[0], plain[-1]


def _with_opening(page: Page, first: int) -> int:
    """The first paragraph of the body when an opening stands above a list at its beginning.

    Ingredients and their kind begin with figures or in the lower case, the entries of a menu do
    not.
    """
    listed = 0
    above = range(first - 1, max(-1, first - _LONGEST_LIST), -1)
    for lines, index in enumerate(above):
        look = page.looks[index]
        if page.told[index] is not None:
            break
        if page.is_prose(index):
            opens = look.words >= _OPENING_WORDS and look.sort is not Sort.CONSENT
            return index if opens and lines > 1 and 2 * listed >= lines else first
        if look.sort not in SHORT_SORTS:
            break
        listed += look.bullet or not may_be_link(page, index)
    return first


def _with_table(page: Page, last: int, limit: int) -> int:
    """The last paragraph of the body when rows of a table follow it."""
    rows, other, end = 0, 0, last
    for index in range(last + 1, limit):
        sort = page.looks[index].sort
        if sort is Sort.ROW and page.told[index] is None:
            rows, other, end = rows + 1, 0, index
        elif sort in SHORT_SORTS and other < 2:
            other += 1
        else:
            break
    return end if rows >= _ROWS else last
