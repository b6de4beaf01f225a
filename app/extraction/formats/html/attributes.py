"""Takes attributes beyond all measure out of tags. Knows markup, and no tree.

The parser compares each attribute of an element with all before it: 300,000 of them would keep it
busy for minutes.
"""

from __future__ import annotations

import re

#: So many attributes of an element are read; no page that people look at has as many.
MOST_ATTRIBUTES = 1_000

_OPENING = re.compile(r"<!--|<(?:script|style)\b|<[a-z]", re.IGNORECASE)
# Possessive, so that nothing is read again when a tag does not end. Of each sort of quote only the
# last one of a page can stay open, so that both together are linear.
_ATTRIBUTE = r"""(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+)"""
_ATTRIBUTES = re.compile(rf"{_ATTRIBUTE}{{0,{MOST_ATTRIBUTES}}}+[\s/]*+")
_REST = re.compile(rf"{_ATTRIBUTE}*+[\s/]*+")
#: What ends a comment, a script and a style; what they hold is no markup.
_ENDS = {"<!--": "-->", "<script": "</script", "<style": "</style"}


def within_measure(markup: str) -> str:
    """The markup without the attributes that follow the first thousand of a tag. Linear."""
    kept: list[str] = []
    done = at = 0
    while (opening := _OPENING.search(markup, at)) is not None:
        at = opening.end()
        name = opening.group().casefold()
        if name != "<!--":
            at = _end(_ATTRIBUTES, markup, at)
            if markup[at : at + 1] not in ("", ">"):
                kept.append(markup[done:at])
                done = at = _end(_REST, markup, at)
        if name in _ENDS:
            closing = re.compile(_ENDS[name], re.IGNORECASE).search(markup, at)
            at = closing.start() if closing else len(markup)
    return "".join(kept) + markup[done:] if kept else markup


def _end(pattern: re.Pattern[str], markup: str, at: int) -> int:
    found = pattern.match(markup, at)
    return found.end() if found else at
