"""All about one article, frozen: every report is made from this alone. Knows no format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.model.article import Article
from app.model.claim import Claim
from app.model.ledger import Excused, Ledger
from app.model.rating import RatingScale
from app.model.review import Review, Verdict
from app.model.source import Passage, Source, SourceKind


@dataclass(frozen=True, slots=True)
class DossierClaim:
    """One claim with the work on it and the whole history of its verdicts, oldest first.

    `withheld` counts the items of its evidence left out as confidential, by their sources' kinds;
    `withheld_of_no_kind` those that a file counts without telling kinds.
    """

    claim: Claim
    review: Review
    history: tuple[Verdict, ...] = ()
    withheld: Counter[SourceKind] = field(default_factory=Counter)
    withheld_of_no_kind: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """All about one article at one moment.

    `sources` and `passages` hold, once, each that evidence or a verdict of the log rests on, as
    far as it is still in the library. `scale` is the scale in force; `scales` are the others that
    verdicts of the log were given on. `copies` maps ids of sources to their stored copies, where
    they were asked for. `excuses` are the stretches that the reviewer excused from checking. `made`
    is an ISO 8601 time in UTC; `app_version`, `scorer` and `schema` tell what made it.
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
    passages: tuple[Passage, ...] = ()
    scales: tuple[RatingScale, ...] = ()
    copies: Mapping[int, str] = field(default_factory=dict)
    excuses: tuple[Excused, ...] = ()

    @property
    def withheld(self) -> Counter[SourceKind]:
        """How many items of evidence were left out as confidential, by their sources' kinds."""
        return sum((one.withheld for one in self.claims), Counter())

    def source(self, source_id: int) -> Source:
        """The source of this id. Raises KeyError when nothing in this dossier rests on it."""
        for source in self.sources:
            if source.id == source_id:
                return source
        raise KeyError(source_id)

    def scale_of(self, verdict: Verdict) -> RatingScale | None:
        """The scale that a verdict was given on, or None where it is not known here."""
        known = (self.scale, *self.scales)
        return next((scale for scale in known if scale.key == verdict.scale), None)
