"""Markup becomes a tree of lxml elements. Nothing is fetched and no entity is defined by a page."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from app.extraction.formats.encodings import Decoded, decode
from app.extraction.formats.html.attributes import within_measure
from app.text.normal import normalise

_HEAD = 4096
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})"""
    rb"""|<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_END = re.compile(r"</(?:body|html)\s{0,9}>", re.IGNORECASE)
#: Whose end tags may not be left out.
_BOX = re.compile(r"<(/?)(?:article|div|main|script|section|style|table|title)\b", re.IGNORECASE)


def decode_page(data: bytes | str, charset: str = "") -> Decoded:
    """The markup as characters in normal form, its tags of a size that can be parsed.

    `charset` is what stands outside the page about its encoding.
    """
    if isinstance(data, bytes):
        found = decode(data, charset or _declared(data[:_HEAD]))
    else:
        found = Decoded(data)
    text, changed = normalise(found.text)
    return Decoded(within_measure(text), (*found.notices, *changed))


def _declared(head: bytes) -> str:
    found = _DECLARED.search(head)
    return (found[1] or found[2]).decode("ascii", "ignore") if found else ""


def parse_markup(markup: str) -> Any:
    """The root element of the page; a page without any element has an empty one.

    The limit of 10 MB for a text is lifted, since the process is limited itself; libxml2 stops
    where elements are nested 2,048 deep, and what follows must be found in another way.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    root = None
    if markup.strip():
        try:
            root = etree.fromstring(markup.encode("utf-8"), parser)
        except etree.ParseError:
            root = None
    return etree.Element("html") if root is None else root


def breaks_off(markup: str) -> bool:
    """Whether the page is cut: in a tag, or with elements open that must be closed."""
    if _END.search(markup):
        return False
    opened = markup.rfind("<")
    if markup.find(">", opened) < 0 <= opened and markup[opened + 1 : opened + 2].isalpha():
        return True
    return sum(-1 if tag[1] else 1 for tag in _BOX.finditer(markup)) > 0
