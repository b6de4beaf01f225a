"""Reads the rating scales that come with the app. Knows no verdict."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from app.desk.shipped import not_whole
from app.model.rating import Rating, RatingScale


def load_scale(path: Path, key: str = "") -> RatingScale:
    """The scale of this key, or the file's default one.

    Raises KeyError for an unknown key, LibraryError where the file that comes with the app is not
    as it came.
    """
    try:
        return _read_scale(path, key)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise not_whole(path) from error


def _read_scale(path: Path, key: str) -> RatingScale:
    with path.open("rb") as file:
        data = tomllib.load(file)
    if not {"default", "scale"} <= data.keys():
        raise not_whole(path)
    wanted = key or data["default"]
    for table in data["scale"]:
        if table["key"] == wanted:
            ratings = sorted(map(_rating, table["rating"]), key=lambda rating: rating.number)
            return RatingScale(table["key"], table["name"], tuple(ratings))
    raise KeyError(wanted)


def _rating(table: dict[str, Any]) -> Rating:
    return Rating(
        key=table["key"],
        name=table["name"],
        number=table["number"],
        definition=table["definition"],
        look=table["look"],
        needs_source=table["needs_source"],
    )
