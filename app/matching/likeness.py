"""How much found passages say the same as each other, word for word. Knows no claim and no score.

Loaded where something is ranked: it brings NumPy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: Words are alike that begin with the same letters, so many of them; shorter ones than the least
#: tell little, unless they are numbers.
BEGINNING, LEAST = 5, 4


def lifts(texts: Sequence[str], scores: Sequence[float], neighbours: int) -> list[float]:
    """By how much the passages most like each one score better than itself; 0 where they do not.

    `texts` are folded words with spaces between. Likeness is the cosine of the words, each weighing
    by how few of these texts have it; the mean over so many neighbours weighs by it. One text alone
    has no neighbour.
    Method: the cluster hypothesis (van Rijsbergen, Information retrieval, 1979) as a regularised
    score (Diaz, Regularizing ad hoc retrieval scores, 2005).
    """
    count = min(neighbours, len(texts) - 1)
    if count < 1:
        return [0.0] * len(texts)
    alike = _cosines([_beginnings(text) for text in texts])
    np.fill_diagonal(alike, 0.0)
    nearest = np.argsort(-alike, axis=1, kind="stable")[:, :count]
    weights = np.take_along_axis(alike, nearest, axis=1)
    own = np.array(scores)
    totals = weights.sum(axis=1)
    means = (weights * own[nearest]).sum(axis=1) / np.where(totals > 0, totals, 1.0)
    found: list[float] = np.maximum(means - own, 0.0).tolist()
    return found


def _beginnings(text: str) -> frozenset[str]:
    return frozenset(
        word[:BEGINNING] for word in text.split() if len(word) >= LEAST or word.isdigit()
    )


def _cosines(texts: Sequence[frozenset[str]]) -> Floats:
    often = Counter(word for text in texts for word in text)
    places = {word: place for place, word in enumerate(often)}
    weights = np.array([log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for n in often.values()])
    rows = np.zeros((len(texts), len(places)))
    for row, text in enumerate(texts):
        rows[row, [places[word] for word in text]] = 1.0
    rows *= weights
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(lengths > 0, lengths, 1.0)
    cosines: Floats = rows @ rows.T
    return cosines
