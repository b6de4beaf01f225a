"""How many names of persons, bodies and places are touched; the figure is printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.text.names.find import find_names

TOUCHED = 0.97
# Words that are capitalised inside sentences without naming anybody.
PLAIN = {"I", "We", "He", "The", "A"}


def test_every_name_of_the_sample_is_known(measuring_data: Path, sample_text: str) -> None:
    gold = json.loads((measuring_data / "seed" / "seed_gold.json").read_text(encoding="utf-8"))
    found = find_names(sample_text)
    for entity in gold["entities"]:
        for place in entity["mentions"]:
            names = {
                m.name for m in found if m.span.start < place["end"] and place["start"] < m.span.end
            }
            assert entity["canonical"] in names, place


def test_names_of_news(measuring_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = measuring_data / "data" / "wikinews"
    total = touched = 0
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / path.name.replace(".gold.json", ".txt")).read_text(encoding="utf-8")
        openings = {sentence["start"] for sentence in gold["sentences"]}
        found = find_names(text)
        for start, end in _named(gold["entities"], openings):
            total += 1
            touched += any(m.span.start < end and start < m.span.end for m in found)
    with capsys.disabled():
        print(f"\nnames: touched {touched / total:.3f} of {total}")
    assert touched / total >= TOUCHED


def _named(entities: list[dict[str, object]], openings: set[int]) -> set[tuple[int, int]]:
    """The entities that hold a capitalised word elsewhere than at a sentence's start."""
    named = set()
    for entity in entities:
        start, end, text = entity["start"], entity["end"], entity["text"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert isinstance(text, str)
        capitals = [
            word
            for word in re.finditer(r"\b[A-Z][\w'-]*", text)
            if start + word.start() not in openings and word.group() not in PLAIN
        ]
        if capitals and entity["type"] in ("person", "organization", "place"):
            named.add((start, end))
    return named
