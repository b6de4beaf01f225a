"""Rating scales: what a verdict can be. Read from resources/rating_scales.toml by the desk."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.errors import InputError


@dataclass(frozen=True, slots=True)
class Rating:
    """One value of a scale.

    `key` names it in files and on the command line, `number` is the digit that gives it and its
    place on the scale, `look` names the silhouette and colours in the theme, `needs_source` says
    that a verdict of it without linked evidence is worth a word.
    """

    key: str
    name: str
    number: int
    definition: str
    look: str
    needs_source: bool


@dataclass(frozen=True, slots=True)
class RatingScale:
    """A named set of ratings, in the order of their numbers."""

    key: str
    name: str
    ratings: tuple[Rating, ...]

    def rating(self, key_or_number: str) -> Rating:
        """The rating with this key, name or number. Raises InputError naming those there are."""
        wanted = key_or_number.strip().casefold().replace(" ", "_").replace("-", "_")
        for rating in self.ratings:
            names = {rating.key, rating.name.casefold().replace(" ", "_"), str(rating.number)}
            if wanted in names:
                return rating
        known = ", ".join(rating.key for rating in self.ratings)
        raise InputError(f"“{key_or_number}” is not a rating of this scale. It has: {known}.")
