"""The words a claim is searched with. Knows no index."""

from __future__ import annotations

import re
from itertools import pairwise

from app.model.span import Span
from app.text.words import STOP_WORDS, fold, stem, words

#: More words than this say nothing that the rarest of them do not.
MAX_TERMS = 64

_PIECE = re.compile(r"\S+")
#: What stands before the first stroke of a web address that is written without its scheme.
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)
#: No name of a host is longer (RFC 1035).
_LONGEST_HOST = 253


def plain_words(text: str) -> list[Span]:
    """The words of `text` as an index cuts them: what a hyphen joins, counted one by one.

    "US-led" is two words, "ez-Zor" too, so that another spelling of one half still finds the
    other; and so is "l'attacco", but not "Russia's" nor "don't". Tags and handles are the words
    that their capitals show: "#WildFires", "@JaneDoe". Numbers stay whole. Linear.
    """
    spans: list[Span] = []
    for span in words(text):
        start = span.start
        tagged = start > 0 and text[start - 1] in "#@"
        for place in range(span.start, span.end):
            if tagged and place > start and _is_hump(text, place):
                spans.append(Span(start, place))
                start = place
            elided = text[place] in "'’ʼ‘" and span.end - place > 3
            if elided or text[place] in "-‐‑":
                if start < place:
                    spans.append(Span(start, place))
                start = place + 1
        if start < span.end:
            spans.append(Span(start, span.end))
    return spans


def _is_hump(text: str, place: int) -> bool:
    return text[place].isupper() and text[place - 1].islower()


def asked_words(text: str) -> list[Span]:
    """The plain words of `text` that tell what it is about: without those of web addresses."""
    found = plain_words(text)
    addresses = [piece.span() for piece in _PIECE.finditer(text) if _is_address(piece.group())]
    if not addresses:
        return found
    inside = {place for start, end in addresses for place in range(start, end)}
    return [span for span in found if span.start not in inside]


def _is_address(piece: str) -> bool:
    """Whether a piece between spaces is a web address: "https://…", "pic.example.com/a1"."""
    host, stroke, _ = piece.lstrip("(<[\"'“‘").partition("/")
    if "://" in piece:
        return True
    return bool(stroke) and len(host) <= _LONGEST_HOST and _HOST.fullmatch(host) is not None


def query_terms(text: str) -> tuple[str, ...]:
    """The distinct folded words of `text` to search with, the rarest-looking first.

    Stop words and web addresses are left out and numbers kept; a tag stands also whole, as a
    source may have it; words of one stem count once; at most MAX_TERMS. Stop words alone ask for
    nothing.
    """
    ordered = sorted(_distinct(text), key=lambda term: -_rarity(*term))
    return tuple(term for term, _ in ordered[:MAX_TERMS])


def is_common(word: str) -> bool:
    """Whether the word, as it stands in a text, tells nothing: a stop word, or a lone letter."""
    folded = fold(word)
    return folded in STOP_WORDS or (len(folded) == 1 and folded.isascii() and folded.isalpha())


def _distinct(text: str) -> list[tuple[str, bool]]:
    """Folded word and whether it is written like a name, each stem once, in the text's order."""
    seen: dict[str, tuple[str, bool]] = {}
    asked = asked_words(text)
    for span in (*asked, *_whole_tags(text, asked)):
        word = span.of(text)
        if is_common(word):
            continue
        term = fold(word).removesuffix("'s").strip("'")
        if term:
            name_like = span.start > 0 and word[0].isupper()
            seen.setdefault(stem(word), (term, name_like))
    return list(seen.values())


def _whole_tags(text: str, asked: list[Span]) -> list[Span]:
    """Runs of words that their capitals alone keep apart, each as one."""
    tags: list[Span] = []
    for before, after in pairwise(asked):
        if before.end == after.start and _is_hump(text, after.start):
            goes_on = bool(tags) and tags[-1].end == before.end
            start = tags.pop().start if goes_on else before.start
            tags.append(Span(start, after.end))
    return tags


def _rarity(term: str, name_like: bool) -> float:
    """How rare a word looks where no index is at hand: numbers, names and long words first."""
    if any(sign.isdigit() for sign in term):
        return 20.0 + len(term)
    return len(term) + (5.0 if name_like else 0.0)
