"""A source on its way in: made from a document or from a reference. Knows no store."""

from __future__ import annotations

from dataclasses import dataclass

from app.desk.clock import now
from app.desk.passages import cut_passages
from app.extraction.document import Document
from app.model.article import ZoneKind
from app.model.reference import Reference
from app.model.source import TEXT_MISSING, Source, SourceKind, SourceRecord
from app.model.span import Span
from app.model.work import Work
from app.text.normal import digest, normalise

#: What of a page is not the source's own words; it stays in the stored copy, so that offsets and
#: the digest hold, and gives no passage.
NOT_ITS_WORDS = frozenset({
    ZoneKind.MASTHEAD, ZoneKind.RELATED, ZoneKind.TAGS, ZoneKind.COMMENTS, ZoneKind.FURNITURE,
})  # fmt: skip

#: A first line longer than this is running text and no title.
LONGEST_TITLE = 200


_OWN_KINDS = {kind.value: kind for kind in SourceKind}
_KINDS = {
    "article-newspaper": SourceKind.NEWSPAPER,
    "speech": SourceKind.TRANSCRIPT,
    "interview": SourceKind.TRANSCRIPT,
    "hearing": SourceKind.TRANSCRIPT,
}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source with its copy, that copy's passages, and where it came from."""

    source: Source
    text: str
    passages: tuple[tuple[Span, str], ...]
    record: SourceRecord


def from_document(document: Document, name: str, title: str, work: Work | None = None) -> Incoming:
    """The source that a read file is; `name` is its key. Raises Cancelled."""
    text, removed = normalise(document.text)
    source = Source(
        0,
        name,
        title,
        author=document.author,
        published=document.published.isoformat() if document.published else "",
        language=document.language,
        url=document.url,
        copy_note=" ".join(dict.fromkeys((*document.notices, *removed))),
        digest=digest(text),
        added=now(),
    )
    record = SourceRecord(
        file_name=document.origin, file_digest=document.file_digest, pages=document.pages
    )
    return Incoming(source, text, own_passages(document, text, work), record)


def own_passages(
    document: Document, text: str, work: Work | None = None
) -> tuple[tuple[Span, str], ...]:
    """The passages of the source's own words, without menus, related links and comments."""
    left_out = [hint.span for hint in document.hints if hint.kind in NOT_ITS_WORDS]
    passages = cut_passages(text, document.pages, work)
    if not left_out or text != document.text:
        return passages
    kept: list[tuple[Span, str]] = []
    at = 0
    for span, place in passages:
        while at < len(left_out) and left_out[at].end <= span.start:
            at += 1
        start, end = span.start, span.end
        if at < len(left_out) and left_out[at].start <= start:
            start = left_out[at].end
        if at < len(left_out) and start < left_out[at].start < end:
            end = left_out[at].start
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            kept.append((Span(start, end), place))
    # A page that is nothing but furniture by its own word is better searched than lost.
    return tuple(kept) or passages


def from_reference(found: Reference, file_name: str) -> Incoming:
    """The source that a bibliographic record is; without a text its title and abstract stand for
    it, and the record says that the text is missing.

    The claim that a fact check is about stands in its copy and is no passage: it would be found as
    the best evidence for itself.
    """
    missing = not (found.text.strip() or found.checked)
    stored = [found.title, found.abstract] if missing else [found.text]
    if found.checked:
        stored.insert(0, found.checked.text)
    text, removed = normalise("\n\n".join(one for one in stored if one))
    title = found.title or title_of(text, found.where)
    url = found.url or (f"https://doi.org/{found.doi}" if found.doi else "")
    own = SourceKind.REFERENCE if missing else _KINDS.get(found.type, SourceKind.DOCUMENT)
    source = Source(
        0,
        found.id or url or ", ".join(one for one in (title, found.issued) if one),
        title,
        publisher=found.publisher or found.container_title,
        author=found.author,
        published=found.issued,
        kind=SourceKind.REFERENCE if found.checked else _OWN_KINDS.get(found.type, own),
        language=found.language[:2].casefold() if found.language[2:3] in ("", "-", "_") else "",
        url=url,
        note=" ".join(one for one in (_told_check(found), found.note) if one),
        copy_note=TEXT_MISSING if missing else " ".join(removed),
        digest=digest(text),
        added=now(),
    )
    told = {"type": found.type, "container-title": found.container_title, "DOI": found.doi}
    if not missing:
        told["abstract"] = found.abstract
    csl = tuple((name, value) for name, value in told.items() if value)
    record = SourceRecord(missing, file_name, csl=csl, checked=found.checked)
    passages = cut_passages(text)
    if found.checked:
        of_claim = len(normalise(found.checked.text)[0])
        passages = tuple(one for one in passages if one[0].start >= of_claim)
    return Incoming(source, text, passages, record)


def _told_check(found: Reference) -> str:
    """How somebody else rated the claim, in one sentence; empty for what is no check."""
    if found.checked is None:
        return ""
    by = f" by {found.publisher}" if found.publisher else ""
    on = f" on {found.issued}" if found.issued else ""
    rating = found.checked.rating
    return f"An earlier check, {f'rated “{rating}”' if rating else 'without a rating'}{by}{on}."


def title_of(text: str, otherwise: str) -> str:
    """The first line where it can be a title; a sentence of running text cannot."""
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    title = first.lstrip("#").strip() if first.startswith("#") else first
    return title if 0 < len(title) <= LONGEST_TITLE else otherwise
