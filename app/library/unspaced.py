"""Chinese and Japanese, which are written without spaces, cut so that their words can be found."""

from __future__ import annotations

import re

# Scripts that the full-text index takes for one long word.
_UNSPACED = re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")


def is_unspaced(text: str) -> bool:
    """Whether the text has a run of such a script."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def spaced(text: str) -> str:
    """The text with its runs of such scripts as characters and pairs of them.

    "東京都" becomes "東 京 都 東京 京都": a word of two characters is then found by one pair.
    Linear; any other text comes back as it is.
    """
    if not is_unspaced(text):
        return text
    return _UNSPACED.sub(lambda run: f" {_pairs(run.group())} ", text)


def _pairs(run: str) -> str:
    return " ".join((*run, *(run[at : at + 2] for at in range(len(run) - 1))))
