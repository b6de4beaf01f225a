"""Nouns of the model as JSON values and back, field by field. Knows no noun by name.

A field that has its default value is left out, so that what was written before a field existed
reads and sums up the same after. Reading refuses whatever it does not know: a member passed over
would be a piece of a review lost in silence.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Collection, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar

from app.model.errors import InputError

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")

T = TypeVar("T")
Json = Any


def plain(value: Any, without: Collection[str] = ()) -> Json:
    """The value as JSON; fields of the outermost noun named in `without` are left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if is_dataclass(value):
        return {
            field.name: plain(own)
            for field in fields(value)
            if field.name not in without and (own := getattr(value, field.name)) != _default(field)
        }
    return value


def built(kind: type[T], told: Json, where: str, **given: Any) -> T:
    """The noun that a JSON object tells; `given` are fields that it does not tell itself.

    Raises InputError, naming the place, for a member that is missing, unknown or of another kind.
    """
    members = members_of(told, where)
    hints = _hints(typing.cast(Hashable, kind))
    known = {field.name: field for field in fields(kind) if field.name not in given}  # type: ignore[arg-type]
    if unknown := sorted(members.keys() - known.keys()):
        raise InputError(f"{where} has a member that is not known: “{unknown[0][:80]}”.")
    values = dict(given)
    for name, field in known.items():
        if name in members:
            values[name] = _read(hints[name], members[name], f"{where}.{name}")
        elif _default(field) is MISSING:
            raise InputError(f"{where} has no “{name}”.")
    try:
        return kind(**values)
    except ValueError as error:
        raise InputError(f"{where} cannot be used: {error}.") from error


def members_of(told: Json, where: str) -> Mapping[str, Json]:
    """The members of an object. Raises InputError for anything else."""
    if not isinstance(told, dict):
        raise InputError(f"{where} is not an object.")
    return told


def items_of(told: Json, where: str) -> list[Json]:
    """The items of an array. Raises InputError for anything else."""
    if not isinstance(told, list):
        raise InputError(f"{where} is not an array.")
    return told


def text_of(told: Json, where: str) -> str:
    """A text that a library can keep. Raises InputError for anything else."""
    if not isinstance(told, str):
        raise InputError(f"{where} is not a text.")
    if _UNKEEPABLE.search(told):
        raise InputError(f"{where} holds a character that no text can hold.")
    return told


def whole_number(told: Json, where: str) -> int:
    """A whole number of at most 53 bits. Raises InputError for anything else."""
    if isinstance(told, bool) or not isinstance(told, int) or abs(told) > 2**53:
        raise InputError(f"{where} is not a whole number.")
    return told


@lru_cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _default(field: Field[Any]) -> Any:
    return field.default


def _read(kind: Any, told: Json, where: str) -> Any:
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return tuple(
            _read(inner[0], one, f"{where}[{place}]")
            for place, one in enumerate(items_of(told, where))
        )
    if origin in (types.UnionType, typing.Union):
        return None if told is None else _read(inner[0], told, where)
    if is_dataclass(kind):
        return built(typing.cast(Any, kind), told, where)
    return _read_plain(kind, told, where)


def _read_plain(kind: Any, told: Json, where: str) -> Any:
    if kind is str:
        return text_of(told, where)
    if kind is int:
        return whole_number(told, where)
    if kind is bool and isinstance(told, bool):
        return told
    if kind is float and isinstance(told, int | float) and not isinstance(told, bool):
        return float(told)
    try:
        if kind is date:
            return date.fromisoformat(text_of(told, where))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return kind(told)
    except ValueError as error:
        raise InputError(f"{where} has a value that is not known: “{str(told)[:80]}”.") from error
    raise InputError(f"{where} is not of the kind it should be.")
