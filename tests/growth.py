"""How the time of a piece of work grows with its text: no test depends on how quick a machine is.

Other work on the machine can double a time, and so it is the least of several runs that counts, in
processor time, and the bound is far from what linear work takes.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

import pytest

#: Ten times the text takes linear work 10 times as long, and quadratic work 100 times.
MOST_GROWTH = 40
#: How long the longer text is, in characters; the shorter one has a tenth.
LENGTHS = (100_000, pytest.param(1_000_000, marks=pytest.mark.slow))
#: Less is not measured well, in seconds.
_LEAST = 0.01


def growth(work: Callable[[str], object], unit: str, length: int) -> float:
    """How many times as long `work` takes for a text of `length` as for a tenth of it.

    The texts are `unit` over and over. Each run gets a text of its own, since some work is kept.
    """
    whole = _least(work, unit, length, runs=2)
    return whole / max(_least(work, unit, length // 10, runs=3), _LEAST)


def _least(work: Callable[[str], object], unit: str, length: int, runs: int) -> float:
    times = []
    for run in range(runs):
        text = f"{(unit * (length // len(unit) + 1))[:length]}{run}"
        begun = process_time()
        work(text)
        times.append(process_time() - begun)
    return min(times)
