"""Words that deny, and turns of phrase that do not."""

from __future__ import annotations

import pytest

from app.text.negation import find_negations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It did not attack; it isn’t dead.", ["not", "isn’t"]),
        ("There was no evidence, and no fewer than five saw it.", ["no"]),
        ("He failed to appear and denied that he knew.", ["failed to", "denied"]),
        ("The truce is no longer in force.", ["no longer"]),
        ("Not only he, whether or not it is nothing but talk.", []),
        ("Room No. 5 without doubt", []),
        ("O secretário falou no Conselho de Segurança", []),
        ("Он не сказал этого", ["не"]),
        ("", []),
    ],
)
def test_negations(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_negations(text)] == expected
