"""All about one article, frozen: every report is made from this alone. Knows no format."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.article import Article
from app.model.claim import Claim
from app.model.ledger import Ledger
from app.model.rating import RatingScale
from app.model.review import Review, Verdict
from app.model.source import Source


@dataclass(frozen=True, slots=True)
class DossierClaim:
    """One claim with the work on it and the whole history of its verdicts, oldest first."""

    claim: Claim
    review: Review
    history: tuple[Verdict, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """All about one article at one moment.

    `sources` holds each source that any evidence names, once. `made` is an ISO 8601 time in UTC;
    `app_version`, `scorer` and `schema` tell what made it.
    """

    article: Article
    claims: tuple[DossierClaim, ...]
    sources: tuple[Source, ...]
    ledger: Ledger
    scale: RatingScale
    made: str
    app_version: str
    scorer: str
    schema: int

    def source(self, source_id: int) -> Source:
        """The source of this id. Raises KeyError when no evidence of this dossier names it."""
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)
