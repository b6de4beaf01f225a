"""What verdicts say: each in the words and the look of the scale that it was given on.

Knows the scales and the log of the library; decides nothing, knows no widget.
"""

from __future__ import annotations

from collections.abc import Callable

from app.model.errors import NotFound
from app.model.rating import Rating
from app.model.review import Review, Verdict
from app.ui.session import Session


class Verdicts:
    """The verdicts of the open article's claims. `review` answers the work on a claim."""

    def __init__(self, session: Session, review: Callable[[int], Review]) -> None:
        self._session, self._review = session, review

    def rating(self, verdict: Verdict | None) -> Rating | None:
        """What this verdict says on the scale it was given on; None without one, and where this
        library knows its scale or rating no longer."""
        if verdict is None:
            return None
        scale = self._session.read.scales.find(verdict.scale)
        return scale.by_key(verdict.rating) if scale else None

    def look(self, claim_id: int) -> str:
        """How the verdict in force on this claim looks: empty is "to review"."""
        rating = self.rating(self._review(claim_id).verdict)
        return rating.look if rating else ""

    def word(self, claim_id: int) -> str:
        """The verdict in force on this claim as its own scale calls it."""
        verdict = self._review(claim_id).verdict
        if verdict is None:
            return "To review"
        rating = self.rating(verdict)
        return rating.name if rating else verdict.rating

    def log(self, claim_id: int) -> tuple[Verdict, ...]:
        """Every verdict that was ever given on this claim, oldest first; empty where it is gone."""
        try:
            return self._session.read.review.verdicts(claim_id)
        except NotFound:
            return ()

    @property
    def reviewer(self) -> str:
        """Who sits here; may be empty."""
        return self._session.read.reviewer

    def scale_name(self, verdict: Verdict) -> str:
        """The name of the scale of this verdict; its key where this library has no such scale."""
        scale = self._session.read.scales.find(verdict.scale)
        return scale.name if scale else verdict.scale
