"""How long ranking takes: 100 found passages, five explained. Prints figures, judges nothing.

Run as `python tests/benchmarks/bench_matching.py`; pytest does not collect it.
"""

from __future__ import annotations

import json
import random
import sys
from datetime import date
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.matching.rank import SCORER, rank  # noqa: E402 (the checkout need not be installed)
from app.model.source import Passage, Source  # noqa: E402
from app.model.span import Span  # noqa: E402

QUERIES, FOUND, SENTENCES = 300, 100, 3


def main() -> None:
    """Rank passages shuffled from the sample's notes for one of the notes; none comes twice."""
    path = ROOT / "resources" / "sample" / "sources.json"
    notes = [note for one in json.loads(path.read_text(encoding="utf-8")) for note in one["notes"]]
    dice = random.Random(1)
    times = []
    for number in range(QUERIES):
        query = dice.choice(notes)
        found = []
        for place in range(FOUND):
            text = f"{place} {number}: " + " ".join(dice.sample(notes, SENTENCES))
            source = Source(place, str(place), f"Source {number}", published="2016-09-17")
            passage = Passage(place, place, Span(0, len(text)), text, "¶ 1")
            found.append((passage, source, 30.0 - place / 5))
        begun = perf_counter()
        rank(query, found, query_day=date(2016, 9, 21), limit=5)
        times.append((perf_counter() - begun) * 1000)
    first, times = times[0], sorted(times)
    p50, p95 = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"scorer {SCORER}: rank() of {FOUND} passages of {SENTENCES} sentences, five explained")
    print(f"first {first:.1f} ms   p50 {p50:.1f} ms   p95 {p95:.1f} ms   over {QUERIES} queries")


if __name__ == "__main__":
    main()
