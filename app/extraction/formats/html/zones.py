"""What each block of a page is, by its structure and by where the article stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from app.extraction.formats.html.blocks import Box, TextBlock, TextBlocks
from app.extraction.formats.html.main import article_box, is_prose, is_sentence, main_blocks, within
from app.extraction.formats.html.marks import Mark
from app.model.article import ZoneKind

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_OTHER_TEXT = frozenset({"pre", "table", "blockquote", "dd", "dt", "li", "listing"})
_STORIES = frozenset({"article", "main"})
#: A box that holds so much of the article is no aside of it, whatever it is called.
_TOO_MUCH = 0.5
_LONGEST_BYLINE = 200
_LONGEST_LEDE = 700
_LONGEST_HEADLINE = 300
_LEAST_HEADLINE = 3.0
#: A paragraph so long is the article's even far from the rest of it, where it was named so.
_LONG = 150
_FEW_OF_TITLE = 8
_RIGHTS = ("©", "(c) ", "(C) ", "Copyright ")
_MOSTLY = 0.8
_PARTLY = 0.4
_WORD = re.compile(r"\w+")


def block_kinds(page: TextBlocks, markup: str, title: str) -> list[ZoneKind | None]:
    """The kind of each block; None where its words alone must tell. One at most is the headline.

    `title` is what the page's own record calls the article, or empty.
    """
    return _Page(page, markup, title).kinds()


def marked_kinds(page: TextBlocks) -> list[ZoneKind | None]:
    """The kind of each block by the marks of its own elements, wherever an article may stand."""
    held, soft = _marks(page.boxes, frozenset())
    return [_own_kind(block, held, soft) for block in page.blocks]


def _marks(
    boxes: Sequence[Box], refused: frozenset[int]
) -> tuple[list[Mark | None], list[Mark | None]]:
    """For each box the mark that holds for all within it, and the nearest one that does not hold.

    What was once set apart stays so: a heading in a list of comments is a comment. `refused` are
    boxes whose own marks do not count.
    """
    held: list[Mark | None] = []
    soft: list[Mark | None] = []
    in_story: list[bool] = []
    for place, box in enumerate(boxes):
        up = box.parent
        in_story.append(box.tag in _STORIES or (up >= 0 and in_story[up]))
        outer, own = (held[up] if up >= 0 else None), box.mark
        if place in refused or (own and own.kind is ZoneKind.MASTHEAD and in_story[place]):
            own = None
        inner = own if own is not None and own.holds else None
        held.append(inner if outer is None or _is_finer(inner, outer) else outer)
        near = own if own is not None and not own.holds else None
        soft.append(near or (soft[up] if up >= 0 else None))
    return held, soft


def _is_finer(inner: Mark | None, outer: Mark) -> bool:
    """Whether what lies within says more exactly what its words are."""
    if inner is None:
        return False
    if outer.kind is ZoneKind.CAPTION:
        return inner.kind is ZoneKind.CREDIT
    return outer.kind is ZoneKind.MASTHEAD


def _own_kind(
    block: TextBlock, held: Sequence[Mark | None], soft: Sequence[Mark | None]
) -> ZoneKind | None:
    mark = held[block.box] if block.box >= 0 else None
    if mark is not None:
        return mark.kind
    if block.marks:
        mark, letters = block.marks.most_common(1)[0]
        # Between author and day stand words of nobody: "Posted on", "by".
        enough = _PARTLY if mark.kind is ZoneKind.BYLINE else _MOSTLY
        if letters >= enough * len(block.text):
            return _if_short(mark.kind, block)
    mark = soft[block.box] if block.box >= 0 else None
    return _if_short(mark.kind, block) if mark is not None else None


def _if_short(kind: ZoneKind, block: TextBlock) -> ZoneKind | None:
    longest = {
        ZoneKind.BYLINE: _LONGEST_BYLINE,
        ZoneKind.LEDE: _LONGEST_LEDE,
        ZoneKind.HEADLINE: _LONGEST_HEADLINE,
    }.get(kind)
    return kind if longest is None or len(block.text) <= longest else None


class _Page:
    """One page while the kinds of its blocks are found."""

    def __init__(self, page: TextBlocks, markup: str, title: str) -> None:
        self.blocks, self.boxes, self.title = page.blocks, page.boxes, title
        held, _ = _marks(self.boxes, frozenset())
        aside = [block.box >= 0 and held[block.box] is not None for block in self.blocks]
        main = main_blocks(markup, self.blocks, self.boxes, aside)
        refused = self._refused(main, held)
        self._mark(refused)
        self.named = {place for place in main if not self._is_aside(place)}
        box = article_box(self._prose(self.named) or self.named, self.blocks, self.boxes)
        self.inside = within(box, self.boxes)
        self.main = self._gathered()
        self.headline = self._headline()
        self.main.discard(-1 if self.headline is None else self.headline)
        self._mark(refused | self._around_headline())

    def _mark(self, refused: frozenset[int]) -> None:
        self.held, self.soft = _marks(self.boxes, refused)
        self.own = [_own_kind(block, self.held, self.soft) for block in self.blocks]

    def _around_headline(self) -> frozenset[int]:
        """The boxes around the headline: what stands with it is no masthead."""
        around: set[int] = set()
        box = -1 if self.headline is None else self.blocks[self.headline].box
        while box >= 0:
            around.add(box)
            box = self.boxes[box].parent
        return frozenset(around)

    def _prose(self, places: set[int]) -> set[int]:
        return {place for place in places if is_prose(self.blocks[place])}

    def _gathered(self) -> set[int]:
        """What was named the article's, without strays: short lines above, below and elsewhere."""
        near = {place for place in self.named if self._is_inside(place)}
        prose = self._prose(near)
        first, last = min(prose, default=0), max(prose, default=len(self.blocks))
        far = self._prose(self.named - near)
        return {place for place in near if first <= place <= last} | {
            place for place in far if len(self.blocks[place].text) >= _LONG
        }

    def _is_inside(self, place: int) -> bool:
        box = self.blocks[place].box
        return box >= 0 and self.inside[box]

    def _is_aside(self, place: int) -> bool:
        box = self.blocks[place].box
        return box >= 0 and self.held[box] is not None

    def _refused(self, main: set[int], held: list[Mark | None]) -> frozenset[int]:
        """The marked boxes that hold too much of the article to be what they are called.

        Each by itself, or all of one kind together where every paragraph bears the same class.
        """
        masses = [0] * len(self.boxes)
        kinds: Counter[ZoneKind] = Counter()
        for place in main:
            box = self.blocks[place].box
            if box >= 0:
                masses[box] += len(self.blocks[place].text)
                mark = held[box]
                if mark is not None:
                    kinds[mark.kind] += len(self.blocks[place].text)
        total = sum(masses)
        for box in range(len(self.boxes) - 1, -1, -1):
            if self.boxes[box].parent >= 0:
                masses[self.boxes[box].parent] += masses[box]
        doubted = {kind for kind, mass in kinds.items() if mass > _TOO_MUCH * total}
        return frozenset(
            place
            for place, (box, mass) in enumerate(zip(self.boxes, masses, strict=True))
            if mass > _TOO_MUCH * total or (mass and box.mark and box.mark.kind in doubted)
        )

    # The headline

    def _headline(self) -> int | None:
        """The block that is most like the article's headline, the nearest to its text of equals."""
        first = min(self.main, default=len(self.blocks))
        best, found = _LEAST_HEADLINE, None
        title = _letters(self.title)
        for place, block in enumerate(self.blocks):
            if len(block.text) > _LONGEST_HEADLINE:
                continue
            score = self._headline_score(place, block, title)
            score += 1.0 if place <= first else -2.0
            if score > best or (score == best and found is not None and place <= first):
                best, found = score, place
        return found

    def _headline_score(self, place: int, block: TextBlock, title: str) -> float:
        tag = self.boxes[block.box].tag if block.box >= 0 else ""
        score = 3.0 if tag == "h1" else float(tag in _HEADINGS)
        if self.own[place] is ZoneKind.HEADLINE:
            score = 3.0
        elif self.own[place] is ZoneKind.MASTHEAD:
            score -= 2.0 if title else 0.5  # the site's own name is a heading there as often
        elif self._is_aside(place):
            score -= 4.0
        letters = _letters(block.text)
        if title and letters == title:
            score += 4.0
        elif _holds(title, letters):
            score += 2.5
        return score

    # The kinds

    def kinds(self) -> list[ZoneKind | None]:
        """The kind of each block."""
        if not self.main:
            return [
                ZoneKind.HEADLINE if place == self.headline else self._unless_headline(place)
                for place in range(len(self.blocks))
            ]
        first, last = self._first(), max(self.main)
        return [self._kind(place, first, last) for place in range(len(self.blocks))]

    def _first(self) -> int:
        """The first block of the report itself, behind any standfirst."""
        report = [place for place in self.main if self.own[place] is not ZoneKind.LEDE]
        return min(report or self.main)

    def _unless_headline(self, place: int) -> ZoneKind | None:
        own = self.own[place]
        return None if own in (ZoneKind.HEADLINE, ZoneKind.LEDE) else own

    def _kind(self, place: int, first: int, last: int) -> ZoneKind | None:
        own = self.own[place]
        if place == self.headline:
            return ZoneKind.HEADLINE
        if self._is_aside(place) or own is ZoneKind.BYLINE:
            return own
        if self._is_lede(place, first):
            return ZoneKind.LEDE
        if own not in (None, ZoneKind.HEADLINE, ZoneKind.LEDE) and place not in self.main:
            return own
        if place >= first and self.blocks[place].text.startswith(_RIGHTS):
            return ZoneKind.FURNITURE
        if place in self.main:
            return None if self._leads_away(place) else ZoneKind.BODY
        if self._is_inside(place):
            return self._inside(place, first, last)
        return self._outside(place, first, last)

    def _leads_away(self, place: int) -> bool:
        """Whether a line within the article is nothing but a link ("Read more: …")."""
        block = self.blocks[place]
        return block.linked > _MOSTLY and not is_sentence(block) and len(block.text) < _LONG

    def _is_lede(self, place: int, first: int) -> bool:
        """Whether a block above the report is its standfirst, by a mark or as a heading."""
        above = self.headline if self.headline is not None else -1
        block = self.blocks[place]
        if not above < place < first or len(block.text) > _LONGEST_LEDE:
            return False
        if self.own[place] is ZoneKind.LEDE:
            return True
        if above >= 0 and place in self.named and is_prose(block):
            return True
        heading = block.box >= 0 and self.boxes[block.box].tag in _HEADINGS
        return heading and above >= 0 and len(block.text.split()) >= 6 and block.linked < 0.5

    def _inside(self, place: int, first: int, last: int) -> ZoneKind | None:
        """The kind of a block in the article's box that was not found to be the article's."""
        block = self.blocks[place]
        if place < first:
            return ZoneKind.RELATED if self._leads_away(place) else None
        if is_prose(block) or (is_sentence(block) and place <= last + 2):
            return ZoneKind.BODY
        tag = self.boxes[block.box].tag
        if place < last and block.linked < 0.6 and tag in _HEADINGS | _OTHER_TEXT:
            return ZoneKind.BODY
        return None

    def _outside(self, place: int, first: int, last: int) -> ZoneKind | None:
        block = self.blocks[place]
        if place < (first if self.headline is None else min(first, self.headline)):
            return ZoneKind.MASTHEAD
        if place < last:
            return None
        listed = is_prose(block) or (block.linked > 0.5 and len(block.text.split()) >= 4)
        return ZoneKind.RELATED if listed else ZoneKind.FURNITURE


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _holds(one: str, other: str) -> bool:
    """Whether the shorter of two titles is most of the longer one."""
    short, long = sorted((one, other), key=len)
    return len(short) >= max(_FEW_OF_TITLE, len(long) // 2) and short in long
