"""How often the stated day of publication is read rightly off pages; the figures are printed."""

from __future__ import annotations

from collections import Counter

import pytest

from app.extraction.publication import infer_publication
from app.extraction.zones import find_zones
from tests.quality.pages import read_pages

RIGHT = 0.85


@pytest.mark.parametrize("part", ["tuned", "held_out"])
def test_days_of_publication(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    pages = read_pages(part)
    outcomes: Counter[str] = Counter()
    wrong = []
    for page in pages:
        found = infer_publication(page.text, find_zones(page.text)).date
        if found == page.published:
            outcomes["right" if found else "rightly none"] += 1
        elif found is None:
            outcomes["none"] += 1
        else:
            wrong.append((page.name, found))
    stated = sum(page.published is not None for page in pages)
    with capsys.disabled():
        print(f"\npublication day, {part}: {dict(outcomes)}, wrong {len(wrong)}, of {len(pages)}")
    assert wrong == []
    assert outcomes["right"] >= RIGHT * stated
