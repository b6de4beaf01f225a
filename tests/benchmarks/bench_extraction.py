"""How long an article takes from text to claims, and how it grows. Prints figures, judges nothing.

Run as `python tests/benchmarks/bench_extraction.py`; pytest does not collect it. Processor time of
one core, so that other work on the machine says little.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.extraction.article import make_article  # noqa: E402 (need not be installed)
from app.extraction.claims import find_claims  # noqa: E402
from app.extraction.document import Document  # noqa: E402
from app.model.article import DateSource, Publication  # noqa: E402
from app.text.names.find import find_names  # noqa: E402
from app.text.sentences import sentences  # noqa: E402
from tests.quality.annotated import stories  # noqa: E402

SHORT, LONG = 10_000, 100_000
DAY = Publication(date(2021, 5, 6), DateSource.STATED)


def news(length: int) -> str:
    """Stories after each other up to a length in characters, no paragraph twice word for word."""
    told = [story.text for story in stories("speech.txt")]
    text, number = "", 0
    while len(text) < length:
        text += told[number % len(told)].replace(" on ", f" near line {number} on ") + "\n\n"
        number += 1
    return text[:length]


def measured(length: int, runs: int) -> list[float]:
    """Milliseconds from text to claims, sorted, after one run to warm up."""
    times = []
    for run in range(runs + 1):
        text = f"{news(length)[:-2]}{run:02}"  # what was read is kept: no text comes twice
        begun = process_time()
        article = make_article(Document(text, "news.txt"))
        find_claims(article.text, article.zones, DAY)
        times.append((process_time() - begun) * 1000)
    return sorted(times[1:])


def main() -> None:
    """Print p50 and p95 for a short and a long article, and the ratio of growth."""
    halves = {}
    for length, runs in ((SHORT, 30), (LONG, 7)):
        times = measured(length, runs)
        halves[length] = times[len(times) // 2]
        p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
        print(f"{length:7} characters: p50 {halves[length]:7.1f} ms   p95 {p95:7.1f} ms")
    print(f"ten times the text: {halves[LONG] / halves[SHORT]:.1f} times the time")
    text = news(SHORT)
    for part in (sentences, find_names):
        begun = process_time()
        part(text)
        print(f"{part.__name__}: {(process_time() - begun) * 1000:.1f} ms of it")


if __name__ == "__main__":
    main()
