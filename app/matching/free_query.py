"""Reads what the reviewer types into a search field, and shows where a passage has it.

`kind: after: before: lang: publisher: in:` filter the source, "…" is a phrase, a star at the end
of a word lets it go on; everything else is a word, whatever signs it has. Knows no index.
"""

from __future__ import annotations

from app.matching.query import is_common, plain_words
from app.model.search import FreeQuery, Wanted
from app.model.span import Span
from app.text.words import fold, stem

#: Longer input than this is cut: nobody types it.
LONGEST = 2_000
#: So many words and phrases count, the first ones.
MOST_WANTED = 32

_FILTERS = {
    "kind": "kind",
    "after": "after",
    "before": "before",
    "lang": "language",
    "publisher": "publisher",
    "in": "title",
}
_CLOSING = {'"': '"', "“": "”", "„": "“", "«": "»"}


def parse_query(text: str) -> FreeQuery:
    """What `text` asks for. Never fails: what makes no sense as a filter is a word. Linear."""
    filters: dict[str, str] = {}
    wanted: list[Wanted] = []
    for name, quoted, piece in _pieces(text[:LONGEST]):
        if name and (value := _value(name, piece)):
            filters[_FILTERS[name]] = value
            continue
        spans = plain_words(piece)
        if not spans:
            continue
        prefix = not quoted and piece.rstrip().endswith("*")
        wanted.append(Wanted(piece.strip("* "), quoted or len(spans) > 1, prefix))
    plain = [one for one in wanted if one.phrase or one.prefix or not is_common(one.text)]
    # "of the" alone is asked for as it stands; beside other words it only slows the search.
    return FreeQuery(tuple((plain or wanted)[:MOST_WANTED]), **filters)


def _pieces(text: str) -> list[tuple[str, bool, str]]:
    """(name of the filter or "", whether it stood in quotation marks, the words), in order."""
    found: list[tuple[str, bool, str]] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        name, start = "", at
        colon = start
        while colon < len(text) and text[colon].isalpha() and text[colon].isascii():
            colon += 1
        if text[colon : colon + 1] == ":" and text[start:colon].lower() in _FILTERS:
            name, start = text[start:colon].lower(), colon + 1
            while start < len(text) and text[start] == " ":
                start += 1
        if text[start : start + 1] in _CLOSING and start < len(text):
            end = text.find(_CLOSING[text[start]], start + 1)
            end = len(text) if end < 0 else end
            found.append((name, True, text[start + 1 : end]))
            at = end + 1
            continue
        end = start
        while end < len(text) and not text[end].isspace() and text[end] not in _CLOSING:
            end += 1
        end = max(end, start + 1) if start < len(text) else start
        found.append((name, False, text[start:end]))
        at = max(end, at + 1)
    return found


def _value(name: str, piece: str) -> str:
    """The value of a filter as it is compared, or "" where it makes no sense."""
    value = " ".join(piece.split()).strip(",;")
    if name not in ("after", "before"):
        return value.casefold()
    parts = value.split("-")
    lengths = [len(part) for part in parts]
    if not all(part.isascii() and part.isdigit() for part in parts):
        return ""
    return value if lengths in ([4], [4, 2], [4, 2, 2]) else ""


def places_of(query: FreeQuery, text: str) -> tuple[Span, ...]:
    """Where `text` has the words and phrases of the query, in order, none overlapping."""
    spans = plain_words(text)
    plain = [fold(span.of(text)) for span in spans]
    stems = [stem(span.of(text)) for span in spans]
    found: list[Span] = []
    for one in query.wanted:
        asked = [span.of(one.text) for span in plain_words(one.text)]
        wanted = [stem(word) for word in asked]
        last = fold(asked[-1]) if one.prefix else ""
        for at in range(len(spans) - len(wanted) + 1):
            fits = stems[at : at + len(wanted)] == wanted
            if last and not fits:
                end = at + len(wanted) - 1
                fits = stems[at:end] == wanted[:-1] and plain[end].startswith(last)
            if fits:
                found.append(Span(spans[at].start, spans[at + len(wanted) - 1].end))
    return _apart(found)


def _apart(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
