"""How much two texts have in common, word for word. Knows no store.

Resemblance of sets of shingles: Broder, "On the resemblance and containment of documents", 1997.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\w+")
#: Only so much of a text is looked at (characters); a longer one is judged by its beginning.
LOOKED_AT = 200_000


def shingles(text: str, width: int = 4) -> frozenset[str]:
    """Every run of `width` words, folded; a text of fewer words is one shingle."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text[:LOOKED_AT]).casefold())
    if len(words) < width:
        return frozenset([" ".join(words)] if words else [])
    return frozenset(" ".join(words[at : at + width]) for at in range(len(words) - width + 1))


def resemblance(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of shingles that both have among those that either has, 0 to 1."""
    either = len(one | other)
    return len(one & other) / either if either else 0.0
