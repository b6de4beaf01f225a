"""How much two texts have in common, word for word. Knows no store.

Resemblance of sets of shingles, and sketches that keep the least of their hashes: Broder, "On the
resemblance and containment of documents", 1997.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from heapq import nsmallest

_WORD = re.compile(r"\w+")
#: Only so much of a text is looked at (characters); a longer one is judged by its beginning.
LOOKED_AT = 200_000
#: So many words make a shingle, so many shingles a sketch.
WIDTH, SKETCHED = 4, 6


def shingles(text: str, width: int = WIDTH) -> frozenset[str]:
    """Every run of `width` words, folded; a text of fewer words is one shingle."""
    words = folded_words(text)
    if len(words) < width:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(" ".join(words[at : at + width]) for at in range(len(words) - width + 1))


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of shingles that both have among those that either has, 0 to 1."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0


def folded_words(text: str) -> list[str]:
    """The words of a text's beginning as they are compared."""
    return _WORD.findall(unicodedata.normalize("NFKC", text[:LOOKED_AT]).casefold())


def sketch(words: Sequence[str]) -> tuple[int, ...]:
    """A few hashes that stand for a text of these words; none where it is too short.

    Of two texts whose resemblance is .7 one in a thousand pairs has no hash in common; at .9 one
    in a million. The hashes are of this process alone and must not be kept.
    """
    runs = zip(words, words[1:], words[2:], words[3:], strict=False)
    return tuple(nsmallest(SKETCHED, set(map(hash, runs))))
