"""Which opening words belong to a name, by how the text writes them elsewhere and what follows."""

from __future__ import annotations

import pytest

from app.text.names.openings import Openings
from app.text.names.tokens import name_tokens


def kept(text: str, seen: set[str], small: set[str], width: int = 1) -> list[str]:
    """What is left of the first `width` words of a text."""
    tokens = name_tokens(text)
    openings = Openings(text, tokens, seen, small, german=False)
    return [token.word for token in openings.without(tokens[:width])]


@pytest.mark.parametrize(
    ("text", "width", "left"),
    [
        ("Tesco, Asda and Lidl cut prices.", 1, ["tesco"]),
        ("Reed left.", 1, ["reed"]),
        ("Rain fell all day.", 1, ["rain"]),
        ("However, she left.", 1, []),
        ("Striker Ann Reed scored.", 3, ["ann", "reed"]),
        ("Yesterday Ann Reed scored.", 3, ["ann", "reed"]),
        ("Von Reuss denies it.", 2, ["von", "reuss"]),
        ("Reactions varied.", 1, []),
    ],
)
def test_by_what_follows(text: str, width: int, left: list[str]) -> None:
    assert kept(text, set(), set(), width) == left


def test_by_the_rest_of_the_text() -> None:
    assert kept("Rain fell all day.", set(), {"rain"}) == []
    assert kept("However, she left.", {"however"}, set()) == []
    assert kept("Mills of the town closed.", {"mills"}, set()) == ["mills"]
