"""Pairs of a claim and a passage made by script from texts at hand: changed, and unchanged.

Deterministic. A third, chosen by the sentence, is held out: look at the others while working.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from tests.quality.planting import CHANGES
from tests.quality.rewriting import among, rewrite

#: So many pairs of each half.
PAIRS = 500
UNCHANGED = "none"


@dataclass(frozen=True)
class Pair:
    """A claim and a passage; `kind` is what was changed between them, or "none"."""

    kind: str
    claim: str
    passage: str
    held_out: bool


def texts_at_hand(root: Path) -> list[list[str]]:
    """Runs of sentences: the sample's sources and article, and Wikinews where it lies beside."""
    records = json.loads((root / "resources/sample/sources.json").read_text(encoding="utf-8"))
    runs = [
        [part for note in one["notes"] for part in _sentences(note)]
        for one in records
        if one["language"] == "en"
    ]
    article = (root / "seeds/000_78c1eee19aec262e.txt").read_text(encoding="utf-8")
    files = sorted((root.parent / "shared/data/wikinews").glob("*.txt"))
    for text in (article, *(file.read_text(encoding="utf-8") for file in files)):
        blocks = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]
        runs.append([part for block in blocks for part in _sentences(block)])
    return runs


def _sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!Mr\.)(?<!Dr\.)\s+(?=[A-Z“\"])", text)
    return [part for part in parts if 40 <= len(part) <= 400 and part[-1] in ".!?"]


def make_pairs(runs: list[list[str]]) -> list[Pair]:
    """PAIRS pairs with one planted change, the kinds in turn, and PAIRS without."""
    dice = random.Random(20160916)
    places = [(run, at) for run in runs for at in range(len(run))]
    changed, unchanged = _changed(places, dice), []
    for number in range(PAIRS):
        if number % len(places) == 0:
            dice.shuffle(places)
        run, at = places[number % len(places)]
        unchanged.append(_pair(UNCHANGED, run, at, rewrite(run[at], dice), dice))
    return changed + unchanged


def _changed(places: list[tuple[list[str], int]], dice: random.Random) -> list[Pair]:
    queues = {kind: dice.sample(places, len(places)) for kind in CHANGES}
    found: list[Pair] = []
    while len(found) < PAIRS and queues:
        for kind in list(queues):
            while queues[kind]:
                run, at = queues[kind].pop()
                sentence = CHANGES[kind](run[at], dice)
                if sentence is not None:
                    other = rewrite(sentence, dice) if dice.random() < 0.3 else sentence
                    found.append(_pair(kind, run, at, other, dice))
                    break
            else:
                del queues[kind]
    return found[:PAIRS]


def _pair(kind: str, run: list[str], at: int, other: str, dice: random.Random) -> Pair:
    before = run[at - 1] if at else ""
    after = run[at + 1] if at + 1 < len(run) else ""
    held_out = hashlib.sha256(run[at].encode()).digest()[0] % 3 == 0
    return Pair(kind, run[at], among(other, before, after, dice), held_out)
