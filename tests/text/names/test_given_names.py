"""First names that tell a pronoun, and those that tell nothing."""

from __future__ import annotations

import pytest

from app.text.names.given_names import pronoun_of


@pytest.mark.parametrize(
    ("name", "pronoun"),
    [
        ("Ann Reed", "she"),
        ("Zoë Klein", "she"),
        ("Jean-Luc Moreau", ""),
        ("Paul Ferris", "he"),
        ("François Petit", "he"),
        ("Paul", ""),
        ("Sam Doe", ""),
        ("", ""),
    ],
)
def test_pronoun_of(name: str, pronoun: str) -> None:
    assert pronoun_of(name) == pronoun
