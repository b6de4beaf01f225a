"""Rating scales: what a verdict can be, and what becomes of it on another scale.

Read from resources/rating_scales.toml, and from the reviewer's own file, by the desk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.model.errors import InputError

#: What a rating can look like, and the senses that ratings of different scales can share.
LOOKS = ("supported", "partly_supported", "refuted", "not_enough_evidence", "not_checkable")


@dataclass(frozen=True, slots=True)
class Rating:
    """One value of a scale.

    `key` names it in files and on the command line, `number` is the digit that gives it and its
    place on the scale, `look` names the silhouette and colours in the theme, `needs_source` says
    that a verdict of it without linked evidence is worth a word.

    `truth` is its place between wholly false (1) and wholly true (the highest of the scale), 0
    where it says nothing of truth. `sense` is the one of `LOOKS` that it means exactly, or empty
    where it means none of them exactly: only ratings of one sense stand for each other.
    """

    key: str
    name: str
    number: int
    definition: str
    look: str
    needs_source: bool
    truth: int = 0
    sense: str = ""


@dataclass(frozen=True, slots=True)
class RatingScale:
    """A named set of ratings, in the order of their numbers.

    Number, key and name each stand for one rating alone, so they can never disagree. Raises
    ValueError, with a sentence, for ratings that do not make a scale.
    """

    key: str
    name: str
    ratings: tuple[Rating, ...]

    def __post_init__(self) -> None:
        numbers = [rating.number for rating in self.ratings]
        if not numbers or numbers != list(range(1, len(numbers) + 1)):
            raise ValueError("the numbers of its ratings do not run from 1 upward without a gap")
        for what, names in (
            ("key", [_folded(rating.key) for rating in self.ratings]),
            ("name", [_folded(rating.name) for rating in self.ratings]),
        ):
            if len(set(names)) < len(names):
                raise ValueError(f"two of its ratings have one {what}")
        truths = sorted(rating.truth for rating in self.ratings if rating.truth)
        if truths != list(range(1, len(truths) + 1)) or len(truths) == 1:
            raise ValueError("the truth of its ratings does not run from 1 upward without a gap")

    @property
    def best(self) -> int:
        """The truth of the truest rating; 0 where the scale does not measure truth."""
        return max(rating.truth for rating in self.ratings)

    def rating(self, key_or_number: str) -> Rating:
        """The rating with this key, name or number. Raises InputError naming those there are."""
        wanted = _folded(key_or_number)
        for rating in self.ratings:
            if wanted in {_folded(rating.key), _folded(rating.name), str(rating.number)}:
                return rating
        known = ", ".join(rating.key for rating in self.ratings)
        raise InputError(f"“{key_or_number}” is not a rating of this scale. It has: {known}.")

    def by_key(self, key: str) -> Rating | None:
        """The rating that files name by exactly this key, or None."""
        return next((rating for rating in self.ratings if rating.key == key), None)


@dataclass(frozen=True, slots=True)
class Question:
    """A rating that nothing on the new scale means exactly: the reviewer chooses among these."""

    rating: Rating
    choices: tuple[Rating, ...]


@dataclass(frozen=True, slots=True)
class ScaleChange:
    """What changing from one scale to another does to the ratings in use.

    `mapped` pairs the key of an old rating with the new one that means exactly the same; what is
    not in it stands in `asked`.
    """

    mapped: dict[str, Rating] = field(default_factory=dict)
    asked: tuple[Question, ...] = ()


def change_scale(old: RatingScale, new: RatingScale, in_use: Sequence[str]) -> ScaleChange:
    """How the ratings `in_use` (keys of `old`) are told on `new`; nothing is guessed.

    A rating is mapped only where exactly one of the new scale has its sense. Where several have
    it those are the choices; where none has, all are. Raises KeyError for a key not of `old`.
    """
    mapped: dict[str, Rating] = {}
    asked: list[Question] = []
    for key in dict.fromkeys(in_use):
        rating = old.by_key(key)
        if rating is None:
            raise KeyError(key)
        if old == new:
            mapped[key] = rating
            continue
        same = tuple(one for one in new.ratings if one.sense and one.sense == rating.sense)
        if len(same) == 1:
            mapped[key] = same[0]
        else:
            asked.append(Question(rating, same or new.ratings))
    return ScaleChange(mapped, tuple(asked))


def _folded(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")
