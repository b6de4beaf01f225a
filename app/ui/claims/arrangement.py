"""Which claims the list shows and in which order; moving from claim to claim follows it.

Knows no widget. The current claim stays shown until another one is chosen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.model.claim import Claim
from app.model.rating import Rating, RatingScale
from app.model.review import Review, ReviewState
from app.ui.open_article import OpenArticle
from app.ui.open_ledger import OpenLedger

Wanted = Callable[[Claim, Review], bool]


@dataclass(frozen=True)
class Choice:
    """One filter or order. `name` never changes; `title` is what the reviewer reads."""

    name: str
    title: str


#: The orders; the first one is the article's own.
ORDERS = (
    Choice("article", "Article order"),
    Choice("risk", "Riskiest first"),
    Choice("weak", "Weakest linked match first"),
)


class Arrangement(QObject):
    """`filter` and `order` are names of choices; `text` must stand in the claim, in any case of
    letters. All empty or the first one: every claim in article order."""

    changed = Signal()

    def __init__(self, article: OpenArticle, ledger: OpenLedger, scale: RatingScale) -> None:
        super().__init__()
        self._article, self._ledger = article, ledger
        self.filter, self.order, self.text = "", ORDERS[0].name, ""
        self._wanted: dict[str, tuple[str, Wanted]] = {
            "to-review": ("To review", lambda _, review: review.verdict is None),
            **{
                f"verdict-{rating.key}": (rating.name, self._rated(rating))
                for rating in scale.ratings
            },
            "flagged": ("Flagged", lambda _, review: review.state is ReviewState.FLAGGED),
            "no-source": ("No source linked", lambda _, review: not review.evidence),
            "conflict": (
                "Conflict in evidence",
                lambda _, review: any(one.differences for one in review.evidence),
            ),
            "inconsistent": (
                "Does not fit another claim",
                lambda claim, _: bool(ledger.inconsistencies_of(claim.id)),
            ),
        }
        self.filters = tuple(Choice(name, told) for name, (told, _) in self._wanted.items())
        ledger.changed.connect(self._follow)
        article.shown_changed.connect(self.changed)
        article.claims_changed.connect(lambda _: self.changed.emit())

    @property
    def filtered(self) -> bool:
        """Whether some claims may be left out."""
        return bool(self.filter or self.text)

    def told(self) -> str:
        """“6 of 14 shown”, and by what; empty while all are."""
        if not self.filtered:
            return ""
        title = self._wanted[self.filter][0] if self.filter else ""
        words = f"“{self.text}”" if self.text else ""
        fitting = sum(self._fits(claim) for claim in self._article.shown)
        kept = len(self._article.shown) - fitting
        of = f"{fitting} of {len(self._article.claims)} shown{' + current' if kept else ''}"
        what = ", ".join(part for part in (title, words) if part)
        return f"{of}: {what}"

    def show_only(self, name: str) -> None:
        """Show the claims of this filter alone; the one in force again shows all."""
        self.filter = "" if name == self.filter else name
        self._arrange()

    def show_with(self, text: str) -> None:
        """Show the claims that contain these words alone."""
        self.text = " ".join(text.split())
        self._arrange()

    def show_all(self) -> None:
        """Leave nothing out."""
        self.filter = self.text = ""
        self._arrange()

    def sort(self, order: str) -> None:
        """Show the claims in this order."""
        self.order = order
        self._arrange()

    def _rated(self, rating: Rating) -> Wanted:
        return lambda _, review: self._article.verdicts.rating(review.verdict) == rating

    def _fits(self, claim: Claim) -> bool:
        if self.text and self.text.casefold() not in claim.statement.casefold():
            return False
        review = self._article.review(claim.id)
        return not self.filter or self._wanted[self.filter][1](claim, review)

    def _arrange(self) -> None:
        keys: dict[str, Callable[[Claim], float]] = {
            "risk": lambda claim: -claim.check_worthiness,
            "weak": lambda claim: max(
                (one.score for one in self._article.review(claim.id).evidence), default=0.0
            ),
        }
        self._article.arrange(self._fits if self.filtered else None, keys.get(self.order))
        self.changed.emit()

    def _follow(self) -> None:
        if self.filter == "inconsistent":
            self._arrange()
