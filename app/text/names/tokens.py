"""A text cut into words for those who look for names: how each is written and where it stands.

Knows sentences, and no names but a few places that decide where a hyphen parts two words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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
_APOSTROPHES = ("'", "’")
_JOINTS = frozenset("'’-‑–")
_BREAKS = frozenset(":•–—\n")
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
    starts = [span.start for span in sentences(text)]
    starts.append(len(text) + 1)
    tokens: list[Token] = []
    previous = place = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        while starts[place] < previous:
            place += 1
        fresh = not tokens or starts[place] <= start
        if not fresh and (start - previous != 1 or text[previous] != " "):
            fresh = _opens_after(text[max(previous, start - 4) : start])
        raw = found.group()
        whole = raw.isalpha() or _JOINTS.isdisjoint(raw)
        if whole and text[end : end + 1] not in _APOSTROPHES:
            tokens.append(Token(start, end, *_written(raw), fresh, False, False))
        else:
            for first, last, possessive in _pieces(text, start, end):
                piece = text[first:last]
                tokens.append(
                    _token(piece, first, fresh and first == start, first != start, possessive)
                )
        previous = end
    return tokens


def _opens_after(gap: str) -> bool:
    """Whether a word opens something anew after these signs."""
    if not gap:
        return False
    return " - " in gap or gap[-1] in _OPENING[:-1] or not _BREAKS.isdisjoint(gap)


def _token(raw: str, start: int, opens: bool, joined: bool, possessive: bool) -> Token:
    return Token(start, start + len(raw), *_written(raw), opens, joined, possessive)


@lru_cache(maxsize=1 << 14)
def _written(raw: str) -> tuple[str, bool, bool]:
    """The folded word, whether it has a capital, and whether it is all capitals."""
    first = raw[0]
    article = first in "aeuAEU" and _ARTICLE_WORD.match(raw) is not None
    capital = first.isupper() or article or _is_brand(raw)
    return fold(raw), capital, capital and len(raw) > 1 and raw.isupper()


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
