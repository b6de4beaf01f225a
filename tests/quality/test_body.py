"""How much of the article's own words is found on pages of many sorts; the figures are printed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from statistics import mean

import pytest

from tests.quality.pages import body_f1, read_pages

F1 = 0.90
NOTICE = """Before you read on
We and the 812 partners of this site keep cookies on your device, so that advertising fits you.
You may give your consent below, or refuse it, and change your choices at any time later on.
Some of these cookies are necessary for the website and need no consent from anybody at all.
All of it is told at length in the privacy notice, which our partners have signed as well.
Agree to all
Let me choose"""
MENU = """World Europe Asia Money Markets Jobs Football Tennis Books Film Music Food Cars Games
Letters Comment Weather Archive""".replace(" ", "\n")
TEASERS = """The clock stops again
Nobody in the town hall knows why it has stopped, and the man who does is on his holidays.
Five walks for a wet day
The old railway line and the salt marsh stay firm under foot, even after a week of rain.
Bakery wins a prize
Judges praised the crust of the loaf, which takes two days to make and is gone by nine.
School bus takes another way
Parents heard on Monday that it will no longer stop at the church from the next term on."""


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


@pytest.mark.parametrize("noise", ["above", "below", "around"])
def test_noise_around_a_page_leaves_its_body(
    noise: str, capsys: pytest.CaptureFixture[str]
) -> None:
    above = "" if noise == "below" else f"{NOTICE}\n{MENU}\n"
    below = "" if noise == "above" else f"\n{MENU}\n{TEASERS}\n{MENU}"
    top = f"{TEASERS}\n" if noise == "around" else ""
    pages = [replace(page, text=above + top + page.text + below) for page in read_pages("tuned")]
    total = mean(body_f1(page) for page in pages)
    with capsys.disabled():
        print(f"\nbody, noise {noise}: F1 {total:.3f} over {len(pages)} pages")
    assert total >= F1
