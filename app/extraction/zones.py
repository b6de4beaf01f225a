"""Labels every stretch of a page by line rules. Knows plain text only, no file and no claim.

Each paragraph is scored by its looks; the contiguous run with the best sum is the article's body
(Kadane's maximum subarray, as in Pasternack and Roth 2009, "Extracting article text from the web
with maximum subsequence segmentation"). What stands before and after is then told apart by its
wording and its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.extraction.blocks import Block, find_blocks
from app.extraction.datelines import dateline_end
from app.extraction.document import Hint
from app.extraction.page_words import Look, Sort, look_at, title_share
from app.model.article import ARTICLE_ZONES, Zone, ZoneKind
from app.model.span import Span
from app.text.words import fold

#: So much of a paragraph is enough to see what it is.
_LOOK = 600
_SCORES = {
    Sort.TITLE: -1.5,
    Sort.LABEL: -1.0,
    Sort.HALF_PROSE: 1.0,
    Sort.DATE: -1.0,
    Sort.BYLINE: -1.0,
    Sort.CREDIT: -1.0,
    Sort.CAPTION: -1.0,
    Sort.FURNITURE: -1.5,
    Sort.RELATED: -3.0,
    Sort.LINK: -1.0,
    Sort.TAGS: -3.0,
    Sort.COMMENTS: -5.0,
    Sort.RULE: -0.2,
}
_BY_SORT = {
    Sort.DATE: ZoneKind.DATELINE,
    Sort.BYLINE: ZoneKind.BYLINE,
    Sort.CREDIT: ZoneKind.CREDIT,
    Sort.CAPTION: ZoneKind.CAPTION,
    Sort.FURNITURE: ZoneKind.FURNITURE,
    Sort.RELATED: ZoneKind.RELATED,
    Sort.LINK: ZoneKind.RELATED,
    Sort.TAGS: ZoneKind.TAGS,
    Sort.COMMENTS: ZoneKind.COMMENTS,
}
_TITLE_SORTS = (Sort.TITLE, Sort.LABEL, Sort.PROSE, Sort.HALF_PROSE)
_BELOW_HEADLINE = (Sort.DATE, Sort.BYLINE, Sort.CREDIT)
_LONGEST_TITLE = 40
_LONGEST_LEDE = 60
_LONGEST_CAPTION = 40
_NEAR_CREDIT = 3
_ALIKE = 0.7


def find_zones(text: str, hints: Sequence[Hint] = ()) -> tuple[Zone, ...]:
    """The zones of `text`, in order; they partition it exactly, blanks included.

    Lede and body are included, all else is not. An empty text has no zones. What a hint covers is
    of the hint's kind.
    """
    if not text:
        return ()
    blocks = find_blocks(text)
    if not blocks:
        return (Zone(Span(0, len(text)), ZoneKind.FURNITURE, False),)
    page = _Page(text, blocks)
    return _partition(len(text), blocks, _hinted(blocks, page.kinds(), hints))


def _hinted(blocks: list[Block], kinds: list[ZoneKind], hints: Sequence[Hint]) -> list[ZoneKind]:
    """The kinds of the blocks, where the hint that a block begins in has the word."""
    place = 0
    for index, block in enumerate(blocks):
        while place < len(hints) and hints[place].span.end <= block.start:
            place += 1
        if place < len(hints) and hints[place].span.start <= block.start:
            kinds[index] = hints[place].kind
    return kinds


def _partition(length: int, blocks: list[Block], kinds: list[ZoneKind]) -> tuple[Zone, ...]:
    """Zones from labelled blocks: equal neighbours merge, blanks go with the block before them."""
    zones: list[Zone] = []
    start = 0
    for index, kind in enumerate(kinds):
        last = index + 1 == len(kinds)
        if not last and kinds[index + 1] is kind:
            continue
        end = length if last else _line_start(blocks[index + 1])
        zones.append(Zone(Span(start, end), kind, kind in ARTICLE_ZONES))
        start = end
    return tuple(zones)


def _line_start(block: Block) -> int:
    return block.start - block.indent


class _Page:
    """One page while its paragraphs are being labelled."""

    def __init__(self, text: str, blocks: list[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.looks = [look_at(self.head(index)) for index in range(len(blocks))]
        self.scores = [self._score(look) for look in self.looks]

    def head(self, index: int) -> str:
        """The paragraph's words; of a long one its beginning and its end."""
        block = self.blocks[index]
        if block.end - block.start <= _LOOK:
            return self.text[block.start : block.end]
        return (
            self.text[block.start : block.start + _LOOK - 40]
            + " … "
            + self.text[block.end - 36 : block.end]
        )

    @staticmethod
    def _score(look: Look) -> float:
        if look.sort is Sort.PROSE:
            return 0.5 if look.words < 5 else 1.5 + min(look.words, 80) / 20
        return _SCORES[look.sort]

    def kinds(self) -> list[ZoneKind]:
        """The label of each paragraph."""
        comments = self._comments_start()
        first, last = self._body(comments)
        headline = self._headline(first)
        if headline is None and self._opens_with_title(first, last):
            headline, first = first, first + 1
        kinds = [ZoneKind.FURNITURE] * len(self.blocks)
        for index in range(len(self.blocks)):
            if index >= comments:
                kinds[index] = ZoneKind.COMMENTS
            elif index > last:
                kinds[index] = self._after(index, kinds[index - 1])
            elif index >= first:
                kinds[index] = self._inside(index, first, last)
            else:
                kinds[index] = self._before(index, headline, first)
        for index in self._ledes(kinds, first, last):
            kinds[index] = ZoneKind.LEDE
        return kinds

    # The readers' words

    def _comments_start(self) -> int:
        """The paragraph where the readers' words begin, or the number of paragraphs."""
        prose = [max(score, 0.0) for score in self.scores]
        total = sum(prose)
        before = 0.0
        pairs = self._comment_pairs()
        for index, look in enumerate(self.looks):
            labelled = look.sort is Sort.COMMENTS
            if labelled or index in pairs:
                enough = before > 0 and (before >= 0.5 * (total - before) or bool(pairs))
                if enough and (labelled or len(pairs) > 1):
                    return index
            before += prose[index]
        return len(self.blocks)

    def _comment_pairs(self) -> set[int]:
        """Bulleted names, each with deeper indented words below it, as comment widgets print."""
        pairs = set()
        for index in range(len(self.blocks) - 1):
            look, block, below = self.looks[index], self.blocks[index], self.blocks[index + 1]
            if (
                look.bullet
                and look.words <= 6
                and look.sort in (Sort.LABEL, Sort.TITLE)
                and below.indent > block.indent
                and not below.gap
                and not self.looks[index + 1].bullet
            ):
                pairs.add(index)
        return pairs

    # The body

    def _body(self, limit: int) -> tuple[int, int]:
        """First and last paragraph of the run with the best sum of scores, before `limit`."""
        best = 0.0
        found: tuple[int, int] | None = None
        total, begin = 0.0, 0
        for index in range(limit):
            if total <= 0:
                total, begin = 0.0, index
            total += self.scores[index]
            if total > best:
                best, found = total, (begin, index)
        return found if found is not None else self._body_without_prose(limit)

    def _body_without_prose(self, limit: int) -> tuple[int, int]:
        """The body of a page where no line ends like a sentence: all after a short first line."""
        plain = [
            index
            for index in range(limit)
            if self.looks[index].sort in (Sort.TITLE, Sort.LABEL, Sort.HALF_PROSE)
        ]
        if not plain:
            return limit, limit - 1
        if len(plain) > 1 and 2 * self._length(plain[0]) < self._length(plain[1]):
            return plain[1], plain[-1]
        return plain[0], plain[-1]

    def _length(self, index: int) -> int:
        return self.blocks[index].end - self.blocks[index].start

    def _inside(self, index: int, first: int, last: int) -> ZoneKind:
        """The label of a paragraph within the run: mostly body, but controls and credits show."""
        sort = self.looks[index].sort
        if sort in _BY_SORT and not (sort is Sort.DATE and index > first + 3):
            return _BY_SORT[sort]
        if index < last and self._is_caption_above_credit(index):
            return ZoneKind.CAPTION
        return ZoneKind.BODY

    def _is_caption_above_credit(self, index: int) -> bool:
        """Whether a paragraph stands right above a credit, where blank lines part paragraphs."""
        below = self.blocks[index + 1]
        return (
            self.looks[index + 1].sort is Sort.CREDIT
            and not below.gap
            and self.blocks[index].gap
            and self.looks[index].words <= _LONGEST_CAPTION
        )

    # What stands above the body

    def _headline(self, first: int) -> int | None:
        """The paragraph before the body that reads most like the article's headline."""
        body = self._words_of_body(first)
        best, found = 0.0, None
        rivals = passed = False
        for index in range(first):
            look = self.looks[index]
            # Author, day and picture follow the headline: what stands below them is no better one.
            passed = passed or (rivals and look.sort in _BELOW_HEADLINE)
            if look.heading and look.sort in _TITLE_SORTS:
                return index
            if look.sort not in _TITLE_SORTS or look.words > _LONGEST_TITLE or look.bullet:
                continue
            score = self._headline_score(index, body) - 0.05 * min(first - index, 20)
            score -= 1.5 * passed
            rivals = rivals or look.words >= 4
            if score > best:
                best, found = score, index
        return found

    def _headline_score(self, index: int, body: set[str]) -> float:
        line, look = self.head(index), self.looks[index]
        words = {fold(word) for word in line.split() if len(word) > 3}
        shared = len(words & body) / len(words) if words else 0.0
        score = 1.2 + 2 * shared
        if look.sort in (Sort.PROSE, Sort.HALF_PROSE):
            score -= 0.8 if line.endswith(("?", "!", "？", "！")) else 2.0
        if look.words >= 5:
            score += 0.5 + 1.5 * (title_share(line) > 0.85)
        elif look.words < 3:
            score -= 0.7
        if index + 1 < len(self.blocks) and self._is_caption_above_credit(index):
            score -= 1.5
        return score

    def _words_of_body(self, first: int) -> set[str]:
        """The folded words of the first paragraphs of the body, without their edges' signs."""
        words: set[str] = set()
        for index in range(first, min(first + 4, len(self.blocks))):
            words.update(fold(word.strip(".,;:!?()\"'“”‘’«»")) for word in self.head(index).split())
        return words

    def _opens_with_title(self, first: int, last: int) -> bool:
        """Whether the run itself begins with the headline ("Is the truce over?", "# Truce")."""
        if first >= last:
            return False
        look = self.looks[first]
        if look.heading:
            return True
        line = self.head(first)
        question = line.endswith(("?", "!", "？", "！")) and look.words <= 20
        short = look.sort in (Sort.TITLE, Sort.LABEL) or (question and look.words >= 3)
        return short and 2 * look.words <= max(12, self.looks[first + 1].words * 2)

    def _before(self, index: int, headline: int | None, first: int) -> ZoneKind:
        """The label of a paragraph above the body."""
        sort, words = self.looks[index].sort, self.looks[index].words
        if index == headline:
            return ZoneKind.HEADLINE
        above = headline is None or index < headline
        if sort is Sort.DATE and above:
            return ZoneKind.MASTHEAD
        if sort in _BY_SORT:
            return _BY_SORT[sort]
        if words >= 5 and self._is_near_credit(index, first):
            return ZoneKind.CAPTION
        if above:
            return ZoneKind.MASTHEAD
        if words >= 6 and sort in (Sort.TITLE, Sort.HALF_PROSE, Sort.PROSE):
            return ZoneKind.LEDE
        return ZoneKind.FURNITURE

    def _is_near_credit(self, index: int, first: int) -> bool:
        """Whether a picture's credit stands within a few lines, still above the body."""
        reach = range(max(0, index - 1), min(first, index + _NEAR_CREDIT + 1))
        return any(self.looks[near].sort is Sort.CREDIT for near in reach)

    def _ledes(self, kinds: list[ZoneKind], first: int, last: int) -> list[int]:
        """The opening paragraphs of the run that are a standfirst, not yet the report.

        A standfirst shows by what follows it: a dateline, a repetition of itself, or a line of
        author, day or controls between it and the report.
        """
        opening = range(first, min(last, first + 8) + 1)
        body = [index for index in opening if kinds[index] is ZoneKind.BODY]
        if len(body) < 2 or self.looks[body[0]].words > _LONGEST_LEDE:
            return []
        head, following = body[0], body[1]
        if self._has_dateline(head) or self._length(head) > 600:
            return []
        parted = any(
            kinds[index] in (ZoneKind.BYLINE, ZoneKind.DATELINE, ZoneKind.FURNITURE)
            for index in range(head + 1, following)
        )
        if parted or self._has_dateline(following) or self._alike(head, following):
            return [head]
        return []

    def _has_dateline(self, index: int) -> bool:
        block = self.blocks[index]
        return dateline_end(self.text, block.start, block.end) > block.start

    def _alike(self, one: int, other: int) -> bool:
        """Whether most words of the first paragraph stand in the second one too."""
        words = {fold(word) for word in self.head(one).split()}
        return len(words & {fold(word) for word in self.head(other).split()}) >= _ALIKE * len(words)

    # What stands below the body

    def _after(self, index: int, before: ZoneKind) -> ZoneKind:
        """The label of a paragraph below the body: tags, links to other articles, controls.

        `before` is the label of the paragraph above it: topics and links come in lists.
        """
        look = self.looks[index]
        if look.sort is Sort.LABEL and before is ZoneKind.TAGS:
            return ZoneKind.TAGS
        if look.sort in (Sort.LABEL, Sort.DATE):  # a day below the body is another article's
            listed = before is ZoneKind.RELATED or (look.sort is Sort.LABEL and look.words >= 3)
            return ZoneKind.RELATED if listed else ZoneKind.FURNITURE
        if look.sort in (Sort.TITLE, Sort.PROSE, Sort.HALF_PROSE):
            return ZoneKind.RELATED
        return _BY_SORT.get(look.sort, ZoneKind.FURNITURE)
