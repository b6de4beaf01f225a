"""The words a claim is searched with. Knows no index."""

from __future__ import annotations

from app.model.span import Span
from app.text.words import STOP_WORDS, fold, stem, words

#: More words than this say nothing that the rarest of them do not.
MAX_TERMS = 64


def plain_words(text: str) -> list[Span]:
    """The words of `text` as an index cuts them: what a hyphen joins, counted one by one.

    "US-led" is two words, "ez-Zor" too, so that another spelling of one half still finds the
    other; and so is "l'attacco", but not "Russia's" nor "don't". Numbers stay whole. Linear.
    """
    spans: list[Span] = []
    for span in words(text):
        start = span.start
        for place in range(span.start, span.end):
            elided = text[place] in "'’ʼ‘" and span.end - place > 3
            if elided or text[place] in "-‐‑":
                if start < place:
                    spans.append(Span(start, place))
                start = place + 1
        if start < span.end:
            spans.append(Span(start, span.end))
    return spans


def query_terms(text: str) -> tuple[str, ...]:
    """The distinct folded words of `text` to search with, the rarest-looking first.

    Stop words are left out and numbers kept; words of one stem count once; at most MAX_TERMS.
    Stop words alone ask for nothing.
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
    for span in plain_words(text):
        word = span.of(text)
        if is_common(word):
            continue
        term = fold(word).removesuffix("'s").strip("'")
        if term:
            name_like = span.start > 0 and word[0].isupper()
            seen.setdefault(stem(word), (term, name_like))
    return list(seen.values())


def _rarity(term: str, name_like: bool) -> float:
    """How rare a word looks where no index is at hand: numbers, names and long words first."""
    if any(sign.isdigit() for sign in term):
        return 20.0 + len(term)
    return len(term) + (5.0 if name_like else 0.0)
