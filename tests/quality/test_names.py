"""How many names of persons, bodies and places are touched; the figure is printed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from app.text.names.find import find_names
from tests.quality.annotated import HALVES, lines

TOUCHED = 0.97
#: Of our own lines' names: those with the right fullest form; and names found where none is.
FULLEST, INVENTED = 0.88, 0.03
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


@pytest.mark.parametrize("half", HALVES, ids=["seen", "held out"])
def test_names_of_our_own_lines(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    total = touched = fullest = invented = 0
    for line in lines(f"names{half}.txt"):
        found = find_names(line.text)
        for mark in line.marks:
            meeting = [name for name in found if name.span.overlaps(mark.span)]
            total += 1
            touched += bool(meeting)
            fullest += mark.label in {name.name for name in meeting}
        invented += sum(
            not any(name.span.overlaps(mark.span) for mark in line.marks) for name in found
        )
    with capsys.disabled():
        print(
            f"\nnames{half}: touched {touched / total:.3f}, fullest form {fullest / total:.3f}"
            f" of {total}, invented {invented}"
        )
    assert touched / total >= TOUCHED
    assert fullest / total >= FULLEST
    assert invented / total <= INVENTED


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
