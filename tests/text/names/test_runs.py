"""How far a name reaches, told by the words that a run takes in."""

from __future__ import annotations

import pytest

from app.text.names.runs import LONGEST, Runs
from app.text.names.tokens import name_tokens


def run(text: str) -> str:
    """The words of the run that begins at the text's first word."""
    found, _ = Runs(text, name_tokens(text), german=False).run_from(0)
    return text[found[0].start : found[-1].end]


@pytest.mark.parametrize(
    ("text", "reach"),
    [
        ("John Kerry met them.", "John Kerry"),
        ("Staffan de Mistura spoke.", "Staffan de Mistura"),
        ("Ministry of Defence officials left.", "Ministry of Defence"),
        ("Ministry of the Interior staff.", "Ministry of the Interior"),
        ("Guy’s Hospital closed.", "Guy’s Hospital"),
        ("Russia’s Lavrov spoke.", "Russia"),
        ("Syrian army posts fell.", "Syrian army"),
        ("John F. Kennedy spoke.", "John F. Kennedy"),
        ("Lavrov and Kerry met.", "Lavrov"),
        ("Kerry of", "Kerry"),
    ],
)
def test_a_run_ends_where_the_name_does(text: str, reach: str) -> None:
    assert run(text) == reach


def test_no_run_is_longer_than_a_name() -> None:
    assert len(run("Lavrov " * 100).split()) == LONGEST


@pytest.mark.parametrize(
    ("text", "led_by"), [("then van der Berg", "van der"), ("a von Braun", "von"), ("van", "")]
)
def test_particles_before_a_surname(text: str, led_by: str) -> None:
    tokens = name_tokens(text)
    found = Runs(text, tokens, german=False).particles_before(len(tokens) - 1)
    assert " ".join(token.word for token in found) == led_by
