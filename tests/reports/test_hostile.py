"""The hostile dossier is hostile everywhere: a field that a file can set is never forgotten."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from app.model.dossier import Dossier
from tests.reports.hostile import HOSTILE, hostile


def texts_of(kind: Any, seen: set[Any]) -> Iterator[tuple[str, str]]:
    """Each field of a noun, and of the nouns in it, that holds a text or several."""
    if is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        hints = typing.get_type_hints(kind)
        for field in fields(kind):
            inner = list(leaves(hints[field.name]))
            if str in inner:
                yield kind.__name__, field.name
            for one in inner:
                yield from texts_of(one, seen)


def leaves(hint: Any) -> Iterator[Any]:
    arguments = typing.get_args(hint)
    if not arguments:
        yield hint
    for one in arguments:
        yield from leaves(one)


def set_in(value: Any, text: str) -> Iterator[tuple[str, str]]:
    """Each field that holds this text in a noun or in one of those in it."""
    if isinstance(value, tuple):
        for one in value:
            yield from set_in(one, text)
    elif is_dataclass(value):
        for field in fields(value):
            own = getattr(value, field.name)
            held = own.values() if isinstance(own, Mapping) else own
            several = held if isinstance(held, tuple) or isinstance(own, Mapping) else (held,)
            if any(isinstance(one, str) and text in one for one in several):
                yield type(value).__name__, field.name
            yield from set_in(own, text)


def test_every_text_of_a_dossier_is_set(dossier: Dossier) -> None:
    wanted = set(texts_of(Dossier, set()))
    assert ("Source", "copy_note") in wanted
    assert ("ProposedSource", "url") in wanted
    assert wanted - set(set_in(hostile(dossier, "Zq\u202e"), "Zq\u202e")) == set()


def test_there_are_eighty_of_them() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 80
