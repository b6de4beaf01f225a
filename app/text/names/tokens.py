"""A text cut into words for those who look for names: how each is written and where it stands.

Knows sentences, and no names but a few places that decide where a hyphen parts two words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from app.text.names.places import PLACES
from app.text.names.words import LOWER_TAILS
from app.text.sentences import sentences
from app.text.word_lists import listed
from app.text.words import fold

# A run begins with a letter and takes a joiner only when a letter or digit follows: no backtracking
# beyond one character.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}(?:[-‑][^\W_]+)?|[^\W\d_][^\W_]*(?:['’‘`ʼ‑–-][^\W_]+)*")
_ARTICLE_WORD = re.compile(r"(?i:al|el|ez|es|as|ad|an|ash|ar|at|az|ul|ur)[-‑][^\W\d_a-z]")
_OPENING = "\"“„«‘'‹("
#: Turkish sets endings of case off with an apostrophe: "Suriye’de".
_TURKISH_ENDINGS = listed(
    "de da te ta den dan ten tan e a ye ya ne na i ı u ü yi yı yu yü ni nı nu nü in ın un ün nin"
    " nın nun nün le la yle yla deki daki"
)
_OWN_POSSESSIVES = listed("people's women's children's veterans' workers' writers' men's")


@dataclass(slots=True)
class Token:
    """A word with its place (possessive cut off), its folded form and how it is written."""

    start: int
    end: int
    word: str
    capital: bool
    upper: bool
    opens: bool
    joined: bool
    possessive: bool
    title_line: bool = False
    upper_line: bool = False


def name_tokens(text: str) -> list[Token]:
    """All words of a text, each marked whether it opens a sentence or a quotation."""
    opens = {span.start for span in sentences(text)}
    starts = sorted(opens)
    tokens: list[Token] = []
    previous = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        place = bisect_left(starts, previous)
        fresh = not tokens or (place < len(starts) and starts[place] <= start)
        gap = text[max(previous, start - 4) : start]
        if (
            not fresh
            and gap
            and (" - " in gap or gap[-1] in _OPENING[:-1] or any(s in gap for s in ":•–—\n"))
        ):
            fresh = True
        for piece_start, piece_end, possessive in _pieces(text, start, end):
            raw = text[piece_start:piece_end]
            article = _ARTICLE_WORD.match(raw) is not None
            tokens.append(
                Token(
                    piece_start,
                    piece_end,
                    fold(raw),
                    raw[0].isupper() or article or _is_brand(raw),
                    raw.isupper() and (len(raw) > 1),
                    fresh and piece_start == start,
                    piece_start != start,
                    possessive,
                )
            )
        previous = end
    return tokens


def _is_brand(raw: str) -> bool:
    """Whether a word is written like iPhone or eBay."""
    return raw[0] in "ie" and raw[1:2].isupper() and raw[2:3].islower()


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """A run of letters as words: possessive cut off, "US-led" and "anti-Pyongyang" taken apart."""
    raw = text[start:end]
    possessive = False
    if fold(raw) not in _OWN_POSSESSIVES:
        for sign in ("'s", "’s", "'S", "’S"):
            if raw.endswith(sign) and len(raw) > 2:
                end -= 2
                possessive = True
                break
        if not possessive and text[end : end + 1] in ("'", "’") and raw[-1] == "s":
            possessive = raw[0].isupper() and text[end + 1 : end + 2] == " "
    raw = text[start:end]
    mark = max(raw.find("'"), raw.find("’"))
    if mark > 1 and raw[0].isupper() and raw[mark + 1 :] in _TURKISH_ENDINGS:
        return [(start, start + mark, True)]
    for dash in ("-", "‑", "–"):
        at = raw.rfind(dash)
        if at <= 0:
            continue
        head, tail = raw[:at], raw[at + 1 :]
        if head[0].isupper() and fold(tail) in LOWER_TAILS and tail[:1].islower():
            return [(start, start + at, False), (start + at + 1, end, possessive)]
        plain = head.islower() and tail[:1].isupper() and not _ARTICLE_WORD.match(raw)
        known = fold(head) in PLACES and fold(tail) in PLACES
        if plain or known or dash == "–":
            return [(start, start + at, False), (start + at + 1, end, possessive)]
    return [(start, end, possessive)]
