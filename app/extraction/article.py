"""A Document becomes an article: normal form, zones, title, day, fingerprint. Knows no file."""

from __future__ import annotations

from dataclasses import replace

from app.extraction.document import Document
from app.extraction.publication import infer_publication
from app.extraction.reading import READ_LIMIT
from app.extraction.zones import find_zones
from app.model.article import Article, Zone, ZoneKind
from app.model.errors import InputError
from app.model.span import Span
from app.text.normal import digest, normalise

_LONGEST_TITLE = 120
_MARKS = "#*_ \t\u00a0\ufeff"


def make_article(document: Document, *, sample: bool = False) -> Article:
    """The article made of what was read, not yet stored.

    Without a title of its own it takes the headline's words, else the first words of the text.
    Raises InputError when there is no word in it.
    """
    text, changed = normalise(document.text)
    if text != document.text:  # no reader's work: a text that was handed in as it was
        document = replace(document, text=text, hints=(), pages=(), proposals=(), left_out=())
    if not any(char.isalnum() for char in text):
        raise InputError(f"There is no text in {document.origin}.")
    notices = tuple(dict.fromkeys((*document.notices, *changed)))
    if len(text) > READ_LIMIT:
        notices = (*notices, f"Days, names and figures were read up to character {READ_LIMIT:,}.")
    zones = find_zones(text, document.hints)
    return Article(
        id=0,
        title=_cut(" ".join(document.title.split())) or _title(text, zones),
        text=text,
        digest=digest(text),
        zones=zones,
        publication=infer_publication(*_opening(text, zones), document.published),
        origin=document.origin,
        language=document.language,
        sample=sample,
        notices=notices,
        pages=document.pages,
        proposals=document.proposals,
        url=document.url,
        file_digest=document.file_digest,
        file_published=document.published,
        left_out=document.left_out,
    )


def _opening(text: str, zones: tuple[Zone, ...]) -> tuple[str, tuple[Zone, ...]]:
    """The part of a huge text that is searched for its day, with the zones that lie there."""
    if len(text) <= READ_LIMIT:
        return text, zones
    return text[:READ_LIMIT], tuple(
        replace(zone, span=Span(zone.span.start, min(zone.span.end, READ_LIMIT)))
        for zone in zones
        if zone.span.start < READ_LIMIT
    )


def _title(text: str, zones: tuple[Zone, ...]) -> str:
    """The headline, else the beginning of lede or body, cut at a word."""
    for kinds in ((ZoneKind.HEADLINE,), (ZoneKind.LEDE, ZoneKind.BODY), tuple(ZoneKind)):
        for zone in zones:
            words = " ".join(zone.span.of(text)[:2000].split()).strip(_MARKS)
            if zone.kind in kinds and words:
                return _cut(words)
    return _cut(" ".join(text[:2000].split()))


def _cut(words: str) -> str:
    if len(words) <= _LONGEST_TITLE:
        return words
    cut = words.rfind(" ", _LONGEST_TITLE // 2, _LONGEST_TITLE)
    return words[: cut if cut > 0 else _LONGEST_TITLE - 1].rstrip(" ,;:–—-") + "…"
