"""The visible text of a page by reading its characters alone: a second way that builds no tree.

It counts what the first way must have kept, and it reads pages that cannot be parsed to their end.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from app.extraction.formats.html.blocks import is_unseen

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60})")
# Possessive, so that a quote that is never closed is found out in one pass.
_REST = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_ATTRIBUTE = re.compile(
    r"""([a-zA-Z-]{1,40})\s{0,9}(?:=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?"""
)
_VOID = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
))  # fmt: skip
#: Their content is no markup: only their own end tag ends it.
_RAW = frozenset(
    ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"]
)
_RUNNING = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font",
    "i", "img", "input", "ins", "kbd", "label", "mark", "math", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "svg", "time", "tt", "u", "var",
    "wbr",
))  # fmt: skip
#: Whose end tag may be left out.
_OPEN_ENDED = frozenset(["p", "li", "dd", "dt", "td", "th", "tr", "option"])
#: After so many broken tags no quote is trusted: each was looked for to the page's end.
_MOST_BROKEN = 20
# The blanks of HTML.
_BLANKS = re.compile(r"[ \t\n\f\r]+")


def visible_letters(markup: str) -> tuple[int, str]:
    """How many characters beside blanks a page shows, and the page without broken tags.

    A tag is broken where one of its quotes is never closed: it would swallow all that follows.
    """
    letters = _Letters(markup, trusting=True)
    count = sum(sum(map(len, words.split())) for words, _ in letters.words())
    whole, at = [], 0
    for start, end in letters.broken:
        whole.append(markup[at:start])
        at = end
    return count, "".join(whole) + markup[at:] if whole else markup


def visible_paragraphs(markup: str) -> list[str]:
    """The paragraphs of a page, also of one whose quotes and tags are never closed."""
    paragraphs: list[list[str]] = [[]]
    for words, begins in _Letters(markup, trusting=False).words():
        if begins:
            paragraphs.append([])
        paragraphs[-1].append(words)
    return [words for each in paragraphs if (words := _BLANKS.sub(" ", "".join(each)).strip())]


class _Letters:
    """One pass over the characters of a page.

    `trusting` reads a quoted value up to its closing quote; else, and where a quote is never
    closed, a tag ends at the next ">". `broken` are the places of such tags.
    """

    def __init__(self, markup: str, trusting: bool) -> None:
        self._markup = markup
        self._trusting = _MOST_BROKEN if trusting else 0
        self.broken: list[tuple[int, int]] = []
        self._begins = True
        self._unseen, self._depth = "", 0

    def words(self) -> Iterator[tuple[str, bool]]:
        """Stretches of visible text, each with whether a new paragraph begins with it."""
        markup, at = self._markup, 0
        while at < len(markup):
            opening = markup.find("<", at)
            opening = len(markup) if opening < 0 else opening
            yield from self._seen(markup[at:opening])
            tag = _TAG.match(markup, opening)
            if tag is not None:
                at, content = self._tag(tag[2].casefold(), bool(tag[1]), tag.end())
            else:
                at = _past_other(markup, opening)
                content = markup[opening:at] if at == opening + 1 else ""  # a mere "<"
            yield from self._seen(content)

    def _seen(self, content: str) -> Iterator[tuple[str, bool]]:
        if content and not self._unseen:
            yield html.unescape(content), self._begins
            self._begins = False

    def _tag(self, name: str, closing: bool, at: int) -> tuple[int, str]:
        """The place behind a tag, and what it holds itself where that is text and no markup."""
        end = self._tag_end(at - len(name) - 1 - closing, at)
        self._begins = self._begins or name not in _RUNNING
        if self._unseen and not self._ends_unseen(name, closing):
            return end, ""
        if closing:
            return end, ""
        hidden = is_unseen(name, _attributes(self._markup[at:end]))
        if name in _RAW:
            stop, content = _raw(self._markup, name, end)
            return stop, "" if hidden else content
        if hidden and name not in _VOID:
            self._unseen, self._depth = name, 1
        return end, ""

    def _ends_unseen(self, name: str, closing: bool) -> bool:
        """Whether what was not visible ended before a tag that stands for itself."""
        if name != self._unseen:
            return False
        if name in _OPEN_ENDED and not closing:
            self._unseen = ""
            return True
        self._depth += -1 if closing else 1
        if not self._depth:
            self._unseen = ""
        return False

    def _tag_end(self, start: int, at: int) -> int:
        if self._trusting:
            rest = _REST.match(self._markup, at)
            if rest is not None:
                return rest.end()
            self._trusting -= 1
        end = self._markup.find(">", at) + 1
        if self._trusting and end:
            self.broken.append((start, end))
        return end or len(self._markup)


def _past_other(markup: str, at: int) -> int:
    """The place behind a comment, a declaration or a mere "<"."""
    if markup.startswith("<!--", at):
        if markup.startswith(("<!-->", "<!--->"), at):
            return markup.index(">", at) + 1
        end = markup.find("-->", at + 4)
        return len(markup) if end < 0 else end + 3
    if markup.startswith(("<!", "<?", "</"), at):
        end = markup.find(">", at)
        return len(markup) if end < 0 else end + 1
    return at + 1


def _attributes(rest: str) -> dict[str, str]:
    # Few tags have what can hide them; the others need not be read.
    if not any(sign in rest for sign in ("hidden", "style", "class", "HIDDEN", "STYLE", "CLASS")):
        return {}
    return {
        found[1].casefold(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(rest[:2000])
    }


def _raw(markup: str, name: str, at: int) -> tuple[int, str]:
    """The place of the end tag of an element whose content is no markup, and that content."""
    end = re.compile(rf"</{name}", re.IGNORECASE).search(markup, at)
    stop = end.start() if end else len(markup)
    return stop, markup[at:stop]
