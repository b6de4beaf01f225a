"""Names that read as a person's, and those that do not."""

from __future__ import annotations

import pytest

from app.text.names.persons import is_person


@pytest.mark.parametrize(
    "name", ["Ann Reed", "Staffan de Mistura", "J. K. Harlow", "Hassan al-Rashid", "Xi Wenbo"]
)
def test_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    ["Reed", "New York", "The rain", "Bank of England", "Supreme Court", "the mayor", "", "NATO"],
)
def test_others(name: str) -> None:
    assert not is_person(name)
