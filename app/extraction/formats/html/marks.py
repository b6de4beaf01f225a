"""What the names, roles and classes of HTML elements say about the words in them. Knows no tree."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.model.article import ZoneKind


@dataclass(frozen=True, slots=True)
class Mark:
    """What an element says its words are; `holds` whether that goes for all that is within."""

    kind: ZoneKind
    holds: bool = True


_HEADLINE = Mark(ZoneKind.HEADLINE, holds=False)
_BYLINE = Mark(ZoneKind.BYLINE, holds=False)
_LEDE = Mark(ZoneKind.LEDE, holds=False)
_FURNITURE = Mark(ZoneKind.FURNITURE)
_MASTHEAD = Mark(ZoneKind.MASTHEAD)
_RELATED = Mark(ZoneKind.RELATED)
_COMMENTS = Mark(ZoneKind.COMMENTS)
_CAPTION = Mark(ZoneKind.CAPTION)
_CREDIT = Mark(ZoneKind.CREDIT)
_TAGS = Mark(ZoneKind.TAGS)

_BY_TAG = {
    "h1": _HEADLINE,
    "nav": _FURNITURE,
    "menu": _FURNITURE,
    "footer": _FURNITURE,
    "form": _FURNITURE,
    "button": _FURNITURE,
    "select": _FURNITURE,
    "textarea": _FURNITURE,
    "label": _FURNITURE,
    "legend": _FURNITURE,
    "dialog": _FURNITURE,
    "search": _FURNITURE,
    "header": _MASTHEAD,
    "aside": _RELATED,
    "figure": _CAPTION,
    "figcaption": _CAPTION,
    "time": _BYLINE,
    "address": _BYLINE,
}
_BY_ROLE = {
    "navigation": _FURNITURE,
    "menu": _FURNITURE,
    "menubar": _FURNITURE,
    "search": _FURNITURE,
    "button": _FURNITURE,
    "dialog": _FURNITURE,
    "contentinfo": _FURNITURE,
    "banner": _MASTHEAD,
    "complementary": _RELATED,
}
_BY_PROPERTY = {
    "author": _BYLINE,
    "datepublished": _BYLINE,
    "datemodified": _BYLINE,
    "alternativeheadline": _LEDE,
    "description": _LEDE,
    "headline": _HEADLINE,
    "caption": _CAPTION,
    "keywords": _TAGS,
    "comment": _COMMENTS,
}
# Words of classes and ids, parted at hyphens and humps; all words of one entry must be there.
# The first that fits counts.
_BY_WORDS = tuple(
    (frozenset(words.split()), mark)
    for mark, entries in (
        (
            _COMMENTS,
            ("comments", "comment", "disqus", "livefyre", "kommentare", "commentaires"),
        ),
        (
            _FURNITURE,
            (
                "nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs",
                "pagination", "pager", "toolbar", "share", "sharing", "social", "newsletter",
                "subscribe", "subscription", "signup", "cookie", "cookies", "consent", "gdpr",
                "advert", "adverts", "advertisement", "ad", "ads", "sponsored", "skip link",
                "skip to", "login", "paywall", "noprint", "donate", "footer",
                "copyright", "author bio",
            ),
        ),
        (
            _RELATED,
            (
                "related", "recommended", "recommendations", "recirculation", "trending",
                "popular", "outbrain", "taboola", "promo", "promos", "sidebar", "most read",
                "mostread", "see also", "also read", "more stories", "read more", "readmore",
                "more from", "up next", "further reading",
            ),
        ),
        (_TAGS, ("tags", "catlinks", "taglist", "tag list", "topics", "keywords", "schlagworte")),
        (_CREDIT, ("credit", "credits", "photographer")),
        (_CAPTION, ("caption", "legende", "bildunterschrift")),
        (
            _BYLINE,
            (
                "byline", "author", "authors", "dateline", "timestamp", "pubdate", "published",
                "publish date", "post date", "article date", "entry date", "date time", "posted on",
                "entry meta", "post meta", "article meta", "story meta", "autor",
                "auteur",
            ),
        ),
        (_HEADLINE, ("headline", "entry title", "article title", "post title")),
        (
            _LEDE,
            (
                "standfirst", "dek", "deck", "lede", "lead", "intro", "subtitle", "subheadline",
                "subheading", "summary", "chapo", "ingress", "vorspann", "entradilla", "sapo",
            ),
        ),
        (_MASTHEAD, ("masthead", "topbar", "site header", "page header", "global header")),
    )
    for words in entries
)  # fmt: skip
_SINGLE = {next(iter(words)): mark for words, mark in reversed(_BY_WORDS) if len(words) == 1}
_SEVERAL = tuple(entry for entry in _BY_WORDS if len(entry[0]) > 1)
_ORDER = {mark: place for place, mark in enumerate(dict.fromkeys(mark for _, mark in _BY_WORDS))}
_HUMP = re.compile(r"([a-z])([A-Z])")
_WORD = re.compile(r"[a-z]+")
#: Classes about what is beside an element ("has-sidebar") or about one medium ("print:hidden").
_SPEAKS_OF_OTHERS = re.compile(
    r"(?:has|no|not|with|without|hide|hidden|show|js|is)[-_]|[\w-]{1,40}[:\[]", re.IGNORECASE
)
_LONGEST_CLASSES = 400
#: They hold the page; their classes speak of its design.
_WHOLE_PAGE = frozenset({"html", "body", "main", "article"})


def mark_of(tag: str, attributes: Mapping[str, str]) -> Mark | None:
    """What an element says about its words, or None."""
    if tag in _WHOLE_PAGE or attributes.get("role", "") in _WHOLE_PAGE:
        return None
    found = _BY_TAG.get(tag)
    if not attributes:
        return found
    if found is None or found is _MASTHEAD:
        found = _BY_ROLE.get(attributes.get("role", "").casefold(), found)
    if found is not None and found is not _CAPTION:
        return found
    return _by_words(attributes) or found


def _by_words(attributes: Mapping[str, str]) -> Mark | None:
    found = _BY_PROPERTY.get(attributes.get("itemprop", "").casefold())
    if found is not None:
        return found
    if "author" in attributes.get("rel", "").split():
        return _BYLINE
    if "tag" in attributes.get("rel", "").split():
        return _TAGS
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}"[:_LONGEST_CLASSES].split()
    telling = " ".join(name for name in names if not _SPEAKS_OF_OTHERS.match(name))
    words = set(_WORD.findall(_HUMP.sub(r"\1 \2", telling).casefold()))
    hits = [_SINGLE[word] for word in words if word in _SINGLE]
    hits += [mark for several, mark in _SEVERAL if several <= words]
    return min(hits, key=_ORDER.__getitem__) if hits else None
