"""A Document becomes an article: normal form, zones, title, day, fingerprint. Knows no file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.extraction.document import Document
from app.extraction.publication import infer_publication
from app.extraction.reading import READ_LIMIT
from app.extraction.stretches import set_included
from app.extraction.zones import find_zones
from app.model.article import Article, Publication, Zone, ZoneKind
from app.model.errors import InputError
from app.model.span import Span
from app.text.normal import digest, normalise
from app.text.sentences import sentences

#: A longer text is searched for its day of publication up to here, in characters: the day of a book
#: stands on its first pages.
DAY_LIMIT = 100_000

_LONGEST_TITLE = 120
_LAST_SENTENCES = 4_000
_MARKS = "#*_ \t\u00a0\ufeff"


def make_article(document: Document, *, sample: bool = False) -> Article:
    """The article made of what was read, not yet stored.

    Without a title of its own it takes the headline's words, else the first words of the text.
    What follows `READ_LIMIT` stands outside the check until the reviewer puts it in.
    Raises InputError when there is no word in it.
    """
    text, changed = normalise(document.text)
    if text != document.text:  # no reader's work: a text that was handed in as it was
        document = replace(document, text=text, hints=(), pages=(), proposals=(), left_out=())
    if not any(char.isalnum() for char in text):
        raise InputError(f"There is no text in {document.origin}.")
    notices = tuple(dict.fromkeys((*document.notices, *changed)))
    zones = find_zones(text, document.hints)
    if len(text) > READ_LIMIT:
        end = _end_of_check(text)
        zones = set_included(text, zones, Span(end, len(text)), included=False)
        told = f"What follows character {end:,} stands outside the check. Put in what you need."
        notices = (*notices, told)
    return Article(
        id=0,
        title=_cut(" ".join(document.title.split())) or _title(text, zones),
        text=text,
        digest=digest(text),
        zones=zones,
        publication=find_day(text, zones, document.published),
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


def find_day(text: str, zones: tuple[Zone, ...], stated: date | None) -> Publication:
    """What an article tells of its day of publication; see `infer_publication`."""
    if len(text) > READ_LIMIT:
        text, zones = (
            text[:DAY_LIMIT],
            tuple(
                replace(zone, span=Span(zone.span.start, min(zone.span.end, DAY_LIMIT)))
                for zone in zones
                if zone.span.start < DAY_LIMIT
            ),
        )
    return infer_publication(text, zones, stated)


def _end_of_check(text: str) -> int:
    """Where a long text is cut: before the sentence that reaches beyond `READ_LIMIT`."""
    found = sentences(text, Span(READ_LIMIT - _LAST_SENTENCES, READ_LIMIT))
    return found[-1].start if len(found) > 1 else READ_LIMIT


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
