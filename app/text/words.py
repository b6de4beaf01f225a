"""Words of a text and their plain forms: folded, stemmed, stop words. Knows no file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from threading import Lock
from typing import Protocol

from app.model.span import Span

# Marks are no letters to `re`, yet a decomposed accent, a Hebrew point or an Indic vowel sign must
# not cut a word in two. The blocks that hold the scripts of the world's newspapers suffice.
_MARKS = "".join(
    chr(code)
    for block in (range(0x0300, 0x1C00), range(0x20D0, 0x2100), range(0xFE20, 0xFE30))
    for code in block
    if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
# Scripts written without spaces: one character stands for a word.
_SINGLE = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"(?:(?![{_SINGLE}])[^\W_]|[{_MARKS}\u00ad\u200c\u200d])"
_JOINER = r"['’ʼ‘\-‐‑]"

# Each alternative starts with a character no other one can start with, and a joiner is taken only
# when a letter follows, so that the scan never goes back: linear.
_WORD = re.compile(
    rf"[{_SINGLE}]"
    rf"|(?:(?![{_SINGLE}])[^\W_]){_LETTER}*"
    rf"(?:(?:{_JOINER}|(?<=\d)[.,:](?=\d))(?![{_SINGLE}])[^\W_]{_LETTER}*)*"
)

# English. "us" is missing on purpose: folded it is also the
# United States.
_COMMON = """
    a about above after again against all also although am among an and any are aren't as at
    be because been before being below between both but by can can't cannot could couldn't
    did didn't do does doesn't doing don't down during each either etc even ever
    for from further had hadn't has hasn't have haven't having he he'd he'll he's her here here's
    hers herself him himself his how how's however
    i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself let's
    may me might more most much must my myself neither no nor not of off on once one's only onto or
    other our ours ourselves out over own per rather same shall she she'd she'll she's should
    shouldn't since so some such than that that'd that's the their theirs them themselves then
    there there's these they they'd they'll they're they've this those though through thus to too
    toward towards under until unto up upon very via was wasn't we we'd we'll we're we've were
    weren't what what's when when's where where's whether which while who who's whom whose why
    will with within without won't would wouldn't yet you you'd you'll you're you've your yours
    yourself yourselves
"""

#: Words too common to tell a passage by, folded.
STOP_WORDS: frozenset[str] = frozenset(_COMMON.split())

#: Marks that sit on a letter and can go; the vowel signs of Indic scripts are letters of their own.
_ACCENTS = re.compile(f"[{''.join(mark for mark in _MARKS if unicodedata.combining(mark))}]+")

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "‐": "-",
        "‑": "-",
        "\u00ad": None,
        "\u200c": None,
        "\u200d": None,
        # Letters with a stroke or tied ones, which Unicode does not take apart.
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ħ": "h",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)


#: So many characters are counted at once, and so far back a blank is looked for.
_PART, _NEAR = 200_000, 1_000


def words(text: str) -> list[Span]:
    """The words of `text` in order: runs of letters and digits with their inner joiners.

    An apostrophe or a hyphen between letters stays inside ("Lavrov's", "ez-Zor"), and so do the
    point, comma and colon of a number ("2.4", "300,000", "17:50"). Of scripts written without
    spaces each character is a word. Linear in the length of the text.
    """
    return [Span(start, end) for start, end in word_places(text)]


def word_places(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The same as bare offsets, of the text or of a stretch of it, for those who read whole texts
    word by word."""
    stop = len(text) if end is None else end
    return (found.span() for found in _WORD.finditer(text, start, stop))


def word_count(text: str) -> int:
    """How many words a text has, however long it is and however long its words are.

    Counted a part at a time: a match lets no other thread go on, and one over ten million
    characters would take a second.
    """
    count = start = 0
    while start < len(text):
        end = _cut(text, start + _PART)
        count += sum(1 for _ in _WORD.finditer(text, start, end))
        across = _WORD.match(text, end - 1, end + 1) if end < len(text) else None
        count -= across is not None and across.end() == end + 1
        start = end
    return count


def _cut(text: str, end: int) -> int:
    """Where to end a part: behind a blank, if need be between two letters."""
    if end >= len(text):
        return len(text)
    near = range(end, max(1, end - _NEAR), -1)
    for at in near:
        if text[at - 1].isspace():
            return at
    return next((at for at in near if text[at - 1].isalnum() and text[at].isalnum()), end)


def fold_text(text: str) -> str:
    """A whole text as `fold` makes its words, and not remembered. Its length may change."""
    folded = text.casefold().translate(_PLAIN)
    if folded.isascii():
        return folded
    apart = unicodedata.normalize("NFKD", folded)
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart))


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """The word for comparison: casefolded, without diacritics, typographic signs made plain."""
    return fold_text(word)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


_stemmer: _Stemmer | None = None
_stemmer_lock = Lock()  # the stemmer keeps its word in itself, and threads share this module


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The Porter stem of the folded word, without its possessive ("Russia's" is "russia").

    The same stemmer as FTS5's `porter`, so that what the search finds can also be shown as shared.
    Words in other scripts come back folded. Source: M. F. Porter, An algorithm for suffix
    stripping, 1980, as written in Snowball.
    """
    global _stemmer
    folded = fold(word)
    if folded.endswith("'s"):
        folded = folded[:-2]
    folded = folded.rstrip("'")
    if len(folded) < 3 or not (folded.isascii() and folded.isalpha()):
        return folded
    with _stemmer_lock:
        if _stemmer is None:
            # Loaded on first use: a window without a match needs no stemmer.
            import snowballstemmer

            _stemmer = snowballstemmer.stemmer("porter")
        return _stemmer.stemWord(folded)
