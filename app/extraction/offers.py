"""Where a claim could be split, and which word of it a name could replace. Offers; does nothing."""

# ruff: noqa: ARG001
from __future__ import annotations

from collections.abc import Sequence

from app.model.article import Article
from app.model.claim import Claim, Offer
from app.model.span import Span


def find_offers(article: Article, claim: Claim, others: Sequence[Span]) -> tuple[Offer, ...]:
    """The offers for one claim of `article` in the order of their places.

    `others` are the stretches of the article's other claims: no split makes one of them anew.
    """
    return ()
