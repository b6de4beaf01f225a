"""The visible text of a page by reading its characters alone: a second way that builds no tree.

It counts what the first way must have kept, and it reads pages that cannot be parsed to their end.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from app.extraction.formats.html_blocks import is_unseen

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]{0,60})")
# Possessive, so that a quote that is never closed is found out in one pass.
_REST = re.compile(r"""(?:[^>"']|"[^"]*"|'[^']*')*+>""")
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
_MOST_FAILURES = 20


def visible_letters(markup: str) -> int:
    """How many characters beside blanks a page shows."""
    return sum(_letters(piece) for piece, _ in _pieces(markup, trusting=True))


def visible_paragraphs(markup: str) -> list[str]:
    """The paragraphs of a page, also of one whose quotes and tags are never closed."""
    paragraphs: list[str] = []
    line: list[str] = []
    for piece, begins in _pieces(markup, trusting=False):
        if begins and line:
            paragraphs.append("".join(line))
            line = []
        line.append(html.unescape(piece))
    paragraphs.append("".join(line))
    return [words for each in paragraphs if (words := " ".join(each.split(" ")).strip())]


def _letters(piece: str) -> int:
    return sum(map(len, html.unescape(piece).split()))


def _pieces(markup: str, trusting: bool) -> Iterator[tuple[str, bool]]:
    """Stretches of visible text, each with whether a new paragraph begins with it.

    `trusting` reads a quoted value up to its closing quote; else a tag ends at the next ">".
    """
    at, begins = 0, True
    failures = 0 if trusting else _MOST_FAILURES
    unseen, depth = "", 0
    while at < len(markup):
        opening = markup.find("<", at)
        if opening < 0:
            opening = len(markup)
        if opening > at and not unseen:
            yield markup[at:opening], begins
            begins = False
        tag = _TAG.match(markup, opening)
        if tag is None:
            at = _past_other(markup, opening)
            if at == opening + 1 and not unseen:  # a mere "<"
                yield "<", begins
                begins = False
            continue
        end, failed = _tag_end(markup, tag.end(), failures)
        failures += failed
        name, closing = tag[2].casefold(), bool(tag[1])
        at = end
        if name not in _RUNNING:
            begins = True
        if unseen:
            depth += (-1 if closing else 1) if name == unseen else 0
            ends_openly = unseen in _OPEN_ENDED and name == unseen and not closing
            if depth <= 0 or ends_openly:
                unseen = ""
            if not ends_openly:
                continue
        if closing:
            continue
        hidden = is_unseen(name, _attributes(markup[tag.end() : end]))
        if name in _RAW:
            at, content = _raw(markup, name, end)
            if not hidden and content:
                yield content, begins
        elif hidden and name not in _VOID:
            unseen, depth = name, 1


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


def _tag_end(markup: str, at: int, failures: int) -> tuple[int, int]:
    """The place behind a tag, and whether its quotes could not be followed."""
    if failures < _MOST_FAILURES:
        rest = _REST.match(markup, at)
        if rest is not None:
            return rest.end(), 0
        return len(markup), 1
    end = markup.find(">", at)
    return (len(markup) if end < 0 else end + 1), 0


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
