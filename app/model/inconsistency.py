"""Two claims of one article that do not fit together. A pointer for the reviewer, no verdict."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.match import Excerpt


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two claims that give different answers to what looks like the same question.

    `claims` are their ids (positions, while the article is not stored), the earlier in the article
    first. `kind` is "day", "number", "role" or "age". `first` and `second` are the words that
    differ, with their places in the article's text. `sentence` asks the reviewer to look.
    """

    claims: tuple[int, int]
    kind: str
    first: Excerpt
    second: Excerpt
    sentence: str
