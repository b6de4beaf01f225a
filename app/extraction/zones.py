"""Labels every stretch of a page: by what its file says of it, else by line rules.

Knows plain text and hints, no file and no claim. The body is found first (page/body.py) and the
readers' words (page/comments.py); what stands before, inside and after the body is then told apart
by its wording and its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.document import Hint
from app.extraction.page.body import find_body
from app.extraction.page.comments import comments_start, signatures
from app.extraction.page.headline import (
    CRIES,
    TITLE_SORTS,
    find_headline,
    is_caption_above_credit,
    opens_with_title,
)
from app.extraction.page.lines import Page
from app.extraction.page.press_release import boilerplate_start
from app.extraction.page.scores import body_scores
from app.extraction.page.trusted_hints import trusted
from app.extraction.page.words import Sort
from app.model.article import ARTICLE_ZONES, Zone, ZoneKind
from app.model.span import Span

_BY_SORT = {
    Sort.DATE: ZoneKind.DATELINE,
    Sort.BYLINE: ZoneKind.BYLINE,
    Sort.CREDIT: ZoneKind.CREDIT,
    Sort.CAPTION: ZoneKind.CAPTION,
    Sort.CONSENT: ZoneKind.FURNITURE,
    Sort.FURNITURE: ZoneKind.FURNITURE,
    Sort.RELATED: ZoneKind.RELATED,
    Sort.LINK: ZoneKind.RELATED,
    Sort.TAGS: ZoneKind.TAGS,
    Sort.COMMENTS: ZoneKind.COMMENTS,
}
_LONGEST_LEDE = 60
_NEAR_CREDIT, _LONGEST_CAPTION = 3, 20
_ALIKE = 0.7
#: What a list of links to other articles is made of, below its label.
_LISTED_SORTS = (Sort.TITLE, Sort.LABEL, Sort.DATE)
_MOST_LINKS, _SHORT_CRY = 12, 10
#: Less than this share of the body above the headline is no part of it.
_NOTICE_SHARE = 0.4


def find_zones(text: str, hints: Sequence[Hint] = ()) -> tuple[Zone, ...]:
    """The zones of `text`, in order; they partition it exactly, blanks included.

    `hints` are what the file's own structure says, in any number; they are believed unless they
    are absurd (see `trusted_hints`), and what they leave open is judged by its words. Lede and body
    are included, all else is not. An empty text has no zones.
    """
    if not text:
        return ()
    page = Page(text, hints)
    if not len(page):
        return (Zone(Span(0, len(text)), ZoneKind.FURNITURE, False),)
    page.told = trusted(page)
    return _partition(page, _Labels(page).kinds())


def _partition(page: Page, kinds: list[ZoneKind]) -> tuple[Zone, ...]:
    """Zones from labelled paragraphs: equal neighbours merge, blanks go with what stands above."""
    zones: list[Zone] = []
    start = 0
    for index, kind in enumerate(kinds):
        last = index + 1 == len(kinds)
        if not last and kinds[index + 1] is kind:
            continue
        below = None if last else page.blocks[index + 1]
        end = len(page.text) if below is None else below.start - below.indent
        zones.append(Zone(Span(start, end), kind, kind in ARTICLE_ZONES))
        start = end
    return tuple(zones)


class _Labels:
    """One page while its paragraphs are being labelled."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.looks, self.told = page.looks, page.told
        self.asides = page.buttons | page.contents | signatures(page)
        scores = body_scores(page)
        self.comments = comments_start(page, scores)
        self.first, self.last = self._body(scores)
        self.boilerplate = boilerplate_start(page)
        self.headline = find_headline(page, self.first)
        if self.headline is None and opens_with_title(page, self.first, self.last):
            self.headline, self.first = self.first, self.first + 1

    def _body(self, scores: list[float]) -> tuple[int, int]:
        """First and last paragraph of the body: as told, else the best run by words."""
        told = [index for index, kind in enumerate(self.told) if kind in ARTICLE_ZONES]
        if told:
            if self.comments <= told[-1]:
                self.comments = len(self.page)
            return told[0], told[-1]
        first, last = find_body(self.page, scores, self.comments)
        if ZoneKind.HEADLINE in self.told:
            index = self.told.index(ZoneKind.HEADLINE)
            if first <= index < last:
                # What little stands above the headline is a notice, however well it reads.
                above, run = sum(scores[first:index]), sum(scores[first : last + 1])
                first = index + 1 if above < _NOTICE_SHARE * run else first
        return first, last

    def kinds(self) -> list[ZoneKind]:
        """The label of each paragraph."""
        kinds: list[ZoneKind] = []
        for index in range(len(self.page)):
            above = kinds[-1] if kinds else ZoneKind.MASTHEAD
            kinds.append(self._told(index) or self._judged(index, above))
        for index in self._ledes(kinds):
            kinds[index] = ZoneKind.LEDE
        return kinds

    def _told(self, index: int) -> ZoneKind | None:
        """What the file says; a heading inside the body is body, one below it another article's."""
        kind = self.told[index]
        if kind is ZoneKind.HEADLINE and index >= self.first:
            return ZoneKind.BODY if index <= self.last else None
        return kind

    def _judged(self, index: int, above: ZoneKind) -> ZoneKind:
        """The label by words; `above` is that of the paragraph before."""
        if index >= self.comments:
            return ZoneKind.COMMENTS
        if index > self.last:
            return self._after(index, above)
        if index >= self.first:
            return self._inside(index, above)
        return self._before(index)

    def _before(self, index: int) -> ZoneKind:
        """The label of a paragraph above the body."""
        sort, words = self.looks[index].sort, self.looks[index].words
        if index == self.headline:
            return ZoneKind.HEADLINE
        above = self.headline is None or index < self.headline
        if sort is Sort.DATE and above:
            return ZoneKind.MASTHEAD
        if sort in _BY_SORT:
            return _BY_SORT[sort]
        if words >= 5 and (self._is_near_credit(index) or self._ends_in_credit(index)):
            return ZoneKind.CAPTION
        if above:
            return ZoneKind.MASTHEAD
        if words >= 6 and sort in TITLE_SORTS:
            return ZoneKind.LEDE
        return ZoneKind.FURNITURE

    def _ends_in_credit(self, index: int) -> bool:
        """Whether a line that is no sentence ends in brackets: the words under a picture."""
        brackets = self.page.head(index).endswith((")", "）"))
        return brackets and self.looks[index].sort is Sort.TITLE

    def _is_near_credit(self, index: int) -> bool:
        """Whether a picture's credit stands within a few lines, still above the body."""
        if self.looks[index].sort is Sort.PROSE and self.looks[index].words > _LONGEST_CAPTION:
            return False
        reach = range(max(0, index - 1), min(self.first, index + _NEAR_CREDIT + 1))
        return any(self.looks[near].sort is Sort.CREDIT for near in reach)

    def _inside(self, index: int, above: ZoneKind) -> ZoneKind:
        """The label of a paragraph within the body: mostly body, but controls and credits show."""
        sort = self.looks[index].sort
        if above is ZoneKind.RELATED and self._is_listed_link(index):
            return ZoneKind.RELATED
        if (index in self.asides and sort is not Sort.DATE) or index in self.page.invitations:
            return ZoneKind.FURNITURE
        if index >= self.boilerplate:
            return ZoneKind.FURNITURE
        if sort in _BY_SORT and sort is not Sort.CONSENT and not self._is_heading_day(index):
            return _BY_SORT[sort]
        if index < self.last and is_caption_above_credit(self.page, index):
            return ZoneKind.CAPTION
        return ZoneKind.BODY

    def _is_heading_day(self, index: int) -> bool:
        """Whether a day well inside the body heads what happened on it, as in a chronicle."""
        far = index > self.first + 3 and index not in self.asides
        return far and self.looks[index].sort is Sort.DATE and ":" not in self.page.head(index)

    def _is_listed_link(self, index: int) -> bool:
        """Whether a title stands in the list below the label of links to other articles.

        A blank line ends the list where none stands between its label and its first link.
        """
        look, label = self.looks[index], index - 1
        if look.heading or not (look.sort in _LISTED_SORTS or self._is_short_cry(index)):
            return False
        while self.looks[label].sort is not Sort.RELATED:
            label -= 1
            if label < max(self.first, index - _MOST_LINKS):
                return False
        return (
            index == label + 1
            or not self.page.blocks[index].gap
            or (self.page.blocks[label + 1].gap)
        )

    def _is_short_cry(self, index: int) -> bool:
        """Whether a line is a question or a cry of few words, as titles may be."""
        return self.looks[index].words <= _SHORT_CRY and self.page.head(index).endswith(CRIES)

    def _after(self, index: int, above: ZoneKind) -> ZoneKind:
        """The label of a paragraph below the body: tags, links to other articles, controls."""
        look = self.looks[index]
        if look.sort is Sort.LABEL and above is ZoneKind.TAGS:
            return ZoneKind.TAGS
        if look.sort in (Sort.LABEL, Sort.DATE):  # a day below the body is another article's
            listed = above is ZoneKind.RELATED or (look.sort is Sort.LABEL and look.words >= 3)
            return ZoneKind.RELATED if listed else ZoneKind.FURNITURE
        if look.sort in (Sort.TITLE, Sort.PROSE, Sort.HALF_PROSE):
            return ZoneKind.RELATED
        return _BY_SORT.get(look.sort, ZoneKind.FURNITURE)

    def _ledes(self, kinds: list[ZoneKind]) -> list[int]:
        """The opening paragraphs of the body that are a standfirst, not yet the report.

        A standfirst shows by what follows it: a dateline, a repetition of itself, or a line of
        author, day or controls between it and the report.
        """
        opening = range(self.first, min(self.last, self.first + 8) + 1)
        body = [index for index in opening if kinds[index] is ZoneKind.BODY]
        if len(body) < 2 or self.looks[body[0]].words > _LONGEST_LEDE:
            return []
        head, following = body[0], body[1]
        if self.page.has_dateline(head) or self.page.length(head) > 600:
            return []
        parted = any(
            kinds[index] in (ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.FURNITURE)
            for index in range(head + 1, following)
        )
        if parted or self.page.has_dateline(following) or self._alike(head, following):
            return [head]
        return []

    def _alike(self, one: int, other: int) -> bool:
        """Whether most words of the first paragraph stand in the second one too."""
        words = self.page.words([one])
        return len(words & self.page.words([other])) >= _ALIKE * len(words)
