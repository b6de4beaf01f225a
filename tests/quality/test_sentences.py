"""Sentence boundaries against annotated news (GUM corpus, Wikinews); prints F1, fails below .95."""

from __future__ import annotations

import json
from pathlib import Path

from app.text.sentences import sentences

FLOOR = 0.95


def test_sentence_boundaries_of_annotated_news(measuring_data: Path) -> None:
    found_right = found = wanted = 0
    for gold_file in sorted((measuring_data / "data" / "wikinews").glob("*.gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt")).read_text("utf-8")
        truth = {(sentence["start"], sentence["end"]) for sentence in gold["sentences"]}
        mine = {(span.start, span.end) for span in sentences(text)}
        found_right += len(truth & mine)
        found += len(mine)
        wanted += len(truth)
    f1 = 2 * found_right / (found + wanted)
    print(f"\nsentences: F1 {f1:.3f} ({found_right} right of {found} found, {wanted} wanted)")
    assert f1 >= FLOOR
