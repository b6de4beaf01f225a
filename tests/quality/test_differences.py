"""The difference lens on pairs made by script: what was changed is told, and nothing else.

A third of the sentences is held out; both figures are printed (pytest -rP).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.matching.differences import find_differences
from app.model.match import Relation
from tests.quality.pairs import UNCHANGED, Pair, make_pairs, texts_at_hand

#: As which kinds a planted change may be told.
TOLD_AS = {
    "number": {"number"},
    "scale": {"number", "unit"},
    "unit": {"unit", "number"},
    "ordinal": {"number"},
    "day": {"date"},
    "month": {"date"},
    "weekday": {"weekday", "date"},
    "year": {"year", "date"},
    "negation": {"negation"},
    "direction": {"direction", "number", "negation"},
    "modality": {"modality", "negation"},
    "name": {"name", "speaker"},
    "speaker": {"speaker", "name"},
    "role": {"role", "name"},
}
FIGURES = {"number", "scale", "unit", "ordinal", "day", "month", "weekday", "year"}
#: Floors for all kinds, and the share of unchanged pairs of which anything may be told.
PRECISION, RECALL, FALSE_ALARMS = 0.95, 0.90, 0.03


@pytest.fixture(scope="module")
def pairs(root: Path) -> list[Pair]:
    return make_pairs(texts_at_hand(root))


@pytest.mark.parametrize("held_out", [False, True], ids=["worked on", "held out"])
def test_planted_changes_are_told_and_unchanged_pairs_left_alone(
    pairs: list[Pair], held_out: bool
) -> None:
    half = [pair for pair in pairs if pair.held_out is held_out]
    assert len(half) > 200
    told, silent, false = _weigh(half)
    for kind in TOLD_AS:
        print(f"{kind:10} {told[kind]:3} of {told[kind] + silent[kind]:3}")
    unchanged = sum(pair.kind == UNCHANGED for pair in half)
    print(f"unchanged  {false[UNCHANGED]:3} of {unchanged:3} told of")
    for name, kinds in (("numbers and days", FIGURES), ("all kinds", set(TOLD_AS))):
        right = sum(told[kind] for kind in kinds)
        wrong = sum(false[kind] for kind in (*kinds, UNCHANGED))
        precision, recall = (
            right / (right + wrong),
            right / (right + sum(silent[kind] for kind in kinds)),
        )
        print(f"{name}: precision {precision:.3f}, recall {recall:.3f}")
        assert precision >= PRECISION
        assert recall >= RECALL
    assert false[UNCHANGED] <= FALSE_ALARMS * unchanged


def _weigh(pairs: Sequence[Pair]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """By planted kind: how often it was told, how often not, how often another kind was."""
    told: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for pair in pairs:
        found = find_differences(pair.claim, pair.passage, None, None)
        kinds = {one.kind.value for one in found if one.relation is Relation.DIFFERENT}
        right = TOLD_AS.get(pair.kind, set())
        false[pair.kind] += bool(kinds - right)
        if right:
            (told if kinds & right else silent)[pair.kind] += 1
    return told, silent, false
