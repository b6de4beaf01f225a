"""Sentence boundaries of news, annotated by others and by us; prints F1, with a floor.

The others: GUM corpus, Wikinews. Ours: invented stories and hard cases, half of them held out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from app.text.sentences import sentences
from tests.quality.annotated import HALVES, stories

FLOOR = 0.95

Spans = set[tuple[int, int]]


def f1(pairs: Iterable[tuple[str, Spans]]) -> float:
    """The F1 of whole sentences over texts with their true spans."""
    right = found = wanted = 0
    for text, truth in pairs:
        mine = {(span.start, span.end) for span in sentences(text)}
        right += len(truth & mine)
        found += len(mine)
        wanted += len(truth)
    return 2 * right / (found + wanted)


def test_sentences_of_annotated_news(
    measuring_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = []
    for gold_file in sorted((measuring_data / "data" / "wikinews").glob("*.gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        pairs.append((text, {(one["start"], one["end"]) for one in gold["sentences"]}))
    score = f1(pairs)
    with capsys.disabled():
        print(f"\nsentences of Wikinews: F1 {score:.3f}")
    assert score >= FLOOR


@pytest.mark.parametrize("half", HALVES, ids=["seen", "held out"])
def test_sentences_of_our_own_news(half: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = [*stories(f"speech{half}.txt"), *stories(f"sentences{half}.txt")]
    score = f1((one.text, {(span.start, span.end) for span in one.sentences}) for one in told)
    with capsys.disabled():
        print(f"\nsentences{half}: F1 {score:.3f} of {sum(len(one.sentences) for one in told)}")
    assert score >= FLOOR
