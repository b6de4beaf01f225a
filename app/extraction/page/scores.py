"""How much each paragraph of a page speaks for the article's body. Knows looks, and no run.

A paragraph's neighbours weigh in (Kohlschütter et al. 2010, "Boilerplate detection using shallow
text features"): a long row of short lines costs little more than a short one, for ingredients and
tables stand inside articles, and sentences that stand alone between titles count less, for so do
the teasers of other articles.
"""

from __future__ import annotations

import re

from app.extraction.page.lines import Page
from app.extraction.page.words import Sort
from app.model.article import ARTICLE_ZONES

_SCORES = {
    Sort.TITLE: -1.5,
    Sort.LABEL: -1.0,
    Sort.ROW: -0.4,
    Sort.DATE: -0.5,
    Sort.BYLINE: -1.0,
    Sort.CREDIT: -0.5,
    Sort.CAPTION: -0.5,
    Sort.FURNITURE: -1.0,
    Sort.RELATED: -3.0,
    Sort.LINK: -0.7,
    Sort.TAGS: -3.0,
    Sort.COMMENTS: -5.0,
    Sort.WRITER: -1.0,
    Sort.RULE: -0.2,
}
#: What a line of a list, a menu or a table looks like.
SHORT_SORTS = (Sort.TITLE, Sort.LABEL, Sort.ROW)
_BOX_SORTS = (*SHORT_SORTS, Sort.LINK, Sort.DATE, Sort.FURNITURE, Sort.RELATED, Sort.TAGS)
_LINK_SORTS = (Sort.RELATED, Sort.TAGS)
#: Each further short line of a row costs this share of the one before, down to what an entry of a
#: menu costs at least. So does what the file itself calls no body: any amount of it may lie between
#: two pages of one article.
_LESS, _LEAST = 0.8, 0.5
#: A line that begins as no entry of a menu does costs this share.
_LISTED = 0.5
#: A notice about data protection counts so much of what other prose does: an article may be on it.
#: So do the paragraphs close to one, the more of them while no other prose has come.
_CONSENT, _LONGEST_NOTICE, _NEAR_NOTICE = 0.2, 80, 4
#: A control between two paragraphs of prose, an advertisement mostly.
_INTERRUPTION = -0.3
#: A heading that is numbered or marked as one, with sentences below it.
_PART = -0.3
#: A paragraph that does not end like a sentence counts so much.
_UNENDED = 0.6
_LETTERS_A_WORD, _HANGUL_A_WORD = 6.5, 2.5
_HANGUL = re.compile("[\uac00-\ud7a3]")
_TOLD_OTHER = -0.4
#: Sentences of so few words between titles are teasers more often than not.
_TEASER_WORDS, _TEASER, _UNDER_LINKS = 25, 0.5, 0.3
#: The items of a list that a line with a colon announces cost next to nothing.
_ANNOUNCED, _ANNOUNCING = -0.2, (":", "：")
#: Two paragraphs of so many words below links are the article again; no box of links is longer.
_LONG_WORDS, _LONGEST_BOX, _LONGEST_QUESTION = 15, 12, 8
#: Two sentences or more of so many words together are too: a teaser stands by itself.
_LONG_PAIR = 25
#: One paragraph of so many words is, for a teaser has fewer.
_NO_TEASER = 20


def body_scores(page: Page) -> list[float]:
    """How much each paragraph speaks for the body (above zero) or against it."""
    scoring = _Scoring(page)
    return [scoring.score(index) for index in range(len(page))]


class _Scoring:
    """Reads a page from top to bottom and scores one paragraph after another."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tags = _tags_below(page)
        self.row = 1.0  # what is left of the cost of a short line in its row
        self.box = -1  # where the box of links ends that was seen last
        self.notice = -_NEAR_NOTICE - 1  # the last notice about data protection
        self.opened = False  # whether any other prose has come
        self.started = False  # whether two paragraphs have come that are no teasers
        self.under_links = self.announced = False

    def score(self, index: int) -> float:
        """The score of the paragraph, which is the one below the last that was scored."""
        page, told = self.page, self.page.told[index]
        if index in page.invitations and told is None:
            return _INTERRUPTION
        if page.is_prose(index) and (told is None or told in ARTICLE_ZONES):
            return self._prose(index)
        sort = page.looks[index].sort
        self.announced = self.announced and (page.looks[index].bullet or sort in SHORT_SORTS)
        inside = self.started and index < self.tags
        if sort in _LINK_SORTS:
            # Links above the topics stand inside an article that has begun: it ends at its topics.
            self.box = max(self.box, _box_end(page, index))
            self.under_links = self.started and index > max(self.tags, self.box)
        cost = _cost(page, index, self.row, self.announced, inside or index <= self.box)
        if index <= self.box:
            cost = max(cost, _SCORES[Sort.LINK] * max(self.row, _LEAST))
        if sort in SHORT_SORTS or told not in (None, *ARTICLE_ZONES):
            self.row *= _LESS
        return cost

    def _prose(self, index: int) -> float:
        page = self.page
        self.row = 1.0
        self.under_links = self.under_links and not _is_long_pair(page, index)
        self.announced = page.head(index).endswith(_ANNOUNCING)
        if page.looks[index].sort is Sort.CONSENT:
            self.notice = index
        near = index - self.notice <= (1 if self.opened else _NEAR_NOTICE)
        near = near or (not self.opened and _is_above_notice(page, index))
        self.opened = self.opened or not near
        self.started = self.started or (not near and _is_long_pair(page, index))
        score = _prose_score(page, index, near)
        if self.started and index < self.tags:
            return score
        return score * _share_of_teaser(page, index, self.under_links)


def _cost(page: Page, index: int, row: float, announced: bool, inside: bool) -> float:
    """What a paragraph that is no prose costs; `row` shrinks along a row of short lines."""
    sort = page.looks[index].sort
    if page.told[index] not in (None, *ARTICLE_ZONES):
        return _TOLD_OTHER * row
    if announced:
        return _ANNOUNCED if page.looks[index].bullet else 2 * _ANNOUNCED
    if index in page.contents:
        return _ANNOUNCED
    if inside and (sort in _LINK_SORTS or page.looks[index - 1].sort is Sort.RELATED):
        return _SCORES[Sort.LINK]
    if sort is Sort.FURNITURE or index in page.buttons:
        between = page.is_prose(index - 1) and page.is_prose(index + 1)
        return _INTERRUPTION if between else _SCORES[Sort.FURNITURE]
    if sort in (Sort.TITLE, Sort.LABEL) and _heads_a_part(page, index):
        return _PART
    if sort in SHORT_SORTS:
        link = may_be_link(page, index)
        return min(_SCORES[sort] * row, -_LEAST) if link else _LISTED * _SCORES[sort] * row
    return _SCORES[sort]


def may_be_link(page: Page, index: int) -> bool:
    """Whether a short line may be of a menu: it is no row of a table and begins as names do."""
    first = page.text[page.blocks[index].start]
    return page.looks[index].sort is not Sort.ROW and not (first.islower() or first.isdigit())


def _heads_a_part(page: Page, index: int) -> bool:
    """Whether a line is a numbered or marked heading with sentences below it."""
    below = page.is_prose(index + 1) or (
        page.is_prose(index + 2) and page.looks[index + 1].sort in (Sort.CREDIT, Sort.CAPTION)
    )
    look = page.looks[index]
    numbered = look.bullet and page.text[page.blocks[index].start].isdigit()
    return below and (look.heading or numbered)


def _box_end(page: Page, index: int) -> int:
    """The last line of a box of links that begins at `index` inside the article, or -1.

    Such a box holds few lines and hardly a control, and sentences stand below it as in the article.
    """
    if not page.is_prose(index - 1):
        return -1
    controls = 0
    for end in range(index + 1, min(index + _LONGEST_BOX, len(page) - 1)):
        if page.is_prose(end) and page.looks[end].words > _LONGEST_QUESTION:
            return end - 1 if _is_article_again(page, end) else -1
        controls += page.looks[end].sort is Sort.FURNITURE
        if page.looks[end].sort not in (*_BOX_SORTS, Sort.PROSE) or controls > 1:
            return -1
    return -1


def _is_article_again(page: Page, index: int) -> bool:
    """Whether a paragraph below links is too long for a teaser, with another below it or alone."""
    below = index + 1
    while below in page.invitations:
        below += 1
    if page.looks[index].words >= _LONG_WORDS and page.is_prose(below):
        return True
    if page.is_prose(below) and below < len(page):
        pair = (index, below)
        ended = all(page.looks[at].sort is Sort.PROSE for at in pair)
        if ended and sum(_size(page, at) for at in pair) >= _LONG_PAIR:
            return True
    return page.looks[index].sort is Sort.PROSE and _size(page, index) >= _NO_TEASER


def _tags_below(page: Page) -> int:
    """The first list of topics that stands right below prose, or -1."""
    for index, look in enumerate(page.looks):
        if look.sort is Sort.TAGS and page.is_prose(index - 1):
            return index
    return -1


def _prose_score(page: Page, index: int, notice: bool) -> float:
    look = page.looks[index]
    words = _size(page, index)
    score = 0.5 if look.words < 5 else 1.0 + min(words, 80) / 16
    if look.sort is Sort.HALF_PROSE:
        return max(1.0, score * _UNENDED)
    return score * _CONSENT if notice and words < _LONGEST_NOTICE else score


def _size(page: Page, index: int) -> float:
    """How many words a paragraph has, reckoned by its letters where words are long or dense."""
    dense = len(_HANGUL.findall(page.head(index))) / _HANGUL_A_WORD
    return max(page.looks[index].words, page.length(index) / _LETTERS_A_WORD, dense)


def _is_above_notice(page: Page, index: int) -> bool:
    """Whether a notice about data protection follows within two paragraphs."""
    below = range(index + 1, min(len(page), index + 3))
    return any(page.looks[at].sort is Sort.CONSENT for at in below)


def _share_of_teaser(page: Page, index: int, under_links: bool) -> float:
    """How much of a paragraph counts, for it may be the teaser of another article.

    A teaser is a few words below a title, and so is the next or the one before it.
    """
    if under_links:
        return _UNDER_LINKS
    few = page.looks[index].words < _TEASER_WORDS
    again = _is_titled(page, index - 2) or _is_titled(page, index + 2)
    return _TEASER if few and again and _is_titled(page, index) else 1.0


def _is_long_pair(page: Page, index: int) -> bool:
    """Whether a paragraph of prose and the one above it are both too long for teasers."""
    pair = (index - 1, index)
    return all(page.is_prose(at) and page.looks[at].words >= _LONG_WORDS for at in pair)


def _is_titled(page: Page, index: int) -> bool:
    """Whether one paragraph of prose stands alone below a title."""
    if index < 1 or not page.is_prose(index) or page.is_prose(index + 1):
        return False
    above = page.looks[index - 1]
    if index - 1 in page.buttons:
        return False
    return above.sort in (Sort.TITLE, Sort.LABEL) and not above.heading and not above.bullet
