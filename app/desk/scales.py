"""Reads the rating scales: those that come with the app and the house scales of the reviewer.

Knows no verdict.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.desk.shipped import not_whole
from app.model.errors import InputError, LibraryError
from app.model.rating import LOOKS, Rating, RatingScale

#: The name of the reviewer's own file in the settings folder.
HOUSE_FILE = "rating_scales.toml"

_KEY = re.compile(r"[a-z0-9_]{1,60}")
_MUST = {"key": str, "name": str, "number": int, "definition": str, "look": str}
_MAY = {"needs_source": bool, "truth": int, "sense": str}


@dataclass
class Scales:
    """Every scale that verdicts can be given on, the shipped ones first.

    `house` is the reviewer's own file, or None where there is no place for one.
    """

    default: RatingScale
    all: tuple[RatingScale, ...]
    house: Path | None = None

    def adopt(self, scale: RatingScale) -> None:
        """Add a scale of another desk to the reviewer's own file, behind what is there.

        Raises LibraryError where the file cannot be written, InputError for a scale that such a
        file cannot hold.
        """
        try:
            _scale(tomllib.loads(_as_toml(scale))["scale"][0])
        except ValueError as error:
            raise InputError(f"The scale “{scale.name}” cannot be used: {error}.") from error
        if self.house is not None:
            _append(self.house, _as_toml(scale))
        self.all = (*self.all, scale)

    def get(self, key: str) -> RatingScale:
        """The scale of this key. Raises InputError naming those there are."""
        found = self.find(key)
        if found is None:
            known = ", ".join(scale.key for scale in self.all)
            raise InputError(f"“{key}” is not a rating scale. There are: {known}.")
        return found

    def find(self, key: str) -> RatingScale | None:
        """The scale of this key, or None."""
        return next((scale for scale in self.all if scale.key == key), None)


def load_scales(shipped: Path, house: Path | None = None) -> Scales:
    """The scales of the file that comes with the app, and those of the reviewer's where it exists.

    Raises LibraryError where the shipped file is not as it came, InputError, naming what is wrong,
    where the reviewer's cannot be used: a scale left out in silence would be a verdict lost.
    """
    try:
        data = _read(shipped)
        scales = [_scale(table) for table in data["scale"]]
        default = next(scale for scale in scales if scale.key == data["default"])
    except (OSError, ValueError, KeyError, TypeError, StopIteration) as error:
        raise not_whole(shipped) from error
    return Scales(default, (*scales, *(_house(house, scales) if house else ())), house)


def _house(path: Path, shipped: list[RatingScale]) -> list[RatingScale]:
    try:
        data = _read(path)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise LibraryError(
            f"Your rating scales in {path} cannot be read: {error.strerror}.",
            "Allow reading the file, or take it away.",
        ) from error
    except ValueError as error:
        raise InputError(f"Your rating scales in {path} are not TOML: {error}.") from error
    found: list[RatingScale] = []
    taken = {scale.key for scale in shipped}
    tables = data.get("scale", [])
    for place, table in enumerate(tables if isinstance(tables, list) else [None], start=1):
        try:
            scale = _scale(table)
            if scale.key in taken:
                raise ValueError(f"the key “{scale.key}” is taken by another scale")
        except ValueError as error:
            raise InputError(
                f"Scale {place} in {path} cannot be used: {error}. Correct it, or take it out."
            ) from error
        taken.add(scale.key)
        found.append(scale)
    return found


def _append(path: Path, text: str) -> None:
    """The file with `text` behind it; whole as it was where the disk refuses."""
    draft = path.with_name(f".{path.name}.tmp")
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f"{before.rstrip()}\n\n{text}".lstrip())
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError as error:
        raise LibraryError(
            f"Your rating scales in {path} cannot be written: {error.strerror}.",
            "Allow writing the file, then try again.",
        ) from error


def _as_toml(scale: RatingScale) -> str:
    lines = ["[[scale]]", f"key = {_quoted(scale.key)}", f"name = {_quoted(scale.name)}"]
    for rating in scale.ratings:
        lines += ["", "[[scale.rating]]"]
        for name in (*_MUST, *_MAY):
            value = getattr(rating, name)
            if value or name in _MUST:
                lines.append(f"{name} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(value: object) -> str:
    # A TOML string is a JSON string, but for DEL; numbers and truth values are the same.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _scale(table: Any) -> RatingScale:
    if not isinstance(table, dict) or not isinstance(table.get("rating"), list):
        raise ValueError("it has no [[scale.rating]]")
    key, name = table.get("key"), table.get("name")
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise ValueError("its key is not of lower-case letters, digits and underscores")
    if not isinstance(name, str) or not name.strip():
        raise ValueError("it has no name")
    ratings = sorted(map(_rating, table["rating"]), key=lambda rating: rating.number)
    return RatingScale(key, name, tuple(ratings))


def _rating(table: Any) -> Rating:
    if not isinstance(table, dict):
        raise ValueError("a rating is not a table")
    told = table.get("name") or table.get("key") or "without a name"
    for name, kind in (*_MUST.items(), *((n, k) for n, k in _MAY.items() if n in table)):
        # A bool is an int to Python, and no number to anybody else.
        value = table.get(name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise ValueError(f"the rating “{told}” has no usable {name}")
    if unknown := sorted(table.keys() - _MUST.keys() - _MAY.keys()):
        raise ValueError(f"the rating “{told}” has an unknown {unknown[0]}")
    if not _KEY.fullmatch(table["key"]) or not table["name"].strip():
        raise ValueError(f"the rating “{told}” has no usable key or name")
    if table["look"] not in LOOKS or table.get("sense", LOOKS[0]) not in LOOKS:
        raise ValueError(f"the look and sense of “{told}” are not among {', '.join(LOOKS)}")
    return Rating(
        key=table["key"],
        name=table["name"],
        number=table["number"],
        definition=table["definition"],
        look=table["look"],
        needs_source=table.get("needs_source", False),
        truth=table.get("truth", 0),
        sense=table.get("sense", ""),
    )
