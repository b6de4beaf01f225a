"""Claims of one article that do not fit together: "look here", never a verdict. Knows no store."""

# ruff: noqa: ARG001
from __future__ import annotations

from collections.abc import Sequence

from app.model.article import Article
from app.model.claim import Claim
from app.model.inconsistency import Inconsistency


def find_inconsistencies(article: Article, claims: Sequence[Claim]) -> tuple[Inconsistency, ...]:
    """The pairs of claims that answer the same question differently, in article order."""
    return ()
