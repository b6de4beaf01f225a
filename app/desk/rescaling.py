"""Telling the verdicts of an article on another rating scale: mapped or asked, never guessed.

Knows no window. The log keeps what was given before; undo puts it in force again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.desk.clock import now
from app.desk.scales import Scales
from app.library.library import Library
from app.model.errors import InputError
from app.model.rating import Question, Rating, RatingScale, change_scale
from app.model.review import Verdict


@dataclass(frozen=True, slots=True)
class Rescaled:
    """A verdict that is to be told on another scale: the one in force and what it becomes."""

    verdict: Verdict
    rating: Rating


class Rescaling:
    """The change of an article's scale in one library; `reviewer` signs what it records."""

    def __init__(self, library: Library, scales: Scales, reviewer: str) -> None:
        self._library = library
        self._scales = scales
        self._reviewer = reviewer

    def questions(self, article_id: int, scale_key: str) -> tuple[Question, ...]:
        """The ratings in force that nothing on the new scale means exactly.

        Raises NotFound, InputError for an unknown scale, or a verdict on one.
        """
        return self._plan(article_id, self._scales.get(scale_key), {})[1]

    def change(
        self, article_id: int, scale_key: str, answers: Mapping[str, str]
    ) -> tuple[Rescaled, ...]:
        """Give each verdict in force anew on this scale, as one step, and answer them.

        `answers` names for the key of a rating that is asked about its key on the new scale; it
        may also overrule what would be mapped. Reasons and evidence stay. Raises NotFound, and
        InputError before anything is written where a question is left open.
        """
        scale = self._scales.get(scale_key)
        planned, asked = self._plan(article_id, scale, answers)
        if asked:
            raise InputError(_asking(asked, scale))
        with self._library.step("Change scale"):
            for one in planned:
                self._library.reviews.add_verdict(
                    replace(
                        one.verdict,
                        id=0,
                        rating=one.rating.key,
                        scale=scale.key,
                        reviewer=self._reviewer,
                        given=now(),
                    )
                )
        return planned

    def _plan(
        self, article_id: int, scale: RatingScale, answers: Mapping[str, str]
    ) -> tuple[tuple[Rescaled, ...], tuple[Question, ...]]:
        """What each verdict in force becomes, and what is open."""
        chosen = {key: scale.rating(answer) for key, answer in answers.items()}
        planned: list[Rescaled] = []
        asked: dict[tuple[str, str], Question] = {}
        for verdict in self._in_force(article_id):
            if verdict.scale == scale.key:
                continue
            change = change_scale(self._known(verdict), scale, [verdict.rating])
            rating = chosen.get(verdict.rating) or change.mapped.get(verdict.rating)
            if rating is None:
                asked[verdict.scale, verdict.rating] = change.asked[0]
            else:
                planned.append(Rescaled(verdict, rating))
        return tuple(planned), tuple(asked.values())

    def _in_force(self, article_id: int) -> list[Verdict]:
        self._library.articles.get(article_id)
        reviews = self._library.reviews.of_article(article_id)
        return [review.verdict for _, review in sorted(reviews.items()) if review.verdict]

    def _known(self, verdict: Verdict) -> RatingScale:
        scale = self._scales.find(verdict.scale)
        if scale is None or scale.by_key(verdict.rating) is None:
            raise InputError(
                f"The verdict on claim {verdict.claim_id} is on a scale that is not known here "
                f"({verdict.scale}). Give that verdict anew first."
            )
        return scale


def _asking(asked: tuple[Question, ...], scale: RatingScale) -> str:
    told = []
    for one in asked:
        choices = ", ".join(f"{one.rating.key}={choice.key}" for choice in one.choices)
        told.append(
            f"What “{one.rating.name}” becomes on the {scale.name} is yours to say: {choices}."
        )
    return " ".join(told)
