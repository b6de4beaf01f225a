"""Telling the verdicts of an article on another rating scale: mapped or asked, never guessed.

Knows no window. The log keeps what was given before; undo puts it in force again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.desk.clock import now
from app.desk.scales import Scales
from app.library.library import Library
from app.model.errors import InputError
from app.model.rating import Rating, RatingScale, change_scale
from app.model.review import Verdict


@dataclass(frozen=True, slots=True)
class Rescaled:
    """A verdict that is to be told on another scale: the one in force and what it becomes."""

    verdict: Verdict
    rating: Rating


@dataclass(frozen=True, slots=True)
class Becoming:
    """What a rating in force becomes on another scale.

    `scale` is the one it was given on, `claims` counts those it stands on. `becomes` is the one
    rating that means exactly the same; None where the reviewer is to choose among `choices`.
    """

    scale: RatingScale
    rating: Rating
    claims: int
    becomes: Rating | None
    choices: tuple[Rating, ...]

    @property
    def key(self) -> str:
        """How an answer names this rating, also where two scales have one of its key."""
        return f"{self.scale.key}.{self.rating.key}"


class Rescaling:
    """The change of an article's scale in one library; `reviewer` signs what it records."""

    def __init__(self, library: Library, scales: Scales, reviewer: str) -> None:
        self._library = library
        self._scales = scales
        self._reviewer = reviewer

    def outlook(self, article_id: int, scale_key: str) -> tuple[Becoming, ...]:
        """What each rating in force becomes on this scale, those of the scale itself left out.

        Raises NotFound, InputError for an unknown scale, or a verdict on one.
        """
        return self._outlook(self._in_force(article_id), self._scales.get(scale_key))

    def change(
        self, article_id: int, scale_key: str, answers: Mapping[str, str]
    ) -> tuple[Rescaled, ...]:
        """Give each verdict in force anew on this scale, as one step, and answer them.

        `answers` names for the key of a rating that is asked about its key on the new scale; it
        may also overrule what would be mapped. A key with that of its scale before it, as in
        `fever.supports`, goes before one alone. Reasons and evidence stay. Raises NotFound, and
        InputError before anything is written where a question is left open.
        """
        scale = self._scales.get(scale_key)
        chosen = {key: scale.rating(answer) for key, answer in answers.items()}
        verdicts = self._in_force(article_id)
        told: dict[tuple[str, str], Rating] = {}
        asked: list[Becoming] = []
        for one in self._outlook(verdicts, scale):
            rating = chosen.get(one.key) or chosen.get(one.rating.key) or one.becomes
            if rating is None:
                asked.append(one)
            else:
                told[one.scale.key, one.rating.key] = rating
        if asked:
            raise InputError(_asking(asked, scale))
        planned = tuple(
            Rescaled(verdict, told[verdict.scale, verdict.rating])
            for verdict in verdicts
            if verdict.scale != scale.key
        )
        with self._library.step("Change scale"):
            for done in planned:
                self._library.reviews.add_verdict(
                    replace(
                        done.verdict,
                        id=0,
                        rating=done.rating.key,
                        scale=scale.key,
                        reviewer=self._reviewer,
                        given=now(),
                    )
                )
        return planned

    def _outlook(self, verdicts: list[Verdict], scale: RatingScale) -> tuple[Becoming, ...]:
        """As `outlook`, in the order in which the scales first occur and of their ratings."""
        by_scale: dict[str, list[Verdict]] = {}
        for verdict in verdicts:
            if verdict.scale != scale.key:
                by_scale.setdefault(verdict.scale, []).append(verdict)
        found: list[Becoming] = []
        for given in by_scale.values():
            [old] = {scale.key: scale for scale in map(self._known, given)}.values()
            claims = Counter(verdict.rating for verdict in given)
            in_use = [rating for rating in old.ratings if rating.key in claims]
            change = change_scale(old, scale, [rating.key for rating in in_use])
            choices = {question.rating.key: question.choices for question in change.asked}
            found.extend(
                Becoming(old, one, claims[one.key], change.mapped.get(one.key),
                         choices.get(one.key, ()))
                for one in in_use
            )  # fmt: skip
        return tuple(found)

    def _in_force(self, article_id: int) -> list[Verdict]:
        self._library.articles.get(article_id)
        reviews = self._library.reviews.of_article(article_id)
        return [review.verdict for _, review in sorted(reviews.items()) if review.verdict]

    def _known(self, verdict: Verdict) -> RatingScale:
        scale = self._scales.find(verdict.scale)
        if scale is None or scale.by_key(verdict.rating) is None:
            statement = self._library.claims.get(verdict.claim_id).statement
            raise InputError(
                f"The verdict on “{statement[:80]}” is on a scale that is not known here "
                f"({verdict.scale}). Give that verdict anew first."
            )
        return scale


def _asking(asked: list[Becoming], scale: RatingScale) -> str:
    told = []
    named = Counter(one.rating.key for one in asked)
    for one in asked:
        key = one.rating.key if named[one.rating.key] == 1 else one.key
        choices = ", ".join(f"{key}={choice.key}" for choice in one.choices)
        told.append(
            f"What “{one.rating.name}” becomes on the {scale.name} is yours to say: {choices}."
        )
    return " ".join(told)
