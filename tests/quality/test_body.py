"""How much of the article's own words is found on pages of many sorts; the figures are printed."""

from __future__ import annotations

from collections import defaultdict
from statistics import mean

import pytest

from tests.quality.pages import body_f1, read_pages

F1 = 0.90


@pytest.mark.parametrize("part", ["tuned", "held_out"])
def test_body_of_pages(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    figures = {page: body_f1(page) for page in read_pages(part)}
    languages: dict[str, list[float]] = defaultdict(list)
    for page, figure in figures.items():
        languages[page.language].append(figure)
    total = mean(figures.values())
    each = ", ".join(f"{name} {mean(found):.2f}" for name, found in sorted(languages.items()))
    with capsys.disabled():
        print(f"\nbody, {part}: F1 {total:.3f} over {len(figures)} pages ({each})")
    assert len(figures) >= 20
    assert total >= F1
