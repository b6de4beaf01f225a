"""Reads mails (EML), and web pages that a browser saved as one (MHTML).

Of a mail its fields, its words and the names of what hangs on it are kept. The plain text is taken
where the same words stand there as a page too. A mail's date is the day it states for itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path

from app.extraction.document import Document
from app.extraction.formats.encodings import decode
from app.extraction.formats.html.reader import add_page
from app.extraction.formats.html.record import PageRecord
from app.extraction.formats.text_builder import TextBuilder
from app.model.article import ZoneKind
from app.model.errors import InputError
from app.model.work import Work

_FIELDS = (("From", ZoneKind.BYLINE), ("Date", ZoneKind.BYLINE), ("To", ZoneKind.FURNITURE),
           ("Cc", ZoneKind.FURNITURE))  # fmt: skip
_MOST_NAMED = 10
_LONGEST_FIELD = 2_000


def read(data: bytes, name: str, work: Work, *, folder: Path | None = None) -> Document:  # noqa: ARG001
    """The Document of a mail or of a page saved as one.

    Raises InputError where there is no text in it, or none that can be got at.
    """
    try:
        message = message_from_bytes(data.lstrip(b"\r\n"))
    except RecursionError:
        raise InputError(f"{name} holds mails within mails too deep to be read.") from None
    work.tick(0)
    if _is_saved_page(message):
        return _read_saved_page(message, name, work)
    return _read_mail(message, name, work)


# A saved page


def _is_saved_page(message: Message) -> bool:
    if message.get_content_type() not in ("multipart/related", "text/html"):
        return False
    saved_by = _field(message, "From").casefold()
    return "Snapshot-Content-Location" in message or "saved by" in saved_by or not saved_by


def _read_saved_page(message: Message, name: str, work: Work) -> Document:
    pages = [part for part in _leaves(message) if part.get_content_type() in _PAGES]
    if not pages:
        raise InputError(f"{name} holds no page that can be read. Save the page as HTML.")
    builder = TextBuilder()
    record = _add_page(builder, pages[0], work)
    if len(pages) > 1:
        builder.notice(
            f"The page shows {len(pages) - 1} further page{'s' if len(pages) > 2 else ''} in "
            "frames, whose text was left out."
        )
    _tell_broken_off(builder, message)
    address = record.url or _field(message, "Snapshot-Content-Location")
    title = record.title or _field(message, "Subject")
    document = builder.document(
        name,
        title=title,
        published=record.published,
        language=record.language,
        author=record.author,
        url=address if address.startswith(("http://", "https://")) else "",
    )
    return _with_words(document, f"{name} shows no text. Copy it from a browser and paste it.")


_PAGES = ("text/html", "application/xhtml+xml")


# A mail


def _read_mail(message: Message, name: str, work: Work) -> Document:
    builder = TextBuilder()
    subject = _field(message, "Subject")
    builder.add(subject, ZoneKind.HEADLINE)
    for field, kind in _FIELDS:
        if value := _field(message, field):
            builder.add(f"{field}: {value}", kind)
    begun = builder.length
    language = ""
    attached: list[str] = []
    for part in _shown(message):
        if _is_attached(part):
            attached.append(_file_name(part))
        elif part.get_content_type() in _PAGES:
            language = language or _add_page(builder, part, work).language
        else:
            decoded = decode(_bytes(part), part.get_content_charset() or "")
            for notice in decoded.notices:
                builder.notice(notice)
            builder.add(decoded.text)
    if builder.length == begun and attached:
        builder.notice("The mail itself has no words.")
    _tell_attached(builder, attached)
    _tell_broken_off(builder, message)
    document = builder.document(
        name,
        title=subject,
        published=_day(_field(message, "Date")),
        language=language,
        author=parseaddr(_field(message, "From"))[0],
    )
    return _with_words(document, f"{name} holds no text that can be read; it may be encrypted.")


def _tell_attached(builder: TextBuilder, attached: list[str]) -> None:
    if attached:
        named = ", ".join(attached[:_MOST_NAMED])
        more = f" and {len(attached) - _MOST_NAMED} more" if len(attached) > _MOST_NAMED else ""
        builder.notice(f"Attached and not read: {named}{more}. Open them by themselves.")


def _tell_broken_off(builder: TextBuilder, message: Message) -> None:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        waiting.extend(_children(part))
        if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in part.defects):
            builder.notice("The file breaks off before its end; what it lost is not in the text.")


def _shown(message: Message) -> Iterator[Message]:
    """The parts of a mail in order; of several versions of the same words only the best one."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "multipart/alternative":
            waiting.append(_best(_children(part)) or part)
            if waiting[-1] is part:
                waiting.pop()
        elif part.get_content_type() == "multipart/related":
            waiting.extend(_children(part)[:1])  # the others are its pictures
        elif part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting.extend(reversed(_children(part)))
        else:
            yield part


def _best(versions: list[Message]) -> Message | None:
    for wanted in ("text/plain", *_PAGES):
        for part in versions:
            if part.get_content_type() == wanted and _bytes(part).strip():
                return part
    return versions[-1] if versions else None


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return (
        [child for child in payload if isinstance(child, Message)]
        if isinstance(payload, list)
        else []
    )


def _leaves(message: Message) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        children = _children(part)
        waiting.extend(reversed(children))
        if not children:
            yield part


def _is_attached(part: Message) -> bool:
    named = (part.get_content_disposition() or "") == "attachment"
    return named or part.get_content_type() not in ("text/plain", *_PAGES)


def _file_name(part: Message) -> str:
    if part.get_content_type() == "message/rfc822":
        inner = next(iter(_children(part)), None)
        return f"a mail “{_field(inner, 'Subject') if inner is not None else ''}”"
    try:
        name = part.get_filename() or ""
    except (MessageError, ValueError, LookupError):
        name = ""
    return " ".join(_decoded(name).split()) or f"a file without a name ({part.get_content_type()})"


# Parts and fields


def _add_page(builder: TextBuilder, part: Message, work: Work) -> PageRecord:
    return add_page(builder, _bytes(part), work, charset=part.get_content_charset() or "")


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _field(message: Message, name: str) -> str:
    """The value of a field, decoded; empty where there is none."""
    raw = (value for key, value in message.raw_items() if key.casefold() == name.casefold())
    return " ".join(_decoded(str(next(raw, ""))).split())


def _decoded(value: str) -> str:
    """A field's value: bare bytes and encoded words (RFC 2047) become characters."""
    bare = decode(value[:_LONGEST_FIELD].encode("utf-8", "surrogateescape")).text
    try:
        pieces = decode_header(bare)
    except (HeaderParseError, ValueError):
        return bare
    words = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            words.append(piece)
        elif charset is None:  # what stands between encoded words comes in this disguise
            words.append(piece.decode("raw-unicode-escape", "replace"))
        else:
            words.append(decode(piece, charset).text)
    return "".join(words)


def _day(stated: str) -> date | None:
    try:
        return parsedate_to_datetime(stated).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _with_words(document: Document, otherwise: str) -> Document:
    if not any(char.isalnum() for char in document.text):
        raise InputError(otherwise)
    return document
