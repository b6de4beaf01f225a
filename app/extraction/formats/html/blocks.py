"""Takes the visible text of a parsed page apart into blocks, in reading order. Judges no block.

A block is what a browser sets apart: a paragraph, a heading, a list item, a table. Not visible, and
so not taken: scripts, styles, templates, what stands for a missing script, frame, film or sound,
pictures' alternative texts, elements that are `hidden`, `display: none` or `visibility: hidden`,
and words by the well-known classes that only a screen reader speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.extraction.formats.html.marks import Mark, mark_of
from app.model.article import WhyLeftOut

_BLOCK_TAGS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "p", "plaintext", "pre",
    "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "tr", "ul", "xmp",
))  # fmt: skip
_UNSEEN_TAGS = frozenset((
    "audio", "base", "canvas", "datalist", "desc", "defs", "embed", "iframe", "link", "meta",
    "metadata", "noembed", "noframes", "noscript", "object", "param", "rp", "script", "source",
    "style", "template", "title", "track", "video",
))  # fmt: skip
#: Of these, what may hold words: for browsers without scripts, or for a script to show.
_WAITING_TAGS = frozenset({"noscript", "template"})
_SPOKEN_CLASSES = frozenset((
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
    "screenreader", "u-visually-hidden", "element-invisible", "a11y-hidden", "assistive-text",
))  # fmt: skip
_UNSEEN_STYLE = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.I)
_PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
_CELLS = frozenset({"td", "th"})
_IN_CELLS = _BLOCK_TAGS - {"caption"}
#: Set beside each other they are parted by the page's style, where no blank parts them.
_PARTED = frozenset({"a", "span", "time", "label", "cite"})
_FIRST_IDEOGRAPH = "\u2e80"
_LAYOUT_SIGNS = ("table", "h1", "h2", "article", "form", "nav", "header", "footer")
_LONGEST_CELL = 400
#: So many empty lines part paragraphs in a cell that is a column of a page.
_PARAGRAPHS = 2
# The blanks of HTML. A no-break space is a character like any other.
_BLANKS = re.compile(r"[ \t\n\f\r]+")


@dataclass(slots=True)
class Box:
    """A block element: where it hangs (-1: nowhere), and what its name and classes say."""

    parent: int
    tag: str
    mark: Mark | None


@dataclass(slots=True)
class Link:
    """A stretch of a block that leads elsewhere."""

    start: int
    end: int
    address: str


@dataclass(slots=True)
class TextBlock:
    """One block: its words, the box it stands in, its links, and how much of it is marked."""

    text: str
    box: int
    links: list[Link] = field(default_factory=list)
    marks: Counter[Mark] = field(default_factory=Counter)

    @property
    def linked(self) -> float:
        """The share of its characters that lead elsewhere."""
        return min(1.0, sum(one.end - one.start for one in self.links) / max(1, len(self.text)))


@dataclass(slots=True)
class UnseenBlock:
    """Words that no visitor sees, why, and behind how many blocks they stand."""

    after: int
    reason: WhyLeftOut
    text: str


@dataclass(slots=True)
class TextBlocks:
    """The blocks of a page, the boxes they stand in, what was not visible, and how many characters
    that was."""

    blocks: list[TextBlock]
    boxes: list[Box]
    unseen: list[UnseenBlock] = field(default_factory=list)
    unseen_length: int = 0


def is_unseen(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of an element."""
    if tag in _UNSEEN_TAGS or "hidden" in attributes:
        return True
    if tag == "dialog" and "open" not in attributes:
        return True
    if _UNSEEN_STYLE.search(attributes.get("style", "")[:500]):
        return True
    return not _SPOKEN_CLASSES.isdisjoint(attributes.get("class", "").split())


def take_apart(tree: Any) -> TextBlocks:
    """The blocks of a tree of lxml elements, whatever its depth."""
    return _Walk().over(tree)


def _why_unseen(attributes: Mapping[str, str]) -> WhyLeftOut:
    spoken = not _SPOKEN_CLASSES.isdisjoint(attributes.get("class", "").split())
    return WhyLeftOut.SPOKEN if spoken else WhyLeftOut.HIDDEN


class _Walk:
    """One walk over a tree, by a stack of its own: pages may be nested deeper than Python calls.

    With `all_shown` it takes in what the page hides, as it would look were it shown.
    """

    def __init__(self, all_shown: bool = False) -> None:
        self.all_shown = all_shown
        self.found = TextBlocks([], [])
        self.line = _Line()
        self.box = -1
        self.cells = 0
        self.preformatted = 0

    def over(self, tree: Any) -> TextBlocks:
        steps: list[tuple[Any, Iterator[Any], Iterator[None]]] = []
        self._descend(tree, steps)
        while steps:
            element, children, leaving = steps[-1]
            child = next(children, None)
            if child is not None:
                self._descend(child, steps)
                continue
            steps.pop()
            next(leaving, None)
            if steps and element.tail:
                self._say(element.tail)
        self._flush()
        return self.found

    def _descend(
        self, element: Any, steps: list[tuple[Any, Iterator[Any], Iterator[None]]]
    ) -> None:
        tag = element.tag.casefold() if isinstance(element.tag, str) else ""
        tag = tag.rpartition("}")[2]  # XHTML and SVG bring their namespaces
        if self.all_shown:
            # Where this walk begins, it begins for the words' sake.
            unseen = tag in _UNSEEN_TAGS and bool(steps)
        else:
            unseen = is_unseen(tag, element.attrib)
        if not tag or unseen:
            if tag in _WAITING_TAGS or (tag and tag not in _UNSEEN_TAGS):
                self._pass_over(tag, element)
            if steps and element.tail:
                self._say(element.tail)
            return
        within = self._within(tag, element)
        next(within)
        steps.append((element, iter(element), within))
        if element.text:
            self._say(element.text)

    def _pass_over(self, tag: str, element: Any) -> None:
        if self.all_shown:
            return
        if tag not in _WAITING_TAGS:
            self.found.unseen_length += sum(len(piece.strip()) for piece in element.itertext())
        blocks = _Walk(all_shown=True).over(element).blocks
        if blocks:
            after = len(self.found.blocks) + self.line.holds_words
            words = "\n\n".join(block.text for block in blocks)
            self.found.unseen.append(UnseenBlock(after, _why_unseen(element.attrib), words))

    def _within(self, tag: str, element: Any) -> Iterator[None]:
        """What begins before the element's content, and after the yield what ends behind it."""
        if tag == "br":
            self._break()
            yield
        elif tag == "table" and not self.cells and _is_data(element):
            yield from self._block(tag, element, cells=1)
        elif self.cells and tag in _IN_CELLS:
            yield from self._in_cells(tag)
        elif tag in _BLOCK_TAGS or "-" in tag:
            yield from self._block(tag, element)
        else:
            yield from self._inline(tag, element)

    def _block(self, tag: str, element: Any, cells: int = 0) -> Iterator[None]:
        self._flush()
        outer, self.box = self.box, len(self.found.boxes)
        named = "main" if element.get("role") == "main" else tag
        self.found.boxes.append(Box(outer, named, mark_of(tag, element.attrib)))
        self.cells += cells
        self.preformatted += tag in _PREFORMATTED
        yield
        self._flush()
        self.preformatted -= tag in _PREFORMATTED
        self.cells -= cells
        self.box = outer

    def _in_cells(self, tag: str) -> Iterator[None]:
        if tag in _CELLS:
            self.line.cell()
        elif tag in _BLOCK_TAGS:
            self.line.blank()
        yield
        if tag == "tr":
            self.line.row()
        elif tag in _BLOCK_TAGS:
            self.line.blank()

    def _inline(self, tag: str, element: Any) -> Iterator[None]:
        if tag == "option":
            self.line.row()
        mark = mark_of(tag, element.attrib)
        outer = self.line.mark
        self.line.mark = outer or mark
        address = element.get("href", "") if tag == "a" else ""
        begun = self.line.begin_part(tag == "a") if tag in _PARTED else 0
        if address:
            self.line.begin_link(address)
        yield
        if address:
            self.line.end_link()
        if tag in _PARTED:
            self.line.end_part(begun, tag == "a")
        self.line.mark = outer

    def _break(self) -> None:
        if self.cells:
            self.line.blank()
        elif self.line.at_line_start and not self.preformatted:
            self._flush()  # an empty line parts paragraphs
        else:
            self.line.row()

    def _say(self, words: str) -> None:
        if self.preformatted:
            self.line.add(words.replace("\r\n", "\n").replace("\r", "\n"))
        else:
            self.line.add_running(_BLANKS.sub(" ", words))

    def _flush(self) -> None:
        block = self.line.take(self.box)
        if block is not None:
            self.found.blocks.append(block)


class _Line:
    """The block that is being gathered."""

    def __init__(self) -> None:
        self.mark: Mark | None = None
        self._open: list[str] = []
        self._begin()

    def _begin(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._last = ""
        self._links: list[Link] = []
        self._starts = [0] * len(self._open)
        self._marks: Counter[Mark] = Counter()
        self._part_ended = self._parts_meet = self._of_links = False

    @property
    def holds_words(self) -> bool:
        return any(not piece.isspace() for piece in self._pieces)

    @property
    def at_line_start(self) -> bool:
        return self._last in ("", "\n")

    def add(self, words: str) -> None:
        if words:
            self._pieces.append(words)
            self._length += len(words)
            self._last = words[-1]
            self._part_ended = self._parts_meet = self._of_links = False
            if self.mark is not None:
                self._marks[self.mark] += len(words)

    def add_running(self, words: str) -> None:
        if words.startswith(" ") and self._last in ("", " ", "\n", "\t"):
            words = words[1:]
        if self._parts_meet and words and self._needs_blank(words[0]):
            self.add(" ")
        self.add(words)

    def _needs_blank(self, following: str) -> bool:
        """Whether two parts side by side are two words: not letters or halves of one."""
        last = self._last
        if not (last.isalnum() and following.isalnum()):
            return False
        if min(last, following) >= _FIRST_IDEOGRAPH:
            return False
        return self._of_links or not (last.islower() and following.islower())

    def begin_part(self, link: bool) -> int:
        """Note that an element begins whose style may part it from the one before; its place."""
        self._parts_meet = self._parts_meet or self._part_ended
        self._of_links = self._of_links or link
        return self._length

    def end_part(self, begun: int, link: bool) -> None:
        """Note that the element ended that began at `begun`; single letters are no words."""
        self._part_ended = self._part_ended or self._length - begun > 1
        self._of_links = self._of_links or link

    def blank(self) -> None:
        self.add_running(" ")

    def row(self) -> None:
        self._drop_blank()
        if self._last not in ("", "\n"):
            self.add("\n")

    def cell(self) -> None:
        self._drop_blank()
        if self._last not in ("", "\n"):
            self.add("\t")

    def _drop_blank(self) -> None:
        if self._last == " " and self._pieces:
            piece = self._pieces[-1][:-1]
            self._pieces[-1] = piece
            self._length -= 1
            # The piece before a lone blank never ends in one.
            self._last = piece[-1:] or (self._pieces[-2][-1:] if len(self._pieces) > 1 else "")

    def begin_link(self, address: str) -> None:
        self._open.append(address)
        self._starts.append(self._length)

    def end_link(self) -> None:
        self._note_link(self._starts.pop(), self._open.pop())

    def _note_link(self, start: int, address: str) -> None:
        if start < self._length:
            self._links.append(Link(start, self._length, address))

    def take(self, box: int) -> TextBlock | None:
        """The block so far, without blanks at its edges; None where it has no character."""
        if not self._pieces:
            return None
        if self._open:  # of links within links a browser knows only the inner one
            self._note_link(self._starts[-1], self._open[-1])
        whole = "".join(self._pieces)
        text = whole.strip()
        before = len(whole) - len(whole.lstrip())
        links = [
            Link(start, end, one.address)
            for one in self._links
            if (start := max(0, one.start - before)) < (end := min(len(text), one.end - before))
        ]
        marks = self._marks
        self._begin()
        return TextBlock(text, box, links, marks) if text else None


def _is_data(table: Any) -> bool:
    """Whether a table holds data in rows, and does not merely lay the page out."""
    if any(next(table.iterdescendants(sign), None) is not None for sign in _LAYOUT_SIGNS):
        return False
    rows: Counter[Any] = Counter()
    for cell in table.iterdescendants("td", "th"):
        rows[cell.getparent()] += 1
        if sum(len(piece) for piece in cell.itertext()) > _LONGEST_CELL:
            return False
        if sum(_is_empty_line(line) for line in cell.iterchildren("br")) >= _PARAGRAPHS:
            return False
    return bool(rows) and max(rows.values()) > 1


def _is_empty_line(line: Any) -> bool:
    """Whether a line break follows right upon this one."""
    below = line.getnext()
    return below is not None and below.tag == "br" and not (line.tail or "").strip()
