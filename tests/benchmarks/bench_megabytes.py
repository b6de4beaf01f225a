"""How long texts made to be slow take in each unit of reading. Prints figures, judges nothing.

Run as `python tests/benchmarks/bench_megabytes.py [CHARACTERS] [UNIT…]`; pytest does not collect
it. Processor time of one core: the middle of three runs, and how much doubling the text costs.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.extraction.claims import find_claims  # noqa: E402 (need not be installed)
from app.extraction.page.blocks import find_blocks  # noqa: E402
from app.extraction.zones import find_zones  # noqa: E402
from app.model.article import DateSource, Publication, Zone, ZoneKind  # noqa: E402
from app.model.span import Span  # noqa: E402
from app.text.dates.find import find_dates  # noqa: E402
from app.text.names.find import find_names  # noqa: E402
from app.text.quantities import find_quantities  # noqa: E402
from app.text.sentences import sentences  # noqa: E402
from app.text.words import words  # noqa: E402
from tests.quality.test_growth import TRIGGERS  # noqa: E402

CHARACTERS, RUNS = 1_000_000, 3
DAY = Publication(date(2021, 5, 6), DateSource.STATED)
NEWS = (
    "Foreign Minister Anna Kovacs said on Monday that 14 people were hurt in Port Verin, "
    "while the U.S. Army counted 23,500 troops. "
)
#: Each is repeated until it is long enough.
SEEDS = (
    ". ", ".", "U.S. ", "A, ", "a\n", "• a\n  b\n", "\n", "1 ", "20 million ", "1,", "May ",
    "3 May 2019, ", "said “", "\"", "(", "Aa ", "a", "A", "van der ", "he said, ", "。", NEWS,
    NEWS + "\n\n", *TRIGGERS.values(),
)  # fmt: skip


def claims_of_body(text: str) -> None:
    """The claims of a text that is all body."""
    find_claims(text, (Zone(Span(0, len(text)), ZoneKind.BODY, True),), DAY)


UNITS: dict[str, Callable[[str], object]] = {
    "words": words,
    "sentences": sentences,
    "dates": find_dates,
    "quantities": find_quantities,
    "names": find_names,
    "blocks": find_blocks,
    "zones": find_zones,
    "claims": claims_of_body,
}


def seconds(unit: Callable[[str], object], text: str) -> float:
    """The middle of `RUNS` runs, each with a text of its own: what was read is kept."""
    times = []
    for run in range(RUNS):
        fresh = f"{text[:-1]}{run}"
        begun = process_time()
        unit(fresh)
        times.append(process_time() - begun)
    return sorted(times)[RUNS // 2]


def main() -> None:
    """Print seconds and the ratio of doubling for each unit and each text."""
    asked = sys.argv[1:]
    length = int(asked.pop(0)) if asked and asked[0].isdigit() else CHARACTERS
    print(f"{'unit':11} {'repeated':22} {length:>11,} ch.   against half of it")
    for name in asked or UNITS:
        for seed in SEEDS:
            text = (seed * (length // len(seed) + 1))[:length]
            whole, half = (seconds(UNITS[name], part) for part in (text, text[: length // 2]))
            ratio = whole / half if half else 0.0
            print(f"{name:11} {seed[:20]!r:22} {whole:11.2f} s   {ratio:.1f} times", flush=True)


if __name__ == "__main__":
    main()
